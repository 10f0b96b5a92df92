#include "perry-cc/ir/read.h"

#include <charconv>
#include <limits>
#include <utility>
#include <vector>

#include "perry-cc/ir/op.h"
#include "perry-cc/ir/words.h"

// One pass over the text. Values and blocks may be named before they are defined, so operands and
// edges hold the numbers of the text until the function's end, where all are put right at once.
// After the first error everything reads as the end of the text, so that callers need not look.
namespace perry::ir {

namespace {

enum class TokenKind : uint8_t { End, Newline, Word, Number, String, Symbol };

struct Token {
  TokenKind kind = TokenKind::End;
  std::string_view text;
  uint32_t offset = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c);
}

// Nothing but a number, and one that fits.
template <class T>
bool parse_number(std::string_view text, T& value) {
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  return at == end && error == std::errc();
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { advance(); }

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

  // --- text ---
  void advance();
  Token scan();
  Token scan_string(size_t start);
  Token scan_number(size_t start);
  void fail(uint32_t offset, std::string message);
  void fail_expected(std::string_view what);
  bool at_word(std::string_view word) const {
    return token_.kind == TokenKind::Word && token_.text == word;
  }
  bool at_symbol(char c) const { return token_.kind == TokenKind::Symbol && token_.text[0] == c; }
  bool try_word(std::string_view word) {
    if (!at_word(word)) return false;
    advance();
    return true;
  }
  bool try_symbol(char c) {
    if (!at_symbol(c)) return false;
    advance();
    return true;
  }
  void expect_symbol(char c) {
    if (!try_symbol(c)) fail_expected(std::string("`") + c + "`");
  }
  void expect_word(std::string_view word) {
    if (!try_word(word)) fail_expected("`" + std::string(word) + "`");
  }
  void expect_newline() {
    if (token_.kind != TokenKind::Newline && token_.kind != TokenKind::End)
      fail_expected("the end of the line");
    skip_newlines();
  }
  void skip_newlines() {
    while (token_.kind == TokenKind::Newline) advance();
  }
  uint32_t read_uint32(std::string_view what);
  int32_t read_int32();
  double read_double();
  AtomId read_atom(bool may_be_none = false);
  uint32_t read_reference();
  Type read_type();
  template <class T, size_t N>
  T read_one_of(const std::array<Word<T>, N>& words, std::string_view what);
  // `prefix` and a number in one word: v12, block3.
  bool try_numbered(std::string_view prefix, uint32_t& number);

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

  std::string_view text_;
  size_t next_ = 0;
  Token token_;
  std::string decoded_;  // of the string token
  bool failed_ = false;
  uint32_t error_offset_ = 0;
  std::string error_;

  Module module_;
  Names<ValueId> values_;
  Names<BlockId> blocks_;
  std::vector<ValueId> operands_;  // of the instruction, as numbers of the text
  std::vector<ValueId> arguments_;
  std::vector<EdgeId> edges_;
};

// --- text ---

void Reader::fail(uint32_t offset, std::string message) {
  if (failed_) return;
  failed_ = true;
  error_offset_ = offset;
  error_ = std::move(message);
  next_ = text_.size();
  token_ = {TokenKind::End, {}, static_cast<uint32_t>(text_.size())};
}

void Reader::fail_expected(std::string_view what) {
  std::string message = "expected ";
  message += what;
  message += ", found ";
  switch (token_.kind) {
    case TokenKind::End:
      message += "the end of the text";
      break;
    case TokenKind::Newline:
      message += "the end of the line";
      break;
    default:
      message += '`' + std::string(token_.text) + '`';
      break;
  }
  fail(token_.offset, std::move(message));
}

void Reader::advance() { token_ = scan(); }

Token Reader::scan() {
  while (next_ < text_.size() && (text_[next_] == ' ' || text_[next_] == '\r')) next_++;
  if (next_ < text_.size() && text_[next_] == ';')  // a comment
    while (next_ < text_.size() && text_[next_] != '\n') next_++;
  const size_t start = next_;
  const auto token = [&](TokenKind kind) {
    return Token{kind, text_.substr(start, next_ - start), static_cast<uint32_t>(start)};
  };
  if (start >= text_.size()) return token(TokenKind::End);
  const char c = text_[next_++];
  if (c == '\n') return token(TokenKind::Newline);
  if (c == '"') return scan_string(start);
  const bool signed_number =
      c == '-' && next_ < text_.size() && (is_digit(text_[next_]) || text_[next_] == 'i');
  if (is_digit(c) || signed_number) return scan_number(start);
  if (is_word(c)) {
    while (next_ < text_.size() && (is_word(text_[next_]) || text_[next_] == '.')) next_++;
    return token(TokenKind::Word);
  }
  // Operators are several characters long; everything else is one.
  constexpr std::string_view kOperator = "+-*/%&|^<>=!~";
  if (kOperator.contains(c) && !(c == '!' && next_ < text_.size() && is_digit(text_[next_])))
    while (next_ < text_.size() && kOperator.contains(text_[next_])) next_++;
  return token(TokenKind::Symbol);
}

Token Reader::scan_number(size_t start) {
  // A range's two dots are no part of its numbers.
  while (next_ < text_.size()) {
    const char c = text_[next_];
    const bool sign = (c == '+' || c == '-') && text_[next_ - 1] == 'e';
    const bool dot = c == '.' && !text_.substr(next_).starts_with("..");
    if (!is_word(c) && !sign && !dot) break;
    next_++;
  }
  return {TokenKind::Number, text_.substr(start, next_ - start), static_cast<uint32_t>(start)};
}

Token Reader::scan_string(size_t start) {
  decoded_.clear();
  const auto hex = [](char c) {
    return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  for (;;) {
    if (next_ >= text_.size() || text_[next_] == '\n') {
      fail(static_cast<uint32_t>(start), "the string has no end");
      return token_;
    }
    char c = text_[next_++];
    if (c == '"') break;
    if (c == '\\') {
      c = next_ < text_.size() ? text_[next_++] : '\0';
      if (c == 'n') {
        c = '\n';
      } else if (c == 'x' && next_ + 2 <= text_.size() && hex(text_[next_]) >= 0 &&
                 hex(text_[next_ + 1]) >= 0) {
        c = static_cast<char>(hex(text_[next_]) * 16 + hex(text_[next_ + 1]));
        next_ += 2;
      } else if (c != '"' && c != '\\') {
        fail(static_cast<uint32_t>(next_ - 2), "unknown escape in the string");
        return token_;
      }
    }
    decoded_ += c;
  }
  return {TokenKind::String, text_.substr(start, next_ - start), static_cast<uint32_t>(start)};
}

uint32_t Reader::read_uint32(std::string_view what) {
  uint32_t value = 0;
  if (token_.kind != TokenKind::Number || !parse_number(token_.text, value)) fail_expected(what);
  advance();
  return value;
}

int32_t Reader::read_int32() {
  int32_t value = 0;
  if (token_.kind != TokenKind::Number || !parse_number(token_.text, value))
    fail_expected("an int32");
  advance();
  return value;
}

double Reader::read_double() {
  if (try_word("nan")) return std::numeric_limits<double>::quiet_NaN();
  if (try_word("inf")) return std::numeric_limits<double>::infinity();
  double value = 0;
  if (token_.kind != TokenKind::Number || !parse_number(token_.text, value))
    fail_expected("a number");
  advance();
  return value;
}

AtomId Reader::read_atom(bool may_be_none) {
  if (may_be_none && try_word("none")) return AtomId();
  if (token_.kind != TokenKind::String) {
    fail_expected("a string");
    return AtomId();
  }
  const AtomId id = module_.atoms.intern(decoded_);
  advance();
  return id;
}

uint32_t Reader::read_reference() {
  expect_symbol('@');
  if (try_word("none")) return UINT32_MAX;
  return read_uint32("a number behind `@`");
}

bool Reader::try_numbered(std::string_view prefix, uint32_t& number) {
  if (token_.kind != TokenKind::Word || !token_.text.starts_with(prefix)) return false;
  if (!parse_number(token_.text.substr(prefix.size()), number)) return false;
  // Numbers index tables here; no text names more things than it has bytes.
  if (number > text_.size()) {
    fail(token_.offset, "the number in `" + std::string(token_.text) + "` is too large");
    return false;
  }
  advance();
  return true;
}

Type Reader::read_type() {
  for (uint32_t i = 1; i < kRepCount - 1; i++) {
    const Rep rep = static_cast<Rep>(i);
    if (!at_word(rep_name(rep))) continue;
    advance();
    if (rep != Rep::Object || !try_symbol('#')) return rep;
    const uint32_t index = read_uint32("the number of a class");
    if (index < (1u << 23)) return Type::object_of(ClassId(index));
  }
  fail_expected("a type");
  return Type();
}

template <class T, size_t N>
T Reader::read_one_of(const std::array<Word<T>, N>& words, std::string_view what) {
  for (const Word<T>& word : words)
    if (try_word(word.text)) return word.value;
  fail_expected(what);
  return words[0].value;
}

// --- tables ---

void Reader::read_index(std::string_view table, size_t expected) {
  const uint32_t offset = token_.offset;
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
    if (token_.kind == TokenKind::String) {
      v.kind = DataValue::Kind::String;
      v.string = read_atom();
    } else if (at_symbol('@')) {
      v.kind = DataValue::Kind::Nested;
      v.nested = DataId(read_reference());
    } else if (token_.kind == TokenKind::Number || at_word("nan") || at_word("inf")) {
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
  if (item.kind != BindingKind::Namespace) item.name = read_atom();
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
  read_list([&] { item.fields.push_back(read_atom()); });
  module_.classes.push_back(std::move(item));
}

std::expected<Module, ReadError> Reader::read_module() {
  skip_newlines();
  expect_word("module");
  module_.module_id = read_atom(true);
  module_.source_path = read_atom(true);
  expect_newline();
  while (token_.kind != TokenKind::End) {
    if (at_word("function"))
      read_function();
    else
      read_table_row();
  }
  if (!failed_) return std::move(module_);
  ReadError error{1, 1, error_};
  for (size_t i = 0; i < error_offset_; i++) {
    error.column++;
    if (text_[i] != '\n') continue;
    error.line++;
    error.column = 1;
  }
  return std::unexpected(std::move(error));
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
  while (token_.kind != TokenKind::End && !at_symbol('}')) {
    if (token_.kind == TokenKind::Word && token_.text.starts_with("block")) {
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
  if (!failed_) put_right(function);
}

void Reader::read_info(FunctionInfo& info) {
  if (token_.kind == TokenKind::String) info.name = read_atom();
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
  const uint32_t offset = token_.offset;
  uint32_t number = 0;
  if (!try_numbered("block", number)) {
    fail_expected("a block");
    return;
  }
  if (!blocks_.define(number, block))
    fail(offset, "block" + std::to_string(number) + " is defined twice");
  if (try_symbol('(')) {
    do {
      const uint32_t value_offset = token_.offset;
      uint32_t value = 0;
      if (!try_numbered("v", value)) fail_expected("a value");
      expect_symbol(':');
      const Type type = read_type();
      if (failed_) return;
      define_value(value, value_offset, function.add_parameter(block, type));
    } while (try_symbol(','));
    expect_symbol(')');
  }
  if (try_word("handler")) function.block(block).kind = BlockKind::Handler;
  if (try_word("resume")) function.block(block).kind = BlockKind::Resume;
  if (try_word("unwind")) {
    const uint32_t target_offset = token_.offset;
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
      const uint32_t value_offset = token_.offset;
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
  const uint32_t value_offset = token_.offset;
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
  const auto op = token_.kind == TokenKind::Word ? op_by_text(token_.text) : std::nullopt;
  if (!op || *op == Op::BlockParameter) {
    fail_expected("an operation");
    return;
  }
  const OpInfo& info = op_info(*op);
  const uint32_t op_offset = token_.offset;
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
  if (failed_) return;
  const ValueId id = function.make(*op, operands_, immediate, position, type);
  function.append(block, id);
  if (is_named) define_value(value, value_offset, id);
}

void Reader::read_operands_and_edges(Function& function, BlockId block) {
  operands_.clear();
  edges_.clear();
  if (token_.kind == TokenKind::Newline || token_.kind == TokenKind::End || at_symbol('!')) return;
  do {
    const uint32_t offset = token_.offset;
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
    if (token_.text != mode_name(kind, mode)) continue;
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
