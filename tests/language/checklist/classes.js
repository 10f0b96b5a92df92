// L01, L02: parents that lead in a circle, and lookups of accessors along them.
const attempt = (name, f) => {
  try {
    console.log(name, f());
  } catch (e) {
    console.log(name, e.name, e.message);
  }
};
attempt("extends itself", () => class A extends A {});
attempt("extends what comes later", () => {
  class First extends Second {}
  class Second extends First {}
  return [First, Second];
});
attempt("prototypes in a circle", () => {
  class A { get here() { return "A"; } use() { return this.here; } }
  class B extends A { set here(v) {} }
  Object.setPrototypeOf(A.prototype, B.prototype);
  return new B().use();
});
attempt("constructors in a circle", () => {
  class A { static get x() { return 1; } }
  class B extends A {}
  Object.setPrototypeOf(A, B);
  return B.missing;
});
attempt("this leaves a constructor", () => {
  const seen = [];
  class A { constructor() { seen.push(this); this.keep = () => this; } get v() { return this.w; } get w() { return this.constructor.name; } }
  class B extends A { get v() { return super.v + "!"; } }
  const b = new B();
  return [b.keep() === b, seen[0] === b, b.v];
});

// L07: a static method and one of instances with one name.
class Package {
  static create() { return "static " + new this().create(); }
  create() { return "own"; }
}
console.log(Package.create(), new Package().create());

// L31: generic classes of one name, each with its own identity.
const make = () => class Fiber { kind() { return this instanceof Fiber; } };
const One = make(), Two = make();
console.log(One.name === Two.name, new One() instanceof Two, new One().kind(), new Two().kind());
