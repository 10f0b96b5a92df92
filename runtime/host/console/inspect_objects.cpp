#include <algorithm>

#include "runtime/host/console/inspector.h"
#include "runtime/jobs/promise.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/data_view.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/primitive_object.h"

// Objects: what stands before the brace, and what is inside.
namespace perry::runtime {

namespace {

using Text = std::u16string;

bool is_class(Object* object, std::string_view name) { return class_of(object)->name == name; }

Text size_text(size_t size) { return u'(' + to_utf16(std::to_string(size)) + u')'; }

}  // namespace

// --- Names ---

// The nearest constructor on the prototypes that the object is an instance of.
Inspector::Maker Inspector::maker_of(Value value, int depth) {
  Maker maker;
  const Value start = value;
  Value first_prototype = Value();
  for (Value o = value; o.is_object(); o = get_prototype_of(isolate_, o.as<Object>())) {
    if (o != start && first_prototype.is_empty()) first_prototype = o;
    PropertyDescriptor own;
    if (!get_own_property(isolate_, o.as<Object>(), names::constructor, own)) continue;
    if (!is_callable(own.value)) continue;
    const Value name = get(isolate_, own.value.as<Object>(), names::name);
    if (!name.is_string() || name.as<String>()->length() == 0) continue;
    if (!ordinary_has_instance(isolate_, own.value, start)) continue;
    maker.name = to_utf16(isolate_, name.as<String>());
    maker.exists = true;
    return maker;
  }
  if (first_prototype.is_empty()) return maker;
  maker.exists = true;
  maker.name = to_utf16(class_of(start.as_cell())->name);
  if (depth > options_.depth) {
    maker.name += u" <Complex prototype>";
    return maker;
  }
  const Maker parent = maker_of(first_prototype, depth + 1);
  if (parent.exists) {
    maker.name += u" <" + parent.name + u'>';
  } else {
    InspectOptions shallow = options_;
    shallow.depth = -1;
    maker.name += u" <" + Inspector(isolate_, shallow).value(first_prototype, 0) + u'>';
  }
  return maker;
}

Text Inspector::prefix(const Maker& maker, const Text& tag, const Text& fallback,
                       const Text& size) {
  if (!maker.exists) {
    Text text = u'[' + fallback + size + u": null prototype] ";
    if (!tag.empty() && fallback != tag) text += u'[' + tag + u"] ";
    return text;
  }
  if (!tag.empty() && maker.name != tag) return maker.name + size + u" [" + tag + u"] ";
  return maker.name + size + u' ';
}

Text Inspector::tag_of(Object* object) {
  const PropertyKey key = well_known(isolate_, WellKnown::ToStringTag);
  const Value tag = get(isolate_, object, key);
  if (!tag.is_string() || tag.as<String>()->length() == 0) return {};
  PropertyDescriptor own;
  if (get_own_property(isolate_, object, key, own) && own.is_enumerable()) return {};
  return to_utf16(isolate_, tag.as<String>());
}

// Names first, symbols behind, the enumerable ones only.
void Inspector::keys_of(Object* object, bool without_indices, ValueList& keys) {
  ValueList all(isolate_);
  if (object->kind() == CellKind::TypedArray && without_indices) {
    // It may have a great many elements.
    ordinary_own_keys(isolate_, object, all);
  } else {
    own_property_keys(isolate_, object, all);
  }
  for (size_t i = 0; i < all.size(); ++i) {
    const PropertyKey key = to_property_key(isolate_, all[i]);
    if (without_indices && key.is_index()) continue;
    PropertyDescriptor own;
    if (!is_class(object, "Module") || key.is_symbol()) {
      if (!get_own_property(isolate_, object, key, own)) continue;
      if (!own.is_enumerable() && !options_.show_hidden) continue;
    }
    keys.push(key.raw());
  }
}

// --- Special objects ---

Text Inspector::function_base(Function* function, const Maker& maker, const Text& tag) {
  PropertyDescriptor own;
  const bool has_name = get_own_property(isolate_, function, names::name, own);
  const Value name_value = get(isolate_, function, names::name);
  const Text name = name_value.is_string() ? to_utf16(isolate_, name_value.as<String>()) : Text();
  if (function->has(abi::kFunctionClass) && !function->has(abi::kFunctionNoSource)) {
    Text text = u"class " + (has_name && !name.empty() ? name : Text(u"(anonymous)"));
    if (maker.exists && maker.name != u"Function") text += u" [" + maker.name + u']';
    if (!tag.empty() && maker.name != tag) text += u" [" + tag + u']';
    if (!maker.exists) {
      text += u" extends null";
    } else {
      const Value parent = get_prototype_of(isolate_, function);
      const Value parent_name =
          parent.is_object() ? get(isolate_, parent.as<Object>(), names::name) : Value::undefined();
      if (parent_name.is_string() && parent_name.as<String>()->length() != 0) {
        text += u" extends " + to_utf16(isolate_, parent_name.as<String>());
      }
    }
    return u'[' + text + u']';
  }
  Text type = u"Function";
  if (function->has(abi::kFunctionGenerator)) type = u"Generator" + type;
  if (function->has(abi::kFunctionAsync)) type = u"Async" + type;
  Text text = u'[' + type;
  if (!maker.exists) text += u" (null prototype)";
  text += name.empty() ? Text(u" (anonymous)") : u": " + name;
  text += u']';
  if (maker.exists && maker.name != type) text += u' ' + maker.name;
  if (!tag.empty() && maker.name != tag) text += u" [" + tag + u']';
  return text;
}

static bool remove_key(ValueList& keys, PropertyKey key) {
  for (size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] != key.raw()) continue;
    for (size_t k = i + 1; k < keys.size(); ++k) keys.set(k - 1, keys[k]);
    keys.resize(keys.size() - 1);
    return true;
  }
  return false;
}

