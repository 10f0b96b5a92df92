import { Worker as Thread } from "node:worker_threads";
new Worker(new URL("./web.js", import.meta.url), { type: "module" });
new SharedWorker(new URL("./shared.js", import.meta.url));
new Thread(new URL("./thread.js", import.meta.url));
new URL("./picture.png", import.meta.url);
new URL(name, import.meta.url);
new URL("./page", location.href);
function f(Worker, URL) { new Worker(new URL("./neither.js", import.meta.url)); }
// --- stdout
{
  "goal": "module",
  "requests": [
    {"kind": "import", "specifier": "node:worker_threads", "span": [33, 54]},
    {"kind": "worker", "specifier": "./web.js", "span": [75, 85]},
    {"kind": "worker", "specifier": "./shared.js", "span": [151, 164]},
    {"kind": "worker", "specifier": "./thread.js", "span": [204, 217]},
    {"kind": "asset-url", "specifier": "./picture.png", "span": [246, 261]}
  ],
  "evaluationOrder": [0],
  "imports": [
    {"kind": "named", "request": 0, "imported": "Worker", "local": "Thread", "usedAsValue": true, "span": [9, 25]}
  ],
  "exports": [],
  "directives": [],
  "commonjsExports": [],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": true,
  "hasTopLevelAwait": false,
  "usesImportMeta": true,
  "usesCommonjsGlobals": false,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": true,
  "sideEffectFree": false,
  "readsImports": false
}
