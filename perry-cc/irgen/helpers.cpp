#include "frontend/parse/parse.h"
#include "perry-cc/irgen/generator.h"

namespace perry::irgen {

// A helper is lowered like a script's function. It has no place in the module's own text.
ir::FunctionId FunctionGenerator::generate_helper(ModuleState& m, std::string_view source) {
  fe::Ast ast(source);
  const fe::SourceOptions options{.goal = fe::Goal::Script, .strict = true};
  fe::parse(ast, {.source = options}, m.sink, m.stack);
  const fe::Scopes scopes = fe::bind(ast, options, m.sink);
  const fe::ModuleRecord record;
  const ModuleContext context;
  ModuleState state(
      {.ast = ast, .scopes = scopes, .record = record, .source = options, .context = context},
      m.module, m.sink, m.stack);
  const size_t first = m.module.function_count();
  const NodeId statement = ast.list(ast.as<ast::Program>(ast.root()).body)[0];
  FunctionGenerator g(state, nullptr, m.module.new_function());
  g.function_body(ast.as<ast::ExpressionStatement>(statement).expression, {.name = state.atom("")});
  for (size_t i = first; i < m.module.function_count(); i++) {
    ir::Function& f = m.module.function(ir::FunctionId(i));
    f.info.source = {};
    for (size_t v = 0; v < f.value_count(); v++) f[ir::ValueId(v)].position = 0;
  }
  return g.id_;
}

ir::FunctionId ModuleState::helper(Helper which) {
  const auto index = static_cast<size_t>(which);
  if (!helpers_[index])
    helpers_[index] = FunctionGenerator::generate_helper(*this, kHelperSources[index]);
  return helpers_[index];
}

}  // namespace perry::irgen
