#include "runtime/object/builtin.h"

// The table of each intrinsic object, in the order of intrinsics.def.
namespace perry::runtime {

namespace builtins {
#define INTRINSIC(name, table) extern const BuiltinTable table;
#include "runtime/object/intrinsics.def"
}  // namespace builtins

const BuiltinTable* const kBuiltinTables[kIntrinsicCount] = {
#define INTRINSIC(name, table) &builtins::table,
#include "runtime/object/intrinsics.def"
};

}  // namespace perry::runtime
