// L34: an import that the program itself is ready to see fail.
try { await import("./in-try.js"); } catch { await import("./in-catch.js"); }
try { await import("./no-catch.js"); } finally {}
try { later(() => import("./in-callback.js")); } catch {}
try { (() => import("./called-at-once.js"))(); } catch {}
import("./caught.js").catch(() => {});
import("./chained.js").then(use).catch(() => {});
import("./two-handlers.js").then(use, fail);
import("./unhandled.js").then(use);
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "dynamic-import", "specifier": "./in-try.js", "optional": true, "span": [83, 96]},
    {"kind": "dynamic-import", "specifier": "./in-catch.js", "span": [122, 137]},
    {"kind": "dynamic-import", "specifier": "./no-catch.js", "span": [161, 176]},
    {"kind": "dynamic-import", "specifier": "./in-callback.js", "span": [217, 235]},
    {"kind": "dynamic-import", "specifier": "./called-at-once.js", "optional": true, "span": [270, 291]},
    {"kind": "dynamic-import", "specifier": "./caught.js", "optional": true, "span": [315, 328]},
    {"kind": "dynamic-import", "specifier": "./chained.js", "optional": true, "span": [354, 368]},
    {"kind": "dynamic-import", "specifier": "./two-handlers.js", "optional": true, "span": [404, 423]},
    {"kind": "dynamic-import", "specifier": "./unhandled.js", "span": [449, 465]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": true,
  "hasTopLevelAwait": true,
  "usesImportMeta": false,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": false,
  "readsImports": false
}
