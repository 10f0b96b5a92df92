#pragma once

#include "runtime/object/function.h"

// The functions of the global object (19.2, B.2.1).
namespace perry::runtime::builtins {

Value global_is_finite(Isolate& isolate, const Arguments& arguments);
Value global_is_nan(Isolate& isolate, const Arguments& arguments);
Value global_parse_float(Isolate& isolate, const Arguments& arguments);
Value global_parse_int(Isolate& isolate, const Arguments& arguments);

Value global_decode_uri(Isolate& isolate, const Arguments& arguments);
Value global_decode_uri_component(Isolate& isolate, const Arguments& arguments);
Value global_encode_uri(Isolate& isolate, const Arguments& arguments);
Value global_encode_uri_component(Isolate& isolate, const Arguments& arguments);
Value global_escape(Isolate& isolate, const Arguments& arguments);
Value global_unescape(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime::builtins
