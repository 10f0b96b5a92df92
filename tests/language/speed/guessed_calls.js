// Calls of properties that look like those of functions in this file: another function under that name,
// no function, another number of arguments, classes, generators, bound functions, proxies.
const log = [];
const show = (title, ...values) => {
  console.log(title, ...values, log.join(" "));
  log.length = 0;
};
class Shape {
  constructor(size) {
    this.size = size;
  }
  area(scale = 1) {
    return this.size * scale;
  }
  describe() {
    return `${this.name()} ${this.area()}`;
  }
  name() {
    return new.target === undefined ? this.constructor.name : "new";
  }
}
class Square extends Shape {
  area(scale, unit) {
    return `${this.size ** 2 * (scale ?? 1)}${unit ?? ""}`;
  }
}
class Circle extends Shape {
  area() {
    return arguments.length + this.size * 3;
  }
}
const areas = (shapes, ...rest) => {
  const found = [];
  for (let i = 0; i < shapes.length; i++) found.push(shapes[i].area(...rest), shapes[i].area(), shapes[i].area(2), shapes[i].area(2, "m", 3));
  return found.join();
};
const shapes = [new Shape(1), new Square(2), new Circle(3)];
show("classes", areas(shapes, 3), shapes.map((s) => s.describe()).join());
const own = new Square(5);
own.area = function (scale) {
  log.push(typeof this, arguments.length);
  return scale;
};
shapes.push(own, { area: (a, b) => [a, b] }, { area: Math.max }, { area: shapes[0].area.bind(shapes[1], 10) },
            new Proxy(new Square(3), {}), { area: async () => 1 }, { *area() { yield 1; } });
show("others", areas(shapes));
Square.prototype.area = Circle.prototype.area;
show("exchanged", areas(shapes.slice(0, 4)));
Object.defineProperty(Square.prototype, "area", { get() { return log.push("get"), () => 8; } });
show("getter", areas(shapes.slice(0, 3)));
for (const area of [undefined, 5, "text", class Area {}, {}]) {
  try {
    areas([new Circle(1), { area }]);
  } catch (error) {
    show(error.name);
  }
}
// `this` of sloppy and strict functions, and of arrows.
const sloppy = { which() { return typeof this; } };
const strict = { which: function () { "use strict"; return typeof this; } };
Number.prototype.which = sloppy.which;
String.prototype.which = strict.which;
const kinds = [];
for (const value of [1, "s", sloppy, strict, { which: () => typeof this }]) kinds.push(value.which());
show("this", kinds.join());
// Closures: the same function, other variables.
const counter = (step) => {
  let count = 0;
  return { add: () => (count += step), get: () => count };
};
const counters = [counter(1), counter(10), counter("x")];
for (let i = 0; i < 9; i++) counters[i % 3].add();
show("closures", counters.map((c) => c.get()).join());
// Throwing, and deep.
const thrower = { check(n) { if (n > 2) throw new RangeError("n is " + n); return n; } };
let passed = 0;
try {
  for (let i = 0; i < 5; i++) passed += thrower.check(i);
} catch (error) {
  show("thrown", passed, error.message, /check/.test(error.stack));
}
const deep = { down(n) { return n === 0 ? 0 : 1 + this.down(n - 1); } };
show("deep", deep.down(500));
try {
  deep.down(1e7);
} catch (error) {
  show("too deep", error instanceof RangeError);
}
