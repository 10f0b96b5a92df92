#include "perry-cc/passes/constant.h"

#include <array>
#include <cmath>

#include "perry-cc/passes/js_number.h"

namespace perry::passes {

using ir::AtomId;
using ir::Immediate;
using ir::Op;
using ir::Rep;
using Kind = Constant::Kind;

namespace {

// Longer texts would make a chain of concatenations quadratic.
constexpr size_t kLongestText = 4096;

class Evaluator {
 public:
  Evaluator(ir::Module& module, Immediate immediate, std::span<const Constant> operands)
      : module_(module), immediate_(immediate), operands_(operands) {}

  std::optional<Constant> run(Op op);

 private:
  using Result = std::optional<Constant>;

  const Constant& at(size_t i) const { return operands_[i]; }
  double a() const { return at(0).number; }
  double b() const { return at(1).number; }
  uint32_t int_a() const { return static_cast<uint32_t>(static_cast<int32_t>(a())); }
  uint32_t int_b() const { return static_cast<uint32_t>(static_cast<int32_t>(b())); }
  static Result int32(uint32_t bits) {
    return Constant::of(static_cast<double>(static_cast<int32_t>(bits)));
  }
  std::string_view text(const Constant& c) const { return module_.atoms.text(c.string); }
  bool both(Kind kind) const { return at(0).kind == kind && at(1).kind == kind; }

  Result of_kind(Kind kind) const { return at(0).kind == kind ? Result(at(0)) : std::nullopt; }
  std::optional<double> number_of(const Constant& c) const;
  std::optional<std::string> text_of(const Constant& c) const;
  Result join(std::string_view left, std::string_view right);
  Result compare_numbers(ir::Comparison comparison, double x, double y) const;
  Result strictly_equal(const Constant& x, const Constant& y) const;

  Result numeric(Op op);
  Result test(Op op) const;
  Result convert(Op op);
  Result binary();
  Result arithmetic(ir::BinaryOperator op, double x, double y) const;
  Result relation();
  Result loosely_equal(const Constant& x, const Constant& y) const;
  Result unary();
  Result typeof_name();
  Result property();

