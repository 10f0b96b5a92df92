#include <limits>

#include "runtime/builtins/global/functions.h"
#include "runtime/exec/eval.h"
#include "runtime/object/builtin.h"

// The global object (19).
namespace perry::runtime::builtins {
namespace {

Value global_this(Isolate& isolate) { return intrinsic(isolate, Intrinsic::Global); }

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/global/global.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kGlobal;
constexpr BuiltinTable kGlobal = builtin::object(kRows);

}  // namespace perry::runtime::builtins
