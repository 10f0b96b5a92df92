const { counter } = require("./shared.cjs");

exports.name = "beta";
exports.count = () => ++counter.value;
exports.default = { text: "default of beta" };
exports.Point = class Point {};
exports.shout = (text) => text.toLowerCase();
console.log("beta says hello");
