#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "perry-cc/ir/function.h"
#include "perry-cc/ir/type.h"
#include "support/base/arena.h"
#include "support/base/id_containers.h"

namespace perry::ir {

// The texts of a module, each once, as UTF-8 with lone surrogates in their three-byte form.
class AtomTable {
 public:
  AtomId intern(std::string_view text);
  std::string_view text(AtomId id) const { return texts_[id]; }
  size_t size() const { return texts_.size(); }

 private:
  support::Arena arena_;
  support::IdVector<AtomId, std::string_view> texts_;
  std::unordered_map<std::string_view, AtomId> ids_;
};

// The named properties of an object literal, in order and without repetition; NewObject gives their
// values. Keys that look like array indices, computed keys, methods and accessors are defined
// behind it.
struct ObjectLiteral {
  std::vector<AtomId> keys;
};

// The strings of a tagged template.
struct Template {
  struct Piece {
    AtomId cooked;  // none: it has an escape that only `raw` may have
    AtomId raw;
  };
  std::vector<Piece> pieces;
};

// A constant of a big literal.
struct DataValue {
  enum class Kind : uint8_t { Undefined, Null, False, True, Hole, Number, String, Nested };
  Kind kind = Kind::Undefined;
  double number = 0;
  AtomId string = {};
  DataId nested = {};
};

// A big literal of constants: an array, or an object with the keys of `keys`.
struct Data {
  enum class Kind : uint8_t { Array, Object };
  Kind kind = Kind::Array;
  LiteralId keys;
  std::vector<DataValue> values;
};

enum class BindingKind : uint8_t {
  Local,      // of this module, seen by no other
  Export,     // of this module under its canonical name
  Import,     // another module's export: `module` and `name`
  Namespace,  // the namespace object of `module`
};
enum class BindingFlag : uint8_t {
  None = 0,
  Const = 1 << 0,               // never changes once it is initialised
  MayBeUninitialized = 1 << 1,  // a load may give Empty
};
constexpr BindingFlag operator|(BindingFlag a, BindingFlag b) {
  return static_cast<BindingFlag>(static_cast<uint8_t>(a) | static_cast<uint8_t>(b));
}
constexpr bool has(BindingFlag set, BindingFlag flag) {
  return (static_cast<uint8_t>(set) & static_cast<uint8_t>(flag)) == static_cast<uint8_t>(flag);
}

// A variable of the module's top level, or of another's.
struct Binding {
  BindingKind kind = BindingKind::Local;
  BindingFlag flags = BindingFlag::None;
  AtomId name;          // an export's canonical name
  AtomId module;        // the id of the module that owns an import
  FunctionId function;  // the function it always holds, where that is proven
};

// What a script declares in the global environment (GlobalDeclarationInstantiation).
struct GlobalDeclaration {
  enum class Kind : uint8_t { Var, Function, Let, Const };  // classes are Let
  Kind kind = Kind::Var;
  AtomId name;
};

// How an expression looks, for messages about what happens at a position to its value.
struct ExpressionText {
  enum class Kind : uint8_t { Callee, Iterable };
  uint32_t position = 0;
  Kind kind = Kind::Callee;
  AtomId text;
};

// The fields that instances of a class have when its constructor is done, in order.
struct ClassLayout {
  AtomId name;
  ClassId base;
  std::vector<AtomId> fields;
  bool is_derived = false;  // the fields of another class stand before these
};

// Everything that one source file becomes. Functions stay where they are as more are added.
class Module {
 public:
  AtomId module_id;    // of the module graph
  AtomId source_path;  // as traces show it

  AtomTable atoms;
  support::IdVector<LiteralId, ObjectLiteral> literals;
  support::IdVector<TemplateId, Template> templates;
  support::IdVector<DataId, Data> data;
  support::IdVector<BindingId, Binding> bindings;
  support::IdVector<ClassId, ClassLayout> classes;
  std::vector<GlobalDeclaration> globals;
  std::vector<ExpressionText> texts;

  // The classes that have a field of this name.
  std::span<const ClassId> classes_with(AtomId field);
  // A literal with the fields of a class as its keys.
  LiteralId fields_of(ClassId id);

  // The first one is the module's initialisation.
  FunctionId new_function() {
    const FunctionId id = functions_.push_back(std::make_unique<Function>());
    functions_[id]->self = id;
    return id;
  }
  size_t function_count() const { return functions_.size(); }
  Function& function(FunctionId id) { return *functions_[id]; }
  const Function& function(FunctionId id) const { return *functions_[id]; }

 private:
  support::IdVector<FunctionId, std::unique_ptr<Function>> functions_;
  std::unordered_map<uint32_t, std::vector<ClassId>> classes_by_field_;
  uint32_t indexed_classes_ = 0;
  std::unordered_map<uint32_t, LiteralId> class_literals_;
};

}  // namespace perry::ir
