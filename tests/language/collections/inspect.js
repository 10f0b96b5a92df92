// What console prints of maps and sets.
console.log(new Set([1, 1, 2]), new Map([[1, 2], ['a', {b: 1}]]), new Set(), new Map());
console.log([new Set(['x'])], {map: new Map([[{}, new Set([[]])]])});
class Numbers extends Set {}
console.log(new Numbers([3]), new Set(Array.from({length: 120}, (_, i) => i)));
