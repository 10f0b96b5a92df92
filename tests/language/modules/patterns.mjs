// The files of a folder that a computed specifier may mean are part of the program; a miss is Node's.
import { load } from './lib/patterns/loader.cjs';

const folder = './lib/patterns';
for (const name of ['one', 'two', 'three']) {
  try {
    const module = await import(`${folder}/${name}.mjs`);
    console.log(name, module.default);
  } catch (error) {
    console.log(name, error.constructor === Error, error.code, error.message.split("'")[1].slice(-22));
  }
}
console.log((await import('./lib/patterns/' + ['deep', 'inner'].join('/') + '.mjs')).inner);
for (const name of ['common', 'common.cjs', 'missing']) {
  try {
    console.log(name, load(name));
  } catch (error) {
    console.log(name, error.code);
  }
}
