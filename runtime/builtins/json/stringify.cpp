#include <algorithm>
#include <cmath>

#include "runtime/builtins/json/json.h"
#include "runtime/numeric/number_to_string.h"
#include "runtime/object/bigint.h"
#include "runtime/object/primitive_object.h"
#include "runtime/string/builder.h"

// JSON.stringify (25.5.2).
namespace perry::runtime::builtins {
namespace {

void append_quoted(StringBuilder& out, StringView text) {
  out.append(u'"');
  size_t done = 0;
  const auto flush = [&](size_t to) {
    if (to > done) out.append(text.substring(done, to));
    done = to + 1;
  };
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto append_escape = [&](char16_t unit) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(static_cast<char16_t>(kHex[unit >> shift & 15]));
    }
  };
  for (size_t i = 0; i < text.length(); ++i) {
    const char16_t unit = text[i];
    if (unit >= 0x20 && unit != '"' && unit != '\\' && (unit & 0xf800) != 0xd800) continue;
    if ((unit & 0xfc00) == 0xd800 && i + 1 < text.length() && (text[i + 1] & 0xfc00) == 0xdc00) {
      ++i;
      continue;
    }
    flush(i);
    constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
    constexpr std::string_view kLetters = "\"\\bfnrt";
    const size_t found = unit < 0x80 ? kShort.find(static_cast<char>(unit)) : kShort.npos;
    if (found == kShort.npos) {
      append_escape(unit);
    } else {
      out.append(u'\\');
      out.append(static_cast<char16_t>(kLetters[found]));
    }
  }
  flush(text.length());
  out.append(u'"');
}

class Stringifier {
 public:
  Stringifier(Isolate& isolate, Value replacer, Value space)
      : isolate_(isolate), stack_(isolate), allowed_(isolate) {
    take_replacer(replacer);
    take_space(space);
  }

  Value run(Value value) {
    const PropertyKey key = PropertyKey::from_atom(empty_string());
    Object* wrapper = nullptr;
    if (!function_.is_empty()) {
      wrapper = new_object(isolate_);
      create_data_property(isolate_, wrapper, key, value);
    }
    if (!write_property(wrapper, key, value)) return Value::undefined();
    String* result = out_.finish(isolate_);
    if (result == nullptr) throw_string_too_long(isolate_);
    return Value::cell(result);
  }

 private:
  void take_replacer(Value replacer) {
    if (is_callable(replacer)) {
      function_ = replacer;
      return;
    }
    if (!replacer.is_object() || !is_array(isolate_, replacer)) return;
    has_list_ = true;
    auto* list = replacer.as<Object>();
    const double length = length_of_array_like(isolate_, list);
    for (double i = 0; i < length; ++i) {
      Value item = get(isolate_, list, key_from_index(isolate_, i));
      const PrimitiveObject* wrapper = try_primitive_object(item);
      const bool is_text =
          wrapper != nullptr && (wrapper->primitive.is_string() || wrapper->primitive.is_number());
      if (!item.is_string() && !item.is_number() && !is_text) continue;
      item = Value::cell(to_string(isolate_, item));
      const PropertyKey key = to_property_key(isolate_, item);
      const Value name = key_to_value(isolate_, key);
      bool known = false;
      for (size_t k = 0; k < allowed_.size() && !known; ++k) {
        known = is_strictly_equal(allowed_[k], name);
      }
      if (!known) allowed_.push(name);
    }
  }

  void take_space(Value space) {
    if (const PrimitiveObject* wrapper = try_primitive_object(space)) {
      if (wrapper->primitive.is_number()) {
        space = Value::number(to_number(isolate_, space));
      } else if (wrapper->primitive.is_string()) {
        space = Value::cell(to_string(isolate_, space));
      }
    }
    if (space.is_number()) {
      const double count = std::clamp(to_integer_or_infinity(space.as_number()), 0.0, 10.0);
      gap_.assign(static_cast<size_t>(count), u' ');
    } else if (space.is_string()) {
      const StringView text = space.as<String>()->flatten(isolate_);
      for (size_t i = 0; i < std::min<size_t>(text.length(), 10); ++i) gap_ += text[i];
    }
  }

  void new_line() {
    if (gap_.empty()) return;
    out_.append(u'\n');
    for (size_t i = 0; i < depth_; ++i) out_.append(StringView(gap_.data(), gap_.size()));
    if (out_.is_too_long()) throw_string_too_long(isolate_);
  }

  // SerializeJSONProperty; false: undefined. `value` is what the holder has there.
  bool write_property(Object* holder, PropertyKey key, Value value) {
    if (value.is_object() || value.is_bigint()) {
      const Value to_json = get_v(isolate_, value, names::toJSON);
      if (is_callable(to_json)) {
        value = call(isolate_, to_json, value, {key_to_value(isolate_, key)});
      }
    }
    if (!function_.is_empty()) {
      value = call(isolate_, function_, Value::cell(holder), {key_to_value(isolate_, key), value});
    }
    if (value.is_object()) {
      if (const PrimitiveObject* wrapper = try_primitive_object(value)) {
        if (wrapper->primitive.is_number()) {
          value = Value::number(to_number(isolate_, value));
        } else if (wrapper->primitive.is_string()) {
          value = Value::cell(to_string(isolate_, value));
        } else if (wrapper->primitive.is_boolean() || wrapper->primitive.is_bigint()) {
          value = wrapper->primitive;
        }
      }
    }
    return write_value(key, value);
  }

