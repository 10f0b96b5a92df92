#include "perry-cc/ir/print.h"

#include <charconv>
#include <cmath>

#include "perry-cc/ir/words.h"
#include "support/base/utf8.h"

namespace perry::ir {

namespace {

class Printer {
 public:
  Printer(std::string& out, const Module& module) : out_(out), module_(module) {}

  void print_module();
  void print_function(FunctionId id);

 private:
  void text(std::string_view part) { out_ += part; }
  void number(uint64_t value) { out_ += std::to_string(value); }
  void atom(AtomId id) {
    if (id)
      append_quoted(out_, module_.atoms.text(id));
    else
      text("none");
  }
  template <class Tag>
  void reference(support::Id<Tag> id) {
    text("@");
    if (id)
      number(id.index);
    else
      text("none");
  }
  // "kind N:" of one of the module's tables.
  void heading(std::string_view table, size_t index) {
    text(table);
    text(" ");
    number(index);
  }

  void print_tables();
  void print_template(const Template& item);
  void print_data(const Data& item);
  void print_binding(const Binding& item);
  void print_info(const FunctionInfo& info);
  void print_block(const Function& function, const TextNumbers& numbers, BlockId id);
  void print_instruction(const Function& function, const TextNumbers& numbers, ValueId id);
  void print_immediate(const Instruction& i, ImmediateKind kind);
  void print_edge(const Function& function, const TextNumbers& numbers, EdgeId id);
  void value(const TextNumbers& numbers, ValueId id) {
    text("v");
    if (numbers.of(id) == UINT32_MAX)
      text("?");
    else
      number(numbers.of(id));
  }

