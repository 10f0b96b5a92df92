// Imports that only the metadata of decorated classes may use.
import { Service, Argument, Unused } from "./service";
import Default from "./default";
import * as all from "./all";
import type { Typed } from "./typed";

@decorate
export class Decorated {
  @decorate a: Service;
  @decorate b: all.Thing | null;
  c: Unused;
  constructor(readonly d: Default, e: Promise<Argument>, f: Typed) {}
}
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "./service", "elidable": true, "span": [106, 117]},
    {"kind": "import", "specifier": "./default", "elidable": true, "span": [139, 150]},
    {"kind": "import", "specifier": "./all", "elidable": true, "span": [173, 180]},
    {"kind": "import", "specifier": "./typed", "typeOnly": true, "span": [209, 218]}
  ],
  "evaluationOrder": [0, 1, 2],
  "imports": [
    {"kind": "named", "request": 0, "imported": "Service", "local": "Service", "usedInMetadata": true, "span": [73, 80]},
    {"kind": "named", "request": 0, "imported": "Argument", "local": "Argument", "span": [82, 90]},
    {"kind": "named", "request": 0, "imported": "Unused", "local": "Unused", "span": [92, 98]},
    {"kind": "default", "request": 1, "imported": "default", "local": "Default", "usedInMetadata": true, "span": [126, 133]},
    {"kind": "namespace", "request": 2, "local": "all", "usedInMetadata": true, "span": [159, 167]},
    {"kind": "named", "request": 3, "imported": "Typed", "local": "Typed", "typeOnly": true, "span": [196, 201]}
  ],
  "exports": [
    {"kind": "local", "exported": "Decorated", "local": "Decorated", "span": [244, 253]}
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
