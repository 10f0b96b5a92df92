// --- args: --stop-after=parse
module "x" {}
namespace "y" {}
global {}
function f() { namespace A {} }
namespace B { import c = require("c"); export = c; }
namespace C.if.D {}
// --- stderr
error[P3107]: only ambient modules can use quoted names
 --> fail_namespaces.ts:1:8
  |
1 | module "x" {}
  |        ^^^

error[P1101]: expected a name, found a string
 --> fail_namespaces.ts:2:11
  |
2 | namespace "y" {}
  |           ^^^

error[P3109]: augmentation of the global scope needs a `declare` modifier
 --> fail_namespaces.ts:3:1
  |
3 | global {}
  | ^^^^^^

error[P3108]: namespace declaration is only allowed at the top level of a namespace or module
 --> fail_namespaces.ts:4:16
  |
4 | function f() { namespace A {} }
  |                ^^^^^^^^^

error[P3111]: import declaration in a namespace cannot reference a module
 --> fail_namespaces.ts:5:26
  |
5 | namespace B { import c = require("c"); export = c; }
  |                          ^^^^^^^^^^^^

error[P3113]: export assignment cannot be used in a namespace
 --> fail_namespaces.ts:5:40
  |
5 | namespace B { import c = require("c"); export = c; }
  |                                        ^^^^^^^^
