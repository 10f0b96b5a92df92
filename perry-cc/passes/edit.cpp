#include "perry-cc/passes/edit.h"

#include "perry-cc/passes/vocabulary.h"

namespace perry::passes {

ValueId place_for_conversion(Function& function, EdgeId& edge, ValueId argument) {
  const BlockId source = function.edge(edge).source;
  const ValueId end = function.terminator(source);
  const ValueId last = function[end].previous;
  const bool is_protected = !function.block(source).unwind.is_none();
  if (!is_protected || last.is_none() || !may_throw(function[last].op)) return end;
  if (argument != last) return last;
  const BlockId middle = function.new_block();
  const EdgeId onward =
      function.new_edge(middle, function.edge(edge).target, function.arguments(edge));
  function.edge(edge).target = middle;
  function.set_arguments(edge, {});
  const ValueId jump = function.make(Op::Jump, {}, {0, onward.index, 1}, function[end].position);
  function.append(middle, jump);
  edge = onward;
  return jump;
}

}  // namespace perry::passes
