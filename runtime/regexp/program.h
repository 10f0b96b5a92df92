#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace perry::runtime::regexp {

enum class Op : uint8_t {
#define REGEXP_OP(Name, words) Name,
#include "runtime/regexp/ops.def"
#undef REGEXP_OP
};

inline constexpr uint32_t kNone = 0xffff'ffff;
inline constexpr uint32_t kNoUnit = 0xffff'ffff;
// Instead of a unit: a span gives nothing back.
inline constexpr uint32_t kPossessive = 0xffff'fffe;
// Op::Reference.
inline constexpr uint32_t kReferenceBack = 1;
inline constexpr uint32_t kReferenceUnits = 2;   // CaseMode::Units
inline constexpr uint32_t kReferencePoints = 4;  // CaseMode::Points
// Op::LookStart.
inline constexpr uint32_t kLookNegative = 1;

// A compiled pattern: words that hold no address, so that they can lie anywhere. This header is
// followed by code, tables and names in no particular order.
struct ProgramHeader {
  uint32_t size;  // in words, header included
  uint32_t flags;
  uint32_t capture_count;   // the whole match included
  uint32_t register_count;  // two for each capture, then those of loops and looks
  uint32_t memo_count;
  uint32_t min_length;  // of a match, in code units
  uint32_t start;       // of the code
  uint32_t is_anchored;
  // Where a match may begin: the units of a string, or a table like a guard's, or 0.
  uint32_t prefix_length;
  uint32_t prefix;
  uint32_t narrow_prefix;  // the same units as bytes, if all of them fit, or 0
  uint32_t first_set;
  // The class of a loop that everything begins with, and that gives nothing back, or 0: where a
  // match fails to begin, it fails in all of the loop's run.
  uint32_t leading_span;
  uint32_t name_count;
  uint32_t names;  // each: length, units, count, groups
};

// A class: a bit for each of the first 256 code points, then a count and ranges of the others.
inline constexpr size_t kBitmapWords = 8;
// A guard: two bits for each of the first 256 units; a word with those of all other units, and
// above them those of the subject's end. 1: the next instruction may match, 2: the target.
inline constexpr size_t kGuardWords = 17;

// A program's words, wherever they are.
class ProgramView {
 public:
  explicit ProgramView(const uint32_t* words) : words_(words) {}

  const ProgramHeader& header() const { return *reinterpret_cast<const ProgramHeader*>(words_); }
  const uint32_t* words() const { return words_; }

 private:
  const uint32_t* words_;
};

class Program {
 public:
  explicit Program(std::vector<uint32_t> words) : words_(std::move(words)) {}
  ProgramView view() const { return ProgramView(words_.data()); }
  const std::vector<uint32_t>& words() const { return words_; }

 private:
  std::vector<uint32_t> words_;
};

// Walks over the named groups.
class NameReader {
 public:
  explicit NameReader(ProgramView program)
      : at_(program.words() + program.header().names), left_(program.header().name_count) {}

  // False at the end. The units are followed by `groups`, `group_count` of them.
  bool next();

  std::u16string_view name;
  const uint32_t* groups = nullptr;
  uint32_t group_count = 0;

 private:
  const uint32_t* at_;
  uint32_t left_;
};

}  // namespace perry::runtime::regexp
