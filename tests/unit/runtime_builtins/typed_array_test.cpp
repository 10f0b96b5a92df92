#include "runtime/object/typed_array.h"

#include <doctest/doctest.h>

#include <string>

#include "runtime/numeric/float16.h"
#include "runtime/unicode/base64.h"
#include "tests/unit/runtime_builtins/values.h"

// What programs can't see of buffers and views, and what no Node prints yet.
namespace perry::runtime::test {
namespace {

TypedArray* view_of(Values& v, ArrayBuffer* buffer, size_t offset, std::optional<size_t> length) {
  return new_typed_array(v.isolate(), ElementType::Uint8,
                         intrinsic(v.isolate(), Intrinsic::Uint8ArrayPrototype), buffer, offset,
                         length);
}
ArrayBuffer* buffer_of(Values& v, double bytes, double most = BufferSize::kFixed) {
  return new_array_buffer(v.isolate(), intrinsic(v.isolate(), Intrinsic::ArrayBufferPrototype),
                          {bytes, most});
}
size_t count_views(const ArrayBuffer* buffer) {
  size_t count = 0;
  for (const TypedArray* view = buffer->views; view != nullptr; view = view->next_view) ++count;
  return count;
}

TEST_CASE("a buffer tells its views what has become of it") {
  Values v;
  ArrayBuffer* buffer = buffer_of(v, 8, 32);
  TypedArray* tracking = view_of(v, buffer, 2, std::nullopt);
  TypedArray* fixed = view_of(v, buffer, 4, 4);
  CHECK(tracking->known_length == 6);
  CHECK(fixed->known_length == 4);
  resize_array_buffer(v.isolate(), buffer, 6);
  CHECK(tracking->known_length == 4);
  CHECK(fixed->is_out_of_bounds());
  CHECK(fixed->known_length == 0);
  resize_array_buffer(v.isolate(), buffer, 32);
  CHECK(tracking->known_length == 30);
  CHECK(fixed->known_length == 4);
  CHECK(fixed->elements == buffer->data + 4);
  detach_array_buffer(v.isolate(), buffer);
  CHECK(tracking->known_length == 0);
  CHECK(tracking->is_out_of_bounds());
  CHECK(fixed->byte_offset() == 0);
}

[[gnu::noinline]] void make_views(Values& v, ArrayBuffer* buffer, int count) {
  for (int i = 0; i < count; ++i) view_of(v, buffer, 0, 1);
}

TEST_CASE("dead views leave the list of their buffer") {
  for (const uint32_t stress : {0u, 7u}) {
    Values v(stress);
    ArrayBuffer* buffer = buffer_of(v, 8, 16);
    TypedArray* kept = view_of(v, buffer, 1, std::nullopt);
    make_views(v, buffer, 500);
    TypedArray* last = view_of(v, buffer, 2, std::nullopt);
    for (int i = 0; i < 2; ++i) v.isolate().heap().collect(CollectionKind::Full);
    // A word on the stack may look like one of them.
    CHECK(count_views(buffer) < 20);
    CHECK(count_views(buffer) >= 2);
    resize_array_buffer(v.isolate(), buffer, 16);
    CHECK(kept->known_length == 15);
    CHECK(last->known_length == 14);
  }
}

TEST_CASE("the memory of buffers is freed, and counted") {
  Values v;
  Heap& heap = v.isolate().heap();
  const uint64_t before = heap.stats().external_bytes;
  for (int i = 0; i < 300; ++i) buffer_of(v, 1 << 20);
  CHECK(heap.stats().external_bytes - before < uint64_t{200} << 20);
  heap.collect(CollectionKind::Full);
  CHECK(heap.stats().external_bytes - before < uint64_t{8} << 20);
}

TEST_CASE("a shared buffer that grows shows in the views that follow it") {
  Values v;
  ArrayBuffer* buffer = new_shared_array_buffer(
      v.isolate(), intrinsic(v.isolate(), Intrinsic::SharedArrayBufferPrototype), {4, 16});
  ArrayBuffer* other = new_shared_array_buffer(
      v.isolate(), intrinsic(v.isolate(), Intrinsic::SharedArrayBufferPrototype), buffer->shared,
      16);
  TypedArray* view = view_of(v, other, 1, std::nullopt);
  CHECK(view->length() == 3);
  CHECK(grow_shared_array_buffer(buffer, 10));
  CHECK_FALSE(grow_shared_array_buffer(buffer, 9));
  CHECK_FALSE(grow_shared_array_buffer(buffer, 17));
  CHECK(view->known_length == 3);
  CHECK(view->length() == 9);
  CHECK(buffer->shared->references == 2);
}

TEST_CASE("halves are rounded once, to even") {
  for (uint32_t bits = 0; bits < 0x10000; ++bits) {
    const auto half = static_cast<uint16_t>(bits);
    const double number = float16_to_double(half);
    if (number != number) continue;
    CHECK_MESSAGE(float16_from_double(number) == half, bits);
    // Half way to the next: to the even one of both.
    const double next = float16_to_double(static_cast<uint16_t>(half + 1));
    if ((half & 0x7fff) >= 0x7bff || next != next) continue;
    const auto even = static_cast<uint16_t>(half + (half & 1));
    CHECK_MESSAGE(float16_from_double((number + next) / 2) == even, bits);
  }
  CHECK(float16_from_double(65519.999) == 0x7bff);
  CHECK(float16_from_double(65520) == 0x7c00);
  CHECK(float16_from_double(-1e300) == 0xfc00);
  CHECK(float16_from_double(0x1p-25) == 0);
  CHECK(float16_from_double(0x1.000002p-25) == 1);
}

// --- base64 and hexadecimal text, as 23.3 has it ---

std::string decoded(std::string_view text, Base64Alphabet alphabet, LastChunk last_chunk,
                    size_t room = 100) {
  std::vector<uint8_t> out(room);
  const std::span units(reinterpret_cast<const uint8_t*>(text.data()), text.size());
  const Decoded result = decode_base64(units, alphabet, last_chunk, out);
  std::string shown(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(result.written));
  shown += '|' + std::to_string(result.read);
  return result.error == DecodeError::None ? shown : shown + '!';
}
std::string loose(std::string_view text, size_t room = 100) {
  return decoded(text, Base64Alphabet::Standard, LastChunk::Loose, room);
}
std::string strict(std::string_view text) {
  return decoded(text, Base64Alphabet::Standard, LastChunk::Strict);
}
std::string stopping(std::string_view text) {
  return decoded(text, Base64Alphabet::Standard, LastChunk::StopBeforePartial);
}

TEST_CASE("base64 is decoded by chunks") {
  CHECK(loose("Zm9vYmFy") == "foobar|8");
  CHECK(loose(" Zm9v\nYm Fy ") == "foobar|12");
  CHECK(loose("Zm9vYg") == "foob|6");
  CHECK(loose("Zm9vYg==") == "foob|8");
  CHECK(loose("Zm9vYg= = ") == "foob|10");
  CHECK(loose("Zm9vYmE") == "fooba|7");
  CHECK(loose("Zm9vYh==") == "foob|8");
  CHECK(loose("Zm9vYg=") == "foo|4!");
  CHECK(loose("Zm9vY") == "foo|4!");
  CHECK(loose("Zm9v=") == "foo|4!");
  CHECK(loose("Zm9vYg==Zg") == "foo|4!");
  CHECK(loose("Zm9v-_-_") == "foo|4!");
  CHECK(decoded("-_-_", Base64Alphabet::Url, LastChunk::Loose).size() == 5);
  CHECK(decoded("+/", Base64Alphabet::Url, LastChunk::Loose) == "|0!");
  CHECK(strict("Zm9vYg==") == "foob|8");
  CHECK(strict("Zm9vYg") == "foo|4!");
  CHECK(strict("Zm9vYh==") == "foo|4!");
  CHECK(stopping("Zm9vYg") == "foo|4");
  CHECK(stopping("Zm9vYg=") == "foo|4");
  CHECK(stopping("Zm9vYg==") == "foob|8");
  CHECK(stopping("Zm9vY*") == "foo|4!");
  CHECK(loose("") == "|0");
}

TEST_CASE("base64 stops when there is no room for a chunk") {
  CHECK(loose("Zm9vYmFy", 3) == "foo|4");
  CHECK(loose("Zm9vYmFy", 5) == "foo|4");
  CHECK(loose("Zm9vYmE=", 5) == "fooba|8");
  CHECK(loose("Zm9vYg==", 4) == "foob|8");
  CHECK(loose("Zm9vYmE=", 4) == "foo|4");
  CHECK(loose("Zm9v*", 3) == "foo|4");
  CHECK(loose("*", 0) == "|0");
}

TEST_CASE("Uint8Array's methods for text") {
  Values v;
  const Value uint8 = v.global("Uint8Array");
  const Value bytes = v.send(uint8, "fromBase64", {v.s("Zm9v")});
  CHECK(v.show(bytes) == "102,111,111");
  CHECK(v.shown(v.send(bytes, "toBase64")) == "'Zm9v'");
  CHECK(v.shown(v.send(bytes, "toHex")) == "'666f6f'");
  CHECK(v.show(v.send(uint8, "fromHex", {v.s("00FFa0")})) == "0,255,160");
  const Value two = v.send(uint8, "of", {v.n(251), v.n(255)});
  CHECK(v.shown(v.send(two, "toBase64")) == "'+/8='");
  const Value options = v.object({{"alphabet", v.s("base64url")}, {"omitPadding", v.n(1)}});
  CHECK(v.shown(v.send(two, "toBase64", {options})) == "'-_8'");
  const Value progress = v.send(bytes, "setFromBase64", {v.s("YmFyYmF6")});
  CHECK(v.shown(v.property(progress, "read")) == "4");
  CHECK(v.shown(v.property(progress, "written")) == "3");
  CHECK(v.show(bytes) == "98,97,114");
  CHECK(v.shown(v.property(v.send(bytes, "setFromHex", {v.s("01020304")}), "read")) == "6");
}

}  // namespace
}  // namespace perry::runtime::test