static bool has_key(const ValueList& keys, PropertyKey key) {
  return std::ranges::find(keys.data(), keys.data() + keys.size(), key.raw()) !=
         keys.data() + keys.size();
}

// A stack whose first line does not name the class of the error gets its name.
static void improve_stack(Text& stack, const Text& error_name, const Text& class_name) {
  if (class_name.empty() || error_name == class_name || class_name == u"Error") return;
  if (stack.starts_with(class_name) || stack.find(class_name) < stack.find(u'\n')) return;
  if (stack.starts_with(error_name)) {
    stack = class_name + stack.substr(error_name.size());
  }
}

Text Inspector::error_base(Object* error, const Maker& maker, const Text& tag, ValueList& keys) {
  const auto text_at = [&](PropertyKey key) {
    const Value value = get(isolate_, error, key);
    return value.is_string() ? to_utf16(isolate_, value.as<String>()) : Text();
  };
  Text stack = text_at(names::stack);
  if (stack.empty()) {
    stack = to_utf16(isolate_,
                     to_string(isolate_, invoke(isolate_, intrinsic(isolate_, Intrinsic::Error),
                                                names::toString)));
    const Text name = text_at(names::name);
    const Text message = text_at(names::message);
    stack = name + (name.empty() || message.empty() ? u"" : u": ") + message;
  }
  for (const PropertyKey key :
       {PropertyKey(names::name), PropertyKey(names::message), PropertyKey(names::stack)}) {
    if (!has_key(keys, key)) continue;
    const Value value = get(isolate_, error, key);
    if (!value.is_string() || stack.find(to_utf16(isolate_, value.as<String>())) != Text::npos) {
      remove_key(keys, key);
    }
  }
  if (has_property(isolate_, error, names::cause) && !has_key(keys, names::cause)) {
    keys.push(PropertyKey(names::cause).raw());
  }
  if (is_array(isolate_, get(isolate_, error, names::errors)) && !has_key(keys, names::errors)) {
    keys.push(PropertyKey(names::errors).raw());
  }
  (void)tag;
  improve_stack(stack, text_at(names::name), maker.name);
  const Text message = text_at(names::message);
  size_t from = message.empty() ? Text::npos : stack.find(message);
  from = from == Text::npos ? 0 : from + message.size();
  if (stack.find(u"\n    at", from) == Text::npos) stack = u'[' + stack + u']';
  if (indentation_ != 0) {
    Text indented;
    for (const char16_t c : stack) {
      indented += c;
      if (c == '\n') indented += Text(static_cast<size_t>(indentation_), u' ');
    }
    stack = indented;
  }
  return stack;
}

Text Inspector::wrapper_base(Value primitive, const Maker& maker, const Text& tag,
                             ValueList& keys) {
  Text type = u"Number";
  if (primitive.is_string()) {
    type = u"String";
    // The units of the text are no properties of interest.
    ValueList kept(isolate_);
    for (size_t i = 0; i < keys.size(); ++i) {
      if (!PropertyKey::from_value(keys[i]).is_index()) kept.push(keys[i]);
    }
    keys.resize(0);
    for (size_t i = 0; i < kept.size(); ++i) keys.push(kept[i]);
  } else if (primitive.is_boolean()) {
    type = u"Boolean";
  } else if (primitive.is_bigint()) {
    type = u"BigInt";
  } else if (primitive.is_symbol()) {
    type = u"Symbol";
  }
  Text text = u'[' + type;
  if (!maker.exists) {
    text += u" (null prototype)";
  } else if (maker.name != type) {
    text += u" (" + maker.name + u')';
  }
  text += u": " + this->primitive(primitive) + u']';
  if (!tag.empty() && tag != maker.name) text += u" [" + tag + u']';
  return text;
}

