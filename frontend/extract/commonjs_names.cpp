// Detection of CommonJS export names from text.
//
// One pass over the bytes finds words outside strings, templates, comments and the `opaque` places,
// and counts parentheses and braces, for some shapes count only at the top level. At the few words
// that can begin a shape (`exports`, `module`, `Object`, `require`, and helpers of compilers) a
// pattern looks ahead; the pass then goes on right behind the word, whatever the pattern saw. Each
// look-ahead ends at the first token that does not fit, and no shape holds a word that begins
// another look-ahead of unbounded length, so the whole is linear in the text.
#include "frontend/extract/commonjs_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "frontend/extract/commonjs_pattern.h"

namespace perry::frontend {

namespace {

// A set that keeps the order of first insertion.
class NameList {
 public:
  void add(const std::optional<std::string>& name) {
    if (name && seen_.insert(*name).second) names_.push_back(*name);
  }
  void clear() {
    seen_.clear();
    names_.clear();
  }
  std::vector<std::string>& names() { return names_; }

 private:
  std::unordered_set<std::string> seen_;
  std::vector<std::string> names_;
};

constexpr std::string_view kNoBreakSpace = "\u00A0";

// By byte: what an identifier may hold, escapes and all that is not ASCII included.
constexpr std::array<bool, 256> kWordBytes = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < table.size(); c++)
    table[c] = c >= 0x80 || c == '\\' || c == '$' || c == '_' || (c >= '0' && c <= '9') ||
               (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return table;
}();

bool is_word_byte(char c) { return kWordBytes[static_cast<uint8_t>(c)]; }

// Whether a shape can begin with a word that begins so; most words end the matter here.
bool may_begin_shape(char c) { return c == 'e' || c == 'm' || c == 'O' || c == 'r' || c == '_'; }

// What may stand before a word that begins a shape: blanks and punctuation, but no dot.
bool may_precede_word(char c) {
  constexpr std::string_view kPunctuation = "!%&()*+,-/:;<=>?[]^{|}~";
  return c == ' ' || (c >= '\t' && c <= '\r') || c == '\xA0' ||
         kPunctuation.find(c) != std::string_view::npos;
}

class Finder {
 public:
  Finder(std::string_view source, std::span<const support::Span> opaque)
      : text_(source), opaque_(opaque) {}

  CommonJsNames find();

 private:
  // The pass.
  void skip_head();
  void step();
  void skip_string();
  void skip_template();
  void close_brace();
  void word();
  bool begins_word(size_t at) const { return at == 0 || may_precede_word(text_[at - 1]); }
  bool text_at(size_t at, std::string_view expected) const {
    return text_.substr(at).starts_with(expected);
  }

  // The shapes.
  void assignment(CommonJsPattern& p, bool is_module_exports);
  void object_literal(CommonJsPattern& p);
  bool literal_member(CommonJsPattern& p);
  void object_method(size_t at);
  void define_property(CommonJsPattern p);
  bool defines_safely(CommonJsPattern& p);
  void reexport_loop(CommonJsPattern p);
  void top_level_require(size_t at);
  void interop_require(size_t at);
  void export_star_helper(size_t at);
  void bind_required(size_t before, const std::string& specifier);

  std::string_view text_;
  std::span<const support::Span> opaque_;
  size_t at_ = 0;
  size_t depth_ = 0;
  std::vector<size_t> template_depths_;

