#pragma once

#include <cstdint>

namespace perry::frontend {

enum class Goal : uint8_t { Script, Module, CommonJS };

enum class Dialect : uint8_t { JavaScript, TypeScript };

// What the file name and the project say of a file before it is read.
struct SourceOptions {
  Goal goal = Goal::Module;
  Dialect dialect = Dialect::JavaScript;
  bool jsx = false;                     // `<` may start an element (.jsx, .tsx, and .js by default)
  bool declaration_file = false;        // .d.ts, .d.mts, .d.cts: everything is ambient
  bool reserve_angle_brackets = false;  // .mts, .cts: no `<T>x`, and `<T,>() =>` with the comma
  bool annex_b = true;                  // HTML-like comments, legacy octal, sloppy function forms
  bool strict = false;                  // as if "use strict" came first

  bool typescript() const { return dialect == Dialect::TypeScript; }
  friend bool operator==(const SourceOptions&, const SourceOptions&) = default;
};

}  // namespace perry::frontend
