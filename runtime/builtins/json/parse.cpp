#include <algorithm>
#include <span>

#include "runtime/builtins/json/json.h"
#include "runtime/numeric/string_to_number.h"
#include "runtime/string/atom.h"

// JSON.parse: one pass over the units, without recursion. Open arrays and objects are on a stack of
// their own, their elements and properties on lists that the collector sees, until they close. The
// messages are V8's.
namespace perry::runtime::builtins {
namespace {

bool is_digit(char16_t unit) { return unit >= '0' && unit <= '9'; }

template <typename Unit>
class Parser {
 public:
  Parser(Isolate& isolate, String* text, std::span<const Unit> units, JsonSource* source,
         ValueList* keep)
      : isolate_(isolate),
        text_(text),
        units_(units),
        source_(source),
        keep_(keep),
        values_(isolate),
        open_objects_(isolate) {}

  Value run() {
    Value result = parse();
    skip_space();
    if (at_ < units_.size()) fail_after("Unexpected non-whitespace character after JSON");
    return result;
  }

 private:
  struct Open {
    bool is_object;
    uint32_t first;  // of its elements in values_
    uint32_t node;
    uint32_t count;
  };

  // --- Messages ---

  [[noreturn]] void fail_at(const char* what) { fail_after(std::string(what) + " in JSON"); }
  [[noreturn]] void fail_after(std::string_view what) {
    uint32_t line = 1;
    size_t line_start = 0;
    for (size_t i = 0; i < at_; i++) {
      const bool is_split = units_[i] == '\r' && i + 1 < at_ && units_[i + 1] == '\n';
      if ((units_[i] != '\r' && units_[i] != '\n') || is_split) continue;
      line++;
      line_start = i + 1;
    }
    throw_syntax_error(isolate_, std::string(what) + " at position " + std::to_string(at_) +
                                     " (line " + std::to_string(line) + " column " +
                                     std::to_string(at_ - line_start + 1) + ')');
  }

  std::string utf8(size_t from, size_t to) { return to_utf8(substring(isolate_, text_, from, to)); }

  [[noreturn]] void fail_token() {
    constexpr size_t kContext = 10;
    const size_t length = units_.size();
    if (at_ >= length) throw_syntax_error(isolate_, "Unexpected end of JSON input");
    if (is_digit(units_[at_]) || units_[at_] == '-') fail_at("Unexpected number");
    if (units_[at_] == '"') fail_at("Unexpected string");
    for (const char* special : {"NaN", "Infinity", "undefined", "[object Object]"}) {
      if (equals(text_, special)) {
        throw_syntax_error(isolate_, '"' + std::string(special) + "\" is not valid JSON");
      }
    }
    const std::string token = "Unexpected token '" + utf8(at_, at_ + 1) + "', ";
    const size_t from = at_ < kContext || length <= 2 * kContext ? 0 : at_ - kContext;
    const size_t to = length <= 2 * kContext || at_ + kContext >= length ? length : at_ + kContext;
    throw_syntax_error(isolate_,
                       token + (from > 0 ? "...\"" : "\"") + utf8(from, to) +
                           (to < length ? "\"... is not valid JSON" : "\" is not valid JSON"));
  }

  // --- Tokens ---

  void skip_space() {
    while (at_ < units_.size() && (units_[at_] == ' ' || units_[at_] == '\n' ||
                                   units_[at_] == '\r' || units_[at_] == '\t')) {
      ++at_;
    }
  }
  // The unit behind white space, or 0xffff at the end.
  char16_t peek() {
    skip_space();
    return at_ < units_.size() ? units_[at_] : char16_t{0xffff};
  }

  Value word(std::string_view word, Value value) {
    for (const char c : word) {
      if (at_ >= units_.size() || units_[at_] != static_cast<Unit>(c)) fail_token();
      ++at_;
    }
    return value;
  }

  void digits() {
    while (at_ < units_.size() && is_digit(units_[at_])) ++at_;
  }
  bool has_digit() const { return at_ < units_.size() && is_digit(units_[at_]); }