  NameList exports_;
  NameList reexports_;
  std::unordered_set<std::string> unsafe_;
  std::unordered_map<std::string_view, std::string> required_;  // by the variable's name
};

CommonJsNames Finder::find() {
  skip_head();
  while (at_ < text_.size()) {
    if (!opaque_.empty() && at_ >= opaque_.front().start) {
      at_ = std::max<size_t>(at_, opaque_.front().end);
      opaque_ = opaque_.subspan(1);
      continue;
    }
    step();
  }
  std::erase_if(exports_.names(), [&](const std::string& name) { return unsafe_.contains(name); });
  return {std::move(exports_.names()), std::move(reexports_.names())};
}

void Finder::skip_head() {
  if (text_at(0, "\uFEFF")) at_ = 3;
  if (text_at(at_, "#!")) at_ = end_of_line(text_, at_);
}

void Finder::step() {
  switch (text_[at_]) {
    case '"':
    case '\'':
      return skip_string();
    case '`':
      at_++;
      return skip_template();
    case '/':
      at_ = std::max(skip_comment(text_, at_), at_ + 1);
      return;
    case '<':
      at_ = text_at(at_, "<!--") ? end_of_line(text_, at_) : at_ + 1;
      return;
    case '(':
    case '{':
      depth_++;
      at_++;
      return;
    case ')':
      if (depth_ != 0) depth_--;
      at_++;
      return;
    case '}':
      return close_brace();
    default:
      if (!is_word_byte(text_[at_]))
        at_++;
      else if (text_at(at_, kNoBreakSpace))
        at_ += kNoBreakSpace.size();
      else
        word();
  }
}

void Finder::skip_string() {
  const auto end = end_of_string(text_, at_);
  at_ = end ? *end : end_of_line(text_, at_);
}

void Finder::skip_template() {
  for (; at_ < text_.size(); at_++) {
    if (text_[at_] == '\\') {
      at_++;
    } else if (text_[at_] == '`') {
      at_++;
      return;
    } else if (text_at(at_, "${")) {
      at_ += 2;
      template_depths_.push_back(++depth_);
      return;
    }
  }
}

void Finder::close_brace() {
  at_++;
  const bool ends_hole = !template_depths_.empty() && template_depths_.back() == depth_;
  if (depth_ != 0) depth_--;
  if (!ends_hole) return;
  template_depths_.pop_back();
  skip_template();
}

void Finder::word() {
  const size_t start = at_;
  while (at_ < text_.size() && is_word_byte(text_[at_]) &&
         (text_[at_] != kNoBreakSpace[0] || !text_at(at_, kNoBreakSpace)))
    at_++;
  if (!may_begin_shape(text_[start])) return;
  const bool is_after_dot = start != 0 && text_[start - 1] == '.';
  if (depth_ == 0 && text_[start] == '_' && (is_after_dot || begins_word(start))) {
    interop_require(start);
    export_star_helper(start);
    return;
  }
  if (!begins_word(start)) return;
  CommonJsPattern p(text_, start);
  switch (text_[start]) {
    case 'e':
      if (p.match("exports")) assignment(p, false);
      break;
    case 'm':
      if (p.match("module . exports")) assignment(p, true);
      break;
    case 'O':
      if (text_at(start, "Object")) object_method(start);
      break;
    case 'r':
      if (depth_ == 0) top_level_require(start);
      break;
    default:
      break;
  }
}

// `exports.a =`, `exports["a"] =` and, after `module.`, `exports = value`. One `=` is enough: a
// comparison counts as well.
void Finder::assignment(CommonJsPattern& p, bool is_module_exports) {
  if (p.try_match(".")) {
    const auto name = p.read_name();
    if (name && p.match("=")) exports_.add(std::string(*name));
    return;
  }
  if (p.try_match("[")) {
    const auto literal = p.read_string();
    if (literal && p.match("] =")) exports_.add(string_value(*literal));
    return;
  }
  if (!is_module_exports || !p.match("=")) return;
  reexports_.clear();  // another object now
  if (p.try_match("{")) return object_literal(p);
  if (!p.match("require (")) return;
  const auto specifier = p.read_string();
  if (specifier && p.match(")")) reexports_.add(string_value(*specifier));
}

// After the brace: members until one is more than a name, a string or a spread.
void Finder::object_literal(CommonJsPattern& p) {
  while (literal_member(p) && p.at() < text_.size() && text_[p.at()] == ',') p.move_to(p.at() + 1);
}

// True when the next byte decides whether the literal goes on. A member's value must be followed by
// it directly.
bool Finder::literal_member(CommonJsPattern& p) {
  if (const auto name = p.read_name()) {
    if (p.next_byte() == ':') {
      p.match(":");
      if (!p.read_name()) return false;
    }
    exports_.add(std::string(*name));
    return true;
  }
  if (p.try_match("...")) {
    if (text_at(p.at(), "require")) {
      CommonJsPattern call = p;
      const auto specifier = call.match("require (") ? call.read_string() : std::nullopt;
      if (specifier && call.match(")")) {
        reexports_.add(string_value(*specifier));
        p.move_to(call.at());
        p.next_byte();
        return true;
      }
    }
    if (!p.read_name_here()) return false;
    p.next_byte();
    return true;
  }
  const auto literal = p.read_string();
  if (!literal) return false;
  if (p.next_byte() != ':') return true;
  p.match(":");
  if (!p.read_name()) return false;
  exports_.add(string_value(*literal));
  return true;
}

void Finder::object_method(size_t at) {
  CommonJsPattern p(text_, at);
  if (!p.match("Object .")) return;
  if (p.try_match("defineProperty")) return define_property(p);
  if (depth_ == 0 && p.match("keys (")) reexport_loop(p);
}

// A property that cannot be seen to be harmless takes its name back everywhere.
void Finder::define_property(CommonJsPattern p) {
  if (!p.match("( EXPORTS ,")) return;
  const auto literal = p.read_string();
  if (!literal) return;
  const auto name = string_value(*literal);
  if (p.match(", {") && defines_safely(p))
    exports_.add(name);
  else if (name)
    unsafe_.insert(*name);
}

// `get`, `get: function`, `get: function name`, up to the body's brace.
bool match_getter_head(CommonJsPattern& p) {
  if (!p.match("get")) return false;
  if (p.try_match(":")) {
    if (!p.match("function")) return false;
    if (p.next_byte() != '(' && !p.match("NAME")) return false;
  }
  return p.match("( ) {");
}

bool Finder::defines_safely(CommonJsPattern& p) {
  if (p.next_byte() == 'e' && !p.match("enumerable : true ,")) return false;
  if (p.next_byte() == 'v') return p.match("value :");
  if (!match_getter_head(p) || !p.match("return NAME")) return false;
  if (p.try_match(".")) {
    if (!p.match("NAME")) return false;
  } else if (p.try_match("[")) {
    if (!p.read_string() || !p.match("]")) return false;
  }
  p.try_match(";");
  if (!p.match("}")) return false;
  p.try_match(",");
  return p.match("} )");
}

constexpr std::string_view kHasOwn = "hasOwnProperty . call ( NAME , KEY )";

bool match_has_own(CommonJsPattern& p) {
  if (!p.match("Object .")) return false;
  p.try_match("prototype .");
  return p.match(kHasOwn);
}

// The conditions under which compilers skip a key, up to the copying statement.
bool match_key_filter(CommonJsPattern& p) {
  if (p.try_match("!== 'default'")) {
    if (p.try_match("&& !")) {
      CommonJsPattern has_own = p;
      if (match_has_own(has_own))
        p.move_to(has_own.at());
      else if (!p.match("NAME . hasOwnProperty ( KEY )"))
        return false;
    }
    return p.match(")");
  }
  if (!p.match("=== 'default' || KEY === '__esModule' ) return")) return false;
  p.try_match(";");
  if (!p.try_match("if (")) return true;
  CommonJsPattern has_own = p;
  if (match_has_own(has_own)) {
    p.move_to(has_own.at());
    if (!p.match(") return")) return false;
    p.try_match(";");
    if (!p.try_match("if (")) return true;
  }
  if (!p.match("KEY in EXPORTS && EXPORTS [ KEY ] === MODULE [ KEY ] ) return")) return false;
  p.try_match(";");
  return true;
}

bool match_key_copy(CommonJsPattern& p) {
  if (p.try_match("EXPORTS")) {
    if (!p.match("[ KEY ] = MODULE [ KEY ]")) return false;
    p.try_match(";");
    return true;
  }
  if (!p.match("Object . defineProperty ( EXPORTS , KEY , { enumerable : true ,")) return false;
  if (!match_getter_head(p) || !p.match("return MODULE [ KEY ]")) return false;
  p.try_match(";");
  if (!p.match("}")) return false;
  p.try_match(",");
  if (!p.match("} )")) return false;
  p.try_match(";");
  return true;
}

// `Object.keys(_x).forEach(function (k) { if (...) return; exports[k] = _x[k]; })`
void Finder::reexport_loop(CommonJsPattern p) {
  if (!p.take_module() || !p.match(") . forEach ( function (")) return;
  if (!p.take_key() || !p.match(") { if ( KEY")) return;
  if (!match_key_filter(p) || !match_key_copy(p) || !p.match("} )")) return;
  const auto found = required_.find(p.module());
  if (found != required_.end()) reexports_.add(found->second);
}

// The literal of `require("x")`.
std::optional<std::string_view> match_require(CommonJsPattern& p) {
  if (!p.match("require (")) return std::nullopt;
  const auto literal = p.read_string();
  if (!literal || !p.match(")")) return std::nullopt;
  return literal;
}

void Finder::top_level_require(size_t at) {
  CommonJsPattern p(text_, at);
  const auto literal = match_require(p);
  if (!literal) return;
  if (const auto specifier = string_value(*literal)) bind_required(at, *specifier);
}

void Finder::interop_require(size_t at) {
  constexpr std::string_view kHelper = "_interopRequireWildcard(require";
  if (!text_at(at, kHelper) || !begins_word(at)) return;
  CommonJsPattern p(text_, at + kHelper.find("require"));
  const auto literal = match_require(p);
  if (!literal) return;
  if (const auto specifier = string_value(*literal)) bind_required(at, *specifier);
}

void Finder::export_star_helper(size_t at) {
  size_t open = 0;
  if (text_at(at, "__exportStar(r")) open = std::string_view("__exportStar(").size();
  if (text_at(at, "__export(r")) open = std::string_view("__export(").size();
  if (open == 0) return;
  CommonJsPattern p(text_, at + open);
  if (const auto literal = match_require(p)) reexports_.add(string_value(*literal));
}

// Remembers the variable of `var x = require("y")`, looking backwards from the call. Only plain
// spaces may stand between.
void Finder::bind_required(size_t before, const std::string& specifier) {
  std::string_view head = text_.substr(0, before);
  const auto drop_spaces = [&head] {
    const size_t size = head.size();
    while (head.ends_with(' ')) head.remove_suffix(1);
    return size != head.size();
  };
  drop_spaces();
  if (!head.ends_with('=')) return;
  head.remove_suffix(1);
  drop_spaces();
  const size_t end = head.size();
  while (!head.empty() && is_word_byte(head.back())) head.remove_suffix(1);
  CommonJsPattern p(text_, head.size());
  const auto name = p.read_name_here();
  if (!name || p.at() != end || !drop_spaces()) return;
  if (head.ends_with("var") || head.ends_with("let") || head.ends_with("const"))
    required_[*name] = specifier;
}

}  // namespace

CommonJsNames find_commonjs_names(std::string_view source, std::span<const support::Span> opaque) {
  return Finder(source, opaque).find();
}

}  // namespace perry::frontend
