note('CommonJS runs');
module.exports = 'CommonJS';
