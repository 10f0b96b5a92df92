#pragma once

#include <string_view>

#include "frontend/module/record.h"

// How dumps and messages spell a record's enumerations.
namespace perry::frontend {

std::string_view to_string(RequestKind kind);
std::string_view to_string(ImportEntry::Kind kind);
std::string_view to_string(ExportEntry::Kind kind);
std::string_view to_string(Directive::Kind kind);

}  // namespace perry::frontend
