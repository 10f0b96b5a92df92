// Shapes of modules that break when exports are looked up by how they are spelt.
import { a, b, inner } from "./lib/aliases.mjs";
import { graphql } from "./lib/graphql.mjs";
import { null as nothing, undefined as missing, string } from "./lib/words.mjs";
import * as words from "./lib/words.mjs";
import { Flags, later, Direct } from "./lib/enums.mjs";
import { Flags as Again } from "./lib/barrel.mjs";
import { Self, value } from "./lib/self.mjs";
import { hasChildren, Leaf, kept } from "./lib/barrel.mjs";
import * as effect from "./lib/effect.mjs";
import * as remeda from "./lib/remeda.mjs";
import { omit, map } from "./lib/remeda.mjs";
import { Dispatcher } from "./lib/barrel.cjs";
import Leaf2 from "./lib/leaf.cjs";
import { FiberA, FiberB } from "./lib/fibers.mjs";
import { required } from "./lib/requires.cjs";

console.log("L05, L09, L11", a(), b, inner());
console.log("L08", graphql(), "L11", graphql === graphql);
console.log("L28", nothing, missing, string, words.null, Object.keys(words).join());
console.log("L21", Flags.None, Flags[1], Flags === Again, later, Direct.A);
console.log("L17, L22", Self === Self.Self, value, Self.value, (await import("./lib/self.mjs")) === Self);
console.log("L24", hasChildren({ children: [1] }), new Leaf().name, kept);
console.log("L25", effect.omit(), remeda.omit(), omit(), map(), effect.map());
const d = new Dispatcher();
console.log("L29, L30", d instanceof Leaf2, Dispatcher === Leaf2, d.dispatch());
console.log("L31", FiberA !== FiberB, FiberA.name, FiberB.name, new FiberA() instanceof FiberB);
console.log("L18", required);
console.log("L34", (await import("./lib/dynamic/one.mjs")).default, (await import(`./lib/dynamic/two.mjs`)).default);
try {
  await import(["./lib", "dynamic", "three.mjs"].join("/"));
} catch (e) {
  console.log("L34", e.name, e.code);
}
