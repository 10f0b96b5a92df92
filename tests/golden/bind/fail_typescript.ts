// --- args: --stop-after=bind
let a = 1;
let a = 2;
import { b } from "x";
const b = 1;
interface Fine {}
class Fine {}
namespace Fine { export let c = 1; }
// --- stderr
error[P2540]: cannot redeclare block-scoped variable `a`
 --> fail_typescript.ts:2:5
  |
1 | let a = 1;
  |     - first declared here
2 | let a = 2;
  |     ^

error[P2540]: cannot redeclare block-scoped variable `b`
 --> fail_typescript.ts:4:7
  |
3 | import { b } from "x";
  |          - first declared here
4 | const b = 1;
  |       ^
