#pragma once

// The intermediate representation: a control-flow graph in SSA form with JavaScript-level
// operations. docs/ir.md describes it, its rules and its textual form.
#include "perry-cc/ir/function.h"
#include "perry-cc/ir/module.h"
#include "perry-cc/ir/op.h"
#include "perry-cc/ir/type.h"
