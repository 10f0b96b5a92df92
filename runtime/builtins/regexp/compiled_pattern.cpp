#include <cstring>
#include <string>

#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/builtins/regexp/state.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/regexp/compile.h"
#include "runtime/string/atom.h"

namespace perry::runtime::builtins {

namespace {

void trace_pattern(NativeCell* cell, Tracer& tracer) {
  auto* pattern = static_cast<CompiledPattern*>(cell);
  tracer.visit(pattern->source);
  tracer.visit(pattern->names);
}

[[noreturn]] void throw_invalid(Isolate& isolate, String* source, uint32_t flags,
                                const char* reason) {
  std::string message = "Invalid regular expression: /" + to_utf8(source) + '/';
  for (uint32_t i = 0; regexp::kFlagLetters[i] != 0; ++i) {
    if ((flags >> i & 1) != 0) message += regexp::kFlagLetters[i];
  }
  throw_syntax_error(isolate, message + ": " + reason);
}

CompiledPattern* new_pattern(Isolate& isolate, String* source, const regexp::Program& program) {
  const size_t bytes = program.words().size() * sizeof(uint32_t);
  auto* pattern = isolate.heap().allocate<CompiledPattern>(
      CellKind::Internal, static_cast<uint32_t>(InternalType::Native),
      sizeof(CompiledPattern) + bytes);
  pattern->trace = trace_pattern;
  std::memcpy(reinterpret_cast<char*>(pattern + 1), program.words().data(), bytes);
  store(isolate.heap(), pattern, &pattern->source, Value::cell(source));
  const uint32_t name_count = program.view().header().name_count;
  if (name_count == 0) return pattern;
  Slots* names = new_slots(isolate, name_count);
  store(isolate.heap(), pattern, &pattern->names, Value::cell(names));
  regexp::NameReader reader(program.view());
  for (uint32_t i = 0; reader.next(); ++i) {
    String* name = new_string(isolate, reader.name.data(), reader.name.size());
    store(isolate.heap(), names, &names->values()[i], Value::cell(intern(isolate, name)));
  }
  return pattern;
}

}  // namespace

CompiledPattern* compile_pattern(Isolate& isolate, String* source, String* flags) {
  const StringView letters = flags->flatten(isolate);
  const uint32_t bits = regexp::parse_flags(letters, letters.length());
  if (bits == regexp::kInvalidFlags) {
    throw_syntax_error(isolate,
                       "Invalid flags supplied to RegExp constructor '" + to_utf8(flags) + "'");
  }
  const StringView text = source->flatten(isolate);
  RegExpState& state = regexp_state(isolate);
  const size_t slot = (source->hash() ^ bits * 0x9e37'79b1u) % RegExpState::kCacheSize;
  if (!state.cache[slot].is_empty()) {
    auto* cached = static_cast<CompiledPattern*>(state.cache[slot].as_cell());
    if (cached->flags() == bits && equals(cached->source.as<String>(), source)) return cached;
  }
  const std::u16string units =
      text.visit([](auto all) { return std::u16string(all.begin(), all.end()); });
  const auto program = regexp::compile(units, bits);
  if (!program) throw_invalid(isolate, source, bits, message(program.error()));
  CompiledPattern* pattern = new_pattern(isolate, source, *program);
  state.cache[slot] = Value::cell(pattern);
  return pattern;
}

}  // namespace perry::runtime::builtins
