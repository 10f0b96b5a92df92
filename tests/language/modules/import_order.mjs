// import() lets its caller go on before the module runs, and runs it once.
const log = [];
globalThis.note = (text) => { log.push(text); };
note('begin');
const both = [import('./lib/noted.mjs'), import('./lib/noted.cjs'), import('./lib/noted.mjs')];
note('end');
await Promise.resolve();
const spaces = await Promise.all(both);
console.log(log.join(), spaces[0] === spaces[2], spaces[0].default, spaces[1].default);
const failures = await Promise.allSettled([import('./lib/noted_throws.mjs'), import('./lib/noted_throws.mjs'), import('./lib/noted_needs.mjs')]);
console.log(log.join(), failures.map((f) => `${f.status} ${f.reason?.message}`).join(), failures[0].reason === failures[2].reason);
