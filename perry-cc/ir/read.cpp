#include "perry-cc/ir/read.h"

#include <utility>
#include <vector>

#include "perry-cc/ir/op.h"
#include "perry-cc/ir/text_scanner.h"
#include "perry-cc/ir/words.h"

// One pass over the text. Values and blocks may be named before they are defined, so operands and
// edges hold the numbers of the text until the function's end, where all are put right at once.
namespace perry::ir {

namespace {

class Reader : TextScanner {
 public:
  using TextScanner::TextScanner;

  std::expected<Module, ReadError> read_module();

 private:
  // Numbers of the text and what they stand for, in one function.
  template <class IdType>
  class Names {
   public:
    static constexpr uint32_t kUnused = UINT32_MAX;
    void mention(uint32_t number, uint32_t offset) {
      Entry& entry = at(number);
      if (entry.mentioned == kUnused) entry.mentioned = offset;
    }
    // False if it is defined already.
    bool define(uint32_t number, IdType id) {
      Entry& entry = at(number);
      if (!entry.id.is_none()) return false;
      entry.id = id;
      return true;
    }
    IdType find(uint32_t number) const {
      return number < entries_.size() ? entries_[number].id : IdType();
    }
    // Where the first number stands that is mentioned but not defined.
    uint32_t first_missing() const {
      uint32_t first = kUnused;
      for (const Entry& entry : entries_)
        if (entry.id.is_none() && entry.mentioned < first) first = entry.mentioned;
      return first;
    }

   private:
    struct Entry {
      IdType id;
      uint32_t mentioned = kUnused;
    };
    Entry& at(uint32_t number) {
      if (number >= entries_.size()) entries_.resize(size_t{number} + 1);
      return entries_[number];
    }
    std::vector<Entry> entries_;
  };

  AtomId read_atom(bool may_be_none = false);

  // --- tables ---
  void read_index(std::string_view table, size_t expected);
  template <class F>
  void read_list(F&& read_item);
  void read_table_row();
  void read_template();
  void read_data();
  void read_binding();
  void read_class();

  // --- functions ---
  void read_function();
  void read_info(FunctionInfo& info);
  void read_block_heading(Function& function);
  void read_instruction(Function& function, BlockId block);
  Immediate read_immediate(ImmediateKind kind);
  uint16_t read_mode(ImmediateKind kind);
  void read_operands_and_edges(Function& function, BlockId block);
  EdgeId read_edge(Function& function, BlockId block, uint32_t number, uint32_t offset);
  void define_value(uint32_t number, uint32_t offset, ValueId id);
  void put_right(Function& function);

