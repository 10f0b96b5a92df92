#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "perry-cc/ir/print.h"
#include "perry-cc/ir/read.h"
#include "perry-cc/ir/verify.h"
#include "tests/unit/perry_cc_ir/random_program.h"

using namespace perry::ir;

namespace {

std::string error_of(std::string_view text) {
  const auto module = read(text);
  return module ? "" : module.error().text();
}

std::string in_function(std::string_view body) {
  return "module \"m\" \"a.ts\"\nfunction 0 {\n" + std::string(body) + "\n}\n";
}

// Puts every op once into one function, with operands of the types it wants. It prints and reads;
// what it means is nobody's business.
void add_every_op(Module& module, std::mt19937& random) {
  Function& f = module.function(module.new_function());
  const BlockId entry = f.new_block();
  std::vector<ValueId> of_rep(kRepCount);
  const auto any_atom = [&] {
    std::string text;
    for (uint32_t n = random() % 6; n > 0; n--) text += static_cast<char>(random());
    return module.atoms.intern(text);
  };
  const auto value_of = [&](Rep rep) {
    if (rep == Rep::Any) rep = Rep::Double;
    ValueId& value = of_rep[static_cast<uint32_t>(rep)];
    if (value.is_none()) {
      value = f.make(Op::LoadCapture, {}, {}, 1, rep);
      f.append(entry, value);
    }
    return value;
  };
  for (uint32_t n = 0; n < kOpCount; n++) {
    const Op op = static_cast<Op>(n);
    const OpInfo& info = op_info(op);
    if (op == Op::BlockParameter) continue;
    const BlockId block = ends_block(op) ? f.new_block() : entry;
    std::vector<ValueId> operands;
    for (uint32_t i = 0; i < info.min_operands(); i++)
      operands.push_back(value_of(info.operand(i)));
    if (info.repeats)
      for (uint32_t i = random() % 3; i > 0; i--)
        operands.push_back(value_of(info.operand(info.listed)));
    Immediate immediate;
    uint16_t modes = 0;
    while (!mode_name(info.immediate, modes).empty()) modes++;
    if (modes > 0) immediate.mode = static_cast<uint16_t>(random() % modes);
    switch (info.immediate) {
      case ImmediateKind::Double: {
        static constexpr double kNumbers[] = {0.0,
                                              -0.0,
                                              1e300,
                                              -5e-324,
                                              0.1,
                                              std::numeric_limits<double>::infinity(),
                                              -std::numeric_limits<double>::infinity()};
        immediate = Immediate::of(kNumbers[random() % 7]);
        break;
      }
      case ImmediateKind::Int32:
      case ImmediateKind::Index:
        immediate.first = static_cast<uint32_t>(random());
        break;
      case ImmediateKind::Bool:
        immediate.first = random() % 2;
        break;
      case ImmediateKind::Atom:
      case ImmediateKind::AtomStrict:
      case ImmediateKind::Error:
        immediate.first = any_atom().index;
        break;
      case ImmediateKind::RegExp:
        immediate.first = any_atom().index;
        immediate.second = any_atom().index;
        break;
      case ImmediateKind::Method:
        if (random() % 2) immediate.mode |= Immediate::kEnumerable;
        break;
      case ImmediateKind::Edges:
      case ImmediateKind::Suspend: {
        immediate.first = static_cast<uint32_t>(f.edge_count());
        immediate.second = op == Op::Jump ? 1 : 2;
        for (uint32_t i = 0; i < immediate.second; i++) {
          const ValueId argument[] = {value_of(Rep::Boxed)};
          f.new_edge(block, entry, std::span(argument, random() % 2));
        }
        break;
      }
      default:
        break;
    }
    f.append(block, f.make(op, operands, immediate, static_cast<uint32_t>(random() % 4),
                           info.result == Rep::Any ? Type(Rep::Boxed) : Type()));
  }
}

}  // namespace

