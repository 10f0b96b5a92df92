#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "perry-cc/ir/module.h"

// Words of the textual form that printer and reader share.
namespace perry::ir {

template <class T>
struct Word {
  std::string_view text;
  T value;
};

inline constexpr std::array<Word<FunctionKind>, 6> kFunctionKindWords = {{
    {"function", FunctionKind::Function},
    {"module", FunctionKind::ModuleInit},
    {"declare", FunctionKind::ModuleDeclare},
    {"script", FunctionKind::Script},
    {"commonjs", FunctionKind::CommonJS},
    {"resume", FunctionKind::Resume},
}};

inline constexpr std::array<Word<FunctionFlag>, 12> kFunctionFlagWords = {{
    {"strict", FunctionFlag::Strict},
    {"arrow", FunctionFlag::Arrow},
    {"method", FunctionFlag::Method},
    {"getter", FunctionFlag::Getter},
    {"setter", FunctionFlag::Setter},
    {"class_constructor", FunctionFlag::Class},
    {"derived", FunctionFlag::Derived},
    {"async", FunctionFlag::Async},
    {"generator", FunctionFlag::Generator},
    {"uses_this", FunctionFlag::UsesThis},
    {"uses_arguments", FunctionFlag::UsesArguments},
    {"field_init", FunctionFlag::FieldInit},
}};

inline constexpr std::array<Word<BindingKind>, 4> kBindingKindWords = {{
    {"local", BindingKind::Local},
    {"export", BindingKind::Export},
    {"import", BindingKind::Import},
    {"namespace", BindingKind::Namespace},
}};

inline constexpr std::array<Word<ExpressionText::Kind>, 2> kExpressionTextWords = {{
    {"callee", ExpressionText::Kind::Callee},
    {"iterable", ExpressionText::Kind::Iterable},
}};

inline constexpr std::array<Word<GlobalDeclaration::Kind>, 4> kGlobalKindWords = {{
    {"var", GlobalDeclaration::Kind::Var},
    {"function", GlobalDeclaration::Kind::Function},
    {"let", GlobalDeclaration::Kind::Let},
    {"const", GlobalDeclaration::Kind::Const},
}};

// Constants of big literals that are no number, string or nested literal.
inline constexpr std::array<Word<DataValue::Kind>, 5> kDataWords = {{
    {"undefined", DataValue::Kind::Undefined},
    {"null", DataValue::Kind::Null},
    {"false", DataValue::Kind::False},
    {"true", DataValue::Kind::True},
    {"hole", DataValue::Kind::Hole},
}};

template <class T, size_t N>
constexpr std::string_view word_of(const std::array<Word<T>, N>& words, T value) {
  for (const Word<T>& word : words)
    if (word.value == value) return word.text;
  return {};
}

}  // namespace perry::ir
