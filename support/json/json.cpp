#include "support/json/json.h"

#include <limits>
#include <memory>
#include <unordered_map>
#include <utility>

#include "support/base/utf8.h"

namespace perry::support {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

// One loop over the text with an explicit stack of open containers. Each turn reads a value in the
// place where one is due, attaches it to the innermost container, and then reads what follows:
// commas and closing brackets.
class JsonParser {
 public:
  JsonParser(JsonDocument& document, JsonDialect dialect)
      : document_(document), text_(*document.text_), dialect_(dialect) {}

  std::optional<JsonError> parse() {
    if (text_.size() > std::numeric_limits<uint32_t>::max() - 1) {
      fail(0, 0, "the file is too large");
      return std::move(error_);
    }
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    do {
      if (!parse_value()) break;
    } while (finish_values());
    if (!error_ && skip_space() && at_ < text_.size()) fail_here("the end of the file");
    if (!error_) return std::nullopt;
    document_.nodes_.clear();
    document_.root_ = JsonId::none();
    return std::move(error_);
  }

 private:
  using Node = JsonDocument::Node;

  bool fail(size_t start, size_t end, std::string message) {
    if (!error_)
      error_ =
          JsonError{{static_cast<uint32_t>(start), static_cast<uint32_t>(end)}, std::move(message)};
    return false;
  }

  bool fail_here(std::string_view expected) {
    if (at_ >= text_.size())
      return fail(text_.size(), text_.size(),
                  "expected " + std::string(expected) + ", found the end of the file");
    const Utf8Step step = decode_utf8(text_, at_);
    const size_t end = at_ + step.size;
    if (step.is_malformed || step.code_point < 0x20)
      return fail(
          at_, end,
          "expected " + std::string(expected) + ", found a byte that is no character of JSON");
    return fail(at_, end,
                "expected " + std::string(expected) + ", found `" +
                    std::string(text_.substr(at_, step.size)) + "`");
  }

