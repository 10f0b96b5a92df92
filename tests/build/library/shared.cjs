exports.counter = { value: 100 };