// --- What stands before the brace ---

bool Inspector::describe_container(Object* object, const Maker& maker, const Text& tag,
                                   ValueList& keys, Pieces& pieces) {
  const CellKind kind = object->kind();
  if (kind == CellKind::Array || kind == CellKind::TypedArray) {
    keys_of(object, true, keys);
    const double length = length_of(object);
    const Text fallback =
        kind == CellKind::Array ? Text(u"Array") : to_utf16(class_of(object)->name);
    if (kind == CellKind::TypedArray || maker.name != u"Array" || !tag.empty()) {
      pieces.open = prefix(maker, tag, fallback, size_text(static_cast<size_t>(length))) + u'[';
    } else {
      pieces.open = u"[";
    }
    pieces.close = u"]";
    pieces.style = EntryStyle::Array;
    if (length == 0 && keys.empty()) {
      pieces.base = pieces.open + u']';
      return false;
    }
    return true;
  }
  keys_of(object, false, keys);
  if (is_class(object, "Map") || is_class(object, "Set")) {
    const bool is_map = is_class(object, "Map");
    ValueList values(isolate_);
    class_of(object)->preview(isolate_, object, values);
    const size_t size = is_map ? values.size() / 2 : values.size();
    const Text text = prefix(maker, tag, is_map ? u"Map" : u"Set", size_text(size));
    pieces.open = text + u'{';
    if (size == 0 && keys.empty()) {
      pieces.base = text + u"{}";
      return false;
    }
    return true;
  }
  pieces.open = u'[' + tag + u"] {";
  return true;
}

bool Inspector::describe(Object* object, const Maker& maker, const Text& tag, ValueList& keys,
                         Pieces& pieces, bool& has_entries) {
  const Value value = Value::cell(object);
  const auto only_base_without_keys = [&] { return !keys.empty(); };
  if (is_callable(value)) {
    keys_of(object, false, keys);
    pieces.base = function_base(object->as<Function>(), maker, tag);
    return only_base_without_keys();
  }
  has_entries = true;
  if (object->kind() == CellKind::Array || object->kind() == CellKind::TypedArray ||
      class_of(object)->preview != nullptr) {
    return describe_container(object, maker, tag, keys, pieces);
  }
  keys_of(object, false, keys);
  if (try_object<Promise>(value) != nullptr) {
    pieces.open = prefix(maker, tag, u"Promise") + u'{';
    return true;
  }
  if (try_any_buffer(value) != nullptr || try_object<DataView>(value) != nullptr) {
    pieces.open = prefix(maker, tag, to_utf16(class_of(object)->name)) + u'{';
    return true;
  }
  if (is_class(object, "WeakMap") || is_class(object, "WeakSet")) {
    pieces.open = prefix(maker, tag, to_utf16(class_of(object)->name)) + u'{';
    return true;
  }
  has_entries = false;
  if (is_error(value)) {
    pieces.base = error_base(object, maker, tag, keys);
    return only_base_without_keys();
  }
  if (const PrimitiveObject* wrapper = try_primitive_object(value)) {
    pieces.base = wrapper_base(wrapper->primitive, maker, tag, keys);
    return only_base_without_keys();
  }
  if (is_class(object, "RegExp")) {
    pieces.base = to_utf16(isolate_, to_string(isolate_, value));
    const Text text = prefix(maker, tag, u"RegExp");
    if (text != u"RegExp ") pieces.base = text + pieces.base;
    return only_base_without_keys();
  }
  if (is_class(object, "Date")) {
    const Value time = invoke(isolate_, value, names::getTime);
    const bool valid = time.is_number() && time.as_number() == time.as_number();
    pieces.base = to_utf16(
        isolate_,
        to_string(isolate_, invoke(isolate_, value, valid ? names::toISOString : names::toString)));
    const Text text = prefix(maker, tag, u"Date");
    if (text != u"Date ") pieces.base = text + pieces.base;
    return only_base_without_keys();
  }
  if (is_class(object, "Arguments") && maker.name == u"Object") {
    pieces.open = u"[Arguments] {";
  } else if (is_class(object, "Module")) {
    pieces.open = prefix(maker, tag, u"Module") + u'{';
    return true;
  } else if (maker.name != u"Object" || !maker.exists || !tag.empty()) {
    pieces.open = prefix(maker, tag, u"Object") + u'{';
  }
  if (!keys.empty()) return true;
  pieces.base = pieces.open + u'}';
  return false;
}

// --- What is inside ---

