#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"
#include "support/base/sha256.h"

using namespace perry::support;
using namespace std::string_view_literals;

namespace {

std::string varint_bytes(uint64_t value) {
  BinaryWriter out;
  out.varint(value);
  return out.take();
}

BinaryError error_of_varint(std::string_view bytes) {
  BinaryReader in(bytes);
  in.varint();
  return in.error();
}

TEST_CASE("every kind of value comes back") {
  BinaryWriter out;
  out.u8(200);
  out.u16(0x1234);
  out.u32(0x12345678);
  out.u64(0x123456789ABCDEF0);
  out.boolean(true);
  out.f64(-0.0);
  out.f64(std::nan("7"));
  out.varint(300);
  out.signed_varint(std::numeric_limits<int64_t>::min());
  out.signed_varint(-1);
  out.string("text\0with nul"sv);
  out.hash(sha256("x"));
  out.raw("raw");

  BinaryReader in(out.bytes());
  CHECK(in.u8() == 200);
  CHECK(in.u16() == 0x1234);
  CHECK(in.u32() == 0x12345678);
  CHECK(in.u64() == 0x123456789ABCDEF0);
  CHECK(in.boolean());
  CHECK(std::signbit(in.f64()));
  CHECK(std::isnan(in.f64()));
  CHECK(in.varint() == 300);
  CHECK(in.signed_varint() == std::numeric_limits<int64_t>::min());
  CHECK(in.signed_varint() == -1);
  CHECK(in.string() == "text\0with nul"sv);
  CHECK(in.hash() == sha256("x"));
  CHECK(in.raw(3) == "raw");
  in.finish();
  CHECK(in.ok());
}

TEST_CASE("bytes stand in the documented order") {
  BinaryWriter out;
  out.u16(0x0102);
  out.varint(300);
  out.signed_varint(-2);
  out.string("ab");
  CHECK(out.bytes() ==
        "\x02\x01\xAC\x02\x03\x02"
        "ab");
}

TEST_CASE("varints at their limits") {
  for (const uint64_t value : {uint64_t{0}, uint64_t{127}, uint64_t{128}, uint64_t{16383},
                               uint64_t{16384}, uint64_t{1} << 63, ~uint64_t{0}}) {
    const std::string bytes = varint_bytes(value);
    BinaryReader in(bytes);
    CHECK(in.varint() == value);
    in.finish();
    CHECK(in.ok());
  }
}

TEST_CASE("varints that the writer never produces are refused") {
  CHECK(error_of_varint("\x80\x00"sv) == BinaryError::NotCanonical);
  CHECK(error_of_varint("\xFF\x80\x00"sv) == BinaryError::NotCanonical);
  // 65 bits.
  CHECK(error_of_varint("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02") == BinaryError::NotCanonical);
  // Eleven bytes.
  CHECK(error_of_varint("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x81\x01") ==
        BinaryError::NotCanonical);
  CHECK(error_of_varint("\xFF") == BinaryError::Truncated);
  CHECK(error_of_varint("") == BinaryError::Truncated);
}

TEST_CASE("other values in a foreign form are refused") {
  BinaryReader boolean("\x02");
  boolean.boolean();
  CHECK(boolean.error() == BinaryError::NotCanonical);
  BinaryReader nan("\x01\x00\x00\x00\x00\x00\xF8\x7F"sv);
  CHECK(nan.f64() == 0);
  CHECK(nan.error() == BinaryError::NotCanonical);
  const std::string big = varint_bytes(uint64_t{1} << 32);
  BinaryReader wide(big);
  CHECK(wide.varint32() == 0);
  CHECK(wide.error() == BinaryError::Invalid);
}

TEST_CASE("the first error sticks and later reads give nothing") {
  BinaryReader in(
      "\x05"
      "ab");
  CHECK(in.string().empty());
  CHECK(in.error() == BinaryError::Truncated);
  CHECK(in.u8() == 0);
  CHECK(in.varint() == 0);
  CHECK(in.string().empty());
  CHECK(in.hash() == Hash256());
  CHECK(in.count() == 0);
  in.fail(BinaryError::Invalid);
  CHECK(in.error() == BinaryError::Truncated);
}

TEST_CASE("a forged length or count allocates nothing") {
  const std::string huge = varint_bytes(~uint64_t{0});
  BinaryReader text(huge);
  CHECK(text.string().empty());
  CHECK(text.error() == BinaryError::Truncated);
  BinaryReader counted(huge);
  CHECK(counted.count(8) == 0);
  CHECK(counted.error() == BinaryError::Truncated);
  BinaryReader exact(
      "\x02"
      "abcdef");
  CHECK(exact.count(3) == 2);
}

TEST_CASE("records nest, can be skipped and must be read to their end") {
  BinaryWriter out;
  const size_t outer = out.begin_record();
  out.u8(1);
  const size_t inner = out.begin_record();
  out.string("inner");
  out.end_record(inner);
  out.end_record(outer);
  out.u8(9);

  BinaryReader in(out.bytes());
  const size_t outer_mark = in.enter_record();
  CHECK(in.u8() == 1);
  const size_t inner_mark = in.enter_record();
  CHECK(in.string() == "inner");
  CHECK(in.remaining() == 0);
  in.leave_record(inner_mark);
  in.leave_record(outer_mark);
  CHECK(in.u8() == 9);
  CHECK(in.ok());

  BinaryReader skipping(out.bytes());
  skipping.skip_record();
  CHECK(skipping.u8() == 9);

  BinaryReader unfinished(out.bytes());
  const size_t mark = unfinished.enter_record();
  unfinished.u8();
  unfinished.leave_record(mark);
  CHECK(unfinished.error() == BinaryError::TrailingBytes);
  CHECK(unfinished.u8() == 0);

  BinaryReader beyond(out.bytes());
  beyond.enter_record();
  beyond.u8();
  beyond.enter_record();
  beyond.raw(7);
  CHECK(beyond.error() == BinaryError::Truncated);
}

TEST_CASE("a record longer than the input is refused") {
  BinaryReader in(
      "\xFF\xFF\xFF\xFF"
      "abc");
  in.enter_record();
  CHECK(in.error() == BinaryError::Truncated);
}

TEST_CASE("any prefix of valid data ends in an error") {
  BinaryWriter out;
  out.varint(1'000'000);
  out.string("some text");
  const size_t mark = out.begin_record();
  out.u64(5);
  out.end_record(mark);
  for (size_t size = 0; size < out.size(); size++) {
    BinaryReader in(std::string_view(out.bytes()).substr(0, size));
    in.varint();
    in.string();
    const size_t record = in.enter_record();
    in.u64();
    in.leave_record(record);
    in.finish();
    CHECK_FALSE(in.ok());
  }
}

}  // namespace