  bool write_value(PropertyKey key, Value value) {
    if (value.is_string()) {
      append_quoted(out_, value.as<String>()->flatten(isolate_));
    } else if (value.is_number()) {
      const double number = value.as_number();
      if (std::isfinite(number)) {
        out_.append(NumberText(number).view());
      } else {
        out_.append("null");
      }
    } else if (value.is_null()) {
      out_.append("null");
    } else if (value.is_boolean()) {
      out_.append(value.as_boolean() ? "true" : "false");
    } else if (value.is_bigint()) {
      throw_type_error(isolate_, "Do not know how to serialize a BigInt");
    } else if (value.is_object() && !is_callable(value)) {
      if (class_of(value.as_cell()) == &kRawJsonClass) {
        const Value raw = get(isolate_, value.as<Object>(), names::rawJSON);
        out_.append(raw.as<String>());
        return true;
      }
      write_structure(key, value.as<Object>());
    } else {
      return false;
    }
    if (out_.is_too_long()) throw_string_too_long(isolate_);
    return true;
  }

  static std::string step_name(PropertyKey key, bool in_array) {
    return (in_array ? "index " : "property '") + describe(key) + (in_array ? "" : "'");
  }

  void push(PropertyKey key, Object* object) {
    check_stack(isolate_);
    const Value value = Value::cell(object);
    const bool in_array = depth_ > 0 && stack_[depth_ - 1].is_kind(CellKind::Array);
    keys_.resize(depth_);
    if (depth_ > 0) keys_[depth_ - 1] = key;
    for (size_t i = 0; i < depth_; ++i) {
      if (stack_[i] != value) continue;
      ValueList objects(isolate_);
      std::vector<std::string> steps;
      for (size_t k = i; k < depth_; ++k) {
        objects.push(stack_[k]);
        steps.push_back(
            step_name(keys_[k], k + 1 == depth_ ? in_array : stack_[k].is_kind(CellKind::Array)));
      }
      throw_type_error(isolate_, circular_message(isolate_, objects, steps));
    }
    stack_.push(value);
    ++depth_;
  }
  void pop() {
    --depth_;
    stack_.resize(depth_);
  }

  void write_structure(PropertyKey key, Object* object) {
    push(key, object);
    if (is_array(isolate_, Value::cell(object))) {
      write_array(object);
    } else {
      write_object(object);
    }
  }

  void write_array(Object* object) {
    const double length = length_of_array_like(isolate_, object);
    out_.append(u'[');
    for (double i = 0; i < length; ++i) {
      if (i > 0) out_.append(u',');
      new_line();
      const PropertyKey key = key_from_index(isolate_, i);
      if (!write_property(object, key, get(isolate_, object, key))) out_.append("null");
    }
    pop();
    if (length > 0) new_line();
    out_.append(u']');
  }

  void write_member(Object* object, PropertyKey key, bool& is_first) {
    const Value value = get(isolate_, object, key);
    write_member(object, key, value, is_first);
  }
  void write_member(Object* object, PropertyKey key, Value value, bool& is_first) {
    // Written before it is known whether there is a value: taken back if not.
    const auto mark = out_.length();
    const bool was_first = is_first;
    if (!is_first) out_.append(u',');
    is_first = false;
    new_line();
    auto* name = key_to_value(isolate_, key).as<String>();
    append_quoted(out_, name->flatten(isolate_));
    out_.append(gap_.empty() ? ":" : ": ");
    if (write_property(object, key, value)) return;
    out_.truncate(mark);
    is_first = was_first;
  }

  void write_object(Object* object) {
    out_.append(u'{');
    bool is_first = true;
    if (has_list_) {
      for (size_t i = 0; i < allowed_.size(); ++i) {
        write_member(object, to_property_key(isolate_, allowed_[i]), is_first);
      }
    } else {
      ValueList keys(isolate_);
      own_property_keys(isolate_, object, keys);
      const bool is_plain = class_of(object)->methods == nullptr;
      // EnumerableOwnProperties asks for all before the first value is read.
      if (!is_plain) {
        Array* list = enumerable_own_properties(isolate_, object, EnumerableKind::Keys);
        keys.resize(0);
        for (uint32_t i = 0; i < list->length(); ++i) keys.push(dense_element(list, i));
      }
      std::vector<bool> enumerable(keys.size(), true);
      if (is_plain) {
        for (size_t i = 0; i < keys.size(); ++i) {
          OwnProperty own;
          enumerable[i] = keys[i].is_string() &&
                          find_own(isolate_, object, to_property_key(isolate_, keys[i]), own) &&
                          (own.attributes & kEnumerable) != 0;
        }
      }
      for (size_t i = 0; i < keys.size(); ++i) {
        if (enumerable[i]) write_member(object, to_property_key(isolate_, keys[i]), is_first);
      }
    }
    pop();
    if (!is_first) new_line();
    out_.append(u'}');
  }

  Isolate& isolate_;
  StringBuilder out_;
  ValueList stack_;  // the structures that are open
  std::vector<PropertyKey> keys_;
  size_t depth_ = 0;
  Value function_;
  bool has_list_ = false;
  ValueList allowed_;
  std::u16string gap_;
};

}  // namespace

Value json_stringify(Isolate& isolate, const Arguments& arguments) {
  Stringifier stringifier(isolate, arguments[1], arguments[2]);
  return stringifier.run(arguments[0]);
}

}  // namespace perry::runtime::builtins