  ir::Module& module_;
  Immediate immediate_;
  std::span<const Constant> operands_;
};

std::optional<double> Evaluator::number_of(const Constant& c) const {
  switch (c.kind) {
    case Kind::Undefined:
      return std::nan("");
    case Kind::Null:
      return 0.0;
    case Kind::Bool:
      return c.boolean ? 1.0 : 0.0;
    case Kind::Number:
      return c.number;
    case Kind::String:
      return text_number(text(c));
    case Kind::Empty:
      break;
  }
  return std::nullopt;
}

std::optional<std::string> Evaluator::text_of(const Constant& c) const {
  switch (c.kind) {
    case Kind::Undefined:
      return "undefined";
    case Kind::Null:
      return "null";
    case Kind::Bool:
      return c.boolean ? "true" : "false";
    case Kind::Number:
      return number_text(c.number);
    case Kind::String:
      return std::string(text(c));
    case Kind::Empty:
      break;
  }
  return std::nullopt;
}

Evaluator::Result Evaluator::join(std::string_view left, std::string_view right) {
  if (left.size() + right.size() > kLongestText) return std::nullopt;
  // The halves of a surrogate pair would have to become one character.
  const bool may_pair =
      left.size() >= 3 && left[left.size() - 3] == '\xed' && !right.empty() && right[0] == '\xed';
  if (may_pair) return std::nullopt;
  return Constant::of(module_.atoms.intern(std::string(left) + std::string(right)));
}

Evaluator::Result Evaluator::compare_numbers(ir::Comparison comparison, double x, double y) const {
  switch (comparison) {
    case ir::Comparison::Equal:
      return Constant::of(x == y);
    case ir::Comparison::NotEqual:
      return Constant::of(x != y);
    case ir::Comparison::Less:
      return Constant::of(x < y);
    case ir::Comparison::LessEqual:
      return Constant::of(x <= y);
    case ir::Comparison::Greater:
      return Constant::of(x > y);
    case ir::Comparison::GreaterEqual:
      return Constant::of(x >= y);
  }
  return std::nullopt;
}

Evaluator::Result Evaluator::strictly_equal(const Constant& x, const Constant& y) const {
  if (x.kind == Kind::Empty || y.kind == Kind::Empty) return std::nullopt;
  if (x.kind != y.kind) return Constant::of(false);
  switch (x.kind) {
    case Kind::Number:
      return Constant::of(x.number == y.number);
    case Kind::Bool:
      return Constant::of(x.boolean == y.boolean);
    case Kind::String:
      return Constant::of(x.string == y.string);
    default:
      return Constant::of(true);
  }
}

Evaluator::Result Evaluator::numeric(Op op) {
  switch (op) {
    case Op::AddDouble:
      return Constant::of(a() + b());
    case Op::SubDouble:
      return Constant::of(a() - b());
    case Op::MulDouble:
      return Constant::of(a() * b());
    case Op::DivDouble:
      return Constant::of(a() / b());
    case Op::RemDouble:
      return Constant::of(std::fmod(a(), b()));
    case Op::PowDouble:
      if (const auto result = power(a(), b())) return Constant::of(*result);
      return std::nullopt;
    case Op::NegDouble:
      return Constant::of(-a());
    case Op::DoubleToBool:
      return Constant::of(a() != 0 && a() == a());
    case Op::DoubleToInt32:
    case Op::TruncateToInt32:
      return Constant::of(static_cast<double>(to_int32(a())));
    case Op::CompareDouble:
    case Op::CompareInt32:
      return compare_numbers(static_cast<ir::Comparison>(immediate_.mode), a(), b());
    case Op::AddInt32:
      return int32(int_a() + int_b());
    case Op::SubInt32:
      return int32(int_a() - int_b());
    case Op::MulInt32:
      return int32(int_a() * int_b());
    case Op::RemInt32:
      if (a() < 0 || b() <= 0) return std::nullopt;
      return int32(int_a() % int_b());
    case Op::AndInt32:
      return int32(int_a() & int_b());
    case Op::OrInt32:
      return int32(int_a() | int_b());
    case Op::XorInt32:
      return int32(int_a() ^ int_b());
    case Op::ShlInt32:
      return int32(int_a() << (int_b() & 31));
    case Op::SarInt32:
      return int32(static_cast<uint32_t>(static_cast<int32_t>(int_a()) >> (int_b() & 31)));
    case Op::ShrInt32:
      return Constant::of(static_cast<double>(int_a() >> (int_b() & 31)));
    default:
      return std::nullopt;
  }
}

Evaluator::Result Evaluator::test(Op op) const {
  const Kind kind = at(0).kind;
  switch (op) {
    case Op::IsNumber:
      return Constant::of(kind == Kind::Number);
    case Op::IsInt32:
      return Constant::of(fits(at(0), Rep::Int32));
    case Op::IsBool:
      return Constant::of(kind == Kind::Bool);
    case Op::IsString:
      return Constant::of(kind == Kind::String);
    case Op::IsObject:
    case Op::IsCallable:
      return Constant::of(false);
    case Op::IsUndefined:
      return Constant::of(kind == Kind::Undefined);
    case Op::IsNull:
      return Constant::of(kind == Kind::Null);
    case Op::IsNullish:
      return Constant::of(kind == Kind::Undefined || kind == Kind::Null);
    case Op::IsEmpty:
      return Constant::of(kind == Kind::Empty);
    case Op::NotBool:
      return Constant::of(!at(0).boolean);
    case Op::SameBool:
      return Constant::of(at(0).boolean == at(1).boolean);
    case Op::StrictEqual:
      return strictly_equal(at(0), at(1));
    default:
      return std::nullopt;
  }
}

Evaluator::Result Evaluator::convert(Op op) {
  switch (op) {
    case Op::Box:
    case Op::Int32ToDouble:
      return at(0);
    case Op::UnboxDouble:
      return of_kind(Kind::Number);
    case Op::UnboxBool:
      return of_kind(Kind::Bool);
    case Op::UnboxString:
      return of_kind(Kind::String);
    case Op::BoolToInt32:
      return Constant::of(at(0).boolean ? 1.0 : 0.0);
    case Op::ToBoolean:
      if (at(0).kind == Kind::Empty) return std::nullopt;
      return Constant::of(to_boolean(module_, at(0)));
    case Op::ToNumber:
    case Op::ToNumeric:
      if (const auto number = number_of(at(0))) return Constant::of(*number);
      return std::nullopt;
    case Op::ToString: {
      const auto result = text_of(at(0));
      return result ? Result(Constant::of(module_.atoms.intern(*result))) : std::nullopt;
    }
    case Op::ToPropertyKey:
      return of_kind(Kind::String);
    case Op::CheckInitialized:
      return at(0).kind == Kind::Empty ? std::nullopt : Result(at(0));
    case Op::CheckCoercible:
      if (at(0).kind == Kind::Bool || at(0).kind == Kind::Number || at(0).kind == Kind::String)
        return at(0);
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

Evaluator::Result Evaluator::arithmetic(ir::BinaryOperator op, double x, double y) const {
  const auto bits_x = static_cast<uint32_t>(to_int32(x));
  const auto bits_y = static_cast<uint32_t>(to_int32(y));
  switch (op) {
    case ir::BinaryOperator::Add:
      return Constant::of(x + y);
    case ir::BinaryOperator::Subtract:
      return Constant::of(x - y);
    case ir::BinaryOperator::Multiply:
      return Constant::of(x * y);
    case ir::BinaryOperator::Divide:
      return Constant::of(x / y);
    case ir::BinaryOperator::Remainder:
      return Constant::of(std::fmod(x, y));
    case ir::BinaryOperator::Power:
      if (const auto result = power(x, y)) return Constant::of(*result);
      return std::nullopt;
    case ir::BinaryOperator::BitAnd:
      return int32(bits_x & bits_y);
    case ir::BinaryOperator::BitOr:
      return int32(bits_x | bits_y);
    case ir::BinaryOperator::BitXor:
      return int32(bits_x ^ bits_y);
    case ir::BinaryOperator::ShiftLeft:
      return int32(bits_x << (bits_y & 31));
    case ir::BinaryOperator::ShiftRight:
      return int32(static_cast<uint32_t>(static_cast<int32_t>(bits_x) >> (bits_y & 31)));
    case ir::BinaryOperator::ShiftRightUnsigned:
      return Constant::of(static_cast<double>(bits_x >> (bits_y & 31)));
  }
  return std::nullopt;
}

Evaluator::Result Evaluator::binary() {
  const auto op = static_cast<ir::BinaryOperator>(immediate_.mode);
  if (op == ir::BinaryOperator::Add && (at(0).kind == Kind::String || at(1).kind == Kind::String)) {
    const auto left = text_of(at(0));
    const auto right = text_of(at(1));
    return left && right ? join(*left, *right) : std::nullopt;
  }
  const auto x = number_of(at(0));
  const auto y = number_of(at(1));
  return x && y ? arithmetic(op, *x, *y) : std::nullopt;
}

Evaluator::Result Evaluator::loosely_equal(const Constant& x, const Constant& y) const {
  const auto is_nullish = [](const Constant& c) {
    return c.kind == Kind::Undefined || c.kind == Kind::Null;
  };
  if (x.kind == Kind::Empty || y.kind == Kind::Empty) return std::nullopt;
  if (is_nullish(x) || is_nullish(y)) return Constant::of(is_nullish(x) && is_nullish(y));
  if (x.kind == y.kind) return strictly_equal(x, y);
  const auto left = number_of(x);
  const auto right = number_of(y);
  return left && right ? Result(Constant::of(*left == *right)) : std::nullopt;
}

Evaluator::Result Evaluator::relation() {
  const auto relation = static_cast<ir::Relation>(immediate_.mode);
  if (relation == ir::Relation::Equal || relation == ir::Relation::NotEqual) {
    const Result equal = loosely_equal(at(0), at(1));
    if (!equal) return std::nullopt;
    return Constant::of(equal->boolean == (relation == ir::Relation::Equal));
  }
  if (relation == ir::Relation::In || relation == ir::Relation::Instanceof) return std::nullopt;
  // The first four after the equalities stand in the same order in both enumerations.
  static_assert(static_cast<int>(ir::Relation::GreaterEqual) ==
                static_cast<int>(ir::Comparison::GreaterEqual));
  const auto comparison = static_cast<ir::Comparison>(immediate_.mode);
  if (both(Kind::String)) {
    // Bytes order like code units as long as there are no surrogates.
    for (const std::string_view part : {text(at(0)), text(at(1))})
      for (const char c : part)
        if (static_cast<uint8_t>(c) >= 0xed) return std::nullopt;
    const int order = text(at(0)).compare(text(at(1)));
    return compare_numbers(comparison, order, 0);
  }
  const auto x = number_of(at(0));
  const auto y = number_of(at(1));
  return x && y ? compare_numbers(comparison, *x, *y) : std::nullopt;
}

Evaluator::Result Evaluator::unary() {
  const auto x = number_of(at(0));
  if (!x) return std::nullopt;
  switch (static_cast<ir::UnaryOperator>(immediate_.mode)) {
    case ir::UnaryOperator::Negate:
      return Constant::of(-*x);
    case ir::UnaryOperator::BitNot:
      return int32(~static_cast<uint32_t>(to_int32(*x)));
    case ir::UnaryOperator::Increment:
      return Constant::of(*x + 1);
    case ir::UnaryOperator::Decrement:
      return Constant::of(*x - 1);
  }
  return std::nullopt;
}

Evaluator::Result Evaluator::typeof_name() {
  const char* name = nullptr;
  switch (at(0).kind) {
    case Kind::Undefined:
      name = "undefined";
      break;
    case Kind::Null:
      name = "object";
      break;
    case Kind::Bool:
      name = "boolean";
      break;
    case Kind::Number:
      name = "number";
      break;
    case Kind::String:
      name = "string";
      break;
    case Kind::Empty:
      return std::nullopt;
  }
  return Constant::of(module_.atoms.intern(name));
}

// A constant text's length in code units.
Evaluator::Result Evaluator::property() {
  if (at(0).kind != Kind::String || module_.atoms.text(immediate_.as<AtomId>()) != "length")
    return std::nullopt;
  double units = 0;
  for (const char c : text(at(0))) {
    const auto byte = static_cast<uint8_t>(c);
    if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return Constant::of(units);
}

std::optional<Constant> Evaluator::run(Op op) {
  switch (op) {
    case Op::Binary:
      return binary();
    case Op::Compare:
      return relation();
    case Op::Unary:
      return unary();
    case Op::Typeof:
      return typeof_name();
    case Op::GetProp:
      return property();
    case Op::ConcatStrings: {
      Result all = Constant::of(module_.atoms.intern(""));
      for (const Constant& part : operands_)
        if (all) all = join(text(*all), text(part));
      return all;
    }
    default:
      break;
  }
  if (Result result = convert(op)) return result;
  if (Result result = test(op)) return result;
  return numeric(op);
}

}  // namespace

bool operator==(const Constant& a, const Constant& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Kind::Bool:
      return a.boolean == b.boolean;
    case Kind::Number:
      return is_same_number(a.number, b.number);
    case Kind::String:
      return a.string == b.string;
    default:
      return true;
  }
}

std::optional<Constant> constant_of(const ir::Function& function, ir::ValueId id) {
  const ir::Instruction& i = function[id];
  switch (i.op) {
    case Op::ConstDouble:
      return Constant::of(i.immediate().as_double());
    case Op::ConstInt32:
      return Constant::of(static_cast<double>(i.immediate().as_int32()));
    case Op::ConstBool:
      return Constant::of(i.immediate().as_bool());
    case Op::ConstString:
      return Constant::of(i.immediate().as<AtomId>());
    case Op::Undefined:
      return Constant::of(Kind::Undefined);
    case Op::Null:
      return Constant::of(Kind::Null);
    case Op::Empty:
      if (i.type != ir::Type(Rep::Boxed)) return std::nullopt;
      return Constant::of(Kind::Empty);
    case Op::Box:
      return constant_of(function, function.operand(id, 0));
    default:
      return std::nullopt;
  }
}

std::optional<Constant> evaluate(ir::Module& module, Op op, Immediate immediate,
                                 std::span<const Constant> operands) {
  if (operands.empty() && op != Op::ConcatStrings) return std::nullopt;
  return Evaluator(module, immediate, operands).run(op);
}

bool fits(const Constant& constant, ir::Type type) {
  switch (type.rep()) {
    case Rep::Boxed:
      return true;
    case Rep::Double:
      return constant.kind == Kind::Number;
    case Rep::Int32:
      return constant.kind == Kind::Number && !is_negative_zero(constant.number) &&
             constant.number == to_int32(constant.number);
    case Rep::Bool:
      return constant.kind == Kind::Bool;
    case Rep::String:
      return constant.kind == Kind::String;
    default:
      return false;
  }
}

ir::ValueId insert_constant(ir::Function& function, ir::ValueId place, const Constant& constant,
                            ir::Type type) {
  const uint32_t position = function[place].position;
  const auto insert = [&](Op op, std::span<const ir::ValueId> operands, Immediate immediate) {
    const ir::ValueId id = function.make(op, operands, immediate, position);
    function.insert_before(place, id);
    return id;
  };
  const auto boxed = [&](ir::ValueId id) {
    const std::array operands = {id};
    return type == ir::Type(Rep::Boxed) ? insert(Op::Box, operands, {}) : id;
  };
  switch (constant.kind) {
    case Kind::Empty:
      return insert(Op::Empty, {}, {});
    case Kind::Undefined:
      return insert(Op::Undefined, {}, {});
    case Kind::Null:
      return insert(Op::Null, {}, {});
    case Kind::Bool:
      return boxed(insert(Op::ConstBool, {}, Immediate::of(constant.boolean)));
    case Kind::String:
      return insert(Op::ConstString, {}, Immediate::of(constant.string));
    case Kind::Number:
      break;
  }
  if (type == ir::Type(Rep::Int32))
    return insert(Op::ConstInt32, {}, Immediate::of(static_cast<int32_t>(constant.number)));
  return boxed(insert(Op::ConstDouble, {}, Immediate::of(constant.number)));
}

bool to_boolean(const ir::Module& module, const Constant& constant) {
  switch (constant.kind) {
    case Kind::Bool:
      return constant.boolean;
    case Kind::Number:
      return constant.number == constant.number && constant.number != 0;
    case Kind::String:
      return !module.atoms.text(constant.string).empty();
    default:
      return false;
  }
}

}  // namespace perry::passes