  // White space, and comments where they are allowed. False when a comment does not end.
  bool skip_space() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        at_++;
      } else if (c == '/' && dialect_ == JsonDialect::WithComments && at_ + 1 < text_.size() &&
                 (text_[at_ + 1] == '/' || text_[at_ + 1] == '*')) {
        if (!skip_comment()) return false;
      } else {
        break;
      }
    }
    return true;
  }

  bool skip_comment() {
    const size_t start = at_;
    if (text_[at_ + 1] == '/') {
      while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') at_++;
      return true;
    }
    const size_t end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos) return fail(start, start + 2, "this comment does not end");
    at_ = end + 2;
    return true;
  }

  // A scalar, or the opening of a container with, in an object, the first key read.
  bool parse_value() {
    if (!skip_space()) return false;
    const size_t start = at_;
    const JsonId id(document_.nodes_.size());
    document_.nodes_.push_back(Node{});
    if (open_.empty()) {
      document_.root_ = id;
    } else {
      attach(id);
    }
    Node node = std::exchange(document_.nodes_[id.index], Node{});
    if (!read_value(node)) return false;
    node.span = {static_cast<uint32_t>(start), static_cast<uint32_t>(at_)};
    document_.nodes_[id.index] = node;
    if (node.kind != JsonKind::Array && node.kind != JsonKind::Object) return true;
    open_.push_back(id);
    return true;
  }

  void attach(JsonId id) {
    Node& parent = document_.nodes_[open_.back().index];
    if (parent.first_child.is_none()) {
      parent.first_child = id;
    } else {
      document_.nodes_[parent.last_child.index].next = id;
    }
    parent.last_child = id;
    document_.nodes_[id.index].key = key_;
    document_.nodes_[id.index].key_span = key_span_;
  }

  bool read_value(Node& node) {
    if (at_ >= text_.size()) return fail_here("a value");
    switch (text_[at_]) {
      case '{':
        at_++;
        node.kind = JsonKind::Object;
        just_opened_ = true;
        return true;
      case '[':
        at_++;
        node.kind = JsonKind::Array;
        just_opened_ = true;
        return true;
      case '"':
        node.kind = JsonKind::String;
        return read_string(node.string);
      case 't':
        node.kind = JsonKind::Boolean;
        node.is_true = true;
        return read_word("true");
      case 'f':
        node.kind = JsonKind::Boolean;
        return read_word("false");
      case 'n':
        return read_word("null");
      default:
        node.kind = JsonKind::Number;
        return read_number(node.string);
    }
  }

  bool read_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return fail_here("a value");
    at_ += word.size();
    return true;
  }

  bool read_number(std::string_view& spelling) {
    const size_t start = at_;
    if (peek() == '-') at_++;
    if (!is_digit(peek())) {
      at_ = start;
      return fail_here("a value");
    }
    if (peek() == '0') {
      at_++;
    } else {
      skip_digits();
    }
    if (peek() == '.') {
      at_++;
      if (!is_digit(peek())) return fail_here("a digit");
      skip_digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at_++;
      if (peek() == '+' || peek() == '-') at_++;
      if (!is_digit(peek())) return fail_here("a digit");
      skip_digits();
    }
    spelling = text_.substr(start, at_ - start);
    return true;
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_digits() {
    while (is_digit(peek())) at_++;
  }

  bool read_string(std::string_view& value) {
    const size_t start = ++at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' && is_plain(text_[at_]))
      at_++;
    if (peek() == '"') {
      value = text_.substr(start, at_ - start);
      at_++;
      return true;
    }
    buffer_.assign(text_, start, at_ - start);
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        at_++;
        value = document_.arena_.copy(buffer_);
        return true;
      }
      if (!is_plain(c)) break;
      if (c == '\\') {
        if (!read_escape()) return false;
      } else {
        buffer_ += c;
        at_++;
      }
    }
    return fail(start - 1, at_, "this string does not end on its line");
  }

  static bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20; }

  bool read_escape() {
    const size_t start = at_++;
    switch (const char c = peek()) {
      case '"':
      case '\\':
      case '/':
        buffer_ += c;
        break;
      case 'b':
        buffer_ += '\b';
        break;
      case 'f':
        buffer_ += '\f';
        break;
      case 'n':
        buffer_ += '\n';
        break;
      case 'r':
        buffer_ += '\r';
        break;
      case 't':
        buffer_ += '\t';
        break;
      case 'u':
        return read_unicode_escape(start);
      default:
        return fail(start, std::min(at_ + 1, text_.size()), "this is no escape of JSON");
    }
    at_++;
    return true;
  }

  bool read_unicode_escape(size_t start) {
    at_++;
    uint32_t unit = 0;
    if (!read_four_digits(unit))
      return fail(start, std::min(at_ + 1, text_.size()), "`\\u` needs four hexadecimal digits");
    if (unit >= 0xD800 && unit < 0xDC00 && text_.substr(at_).starts_with("\\u")) {
      const size_t before = at_;
      at_ += 2;
      uint32_t low = 0;
      if (read_four_digits(low) && low >= 0xDC00 && low < 0xE000) {
        append_utf8(buffer_, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        return true;
      }
      at_ = before;
    }
    append_utf8(buffer_, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
    return true;
  }

  bool read_four_digits(uint32_t& unit) {
    for (int i = 0; i < 4; i++, at_++) {
      const int digit = hex_value(peek());
      if (digit < 0) return false;
      unit = unit * 16 + static_cast<uint32_t>(digit);
    }
    return true;
  }

  // After a value: closes what ends here. True when another value is due.
  bool finish_values() {
    while (!open_.empty()) {
      const JsonId id = open_.back();
      const bool is_object = document_.nodes_[id.index].kind == JsonKind::Object;
      const char end = is_object ? '}' : ']';
      const bool is_first = std::exchange(just_opened_, false);
      if (!skip_space()) return false;
      if (!is_first && peek() == ',') {
        at_++;
        if (!skip_space()) return false;
        if (peek() != end || dialect_ == JsonDialect::Strict) return !is_object || read_key();
      } else if (is_first && peek() != end) {
        return !is_object || read_key();
      }
      if (peek() != end) return fail_here(is_object ? "`,` or `}`" : "`,` or `]`");
      at_++;
      document_.nodes_[id.index].span.end = static_cast<uint32_t>(at_);
      if (is_object) merge_duplicates(id);
      open_.pop_back();
    }
    return false;
  }

  bool read_key() {
    if (peek() != '"') return fail_here("a name in double quotes");
    const size_t start = at_;
    if (!read_string(key_)) return false;
    key_span_ = {static_cast<uint32_t>(start), static_cast<uint32_t>(at_)};
    if (!skip_space()) return false;
    if (peek() != ':') return fail_here("`:`");
    at_++;
    return true;
  }

  // Few members are compared pairwise, many through a map.
  void merge_duplicates(JsonId object) {
    size_t count = 0;
    for (JsonId member = document_.first_child(object); member; member = document_.next(member))
      count++;
    std::unordered_map<std::string_view, JsonId> seen;
    JsonId previous;
    for (JsonId member = document_.first_child(object); member; member = document_.next(member)) {
      JsonId earlier;
      if (count > 16) {
        const auto [place, is_new] = seen.try_emplace(document_.key(member), member);
        if (!is_new) earlier = place->second;
      } else {
        for (JsonId other = document_.first_child(object); other != member;
             other = document_.next(other)) {
          if (document_.key(other) == document_.key(member)) earlier = other;
        }
      }
      if (earlier.is_none()) {
        previous = member;
        continue;
      }
      Node& kept = document_.nodes_[earlier.index];
      const JsonId after = kept.next;
      kept = document_.nodes_[member.index];
      kept.next = after == member ? document_.next(member) : after;
      if (previous != earlier) document_.nodes_[previous.index].next = document_.next(member);
    }
    document_.nodes_[object.index].last_child = previous;
  }

  JsonDocument& document_;
  std::string_view text_;
  JsonDialect dialect_;
  size_t at_ = 0;
  std::vector<JsonId> open_;
  bool just_opened_ = false;
  std::string_view key_;
  Span key_span_;
  std::string buffer_;
  std::optional<JsonError> error_;
};

std::optional<JsonError> JsonDocument::parse(std::string text, JsonDialect dialect) {
  *text_ = std::move(text);
  arena_.reset();
  nodes_.clear();
  root_ = JsonId::none();
  return JsonParser(*this, dialect).parse();
}

JsonId JsonDocument::find(JsonId object, std::string_view key) const {
  if (!is(object, JsonKind::Object)) return JsonId::none();
  for (JsonId member = first_child(object); member; member = next(member)) {
    if (this->key(member) == key) return member;
  }
  return JsonId::none();
}

std::optional<std::string_view> JsonDocument::find_string(JsonId object,
                                                          std::string_view key) const {
  const JsonId member = find(object, key);
  if (!is(member, JsonKind::String)) return std::nullopt;
  return string(member);
}

std::optional<bool> JsonDocument::find_boolean(JsonId object, std::string_view key) const {
  const JsonId member = find(object, key);
  if (!is(member, JsonKind::Boolean)) return std::nullopt;
  return boolean(member);
}

}  // namespace perry::support
