#pragma once

#include <string>
#include <vector>

#include "runtime/host/console/inspect.h"
#include "runtime/host/console/text.h"
#include "runtime/object/array_buffer.h"
#include "runtime/object/property.h"

namespace perry::runtime {

// What an object prints as: `{ entries }` with something before the brace.
enum class EntryStyle : uint8_t { Object, Array };
struct Pieces {
  std::u16string base;
  std::u16string open = u"{";
  std::u16string close = u"}";
  std::vector<std::u16string> entries;
  EntryStyle style = EntryStyle::Object;
};

// One call of inspect().
class Inspector {
 public:
  Inspector(Isolate& isolate, const InspectOptions& options)
      : isolate_(isolate), options_(options), seen_(isolate), circular_(isolate) {}

  std::u16string value(Value value, int depth);

 private:
  using Text = std::u16string;
  // The name of what made an object; `has_name` false: its prototype is null.
  struct Maker {
    Text name;
    bool exists = false;
  };

  // --- inspect.cpp ---
  Text primitive(Value value);
  Text string(const Text& given);
  Text object(Value given, int depth);
  Text property(Object* object, PropertyKey key, int depth, EntryStyle style);
  Text array_element(Object* object, double index, int depth);
  Text reduce(Pieces& pieces, int depth, Value value);
  bool fits(const Pieces& pieces, size_t start) const;
  std::vector<Text> group(const Pieces& pieces, Value value);

  // --- inspect_objects.cpp ---
  Maker maker_of(Value value, int depth);
  static Text prefix(const Maker& maker, const Text& tag, const Text& fallback,
                     const Text& size = {});
  Text tag_of(Object* object);
  // False: the pieces' base alone is the whole text.
  bool describe(Object* object, const Maker& maker, const Text& tag, ValueList& keys,
                Pieces& pieces, bool& has_entries);
  bool describe_container(Object* object, const Maker& maker, const Text& tag, ValueList& keys,
                          Pieces& pieces);
  void keys_of(Object* object, bool without_indices, ValueList& keys);
  Text function_base(Function* function, const Maker& maker, const Text& tag);
  Text error_base(Object* error, const Maker& maker, const Text& tag, ValueList& keys);
  Text wrapper_base(Value primitive, const Maker& maker, const Text& tag, ValueList& keys);
  void add_entries(Object* object, int depth, Pieces& pieces);
  double length_of(Object* array);
  void add_array(Object* array, int depth, Pieces& pieces);
  void add_inherited(Object* object, const Name& name, int depth, Pieces& pieces);
  void add_buffer(ArrayBuffer* buffer, int depth, Pieces& pieces);
  void add_preview(Object* object, bool pairs, int depth, Pieces& pieces);

  Isolate& isolate_;
  InspectOptions options_;
  ValueList seen_;
  ValueList circular_;
  int indentation_ = 0;
  int current_depth_ = 0;
};

}  // namespace perry::runtime