  Module module_;
  Names<ValueId> values_;
  Names<BlockId> blocks_;
  std::vector<ValueId> operands_;  // of the instruction, as numbers of the text
  std::vector<ValueId> arguments_;
  std::vector<EdgeId> edges_;
};

AtomId Reader::read_atom(bool may_be_none) {
  if (may_be_none && try_word("none")) return AtomId();
  if (token().kind != TokenKind::String) {
    fail_expected("a string");
    return AtomId();
  }
  const AtomId id = module_.atoms.intern(decoded());
  advance();
  return id;
}

// --- tables ---

void Reader::read_index(std::string_view table, size_t expected) {
  const uint32_t offset = token().offset;
  if (read_uint32("a number") != expected)
    fail(offset, "this is " + std::string(table) + " " + std::to_string(expected));
}

template <class F>
void Reader::read_list(F&& read_item) {
  if (!try_symbol(':')) return;
  do read_item();
  while (try_symbol(','));
}

void Reader::read_table_row() {
  if (try_word("literal")) {
    read_index("literal", module_.literals.size());
    ObjectLiteral literal;
    read_list([&] { literal.keys.push_back(read_atom()); });
    module_.literals.push_back(std::move(literal));
  } else if (try_word("template")) {
    read_template();
  } else if (try_word("data")) {
    read_data();
  } else if (try_word("binding")) {
    read_binding();
  } else if (try_word("class")) {
    read_class();
  } else if (try_word("text")) {
    ExpressionText item;
    item.kind = read_one_of(kExpressionTextWords, "`callee` or `iterable`");
    expect_symbol('!');
    item.position = read_uint32("a position");
    item.text = read_atom();
    module_.texts.push_back(item);
  } else if (try_word("global")) {
    GlobalDeclaration declaration;
    declaration.kind = read_one_of(kGlobalKindWords, "`var`, `function`, `let` or `const`");
    declaration.name = read_atom();
    module_.globals.push_back(declaration);
  } else {
    fail_expected("a table's row or a function");
  }
  expect_newline();
}

void Reader::read_template() {
  read_index("template", module_.templates.size());
  Template item;
  read_list([&] {
    Template::Piece piece;
    piece.cooked = read_atom(true);
    expect_word("raw");
    piece.raw = read_atom();
    item.pieces.push_back(piece);
  });
  module_.templates.push_back(std::move(item));
}

void Reader::read_data() {
  read_index("data", module_.data.size());
  Data item;
  if (try_word("object")) {
    item.kind = Data::Kind::Object;
    item.keys = LiteralId(read_reference());
  } else {
    expect_word("array");
  }
  read_list([&] {
    DataValue v;
    if (token().kind == TokenKind::String) {
      v.kind = DataValue::Kind::String;
      v.string = read_atom();
    } else if (at_symbol('@')) {
      v.kind = DataValue::Kind::Nested;
      v.nested = DataId(read_reference());
    } else if (token().kind == TokenKind::Number || at_word("nan") || at_word("inf")) {
      v.kind = DataValue::Kind::Number;
      v.number = read_double();
    } else {
      v.kind = read_one_of(kDataWords, "a constant");
    }
    item.values.push_back(v);
  });
  module_.data.push_back(std::move(item));
}

void Reader::read_binding() {
  read_index("binding", module_.bindings.size());
  Binding item;
  item.kind = read_one_of(kBindingKindWords, "`local`, `export`, `import` or `namespace`");
  if (item.kind == BindingKind::Import || item.kind == BindingKind::Namespace)
    item.module = read_atom();
  if (item.kind != BindingKind::Namespace)
    item.name = read_atom();
  else if (try_word("defer"))
    item.name = module_.atoms.intern("defer");
  if (try_word("const")) item.flags = item.flags | BindingFlag::Const;
  if (try_word("maybe_uninitialized")) item.flags = item.flags | BindingFlag::MayBeUninitialized;
  if (try_word("is")) item.function = FunctionId(read_reference());
  module_.bindings.push_back(item);
}

void Reader::read_class() {
  read_index("class", module_.classes.size());
  ClassLayout item;
  item.name = read_atom(true);
  if (try_word("extends")) item.base = ClassId(read_reference());
  item.is_derived = try_word("derived");
  read_list([&] { item.fields.push_back(read_atom()); });
  module_.classes.push_back(std::move(item));
}

std::expected<Module, ReadError> Reader::read_module() {
  skip_newlines();
  expect_word("module");
  module_.module_id = read_atom(true);
  module_.source_path = read_atom(true);
  expect_newline();
  while (token().kind != TokenKind::End) {
    if (at_word("function"))
      read_function();
    else
      read_table_row();
  }
  if (!failed()) return std::move(module_);
  return std::unexpected(error());
}

// --- functions ---

void Reader::read_function() {
  advance();
  read_index("function", module_.function_count());
  Function& function = module_.function(module_.new_function());
  values_ = {};
  blocks_ = {};
  read_info(function.info);
  expect_symbol('{');
  expect_newline();
  BlockId block;
  while (token().kind != TokenKind::End && !at_symbol('}')) {
    if (token().kind == TokenKind::Word && token().text.starts_with("block")) {
      block = function.new_block();
      read_block_heading(function);
    } else if (block.is_none()) {
      fail_expected("a block");
    } else {
      read_instruction(function, block);
    }
    expect_newline();
  }
  expect_symbol('}');
  expect_newline();
  if (!failed()) put_right(function);
}

void Reader::read_info(FunctionInfo& info) {
  if (token().kind == TokenKind::String) info.name = read_atom();
  if (try_word("shown")) info.shown_name = read_atom();
  for (const auto& word : kFunctionKindWords)
    if (word.value != FunctionKind::Function && try_word(word.text)) info.kind = word.value;
  for (const auto& word : kFunctionFlagWords)
    if (try_word(word.text)) info.flags = info.flags | word.value;
  if (try_word("length")) info.length = read_uint32("a length");
  if (try_word("parameters")) info.parameter_count = read_uint32("a number of parameters");
  if (try_word("source")) {
    info.source.start = read_uint32("an offset");
    expect_symbol('.');
    expect_symbol('.');
    info.source.end = read_uint32("an offset");
  }
  if (try_word("class")) info.class_id = ClassId(read_reference());
  if (info.kind == FunctionKind::Resume) {
    expect_word("of");
    info.frame.start = FunctionId(read_reference());
    expect_word("slots");
    info.frame.value_slots = read_uint32("a number of slots");
    expect_word("raw");
    info.frame.raw_slots = read_uint32("a number of slots");
  }
  if (!try_word("captures")) return;
  do {
    Capture capture;
    capture.kind = try_word("value") ? Capture::Kind::Value : Capture::Kind::Box;
    if (capture.kind == Capture::Kind::Box) expect_word("box");
    capture.name = read_atom(true);
    info.captures.push_back(capture);
  } while (try_symbol(','));
}

void Reader::define_value(uint32_t number, uint32_t offset, ValueId id) {
  if (!values_.define(number, id)) fail(offset, "v" + std::to_string(number) + " is defined twice");
}

void Reader::read_block_heading(Function& function) {
  const BlockId block(function.block_count() - 1);
  const uint32_t offset = token().offset;
  uint32_t number = 0;
  if (!try_numbered("block", number)) {
    fail_expected("a block");
    return;
  }
  if (!blocks_.define(number, block))
    fail(offset, "block" + std::to_string(number) + " is defined twice");
  if (try_symbol('(')) {
    do {
      const uint32_t value_offset = token().offset;
      uint32_t value = 0;
      if (!try_numbered("v", value)) fail_expected("a value");
      expect_symbol(':');
      const Type type = read_type();
      if (failed()) return;
      define_value(value, value_offset, function.add_parameter(block, type));
    } while (try_symbol(','));
    expect_symbol(')');
  }
  if (try_word("handler")) function.block(block).kind = BlockKind::Handler;
  if (try_word("resume")) function.block(block).kind = BlockKind::Resume;
  if (try_word("generic")) function.block(block).is_generic = true;
  if (try_word("unwind")) {
    const uint32_t target_offset = token().offset;
    uint32_t target = 0;
    if (try_numbered("block", target))
      function.block(block).unwind = read_edge(function, block, target, target_offset);
    else
      fail_expected("a block");
  }
  expect_symbol(':');
}

EdgeId Reader::read_edge(Function& function, BlockId block, uint32_t number, uint32_t offset) {
  blocks_.mention(number, offset);
  arguments_.clear();
  if (try_symbol('(')) {
    do {
      const uint32_t value_offset = token().offset;
      uint32_t value = 0;
      if (!try_numbered("v", value)) fail_expected("a value");
      values_.mention(value, value_offset);
      arguments_.push_back(ValueId(value));
    } while (try_symbol(','));
    expect_symbol(')');
  }
  return function.new_edge(block, BlockId(number), arguments_);
}

void Reader::read_instruction(Function& function, BlockId block) {
  const uint32_t value_offset = token().offset;
  if (function.terminator(block)) {
    fail(value_offset, "the block has its end already");
    return;
  }
  uint32_t value = 0;
  const bool is_named = try_numbered("v", value);
  Type type;
  if (is_named) {
    if (try_symbol(':')) type = read_type();
    expect_symbol('=');
  }
  const auto op = token().kind == TokenKind::Word ? op_by_text(token().text) : std::nullopt;
  if (!op || *op == Op::BlockParameter) {
    fail_expected("an operation");
    return;
  }
  const OpInfo& info = op_info(*op);
  const uint32_t op_offset = token().offset;
  advance();
  if (is_named != (info.result != Rep::None)) {
    fail(op_offset, "`" + std::string(info.text) +
                        (is_named ? "` makes no value" : "` makes a value, which needs a name"));
    return;
  }
  if (info.result == Rep::Any && type == Type()) {
    fail(op_offset, "`" + std::string(info.text) + "` needs the type of its value");
    return;
  }
  Immediate immediate = read_immediate(info.immediate);
  if (has_site(*op) && try_word("site")) immediate.second = read_uint32("a site");
  read_operands_and_edges(function, block);
  if (!edges_.empty()) {
    immediate.first = edges_[0].index;
    immediate.second = static_cast<uint32_t>(edges_.size());
  }
  uint32_t position = 0;
  if (try_symbol('!')) position = read_uint32("a position");
  const bool takes_edges =
      info.immediate == ImmediateKind::Edges || info.immediate == ImmediateKind::Suspend;
  if (takes_edges == edges_.empty())
    fail(op_offset, "`" + std::string(info.text) + (takes_edges ? "` needs" : "` has no") +
                        " blocks to go to");
  if (failed()) return;
  const ValueId id = function.make(*op, operands_, immediate, position, type);
  function.append(block, id);
  if (is_named) define_value(value, value_offset, id);
}

void Reader::read_operands_and_edges(Function& function, BlockId block) {
  operands_.clear();
  edges_.clear();
  if (token().kind == TokenKind::Newline || token().kind == TokenKind::End || at_symbol('!'))
    return;
  do {
    const uint32_t offset = token().offset;
    uint32_t number = 0;
    if (try_numbered("block", number)) {
      edges_.push_back(read_edge(function, block, number, offset));
    } else if (edges_.empty() && try_numbered("v", number)) {
      values_.mention(number, offset);
      operands_.push_back(ValueId(number));
    } else {
      fail_expected(edges_.empty() ? "a value or a block" : "a block");
    }
  } while (try_symbol(','));
}

uint16_t Reader::read_mode(ImmediateKind kind) {
  for (uint16_t mode = 0; !mode_name(kind, mode).empty(); mode++) {
    if (token().text != mode_name(kind, mode)) continue;
    advance();
    return mode;
  }
  std::string names;
  for (uint16_t mode = 0; !mode_name(kind, mode).empty(); mode++) {
    if (mode > 0) names += mode_name(kind, mode + 1u).empty() ? " or " : ", ";
    names += '`' + std::string(mode_name(kind, mode)) + '`';
  }
  fail_expected(names);
  return 0;
}

Immediate Reader::read_immediate(ImmediateKind kind) {
  Immediate immediate;
  if (!mode_name(kind, 0).empty()) immediate.mode = read_mode(kind);
  switch (kind) {
    case ImmediateKind::Double:
      return Immediate::of(read_double());
    case ImmediateKind::Int32:
      return Immediate::of(read_int32());
    case ImmediateKind::Bool:
      if (try_word("true")) return Immediate::of(true);
      expect_word("false");
      break;
    case ImmediateKind::Index:
      immediate.first = read_uint32("an index");
      break;
    case ImmediateKind::Atom:
      immediate.first = read_atom().index;
      break;
    case ImmediateKind::AtomStrict:
      immediate.first = read_atom().index;
      break;
    case ImmediateKind::Error:
      immediate.first = read_atom(true).index;
      break;
    case ImmediateKind::Leave:
      immediate.first = read_uint32("a state");
      break;
    case ImmediateKind::RegExp:
      immediate.first = read_atom().index;
      immediate.second = read_atom().index;
      break;
    case ImmediateKind::Method:
      if (try_word("enumerable")) immediate.mode |= Immediate::kEnumerable;
      break;
    case ImmediateKind::Function:
    case ImmediateKind::Literal:
    case ImmediateKind::Template:
    case ImmediateKind::Data:
    case ImmediateKind::ModuleBinding:
      immediate.first = read_reference();
      break;
    case ImmediateKind::Import:
      immediate.first = try_word("none") ? UINT32_MAX : read_uint32("a request");
      break;
    default:
      break;
  }
  return immediate;
}

void Reader::put_right(Function& function) {
  if (const uint32_t offset = values_.first_missing(); offset != Names<ValueId>::kUnused) {
    fail(offset, "the value is defined nowhere");
    return;
  }
  if (const uint32_t offset = blocks_.first_missing(); offset != Names<BlockId>::kUnused) {
    fail(offset, "the block is defined nowhere");
    return;
  }
  for (ValueId& v : function.pool()) v = values_.find(v.index);
  for (uint32_t i = 0; i < function.edge_count(); i++) {
    Edge& edge = function.edge(EdgeId(i));
    edge.target = blocks_.find(edge.target.index);
  }
}

}  // namespace

std::string ReadError::text() const {
  return std::to_string(line) + ":" + std::to_string(column) + ": " + message;
}

std::expected<Module, ReadError> read(std::string_view text) { return Reader(text).read_module(); }

}  // namespace perry::ir
