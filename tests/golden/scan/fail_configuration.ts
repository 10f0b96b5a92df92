// --- package.json
{"name": "host", "perry": {"compilePackages": "a"}}
// --- main.ts
export {};
// --- stdout
main.ts (module)
// --- stderr
error[P5108]: `perry.compilePackages` is an array of names of packages
 --> package.json:1:47
  |
1 | {"name": "host", "perry": {"compilePackages": "a"}}
  |                                               ^^^
