#include "perry-cc/driver/import_targets.h"

#include <string_view>

namespace perry::cc {

namespace {

using frontend::ImportView;
using irgen::ImportTarget;

ImportTarget target_of(const ImportView& view) {
  const bool is_namespace = view.target == ImportView::Target::Namespace ||
                            view.target == ImportView::Target::DeferredNamespace;
  ImportTarget target;
  target.kind = is_namespace ? ImportTarget::Kind::Namespace : ImportTarget::Kind::Binding;
  target.module = view.module;
  target.name = view.target == ImportView::Target::DeferredNamespace ? "defer" : view.name;
  target.is_const = view.target == ImportView::Target::Binding && view.facts.is_constant;
  target.is_enum =
      view.target == ImportView::Target::Binding && view.facts.kind == frontend::ExportKind::Enum;
  target.may_be_uninitialized = view.may_be_uninitialized;
  return target;
}

irgen::JsxMode mode_of(frontend::JsxRuntime runtime) {
  switch (runtime) {
    case frontend::JsxRuntime::Classic:
      return irgen::JsxMode::Classic;
    case frontend::JsxRuntime::Automatic:
      return irgen::JsxMode::Automatic;
    case frontend::JsxRuntime::AutomaticDev:
      return irgen::JsxMode::AutomaticDevelopment;
  }
  __builtin_unreachable();
}

}  // namespace

irgen::ModuleContext module_context(const frontend::CompileRequest& request,
                                    const frontend::ModuleRecord& record) {
  irgen::ModuleContext context;
  context.module_id = request.module_id;
  context.source_path = request.source_path;
  for (const frontend::ImportEntry& entry : record.imports) {
    const ImportView* const view = request.find_import(entry.local);
    // Nobody uses those that have no view.
    context.imports.push_back(view != nullptr ? target_of(*view) : ImportTarget());
  }
  context.jsx.mode = mode_of(request.emit.jsx_runtime);
  if (!request.emit.jsx_factory.empty()) context.jsx.factory = request.emit.jsx_factory;
  if (!request.emit.jsx_fragment_factory.empty())
    context.jsx.fragment = request.emit.jsx_fragment_factory;
  for (const std::string_view name : {"*jsx*", "*jsxs*", "*jsxDEV*", "*Fragment*"})
    if (const ImportView* const view = request.find_import(name))
      context.jsx.runtime_module = view->module;
  context.legacy_decorators = request.emit.experimental_decorators;
  context.decorator_metadata = request.emit.decorator_metadata;
  context.strict_null_checks = request.emit.strict_null_checks;
  context.use_define_for_class_fields = request.emit.define_class_fields;
  context.definitions = request.definitions;
  return context;
}

}  // namespace perry::cc
