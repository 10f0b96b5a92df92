// JSON that is required is one value, which may be written to.
const data = require('./lib/data.json');
console.log(data.name, data[10][4], require('./lib/data.json') === data, require('./lib/string.json'));
data.name = 'changed';
console.log(require('./lib/data.json').name, Object.keys(require('./lib/data')).join());
