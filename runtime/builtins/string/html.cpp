#include <string>
#include <string_view>

#include "runtime/builtins/string/string_natives.h"
#include "runtime/string/builder.h"

// Methods that put a string into an HTML element (B.2.2.2 to B.2.2.14).
namespace perry::runtime::builtins {

// CreateHTML (B.2.2.2.1).
static Value create_html(Isolate& isolate, const Arguments& arguments, std::string_view method,
                         std::string_view tag, std::string_view attribute = {}) {
  const std::string name = "String.prototype." + std::string(method);
  String* text = this_string(isolate, arguments, name.c_str());
  StringBuilder html;
  html.append("<");
  html.append(tag);
  if (!attribute.empty()) {
    String* value = to_string(isolate, arguments[0]);
    html.append(" ");
    html.append(attribute);
    html.append("=\"");
    const StringView units = value->flatten(isolate);
    for (size_t i = 0; i < units.length(); ++i) {
      if (units[i] == '"') {
        html.append("&quot;");
      } else {
        html.append(units[i]);
      }
    }
    html.append("\"");
  }
  html.append(">");
  html.append(text);
  html.append("</");
  html.append(tag);
  html.append(">");
  String* result = html.finish(isolate);
  if (result == nullptr) throw_string_too_long(isolate);
  return Value::cell(result);
}

Value string_anchor(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "anchor", "a", "name");
}
Value string_big(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "big", "big");
}
Value string_blink(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "blink", "blink");
}
Value string_bold(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "bold", "b");
}
Value string_fixed(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "fixed", "tt");
}
Value string_fontcolor(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "fontcolor", "font", "color");
}
Value string_fontsize(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "fontsize", "font", "size");
}
Value string_italics(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "italics", "i");
}
Value string_link(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "link", "a", "href");
}
Value string_small(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "small", "small");
}
Value string_strike(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "strike", "strike");
}
Value string_sub(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "sub", "sub");
}
Value string_sup(Isolate& isolate, const Arguments& arguments) {
  return create_html(isolate, arguments, "sup", "sup");
}

}  // namespace perry::runtime::builtins
