#include "runtime/host/console/inspect.h"

#include <algorithm>
#include <cmath>

#include "runtime/host/console/inspector.h"
#include "runtime/object/array.h"
#include "runtime/object/bigint.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/proxy.h"
#include "runtime/object/typed_array.h"

// Primitive values, properties, and how entries are put on lines.
namespace perry::runtime {

namespace {

constexpr size_t kBreakLength = 80;
constexpr int kCompact = 3;
constexpr size_t kMostArrayEntries = 100;
constexpr size_t kMostStringUnits = 10000;

std::u16string spaces(size_t count) { return std::u16string(count, u' '); }
std::u16string number_text(double number) {
  return to_utf16(std::to_string(static_cast<uint64_t>(number)));
}

std::u16string join(const std::vector<std::u16string>& parts, const std::u16string& separator) {
  std::u16string text;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) text += separator;
    text += parts[i];
  }
  return text;
}

}  // namespace

// --- Primitive values ---

// A long text is split behind its line ends.
Inspector::Text Inspector::string(const Text& given) {
  Text text = given;
  Text trailer;
  if (text.size() > kMostStringUnits) {
    const size_t left = text.size() - kMostStringUnits;
    trailer = u"... " + number_text(static_cast<double>(left)) + u" more character" +
              (left > 1 ? u"s" : u"");
    text.resize(kMostStringUnits);
  }
  const auto indentation = static_cast<size_t>(indentation_);
  if (text.size() > 16 && text.size() + indentation + 4 > kBreakLength) {
    std::vector<Text> lines;
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find(u'\n', begin), text.size() - 1) + 1;
      lines.push_back(quoted(std::u16string_view(text).substr(begin, end - begin)));
      begin = end;
    }
    return join(lines, u" +\n" + spaces(indentation + 2)) + trailer;
  }
  return quoted(text) + trailer;
}

Inspector::Text Inspector::primitive(Value value) {
  if (value.is_string()) return string(to_utf16(isolate_, value.as<String>()));
  if (value.is_number() && value.as_number() == 0 && std::signbit(value.as_number())) return u"-0";
  if (value.is_bigint()) return to_utf16(isolate_, bigint_to_string(isolate_, value)) + u"n";
  if (value.is_symbol()) return to_utf16(::perry::runtime::describe(isolate_, value));
  return to_utf16(isolate_, to_string(isolate_, value));
}

Inspector::Text Inspector::value(Value value, int depth) {
  if (!value.is_object()) return primitive(value);
  check_stack(isolate_);
  while (is_proxy(value)) {
    value = proxy_target(value);
    if (value.is_null()) return u"<Revoked Proxy>";
  }
  for (size_t i = 0; i < seen_.size(); ++i) {
    if (seen_[i] != value) continue;
    size_t index = 0;
    while (index < circular_.size() && circular_[index] != value) ++index;
    if (index == circular_.size()) circular_.push(value);
    return u"[Circular *" + number_text(static_cast<double>(index + 1)) + u"]";
  }
  return object(value, depth);
}

// --- Properties ---

Inspector::Text Inspector::property(Object* object, PropertyKey key, int depth, EntryStyle style) {
  PropertyDescriptor own;
  if (!get_own_property(isolate_, object, key, own)) {
    own = PropertyDescriptor::data(get(isolate_, object, key), kAllAttributes);
  }
  Text text;
  if (own.is_accessor()) {
    if (own.getter.is_undefined()) {
      text = own.setter.is_undefined() ? u"undefined" : u"[Setter]";
    } else {
      text = own.setter.is_undefined() ? u"[Getter]" : u"[Getter/Setter]";
    }
  } else {
    indentation_ += 2;
    text = value(own.value, depth);
    indentation_ -= 2;
  }
  if (style == EntryStyle::Array) return text;
  Text name;
  if (key.is_symbol()) {
    name = u'[' + escaped(to_utf16(::perry::runtime::describe(isolate_, key.raw()))) + u']';
  } else {
    const Text plain = to_utf16(isolate_, key_to_value(isolate_, key).as<String>());
    if (plain == u"__proto__") {
      name = u"['__proto__']";
    } else if (!own.is_enumerable()) {
      name = u'[' + escaped(plain) + u']';
    } else {
      name = is_plain_name(plain) ? plain : quoted(plain);
    }
  }
  return name + u": " + text;
}

Inspector::Text Inspector::array_element(Object* object, double index, int depth) {
  return property(object, key_from_index(isolate_, index), depth, EntryStyle::Array);
}

// Of a typed array whatever its prototype says.
double Inspector::length_of(Object* array) {
  if (array->kind() != CellKind::TypedArray) return length_of_array_like(isolate_, array);
  return static_cast<double>(array->as<TypedArray>()->length());
}

