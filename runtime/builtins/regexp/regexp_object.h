#pragma once

#include <cstdint>

#include "runtime/object/object.h"
#include "runtime/regexp/flags.h"
#include "runtime/regexp/program.h"
#include "runtime/string/string.h"

namespace perry::runtime::builtins {

// A pattern with its flags, ready to match. It never changes, so objects share it.
class CompiledPattern : public NativeCell {
 public:
  Value source;  // the text that the constructor was given
  Value names;   // Slots: the atoms of the group names; empty without any

  regexp::ProgramView program() const {
    return regexp::ProgramView(reinterpret_cast<const uint32_t*>(this + 1));
  }
  uint32_t flags() const { return program().header().flags; }
  bool has(regexp::Flag flag) const { return (flags() & flag) != 0; }
  bool is_unicode() const { return has(regexp::kUnicode) || has(regexp::kUnicodeSets); }
  // What it is after each match: the matcher goes on where the last one ended.
  bool keeps_position() const { return has(regexp::kGlobal) || has(regexp::kSticky); }
  uint32_t capture_count() const { return program().header().capture_count; }
};

// Compiles a pattern, or finds it among the last ones; throws the SyntaxError.
CompiledPattern* compile_pattern(Isolate& isolate, String* source, String* flags);

// `lastIndex` is an own property, in the first slot.
class RegExpObject : public Object {
 public:
  static const ObjectClass kClass;

  Value pattern_cell;  // empty until it is initialized

  CompiledPattern* pattern() const { return static_cast<CompiledPattern*>(pattern_cell.as_cell()); }
};

// RegExpAlloc with this prototype.
RegExpObject* allocate_regexp(Isolate& isolate, Value prototype);
// RegExpInitialize.
void initialize_regexp(Isolate& isolate, RegExpObject* regexp, Value pattern, Value flags);
// A new object of %RegExp%.
RegExpObject* new_regexp(Isolate& isolate, CompiledPattern* pattern);

// IsRegExp (7.2.6).
bool is_regexp(Isolate& isolate, Value value);

}  // namespace perry::runtime::builtins
