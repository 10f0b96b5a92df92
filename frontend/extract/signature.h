#pragma once

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/module/record.h"
#include "frontend/module/signature.h"

namespace perry::frontend {

// What importers may rely on of a parsed and bound file, whose record is `record`.
ModuleSignature extract_signature(const Ast& ast, const Scopes& scopes, const ModuleRecord& record);

}  // namespace perry::frontend