TEST_CASE("every op and every table is read back as it was printed") {
  std::mt19937 random(1);
  for (uint32_t round = 0; round < 50; round++) {
    Module module;
    module.module_id = module.atoms.intern("3fa91c");
    module.source_path = module.atoms.intern("src/a.ts");
    module.literals.push_back(
        {{module.atoms.intern("x"), module.atoms.intern("\x01\"\\\n\xed\xa0\x80")}});
    module.literals.push_back({});
    module.templates.push_back({{{module.atoms.intern("a"), module.atoms.intern("a")},
                                 {AtomId(), module.atoms.intern("\\u")}}});
    Data data;
    data.kind = Data::Kind::Object;
    data.keys = LiteralId(0);
    DataValue value;
    value.kind = DataValue::Kind::Number;
    value.number = -0.0;
    data.values.push_back(value);
    value.number = std::nan("");
    data.values.push_back(value);
    value.kind = DataValue::Kind::String;
    value.string = module.atoms.intern("x");
    data.values.push_back(value);
    value.kind = DataValue::Kind::Nested;
    value.nested = DataId(1);
    data.values.push_back(value);
    module.data.push_back(data);
    data = {};
    for (const auto kind : {DataValue::Kind::Undefined, DataValue::Kind::Null,
                            DataValue::Kind::True, DataValue::Kind::False, DataValue::Kind::Hole}) {
      value.kind = kind;
      data.values.push_back(value);
    }
    module.data.push_back(data);
    const AtomId name = module.atoms.intern("name");
    module.bindings.push_back({BindingKind::Local, BindingFlag::None, name, {}, {}});
    module.bindings.push_back(
        {BindingKind::Export, BindingFlag::Const, name, AtomId(), FunctionId(0)});
    module.bindings.push_back(
        {BindingKind::Import, BindingFlag::MayBeUninitialized, name, name, {}});
    module.bindings.push_back({BindingKind::Namespace, BindingFlag::None, AtomId(), name, {}});
    module.classes.push_back({name, ClassId(), {name}});
    module.classes.push_back({AtomId(), ClassId(0), {}});
    module.globals.push_back({GlobalDeclaration::Kind::Let, name});
    add_every_op(module, random);
    FunctionInfo& info = module.function(FunctionId(0)).info;
    info.name = name;
    info.kind = static_cast<FunctionKind>(random() % 4);
    info.flags = static_cast<FunctionFlag>(random() % (1 << 12));
    info.length = random() % 3;
    info.parameter_count = random() % 3;
    info.source = {1, 20};
    info.class_id = ClassId(0);
    info.captures = {{Capture::Kind::Box, name}, {Capture::Kind::Value, AtomId()}};
    const std::string text = print(module);
    const auto again = read(text);
    REQUIRE_MESSAGE(again.has_value(), again.error().text());
    REQUIRE(print(*again) == text);
    // As data, not only as text.
    const Function& f = module.function(FunctionId(0));
    const Function& g = again->function(FunctionId(0));
    CHECK(f.info.flags == g.info.flags);
    CHECK(f.info.kind == g.info.kind);
    CHECK(again->bindings[BindingId(1)].function == FunctionId(0));
    CHECK(std::signbit(again->data[DataId(0)].values[0].number));
  }
}

TEST_CASE("random graphs are read back as they were printed") {
  std::mt19937 random(2);
  for (uint32_t round = 0; round < 300; round++) {
    Module module;
    for (uint32_t n = 1 + random() % 3; n > 0; n--)
      testing::build(testing::random_program(random, 2 + random() % 12, 1 + random() % 4),
                     module.function(module.new_function()), random);
    const std::string text = print(module);
    const auto again = read(text);
    REQUIRE_MESSAGE(again.has_value(), again.error().text());
    REQUIRE(print(*again) == text);
    REQUIRE(verify(*again).empty());
  }
}

TEST_CASE("what can't be read says where and why") {
  CHECK(error_of("") == "1:1: expected `module`, found the end of the text");
  CHECK(error_of("module \"m") == "1:8: the string has no end");
  CHECK(error_of("module \"m\" \"\\q\"") == "1:13: unknown escape in the string");
  CHECK(error_of("module none none\nliteral 1: \"x\"\n") == "2:9: this is literal 0");
  CHECK(error_of("module none none\nwhat\n") ==
        "2:1: expected a table's row or a function, found `what`");
  CHECK(error_of(in_function("  v0 = undefined")) == "3:3: expected a block, found `v0`");
  CHECK(error_of(in_function("block0:\n  v0 = no.such")) ==
        "4:8: expected an operation, found `no.such`");
  CHECK(error_of(in_function("block0:\n  undefined")) ==
        "4:3: `undefined` makes a value, which needs a name");
  CHECK(error_of(in_function("block0:\n  v0 = debugger")) == "4:8: `debugger` makes no value");
  CHECK(error_of(in_function("block0:\n  v0 = parameter 0")) ==
        "4:8: `parameter` needs the type of its value");
  CHECK(error_of(in_function("block0:\n  v0: Bxed = parameter 0")) ==
        "4:7: expected a type, found `Bxed`");
  CHECK(error_of(in_function("block0:\n  v0 = undefined\n  v0 = null")) ==
        "5:3: v0 is defined twice");
  CHECK(error_of(in_function("block0:\n  return v7")) == "4:10: the value is defined nowhere");
  CHECK(error_of(in_function("block0:\n  jump block4")) == "4:8: the block is defined nowhere");
  CHECK(error_of(in_function("block0:\n  unreachable\n  unreachable")) ==
        "5:3: the block has its end already");
  CHECK(error_of(in_function("block0:\n  jump")) == "4:3: `jump` needs blocks to go to");
  CHECK(error_of(in_function("block0:\n  return block0")) ==
        "4:3: `return` has no blocks to go to");
  CHECK(error_of(in_function("block0:\n  v1 = unary + v0")) ==
        "4:14: expected `-`, `~`, `++` or `--`, found `+`");
  CHECK(error_of(in_function("block0:\n  v99999999999 = undefined")) ==
        "4:3: expected an operation, found `v99999999999`");
  CHECK(error_of(in_function("block0:\n  v999999 = undefined")) ==
        "4:3: the number in `v999999` is too large");
}

TEST_CASE("no text makes the reader fall over") {
  std::mt19937 random(9);
  Module module;
  add_every_op(module, random);
  testing::build(testing::random_program(random, 9, 3), module.function(module.new_function()),
                 random);
  const std::string text = print(module);
  for (uint32_t round = 0; round < 4000; round++) {
    std::string broken = text;
    for (uint32_t n = 1 + random() % 3; n > 0; n--) {
      const size_t at = random() % broken.size();
      switch (random() % 3) {
        case 0:
          broken[at] = static_cast<char>(random() % 128);
          break;
        case 1:
          broken.erase(at, 1 + random() % 8);
          break;
        default:
          broken.insert(at, broken.substr(random() % broken.size(), random() % 12));
          break;
      }
    }
    if (const auto again = read(broken)) verify(*again);
  }
}
