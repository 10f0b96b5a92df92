const constant = "./constant.js";
const dir = "./dir";
import("./literal.js");
import(`./template.js`);
import("./con" + "cat" + ".js");
import(`./locale/${name}.js`);
import("./a/" + name + ".js");
import(`${dir}/${a}${b}.js`);
import(`./star*/${a}`);
import(constant);
import(a + b);
import(compute());
import(flag ? "./yes.js" : other ? "./no.js" : compute());
import("./data.json", { with: { type: "json" } });
import.defer("./late.js");
import.source("./program.wasm");
async function inner() { return import((await import("./first.js")).next); }
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "dynamic-import", "specifier": "./literal.js", "span": [62, 76]},
    {"kind": "dynamic-import", "specifier": "./template.js", "span": [86, 101]},
    {"kind": "dynamic-import", "specifier": "./concat.js", "span": [111, 134]},
    {"kind": "dynamic-pattern", "specifier": "./locale/*.js", "span": [144, 165]},
    {"kind": "dynamic-pattern", "specifier": "./a/*.js", "span": [175, 196]},
    {"kind": "dynamic-pattern", "specifier": "./dir/*.js", "span": [206, 226]},
    {"kind": "dynamic-pattern", "specifier": "./star\\*/*", "span": [236, 250]},
    {"kind": "dynamic-import", "specifier": "./constant.js", "span": [260, 268]},
    {"kind": "dynamic-unknown", "specifier": "", "span": [278, 283]},
    {"kind": "dynamic-unknown", "specifier": "", "span": [293, 302]},
    {"kind": "dynamic-import", "specifier": "./yes.js", "span": [319, 329]},
    {"kind": "dynamic-import", "specifier": "./no.js", "span": [340, 349]},
    {"kind": "dynamic-unknown", "specifier": "", "span": [352, 361]},
    {"kind": "dynamic-import", "specifier": "./data.json", "attributes": {"type": "json"}, "span": [371, 384]},
    {"kind": "dynamic-import", "specifier": "./late.js", "phase": "defer", "span": [428, 439]},
    {"kind": "dynamic-import", "specifier": "./program.wasm", "phase": "source", "span": [456, 472]},
    {"kind": "dynamic-unknown", "specifier": "", "span": [514, 547]},
    {"kind": "dynamic-import", "specifier": "./first.js", "span": [528, 540]}
  ],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": false,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": false,
  "readsImports": false
}
