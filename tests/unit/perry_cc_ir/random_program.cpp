#include "tests/unit/perry_cc_ir/random_program.h"

#include <algorithm>

namespace perry::ir::testing {

Program random_program(std::mt19937& random, uint32_t pieces, uint32_t variables) {
  const auto below = [&](size_t n) { return static_cast<uint32_t>(random() % n); };
  Program program;
  program.variables = variables;
  program.pieces.resize(pieces);
  for (uint32_t i = 1; i < pieces; i++) program.pieces[i].catches = below(5) == 0;
  std::vector<uint32_t> handlers;
  std::vector<uint32_t> targets;
  for (uint32_t i = 1; i < pieces; i++)
    (program.pieces[i].catches ? handlers : targets).push_back(i);
  for (Program::Piece& piece : program.pieces) {
    if (!handlers.empty() && below(2) == 0) piece.handler = handlers[below(handlers.size())];
    for (uint32_t n = below(6); n > 0; n--)
      piece.statements.push_back({static_cast<Program::Kind>(below(5)), below(variables),
                                  below(variables), below(variables)});
    piece.tested = below(variables);
    if (targets.empty()) continue;
    for (uint32_t n = below(8) == 0 ? 0 : 1 + below(2); n > 0; n--)
      piece.successors.push_back(targets[below(targets.size())]);
  }
  return program;
}

Run run(const Program& program, const std::vector<bool>& decisions, uint32_t steps) {
  Run result;
  std::vector<int32_t> variables(program.variables);
  size_t decided = 0;
  int32_t throws = 0;
  uint32_t at = 0;
  const auto add = [](int32_t a, int32_t b) {
    return static_cast<int32_t>(static_cast<uint32_t>(a) + static_cast<uint32_t>(b));
  };
  while (steps-- > 0) {
    const Program::Piece& piece = program.pieces[at];
    uint32_t next = UINT32_MAX;
    bool thrown = false;
    for (const Program::Statement& s : piece.statements) {
      int32_t& target = variables[s.target];
      switch (s.kind) {
        case Program::Kind::Constant:
          target = static_cast<int32_t>(s.left * 7 + s.right);
          break;
        case Program::Kind::Add:
          target = add(variables[s.left], variables[s.right]);
          break;
        case Program::Kind::Subtract:
          target = add(variables[s.left], ~add(variables[s.right], -1));
          break;
        case Program::Kind::Show:
          result.log.push_back(target);
          break;
        case Program::Kind::MayThrow:
          thrown = decisions[decided++ % decisions.size()];
          break;
      }
      if (thrown) break;
    }
    if (thrown) {
      throws++;
      if (piece.handler == UINT32_MAX) {
        result.log.push_back(-1'000'000'000LL - throws);
        result.ended = true;
        return result;
      }
      next = piece.handler;
      variables[0] = throws;
    } else if (piece.successors.empty()) {
      result.log.push_back(variables[piece.tested]);
      result.ended = true;
      return result;
    } else if (piece.successors.size() == 1) {
      next = piece.successors[0];
    } else {
      next = piece.successors[variables[piece.tested] < 0 ? 0 : 1];
    }
    at = next;
  }
  return result;
}

namespace {

class ProgramBuilder {
 public:
  ProgramBuilder(const Program& program, Function& function)
      : program_(program), builder_(function) {}

  void build(std::mt19937& random);

 private:
  std::vector<uint32_t> in_order_of_discovery(const std::vector<uint32_t>& others);
  void build_piece(uint32_t index);
  void build_statement(const Program::Statement& s);
  void lead_to(uint32_t piece) {
    if (--missing_[piece] == 0) builder_.seal(blocks_[piece]);
  }

  const Program& program_;
  Builder builder_;
  std::vector<VariableId> variables_;
  std::vector<BlockId> blocks_;
  std::vector<uint32_t> missing_;  // edges to each piece that aren't built yet
};

// As a compiler does it: what is entered has been jumped to, as far as it can be reached.
std::vector<uint32_t> ProgramBuilder::in_order_of_discovery(const std::vector<uint32_t>& others) {
  std::vector<uint32_t> order = {0};
  std::vector<bool> seen(program_.pieces.size());
  seen[0] = true;
  const auto visit = [&](uint32_t piece) {
    if (piece == UINT32_MAX || seen[piece]) return;
    seen[piece] = true;
    order.push_back(piece);
  };
  for (size_t i = 0; i < order.size(); i++) {
    const Program::Piece& piece = program_.pieces[order[i]];
    bool throws = false;
    for (const Program::Statement& s : piece.statements)
      throws = throws || s.kind == Program::Kind::MayThrow;
    if (throws) visit(piece.handler);
    for (const uint32_t next : piece.successors) visit(next);
  }
  for (const uint32_t piece : others)
    if (!seen[piece]) order.push_back(piece);
  return order;
}

void ProgramBuilder::build(std::mt19937& random) {
  for (uint32_t i = 0; i < program_.variables; i++)
    variables_.push_back(builder_.new_variable(Rep::Int32));
  missing_.resize(program_.pieces.size());
  for (const Program::Piece& piece : program_.pieces) {
    blocks_.push_back(piece.catches ? builder_.new_handler() : builder_.new_block());
    for (const uint32_t next : piece.successors) missing_[next]++;
  }
  missing_[0]++;
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < program_.pieces.size(); i++) order.push_back(i);
  std::shuffle(order.begin(), order.end(), random);
  if (random() % 2 == 0) order = in_order_of_discovery(order);
  const ValueId zero = builder_.int32(0);
  for (const VariableId v : variables_) builder_.write(v, zero);
  builder_.jump(blocks_[0]);
  lead_to(0);
  for (const uint32_t i : order) build_piece(i);
  for (uint32_t i = 0; i < blocks_.size(); i++)
    if (!builder_.is_sealed(blocks_[i])) builder_.seal(blocks_[i]);
  builder_.finish();
}

void ProgramBuilder::build_piece(uint32_t index) {
  const Program::Piece& piece = program_.pieces[index];
  builder_.enter(blocks_[index]);
  builder_.set_handler(piece.handler == UINT32_MAX ? BlockId() : blocks_[piece.handler]);
  if (piece.catches) {
    // The interpreter keeps everything as int32s, whatever it is called.
    const ValueId exception = builder_.append(Op::UnboxBool, {builder_.received(blocks_[index])});
    const ValueId zero = builder_.int32(0);
    const ValueId number = builder_.append(Op::BoolToInt32, {exception});
    builder_.write(variables_[0], builder_.append(Op::AddInt32, {number, zero}));
  }
  for (const Program::Statement& s : piece.statements) build_statement(s);
  if (piece.successors.empty()) {
    builder_.return_value(builder_.append(Op::Box, {builder_.read(variables_[piece.tested])}));
    return;
  }
  if (piece.successors.size() == 1) {
    builder_.jump(blocks_[piece.successors[0]]);
  } else {
    const ValueId zero = builder_.int32(0);
    const ValueId is_less =
        builder_.append(Op::CompareInt32, {builder_.read(variables_[piece.tested]), zero},
                        Immediate::of(Comparison::Less));
    builder_.branch(is_less, blocks_[piece.successors[0]], blocks_[piece.successors[1]]);
  }
  for (const uint32_t next : piece.successors) lead_to(next);
}

void ProgramBuilder::build_statement(const Program::Statement& s) {
  const auto read = [&](uint32_t v) { return builder_.read(variables_[v]); };
  switch (s.kind) {
    case Program::Kind::Constant:
      builder_.write(variables_[s.target],
                     builder_.int32(static_cast<int32_t>(s.left * 7 + s.right)));
      break;
    case Program::Kind::Add:
    case Program::Kind::Subtract: {
      const ValueId left = read(s.left);
      const ValueId right = read(s.right);
      const Op op = s.kind == Program::Kind::Add ? Op::AddInt32 : Op::SubInt32;
      builder_.write(variables_[s.target], builder_.append(op, {left, right}));
      break;
    }
    case Program::Kind::Show:
      builder_.append(Op::Box, {read(s.target)});
      break;
    case Program::Kind::MayThrow:
      builder_.append(Op::Debugger);
      break;
  }
}

}  // namespace

void build(const Program& program, Function& function, std::mt19937& random) {
  ProgramBuilder(program, function).build(random);
}

}  // namespace perry::ir::testing
