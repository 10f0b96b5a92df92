// L10: a class, a namespace and an interface under one name; functions and enums with namespaces.
class Started {
  constructor(readonly id: number) {}
  static make(id: number) { return new Started(id); }
}
namespace Started {
  export const tag = "started";
  export function isStarted(v: unknown): v is Started { return v instanceof Started; }
}
interface Started { extra?: string }
function make(x: number) { return make.base + x; }
namespace make { export const base = 10; }
enum Level { Low, High = 5 }
namespace Level { export function top() { return Level.High; } }
enum Level { Middle = 3 }
console.log(Started.make(1).id, Started.tag, Started.isStarted(new Started(2)), make(1), Level.top(), Level.Middle, Level[0]);
