export enum Color { Red, Green = Red << 1 }
export const enum Fast { A }
export declare const ambient: number;
export declare function declared(): void;
export interface Shape {}
export type Alias = Shape;
export namespace Values { export const v = 1; }
export namespace Types { export interface T {} }
export namespace Dotted.Inner { export const v = 1; }
export abstract class Base { abstract f(): void; }
export function overloaded(x: string): void;
export function overloaded(x: number): void;
export function overloaded(x: unknown) {}
// --- stdout
{
  "goal": "module",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [
    {"kind": "local", "exported": "Color", "local": "Color", "span": [12, 17]},
    {"kind": "local", "exported": "Fast", "local": "Fast", "span": [62, 66]},
    {"kind": "local", "exported": "ambient", "local": "ambient", "typeOnly": true, "span": [94, 101]},
    {"kind": "local", "exported": "declared", "local": "declared", "typeOnly": true, "span": [135, 143]},
    {"kind": "local", "exported": "Shape", "local": "Shape", "typeOnly": true, "span": [170, 175]},
    {"kind": "local", "exported": "Alias", "local": "Alias", "typeOnly": true, "span": [191, 196]},
    {"kind": "local", "exported": "Values", "local": "Values", "span": [223, 229]},
    {"kind": "local", "exported": "Types", "local": "Types", "typeOnly": true, "span": [271, 276]},
    {"kind": "local", "exported": "Dotted", "local": "Dotted", "span": [320, 326]},
    {"kind": "local", "exported": "Base", "local": "Base", "span": [379, 383]},
    {"kind": "local", "exported": "overloaded", "local": "overloaded", "span": [424, 434]}
  ],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": true,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": false,
  "readsImports": false
}
