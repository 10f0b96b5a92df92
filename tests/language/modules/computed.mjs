// import() of what is computed finds the modules that the program has anyway; exports that come
// back to the module that has them; namespaces take no more properties.
import * as space from './lib/computed_a.mjs';
import { given, late } from './lib/computed_b.mjs';

export function* own() { yield 'own'; }
export let value = 'value';

const names = ['computed_a', 'nothing'];
for (const name of names) {
  try {
    const module = await import(`./lib/${name}.mjs`);
    console.log(Object.keys(module).join());
  } catch (error) {
    console.log(error.code);
  }
}
console.log((await import('./lib/computed_a.mjs')) === space, [...given()].join(), late());
console.log(Object.isExtensible(space), Reflect.defineProperty(space, Symbol('new'), { value: 1 }));
console.log(Reflect.set(space, 'a', 2), Reflect.has(space, 'b'), Object.getOwnPropertySymbols(space).length);
