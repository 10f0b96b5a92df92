// JSON modules, imported in every way, and required.
import data from './lib/data.json' with { type: 'json' };
import * as space from './lib/data.json' with { type: 'json' };
import marked from './lib/marked.json' with { type: 'json' };
import { default as text } from './lib/string.json' with { type: 'json' };

console.log(JSON.stringify(data), JSON.stringify(text), marked.join());
console.log(Object.keys(data).join(), Object.getPrototypeOf(data) === Object.prototype, data.__proto__.own, Object.hasOwn(data, '__proto__'));
console.log(Object.is(data[10][1], -0), data[10].length, data['escaped "key"'].length, Array.isArray(data.nested), Object.isFrozen(data));
console.log(Object.keys(space).join(), space.default === data, Object.prototype.toString.call(space));
data.added = [1];
const again = await import('./lib/data.json', { with: { type: 'json' } });
console.log(again === space, again.default.added === data.added, Reflect.set(space, 'default', 1));

async function rejection(options) {
  try {
    await import('./lib/data.json', options);
    return 'imported';
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
console.log(await rejection(null));
console.log(await rejection({ with: 'json' }));
console.log(await rejection({ with: { type: 1 } }));
console.log(await rejection({ get with() { throw new RangeError('with'); } }));
console.log(await rejection({ with: { type: 'json', get other() { throw new RangeError('other'); } } }));