  Value number() {
    const size_t begin = at_;
    if (units_[at_] == '-') {
      ++at_;
      if (!has_digit()) fail_at("No number after minus sign");
    }
    if (units_[at_] == '0') {
      ++at_;
      if (has_digit()) fail_at("Unexpected number");
    } else {
      digits();
    }
    // Short integers need no general conversion.
    const bool is_integer =
        at_ >= units_.size() || (units_[at_] != '.' && (units_[at_] | 0x20) != 'e');
    if (is_integer && at_ - begin <= 9 && units_[begin] != '-') {
      uint32_t value = 0;
      for (size_t i = begin; i < at_; ++i) value = value * 10 + (units_[i] - '0');
      return Value::number(value);
    }
    if (at_ < units_.size() && units_[at_] == '.') {
      ++at_;
      if (!has_digit()) fail_at("Unterminated fractional number");
      digits();
    }
    if (at_ < units_.size() && (units_[at_] | 0x20) == 'e') {
      ++at_;
      if (at_ < units_.size() && (units_[at_] == '+' || units_[at_] == '-')) ++at_;
      if (!has_digit()) fail_at("Exponent part is missing a number");
      digits();
    }
    using Narrow = std::conditional_t<sizeof(Unit) == 1, uint8_t, char16_t>;
    const std::span<const Narrow> text(units_.data() + begin, at_ - begin);
    return Value::number(string_to_number(text));
  }

  // At the opening quote. Most strings have no escape, and become a piece of the text or an atom.
  String* string(bool is_name) {
    const size_t begin = ++at_;
    while (at_ < units_.size() && units_[at_] != '"' && units_[at_] != '\\' &&
           units_[at_] >= 0x20) {
      ++at_;
    }
    if (at_ < units_.size() && units_[at_] == '"') {
      const StringView view(units_.data() + begin, at_ - begin);
      ++at_;
      if (is_name) return isolate_.part<Atoms>().intern(view);
      return view.length() == 1 ? single_unit_string(isolate_, view[0])
                                : substring(isolate_, text_, begin, begin + view.length());
    }
    std::u16string text(units_.begin() + static_cast<std::ptrdiff_t>(begin),
                        units_.begin() + static_cast<std::ptrdiff_t>(at_));
    for (;;) {
      if (at_ >= units_.size()) fail_at("Unterminated string");
      const char16_t unit = units_[at_];
      if (unit == '"') break;
      if (unit < 0x20) fail_after("Bad control character in string literal in JSON");
      ++at_;
      text += unit == '\\' ? escape() : unit;
    }
    ++at_;
    String* result = new_string(isolate_, text.data(), text.size());
    return is_name ? intern(isolate_, result) : result;
  }

  char16_t escape() {
    if (at_ >= units_.size()) throw_syntax_error(isolate_, "Unexpected end of JSON input");
    const char16_t unit = units_[at_++];
    switch (unit) {
      case '"':
      case '\\':
      case '/':
        return unit;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        break;
      default:
        --at_;
        fail_after("Bad escaped character in JSON");
    }
    uint32_t value = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char16_t digit = at_ < units_.size() ? char16_t{units_[at_]} : u'\0';
      const char16_t letter = digit | 0x20;
      if (is_digit(digit)) {
        value = value * 16 + (digit - '0');
      } else if (letter >= 'a' && letter <= 'f') {
        value = value * 16 + (letter - 'a' + 10);
      } else {
        fail_after("Bad Unicode escape in JSON");
      }
    }
    return static_cast<char16_t>(value);
  }

  // --- Structure ---

  uint32_t begin_node() {
    if (source_ == nullptr) return 0;
    source_->nodes.push_back({static_cast<uint32_t>(at_), 0, 0, 0, Value()});
    source_->names.push_back(name_);
    return static_cast<uint32_t>(source_->nodes.size() - 1);
  }
  void end_node(uint32_t node, Value value, uint32_t children) {
    if (source_ == nullptr) return;
    JsonSource::Node& row = source_->nodes[node];
    row.end = static_cast<uint32_t>(at_);
    row.child_count = children;
    row.next = static_cast<uint32_t>(source_->nodes.size());
    row.value = value;
    if (value.is_cell()) keep_->push(value);
  }

