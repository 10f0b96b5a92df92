exports.kind = 'common';
