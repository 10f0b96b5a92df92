class Dispatcher { dispatch() { return "dispatched by " + this.constructor.name; } }
module.exports = Dispatcher;
