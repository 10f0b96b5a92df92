// What a place in the program can name. A function starts a new scope inside of the one around it, and
// a block does too; what `var` declares is given to the scope of the function.
export class Scope {
  constructor(parent, traits = {}) {
    this.parent = parent;
    this.names = [];
    // Of the innermost function: what it is, and so what may stand in it.
    this.fn = traits.fn ?? parent?.fn ?? { kind: "program" };
    this.loops = traits.fn ? [] : [...(parent?.loops ?? [])];
    this.labels = traits.fn ? [] : [...(parent?.labels ?? [])];
    this.depth = (parent?.depth ?? 0) + 1;
  }

  declare(name, kind) {
    this.names.push({ name, kind });
    return name;
  }

  visible(accepts = () => true) {
    const found = [];
    for (let scope = this; scope; scope = scope.parent) found.push(...scope.names.filter(accepts));
    return found;
  }

  inLoop() {
    const scope = new Scope(this);
    scope.loops.push(true);
    return scope;
  }

  get awaits() {
    return this.fn.kind === "async" || this.fn.kind === "async generator";
  }

  get yields() {
    return this.fn.kind === "generator" || this.fn.kind === "async generator";
  }
}
