note('throws');
throw new Error('thrown');
