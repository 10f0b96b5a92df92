// --- args: --stop-after=parse
interface A { [a,]: 1 }
type B = { []: 1 };
// --- stderr
error[P3045]: index signature parameter must have a type annotation
 --> fail_index_signature_types.ts:1:16
  |
1 | interface A { [a,]: 1 }
  |                ^

error[P3047]: index signature cannot have a trailing comma
 --> fail_index_signature_types.ts:1:17
  |
1 | interface A { [a,]: 1 }
  |                 ^

error[P3043]: index signature must have exactly one parameter
 --> fail_index_signature_types.ts:2:12
  |
2 | type B = { []: 1 };
  |            ^^