  // After `{` or a comma: the name and its colon.
  void property_name(const char* otherwise) {
    if (peek() != '"') fail_at(otherwise);
    name_ = string(true);
    open_objects_.push(Value::cell(name_));
    if (keep_ != nullptr) keep_->push(Value::cell(name_));
    if (peek() != ':') fail_at("Expected ':' after property name");
    ++at_;
  }

  // One value that needs no other: false when an array or object was opened instead.
  bool simple(Value& result) {
    const char16_t unit = peek();
    const uint32_t node = begin_node();
    switch (unit) {
      case '"':
        result = Value::cell(string(false));
        break;
      case 't':
        result = word("true", Value::boolean(true));
        break;
      case 'f':
        result = word("false", Value::boolean(false));
        break;
      case 'n':
        result = word("null", Value::null());
        break;
      case '{':
      case '[': {
        ++at_;
        const bool is_object = unit == '{';
        if (peek() == (is_object ? u'}' : u']')) {
          ++at_;
          result = is_object ? Value::cell(new_object(isolate_)) : Value::cell(new_array(isolate_));
          break;
        }
        open_.push_back({is_object, static_cast<uint32_t>(values_.size()), node, 0});
        if (is_object) {
          open_objects_.push(Value::cell(new_object(isolate_)));
          property_name("Expected property name or '}'");
        } else {
          name_ = nullptr;
        }
        return false;
      }
      default:
        if (unit != '-' && !is_digit(unit)) fail_token();
        result = number();
    }
    end_node(node, result, 0);
    return true;
  }

  void add_to_object(Value value) {
    auto* name = open_objects_[open_objects_.size() - 1].as<String>();
    open_objects_.resize(open_objects_.size() - 1);
    auto* object = open_objects_[open_objects_.size() - 1].as<Object>();
    const PropertyKey key = PropertyKey::from_atom(name);
    OwnProperty found;
    if (key.is_index() || find_own(isolate_, object, key, found)) {
      create_data_property(isolate_, object, key, value);
    } else {
      add_property(isolate_, object, key, value, kAllAttributes);
    }
  }

  Value parse() {
    Value value;
    name_ = nullptr;
    for (;;) {
      if (!simple(value)) continue;
      // Hand it to what is open, and close what ends.
      for (;;) {
        if (open_.empty()) return value;
        Open& open = open_.back();
        ++open.count;
        if (open.is_object) {
          add_to_object(value);
        } else {
          values_.push(value);
        }
        const char16_t unit = peek();
        if (unit == ',') {
          ++at_;
          if (open.is_object) {
            property_name("Expected double-quoted property name");
          } else {
            name_ = nullptr;
          }
          break;
        }
        if (open.is_object) {
          if (unit != '}') fail_at("Expected ',' or '}' after property value");
          value = open_objects_[open_objects_.size() - 1];
          open_objects_.resize(open_objects_.size() - 1);
        } else {
          if (unit != ']') fail_at("Expected ',' or ']' after array element");
          value = Value::cell(
              new_array(isolate_, values_.data() + open.first, values_.size() - open.first));
          values_.resize(open.first);
        }
        ++at_;
        end_node(open.node, value, open.count);
        open_.pop_back();
      }
    }
  }

  Isolate& isolate_;
  String* text_;
  std::span<const Unit> units_;
  JsonSource* source_;
  ValueList* keep_;
  ValueList values_;        // elements of open arrays
  ValueList open_objects_;  // open objects, each with the name behind it that awaits its value
  std::vector<Open> open_;
  String* name_ = nullptr;
  size_t at_ = 0;
};

}  // namespace

Value parse_json(Isolate& isolate, String* text, JsonSource* source, ValueList* keep) {
  return text->flatten(isolate).visit([&](auto units) {
    using Unit = std::remove_cv_t<typename decltype(units)::element_type>;
    return Parser<Unit>(isolate, text, units, source, keep).run();
  });
}

}  // namespace perry::runtime::builtins
