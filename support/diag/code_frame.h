#pragma once

#include "support/diag/render.h"
#include "support/diag/styled_text.h"

namespace perry::support {

// Digits that the line numbers of a diagnostic's frames need.
size_t gutter_width(const SourceFile& file, const Diagnostic& diagnostic);

// `  | ` before a row without a number, `3 | ` before one with (numbers are zero-based here).
void put_empty_gutter(StyledText& out, size_t width);
void put_gutter(StyledText& out, size_t width, uint32_t line, std::string_view separator = " | ");

// The lines that a diagnostic speaks of, with its ranges underlined and labelled.
void put_code_frame(StyledText& out, const SourceFile& file, const Diagnostic& diagnostic,
                    const TextOptions& options);

// What the source becomes when a fix is applied.
void put_fix_preview(StyledText& out, const SourceFile& file, const DiagnosticFix& fix,
                     size_t gutter, const TextOptions& options);

}  // namespace perry::support
