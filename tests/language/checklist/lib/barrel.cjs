const Dispatcher = require("./leaf.cjs");
module.exports.Dispatcher = Dispatcher;