  std::string& out_;
  const Module& module_;
};

void Printer::print_module() {
  text("module ");
  atom(module_.module_id);
  text(" ");
  atom(module_.source_path);
  text("\n");
  print_tables();
  for (uint32_t i = 0; i < module_.function_count(); i++) print_function(FunctionId(i));
}

void Printer::print_tables() {
  size_t index = 0;
  for (const ObjectLiteral& literal : module_.literals) {
    heading("literal", index++);
    const char* before = ": ";
    for (const AtomId key : literal.keys) {
      text(before);
      atom(key);
      before = ", ";
    }
    text("\n");
  }
  index = 0;
  for (const Template& item : module_.templates) {
    heading("template", index++);
    print_template(item);
  }
  index = 0;
  for (const Data& item : module_.data) {
    heading("data", index++);
    print_data(item);
  }
  index = 0;
  for (const Binding& item : module_.bindings) {
    heading("binding", index++);
    print_binding(item);
  }
  index = 0;
  for (const ClassLayout& item : module_.classes) {
    heading("class", index++);
    text(" ");
    atom(item.name);
    if (item.base) {
      text(" extends ");
      reference(item.base);
    }
    if (item.is_derived) text(" derived");
    const char* before = ": ";
    for (const AtomId field : item.fields) {
      text(before);
      atom(field);
      before = ", ";
    }
    text("\n");
  }
  for (const ExpressionText& item : module_.texts) {
    text("text ");
    text(word_of(kExpressionTextWords, item.kind));
    text(" !");
    number(item.position);
    text(" ");
    atom(item.text);
    text("\n");
  }
  for (const GlobalDeclaration& item : module_.globals) {
    text("global ");
    text(word_of(kGlobalKindWords, item.kind));
    text(" ");
    atom(item.name);
    text("\n");
  }
}

void Printer::print_template(const Template& item) {
  const char* before = ": ";
  for (const Template::Piece& piece : item.pieces) {
    text(before);
    atom(piece.cooked);
    text(" raw ");
    atom(piece.raw);
    before = ", ";
  }
  text("\n");
}

void Printer::print_data(const Data& item) {
  if (item.kind == Data::Kind::Array) {
    text(" array");
  } else {
    text(" object ");
    reference(item.keys);
  }
  const char* before = ": ";
  for (const DataValue& v : item.values) {
    text(before);
    before = ", ";
    switch (v.kind) {
      case DataValue::Kind::Number:
        append_double(out_, v.number);
        break;
      case DataValue::Kind::String:
        atom(v.string);
        break;
      case DataValue::Kind::Nested:
        reference(v.nested);
        break;
      default:
        text(word_of(kDataWords, v.kind));
        break;
    }
  }
  text("\n");
}

void Printer::print_binding(const Binding& item) {
  text(" ");
  text(word_of(kBindingKindWords, item.kind));
  if (item.kind == BindingKind::Import || item.kind == BindingKind::Namespace) {
    text(" ");
    atom(item.module);
  }
  if (item.kind != BindingKind::Namespace) {
    text(" ");
    atom(item.name);
  } else if (item.name) {
    text(" defer");
  }
  if (has(item.flags, BindingFlag::Const)) text(" const");
  if (has(item.flags, BindingFlag::MayBeUninitialized)) text(" maybe_uninitialized");
  if (item.function) {
    text(" is ");
    reference(item.function);
  }
  text("\n");
}

void Printer::print_info(const FunctionInfo& info) {
  if (info.name) {
    text(" ");
    atom(info.name);
  }
  if (info.shown_name) {
    text(" shown ");
    atom(info.shown_name);
  }
  if (info.kind != FunctionKind::Function) {
    text(" ");
    text(word_of(kFunctionKindWords, info.kind));
  }
  for (const auto& word : kFunctionFlagWords) {
    if (!has(info.flags, word.value)) continue;
    text(" ");
    text(word.text);
  }
  if (info.length != 0) {
    text(" length ");
    number(info.length);
  }
  if (info.parameter_count != 0) {
    text(" parameters ");
    number(info.parameter_count);
  }
  if (info.source != support::Span()) {
    text(" source ");
    number(info.source.start);
    text("..");
    number(info.source.end);
  }
  if (info.class_id) {
    text(" class ");
    reference(info.class_id);
  }
  if (info.kind == FunctionKind::Resume) {
    text(" of ");
    reference(info.frame.start);
    text(" slots ");
    number(info.frame.value_slots);
    text(" raw ");
    number(info.frame.raw_slots);
  }
  const char* before = " captures ";
  for (const Capture& capture : info.captures) {
    text(before);
    text(capture.kind == Capture::Kind::Box ? "box " : "value ");
    atom(capture.name);
    before = ", ";
  }
}

void Printer::print_function(FunctionId id) {
  const Function& function = module_.function(id);
  text("\nfunction ");
  number(id.index);
  print_info(function.info);
  text(" {\n");
  const TextNumbers numbers(function);
  for (const BlockId block : function.blocks()) print_block(function, numbers, block);
  text("}\n");
}

void Printer::print_block(const Function& function, const TextNumbers& numbers, BlockId id) {
  const Block& block = function.block(id);
  text("block");
  number(numbers.of(id));
  const char* before = "(";
  for (ValueId p = function.first_parameter(id); p; p = function.next_parameter(p)) {
    text(before);
    value(numbers, p);
    text(": ");
    text(type_text(function[p].type));
    before = ", ";
  }
  if (block.parameter_count > 0) text(")");
  if (block.kind == BlockKind::Handler) text(" handler");
  if (block.kind == BlockKind::Resume) text(" resume");
  if (block.is_generic) text(" generic");
  if (block.unwind) {
    text(" unwind ");
    print_edge(function, numbers, block.unwind);
  }
  text(":\n");
  for (ValueId v = function.first_instruction(id); v; v = function[v].next)
    print_instruction(function, numbers, v);
}

void Printer::print_edge(const Function& function, const TextNumbers& numbers, EdgeId id) {
  text("block");
  const uint32_t target = numbers.of(function.edge(id).target);
  if (target == UINT32_MAX)
    text("?");
  else
    number(target);
  const auto arguments = function.arguments(id);
  if (arguments.empty()) return;
  const char* before = "(";
  for (const ValueId argument : arguments) {
    text(before);
    value(numbers, argument);
    before = ", ";
  }
  text(")");
}

void Printer::print_instruction(const Function& function, const TextNumbers& numbers, ValueId id) {
  const Instruction& i = function[id];
  const OpInfo& info = op_info(i.op);
  text("  ");
  if (i.type != Type()) {
    value(numbers, id);
    if (i.type != Type(info.result)) {
      text(": ");
      text(type_text(i.type));
    }
    text(" = ");
  }
  text(info.text);
  print_immediate(i, info.immediate);
  if (has_site(i.op) && i.second != 0) text(" site " + std::to_string(i.second));
  const char* before = " ";
  for (const ValueId operand : function.operands(id)) {
    text(before);
    value(numbers, operand);
    before = ", ";
  }
  for (uint32_t e = 0; e < function.edge_count(id); e++) {
    text(before);
    print_edge(function, numbers, function.edge_of(id, e));
    before = ", ";
  }
  if (i.position != 0) {
    text(" !");
    number(i.position);
  }
  text("\n");
}

void Printer::print_immediate(const Instruction& i, ImmediateKind kind) {
  const Immediate immediate = i.immediate();
  const auto mode = [&](uint32_t which) {
    text(" ");
    text(mode_name(kind, which));
  };
  switch (kind) {
    case ImmediateKind::None:
    case ImmediateKind::Edges:
      break;
    case ImmediateKind::Double:
      text(" ");
      append_double(out_, immediate.as_double());
      break;
    case ImmediateKind::Int32:
      text(" " + std::to_string(immediate.as_int32()));
      break;
    case ImmediateKind::Bool:
      text(immediate.as_bool() ? " true" : " false");
      break;
    case ImmediateKind::Index:
      text(" " + std::to_string(immediate.first));
      break;
    case ImmediateKind::Atom:
      text(" ");
      atom(immediate.as<AtomId>());
      break;
    case ImmediateKind::AtomStrict:
    case ImmediateKind::Error:
      mode(immediate.mode);
      text(" ");
      atom(immediate.as<AtomId>());
      break;
    case ImmediateKind::Leave:
      mode(immediate.mode);
      text(" " + std::to_string(immediate.first));
      break;
    case ImmediateKind::RegExp:
      text(" ");
      atom(AtomId(immediate.first));
      text(" ");
      atom(AtomId(immediate.second));
      break;
    case ImmediateKind::Method:
      mode(immediate.mode & (Immediate::kEnumerable - 1u));
      if (immediate.mode & Immediate::kEnumerable) text(" enumerable");
      break;
    case ImmediateKind::Function:
    case ImmediateKind::Literal:
    case ImmediateKind::Template:
    case ImmediateKind::Data:
    case ImmediateKind::ModuleBinding:
      text(" ");
      reference(immediate.as<FunctionId>());  // all ids print alike
      break;
    case ImmediateKind::Import:
      mode(immediate.mode);
      text(" ");
      text(immediate.first == UINT32_MAX ? "none" : std::to_string(immediate.first));
      break;
    default:
      mode(immediate.mode);
      break;
  }
}

}  // namespace

TextNumbers::TextNumbers(const Function& function) {
  uint32_t next_block = 0;
  uint32_t next_value = 0;
  for (const BlockId block : function.blocks()) {
    blocks_.set(block, next_block++);
    for (ValueId v = function.block(block).first; v; v = function[v].next)
      if (function[v].type != Type()) values_.set(v, next_value++);
  }
}

std::string print(const Module& module) {
  std::string out;
  Printer(out, module).print_module();
  return out;
}

void print_function(std::string& out, const Module& module, FunctionId id) {
  Printer(out, module).print_function(id);
}

std::string type_text(Type type) {
  std::string text(rep_name(type.rep()));
  if (type.class_id()) text += '#' + std::to_string(type.class_id().index);
  return text;
}

void append_double(std::string& out, double value) {
  if (std::isnan(value)) {
    out += "nan";
    return;
  }
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  out.append(buffer, end);
}

void append_quoted(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += text[at++];
    } else if (byte == '\n') {
      out += "\\n";
      at++;
    } else if (byte >= 0x20 && byte < 0x7f) {
      out += text[at++];
    } else if (const support::Utf8Step step = support::decode_utf8(text, at);
               byte >= 0x80 && !step.is_malformed) {
      out += text.substr(at, step.size);
      at += step.size;
    } else {
      out += "\\x";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
      at++;
    }
  }
  out += '"';
}

}  // namespace perry::ir
