#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "runtime/builtins/array/array.h"
#include "runtime/builtins/array/elements.h"

// Sorting (23.1.3.30): a stable merge of runs. It permutes indices, so that values stay where the
// collector sees them, and every access is within bounds whatever the comparator says. Runs that
// are in order, or strictly in reverse, are taken as they are: n comparisons for sorted input, at
// most n log n for any other.
namespace perry::runtime::builtins {

namespace {

using Indices = std::vector<uint32_t>;
constexpr size_t kShortestRun = 8;

template <typename Less>
class Sorter {
 public:
  Sorter(Indices& items, const Less& less) : items_(items), less_(less) {}

  void run() {
    find_runs();
    spare_.resize(items_.size());
    while (starts_.size() > 2) merge_pass();
  }

 private:
  // starts_ holds where each run begins, and the end.
  void find_runs() {
    const size_t count = items_.size();
    size_t begin = 0;
    starts_.push_back(0);
    while (begin < count) {
      size_t end = begin + 1;
      if (end < count) {
        const bool down = less_(items_[end], items_[end - 1]);
        ++end;
        while (end < count && less_(items_[end], items_[end - 1]) == down) ++end;
        if (down) std::reverse(at(begin), at(end));
      }
      const size_t wanted = std::min(begin + kShortestRun, count);
      for (; end < wanted; ++end) insert(begin, end);
      begin = end;
      starts_.push_back(begin);
    }
  }

  Indices::iterator at(size_t i) { return items_.begin() + static_cast<std::ptrdiff_t>(i); }

  // Puts items_[position] into its place in the run that ends before it.
  void insert(size_t begin, size_t position) {
    const uint32_t item = items_[position];
    size_t low = begin;
    size_t high = position;
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      if (less_(item, items_[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    std::move_backward(at(low), at(position), at(position + 1));
    items_[low] = item;
  }

  void merge_pass() {
    std::vector<size_t> next{0};
    for (size_t i = 0; i + 1 < starts_.size(); i += 2) {
      if (i + 2 < starts_.size()) {
        merge(starts_[i], starts_[i + 1], starts_[i + 2]);
        next.push_back(starts_[i + 2]);
      } else {
        next.push_back(starts_[i + 1]);
      }
    }
    starts_ = std::move(next);
  }

  void merge(size_t begin, size_t middle, size_t end) {
    if (!less_(items_[middle], items_[middle - 1])) return;
    std::copy(at(begin), at(middle), spare_.begin());
    const size_t left_count = middle - begin;
    size_t left = 0;
    size_t right = middle;
    size_t to = begin;
    while (left < left_count && right < end) {
      items_[to++] = less_(items_[right], spare_[left]) ? items_[right++] : spare_[left++];
    }
    while (left < left_count) items_[to++] = spare_[left++];
  }

  Indices& items_;
  const Less& less_;
  Indices spare_;
  std::vector<size_t> starts_;
};

template <typename Less>
void sort_indices(Indices& items, const Less& less) {
  Sorter<Less>(items, less).run();
}

// Without a comparator: by the texts of the values, which are made once.
void sort_by_text(Isolate& isolate, const ValueList& values, Indices& items) {
  ValueList texts(isolate);
  texts.reserve(values.size());
  for (size_t i = 0; i < values.size(); ++i) {
    String* text = values[i].is_undefined() ? empty_string() : to_string(isolate, values[i]);
    text->flatten(isolate);
    texts.push(Value::cell(text));
  }
  const auto less = [&](uint32_t a, uint32_t b) {
    return compare(texts[a].as<String>(), texts[b].as<String>()) < 0;
  };
  sort_indices(items, less);
}

}  // namespace

void sort_values(Isolate& isolate, ValueList& values, Value comparator) {
  // Undefined comes last, and no comparator sees it.
  Indices items;
  items.reserve(values.size());
  for (uint32_t i = 0; i < values.size(); ++i) {
    if (!values[i].is_undefined()) items.push_back(i);
  }
  if (comparator.is_undefined()) {
    sort_by_text(isolate, values, items);
  } else {
    const auto less = [&](uint32_t a, uint32_t b) {
      const Value result = call(isolate, comparator, Value::undefined(), {values[a], values[b]});
      return to_number(isolate, result) < 0;
    };
    sort_indices(items, less);
  }
  ValueList sorted(isolate);
  sorted.reserve(values.size());
  for (const uint32_t i : items) sorted.push(values[i]);
  for (size_t i = 0; i < values.size(); ++i) {
    values.set(i, i < sorted.size() ? sorted[i] : Value::undefined());
  }
}

static void check_comparator(Isolate& isolate, Value comparator) {
  if (comparator.is_undefined() || is_callable(comparator)) return;
  throw_type_error(isolate, "The comparison function must be either a function or undefined");
}

// 23.1.3.30
Value array_sort(Isolate& isolate, const Arguments& arguments) {
  check_comparator(isolate, arguments[0]);
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  ValueList values(isolate);
  for (double i = 0; i < length; ++i) {
    const Value value = element_if_present(isolate, object, i);
    if (!value.is_empty()) values.push(value);
  }
  sort_values(isolate, values, arguments[0]);
  const auto count = static_cast<double>(values.size());
  for (double i = 0; i < count; ++i) {
    set_element(isolate, object, i, values[static_cast<size_t>(i)]);
  }
  // Holes move to the end.
  for (double i = count; i < length; ++i) {
    if (has_property(isolate, object, key_from_index(isolate, i))) {
      delete_element(isolate, object, i);
    }
  }
  return Value::cell(object);
}

// 23.1.3.34
Value array_to_sorted(Isolate& isolate, const Arguments& arguments) {
  check_comparator(isolate, arguments[0]);
  Object* object = this_object(isolate, arguments);
  const double length = length_of_array_like(isolate, object);
  if (length > 4294967295.0) throw_range_error(isolate, "Invalid array length");
  ValueList values(isolate);
  for (double i = 0; i < length; ++i) values.push(element_at(isolate, object, i));
  sort_values(isolate, values, arguments[0]);
  return Value::cell(new_array(isolate, values));
}

}  // namespace perry::runtime::builtins