void Inspector::add_preview(Object* object, bool pairs, int depth, Pieces& pieces) {
  ValueList values(isolate_);
  class_of(object)->preview(isolate_, object, values);
  indentation_ += 2;
  const size_t step = pairs ? 2 : 1;
  for (size_t i = 0; i + step <= values.size(); i += step) {
    if (i / step == 100) {
      const size_t left = values.size() / step - 100;
      pieces.entries.push_back(u"... " + to_utf16(std::to_string(left)) + u" more item" +
                               (left > 1 ? u"s" : u""));
      break;
    }
    Text text = value(values[i], depth);
    if (pairs) text += u" => " + value(values[i + 1], depth);
    pieces.entries.push_back(text);
  }
  indentation_ -= 2;
}

// A property that is no own one.
void Inspector::add_inherited(Object* object, const Name& name, int depth, Pieces& pieces) {
  indentation_ += 2;
  const Text text = value(get(isolate_, object, name), depth);
  indentation_ -= 2;
  pieces.entries.push_back(u'[' + to_utf16(isolate_, name.get()) + u"]: " + text);
}

void Inspector::add_buffer(ArrayBuffer* buffer, int depth, Pieces& pieces) {
  constexpr size_t kMostBytes = 100;
  if (buffer->is_detached()) {
    pieces.entries.push_back(u"(detached)");
  } else {
    constexpr std::u16string_view kDigits = u"0123456789abcdef";
    const size_t length = buffer->byte_length();
    Text text = u"[Uint8Contents]: <";
    for (size_t i = 0; i < std::min(length, kMostBytes); ++i) {
      if (i > 0) text += u' ';
      text += kDigits[buffer->data[i] >> 4];
      text += kDigits[buffer->data[i] & 15];
    }
    if (length > kMostBytes) {
      text += u" ... " + to_utf16(std::to_string(length - kMostBytes)) + u" more byte";
      if (length - kMostBytes > 1) text += u's';
    }
    pieces.entries.push_back(text + u'>');
  }
  add_inherited(buffer, names::byteLength, depth, pieces);
}

void Inspector::add_entries(Object* object, int depth, Pieces& pieces) {
  if (object->kind() == CellKind::Array || object->kind() == CellKind::TypedArray) {
    add_array(object, depth, pieces);
  } else if (class_of(object)->preview != nullptr) {
    add_preview(object, is_class(object, "Map"), depth, pieces);
  } else if (ArrayBuffer* buffer = try_any_buffer(Value::cell(object))) {
    add_buffer(buffer, depth, pieces);
  } else if (try_object<DataView>(Value::cell(object)) != nullptr) {
    add_inherited(object, names::byteLength, depth, pieces);
    add_inherited(object, names::byteOffset, depth, pieces);
    add_inherited(object, names::buffer, depth, pieces);
  } else if (const auto* promise = try_object<Promise>(Value::cell(object))) {
    if (promise->state == PromiseState::Pending) {
      pieces.entries.push_back(u"<pending>");
      return;
    }
    indentation_ += 2;
    const Text text = value(promise->result, depth);
    indentation_ -= 2;
    pieces.entries.push_back(promise->state == PromiseState::Rejected ? u"<rejected> " + text
                                                                      : text);
  } else {
    pieces.entries.push_back(u"<items unknown>");
  }
}

Text Inspector::object(Value given, int depth) {
  auto* object = given.as<Object>();
  const Maker maker = maker_of(given, depth);
  const Text tag = tag_of(object);
  ValueList keys(isolate_);
  Pieces pieces;
  bool has_entries = false;
  if (!describe(object, maker, tag, keys, pieces, has_entries)) return pieces.base;
  if (depth > options_.depth) {
    const Text fallback = object->kind() == CellKind::Array ? Text(u"Array") : Text(u"Object");
    Text name = prefix(maker, tag, fallback);
    name.pop_back();
    return maker.exists ? u'[' + name + u']' : name;
  }
  ++depth;
  seen_.push(given);
  current_depth_ = depth;
  if (has_entries) add_entries(object, depth, pieces);
  for (size_t i = 0; i < keys.size(); ++i) {
    pieces.entries.push_back(
        property(object, PropertyKey::from_value(keys[i]), depth, EntryStyle::Object));
  }
  seen_.resize(seen_.size() - 1);
  for (size_t i = 0; i < circular_.size(); ++i) {
    if (circular_[i] != given) continue;
    const Text reference = u"<ref *" + to_utf16(std::to_string(i + 1)) + u'>';
    pieces.base = pieces.base.empty() ? reference : reference + u' ' + pieces.base;
  }
  return reduce(pieces, depth, given);
}

}  // namespace perry::runtime
