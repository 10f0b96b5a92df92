import { dec, report } from "./metadata.js";
import { Shape } from "./types.js";
import Main, { Service, Level, Color, Hidden } from "./values.js";
import * as values from "./values.js";
import { Only } from "./only.js";

enum Mixed { a, b = "b" }
enum Numbers { a, b = 4 }
enum Texts { a = "a", b = `b` }
type Alias = string;
type Options = "a" | "b";
type Callback = (x: number) => void;
type ClassAlias = Service;
interface Callable { (): void }
interface Plain { x: number }
class Local<T> { value!: T }

@dec
class Everything<T> {
  @dec text: string = "";
  @dec number!: number;
  @dec maybe!: number | undefined;
  @dec nothing!: null;
  @dec flag: boolean = true;
  @dec big!: bigint;
  @dec symbol!: symbol;
  @dec any!: any;
  @dec unknown!: unknown;
  @dec never!: never;
  @dec object!: object;
  @dec list!: string[];
  @dec readonlyList!: readonly string[];
  @dec generic!: Array<number>;
  @dec readonlyGeneric!: ReadonlyArray<number>;
  @dec tuple!: [string, number];
  @dec call!: () => void;
  @dec make!: new () => Local<string>;
  @dec literal!: "x";
  @dec options!: "x" | "y";
  @dec mixedLiterals!: "x" | 1;
  @dec minus!: -1;
  @dec template!: `a${string}`;
  @dec self!: Everything<string>;
  @dec local!: Local<number>;
  @dec service!: Service;
  @dec main!: Main;
  @dec only!: Only;
  @dec hidden!: Hidden;
  @dec shape!: Shape;
  @dec level!: Level;
  @dec color!: Color;
  @dec qualified!: values.Service;
  @dec deep!: values.inner.Deep;
  @dec hiddenQualified!: values.Hidden;
  @dec mixed!: Mixed;
  @dec numbers!: Numbers;
  @dec texts!: Texts;
  @dec member!: Numbers.a;
  @dec alias!: Alias;
  @dec optionsAlias!: Options;
  @dec callback!: Callback;
  @dec classAlias!: ClassAlias;
  @dec callable!: Callable;
  @dec plain!: Plain;
  @dec parameter!: T;
  @dec date!: Date;
  @dec map!: Map<string, Service>;
  @dec promise!: Promise<string>;
  @dec bytes!: Uint8Array;
  @dec partial!: Partial<Plain>;
  @dec fn!: Function;
  @dec intersection!: Service & Plain;
  @dec union!: Service | Service;
  @dec unionOfClasses!: Service | Main;
  @dec conditional!: T extends string ? number : number;
  @dec keyed!: Plain["x"];
  @dec keys!: keyof Plain;
  @dec query!: typeof report;
  @dec untyped;
  @dec inferred = 1;
  @dec static shared: string;
  @dec accessor auto!: number;
  constructor(@dec service: Service, private text2: string, public level2: Level, map?: Map<string, number>, none = 1, ...rest: number[]) {}
  @dec method(a: string, b: Service, { c }: { c: number }, d = 4, ...rest: Date[]): Promise<void> { return null!; }
  @dec bare() {}
  @dec async later() {}
  @dec asserts(x: any): asserts x is string {}
  @dec is(x: any): x is string { return true; }
  @dec generic2<U>(this: Local<U>, u: U, v: Local<U>): U { return u; }
  @dec get both(): number { return 1; }
  set both(value: string) {}
  @dec get only2(): Service { return null!; }
  @dec set only3(value: Service) {}
  @dec static make(level: Level): Everything<number> { return null!; }
  parameters(@dec a: Service, b: number): void {}
  undecorated(x: Service): void {}
}

class Undecorated { constructor(service: Service) {} field!: Service; }
class NoConstructor { @dec field!: string }
@dec class Empty {}
@dec class Derived extends Local<string> { constructor(x: number) { super(); } }
const Expression = (() => { @dec class Inner { @dec inner!: Inner; @dec outer!: Local<number> } return Inner; })();
function within() {
  class Nested {}
  @dec class Holder { @dec nested!: Nested; @dec method(nested: Nested, holder: Holder): Nested { return nested; } }
  return Holder;
}
within();
report();
try { (() => { @dec class Early { @dec late!: Late } class Late {} })(); } catch (error) { console.log(String(error)); }
