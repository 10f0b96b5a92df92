const words = require("./words.mjs");
exports.required = [words.string, words.default, Object.keys(words).length].join();
