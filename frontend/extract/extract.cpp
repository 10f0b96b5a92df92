#include "frontend/extract/extract.h"

#include <algorithm>

#include "frontend/extract/directives.h"
#include "frontend/extract/extractor.h"
#include "frontend/extract/purity.h"

namespace perry::frontend {

namespace {

// Where the head of the file ends.
uint32_t start_of_code(const Ast& ast) {
  const auto body = ast.list(ast.as<ast::Program>(ast.root()).body);
  return body.empty() || body[0].is_none() ? static_cast<uint32_t>(ast.source().size())
                                           : ast.start(body[0]);
}

}  // namespace

ModuleRecord Extractor::run(std::span<const Comment> head_comments) {
  record_.goal = options_.goal;
  record_.strict = has(scopes_.scope(scopes_.root()).flags, ScopeFlag::Strict);
  record_.directives =
      read_directives(ast_.source(), head_comments, start_of_code(ast_), options_, sink_);
  collect_module_items();
  collect_required_functions();
  walk();
  find_module_syntax();
  check_export_assignment();
  finish_imports();
  finish_requests();
  order_evaluation();
  find_commonjs_names();

  const Purity purity = find_purity(ast_, scopes_, options_);
  record_.side_effect_free = purity.is_side_effect_free;
  record_.reads_imports = purity.reads_imports;
  export_bindings_.resize(record_.exports.size());
  for (size_t i = 0; i < record_.exports.size(); i++) {
    const ExportEntry& entry = record_.exports[i];
    const BindingId binding = export_bindings_[i];
    const bool is_pure = binding.is_none()
                             ? purity.is_default_pure && entry.exported == "default" &&
                                   entry.kind == ExportEntry::Kind::Local
                             : purity.pure_functions.contains(binding.index);
    if (is_pure) record_.pure_functions.push_back(entry.exported);
  }
  return std::move(record_);
}

ModuleRecord extract_record(const Ast& ast, const Scopes& scopes, const SourceOptions& options,
                            std::span<const Comment> head_comments, support::DiagnosticSink& sink) {
  return Extractor(ast, scopes, options, sink).run(head_comments);
}

}  // namespace perry::frontend
