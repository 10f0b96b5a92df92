#pragma once

#include "frontend/module/link_plan.h"
#include "frontend/module/request.h"
#include "frontend/module/signature.h"

// One of everything, for tests of the codecs.
namespace perry::frontend {

FunctionFacts sample_function();
ClassFacts sample_class();
CompileRequest sample_request();
LinkPlan sample_plan();

}  // namespace perry::frontend
