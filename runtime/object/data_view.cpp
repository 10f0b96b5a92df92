#include "runtime/object/data_view.h"

namespace perry::runtime {

static void trace_view(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<DataView*>(object)->buffer_cell);
}
const ObjectClass DataView::kClass = {.name = "DataView", .trace = trace_view};

}  // namespace perry::runtime