void Inspector::add_array(Object* array, int depth, Pieces& pieces) {
  const double length = length_of(array);
  double index = 0;
  const auto more = [&](double count) {
    pieces.entries.push_back(u"... " + number_text(count) + u" more item" +
                             (count > 1 ? u"s" : u""));
  };
  const auto empty = [&](double count) {
    pieces.entries.push_back(u'<' + number_text(count) + u" empty item" +
                             (count > 1 ? u"s>" : u">"));
  };
  // The elements that are there, in order; gaps between them count as one entry each.
  ValueList keys(isolate_);
  const auto* dense = array->kind() == CellKind::Array && !array->as<Array>()->is_sparse()
                          ? array->as<Array>()
                          : nullptr;
  const bool is_typed = array->kind() == CellKind::TypedArray;
  if (dense == nullptr && !is_typed) own_property_keys(isolate_, array, keys);
  size_t next_key = 0;
  const auto next_index = [&](double from) {
    if (is_typed) return from;
    if (dense != nullptr) {
      double i = from;
      while (i < length && dense_element(dense, static_cast<uint32_t>(i)).is_empty()) ++i;
      return i;
    }
    for (; next_key < keys.size(); ++next_key) {
      if (!keys[next_key].is_string()) break;
      const auto found = parse_array_index(keys[next_key].as<String>()->flatten(isolate_));
      if (!found) break;
      if (*found >= from) return static_cast<double>(*found);
    }
    return length;
  };
  while (index < length) {
    if (pieces.entries.size() == kMostArrayEntries) {
      more(length - index);
      return;
    }
    const double found = next_index(index);
    if (found > index) {
      empty(found - index);
      index = found;
      continue;
    }
    pieces.entries.push_back(array_element(array, index, depth));
    ++index;
  }
}

// --- Lines ---

// Many short entries of an array stand in columns.
std::vector<Inspector::Text> Inspector::group(const Pieces& pieces, Value value) {
  const std::vector<Text>& entries = pieces.entries;
  const bool has_more = entries.size() > kMostArrayEntries;
  const size_t count = entries.size() - (has_more ? 1 : 0);
  constexpr size_t kSeparator = 2;
  std::vector<size_t> lengths(count);
  size_t total = 0;
  size_t longest = 0;
  for (size_t i = 0; i < count; ++i) {
    lengths[i] = width_of(entries[i]);
    total += lengths[i] + kSeparator;
    longest = std::max(longest, lengths[i]);
  }
  const size_t widest = longest + kSeparator;
  const auto indentation = static_cast<size_t>(indentation_);
  if (widest * 3 + indentation >= kBreakLength) return entries;
  if (!(static_cast<double>(total) / static_cast<double>(widest) > 5 || longest <= 6)) {
    return entries;
  }
  const double bias = std::sqrt(static_cast<double>(widest) -
                                static_cast<double>(total) / static_cast<double>(entries.size()));
  const double biased = std::max(static_cast<double>(widest) - 3 - bias, 1.0);
  const double square =
      std::floor(std::sqrt(2.5 * biased * static_cast<double>(count)) / biased + 0.5);
  const auto columns = static_cast<size_t>(std::min(
      {square,
       std::floor(static_cast<double>(kBreakLength - indentation) / static_cast<double>(widest)),
       static_cast<double>(kCompact * 4), 15.0}));
  if (columns <= 1) return entries;
  std::vector<size_t> widths;
  for (size_t i = 0; i < columns; ++i) {
    size_t width = 0;
    for (size_t k = i; k < count; k += columns) width = std::max(width, lengths[k]);
    widths.push_back(width + kSeparator);
  }
  bool numbers = true;
  if (value.is_object()) {
    for (size_t i = 0; i < entries.size() && numbers; ++i) {
      const Value element =
          get(isolate_, value.as<Object>(), PropertyKey::from_index(static_cast<uint32_t>(i)));
      numbers = element.is_number() || element.is_bigint();
    }
  }
  std::vector<Text> lines;
  for (size_t i = 0; i < count; i += columns) {
    const size_t end = std::min(i + columns, count);
    Text line;
    for (size_t k = i; k < end; ++k) {
      const bool last = k + 1 == end;
      const Text entry = last ? entries[k] : entries[k] + u", ";
      const size_t want = widths[k - i] - (last ? kSeparator : 0);
      const size_t have = lengths[k] + (last ? 0 : kSeparator);
      const Text padding = want > have ? spaces(want - have) : Text();
      if (numbers) {
        line += padding + entry;
      } else {
        line += last ? entry : entry + padding;
      }
    }
    lines.push_back(line);
  }
  if (has_more) lines.push_back(entries.back());
  return lines;
}

bool Inspector::fits(const Pieces& pieces, size_t start) const {
  size_t total = pieces.entries.size() + start;
  if (total + pieces.entries.size() > kBreakLength) return false;
  for (const Text& entry : pieces.entries) total += entry.size();
  return total <= kBreakLength && pieces.base.find(u'\n') == Text::npos;
}

Inspector::Text Inspector::reduce(Pieces& pieces, int depth, Value value) {
  const size_t count = pieces.entries.size();
  if (pieces.style == EntryStyle::Array && count > 6) pieces.entries = group(pieces, value);
  const Text begin = pieces.base.empty() ? pieces.open : pieces.base + u' ' + pieces.open;
  const auto indentation = static_cast<size_t>(indentation_);
  if (current_depth_ - depth < kCompact && count == pieces.entries.size()) {
    const size_t start = count + indentation + pieces.open.size() + pieces.base.size() + 10;
    if (fits(pieces, start)) {
      const Text joined = join(pieces.entries, u", ");
      if (joined.find(u'\n') == Text::npos) {
        return begin + u' ' + joined + u' ' + pieces.close;
      }
    }
  }
  const Text line = u'\n' + spaces(indentation);
  return begin + line + u"  " + join(pieces.entries, u',' + line + u"  ") + line + pieces.close;
}

std::u16string inspect(Isolate& isolate, Value value, const InspectOptions& options) {
  return Inspector(isolate, options).value(value, 0);
}

}  // namespace perry::runtime
