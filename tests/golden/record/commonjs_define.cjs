Object.defineProperty(exports, "__esModule", { value: true });
Object.defineProperty(exports, 'a', { enumerable: true, get: function () { return q.p; } });
Object.defineProperty(exports, 'b', { enumerable: true, get: function get() { return q['p']; } });
Object.defineProperty(module.exports, 'c', { enumerable: true, get () { return b; }, });
Object.defineProperty(exports, 'd', { value: 'd' });
Object.defineProperty(exports, 'no1', { enumerable: false, get() { return p; } });
Object.defineProperty(exports, 'no2', { get: () => p });
Object.defineProperty(exports, 'no3', { enumerable: true, get() { return f(); } });
exports.no3 = 1;
// --- stdout
{
  "goal": "commonjs",
  "requests": [],
  "evaluationOrder": [],
  "imports": [],
  "exports": [],
  "directives": [],
  "commonjsExports": ["__esModule", "a", "b", "c", "d"],
  "commonjsReexports": [],
  "pureFunctions": [],
  "hasModuleSyntax": false,
  "hasTopLevelAwait": false,
  "usesImportMeta": false,
  "usesCommonjsGlobals": true,
  "usesJsx": false,
  "usesDirectEval": false,
  "strict": false,
  "sideEffectFree": false,
  "readsImports": false
}
