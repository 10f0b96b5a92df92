#include "perry-scan/plan/differences.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "support/base/json_writer.h"

namespace perry::scan {

namespace {

using frontend::ClassFacts;
using frontend::CompileRequest;
using frontend::Constant;
using frontend::ExportFacts;
using frontend::ExportKind;
using frontend::FunctionFacts;
using frontend::ImportView;
using frontend::LinkPlan;
using frontend::PlanModule;
using frontend::RequestTarget;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string to_text(const Constant& constant) {
  switch (constant.kind) {
    case Constant::Kind::None:
      return "unknown";
    case Constant::Kind::Undefined:
      return "undefined";
    case Constant::Kind::Null:
      return "null";
    case Constant::Kind::False:
      return "false";
    case Constant::Kind::True:
      return "true";
    case Constant::Kind::BigInt:
      return constant.text + "n";
    case Constant::Kind::String: {
      std::string text;
      support::append_json_string(text, constant.text);
      return text;
    }
    case Constant::Kind::Number: {
      std::array<char, 40> digits = {};
      const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), constant.number);
      return {digits.data(), end.ptr};
    }
  }
  return {};
}

class RequestDifference {
 public:
  RequestDifference(const CompileRequest& before, const CompileRequest& after,
                    const ModuleNames& names)
      : before_(before), after_(after), names_(names) {}

  std::vector<std::string> run();

 private:
  void say(std::string text) { out_.push_back(std::move(text)); }
  void changed(const std::string& what, std::string_view from, std::string_view to) {
    if (from != to) say(what + " was " + quoted(from) + " and is " + quoted(to));
  }
  std::string name_of(std::string_view module) const {
    const auto place = names_.find(module);
    return quoted(place == names_.end() ? module : place->second);
  }
  std::string describe(const ImportView& view) const {
    if (view.name.empty()) return "the namespace of " + name_of(view.module);
    return quoted(view.name) + " of " + name_of(view.module);
  }
  void compare_settings();
  void compare_definitions();
  void compare_imports();
  void compare_view(const ImportView& before, const ImportView& after);
  void compare_facts(const std::string& what, const ExportFacts& before, const ExportFacts& after);
  void compare_functions(const std::string& what, const FunctionFacts& before,
                         const FunctionFacts& after);
  void compare_layouts(const std::string& what, const ClassFacts& before, const ClassFacts& after);
  void compare_requests();

  const CompileRequest& before_;
  const CompileRequest& after_;
  const ModuleNames& names_;
  std::vector<std::string> out_;
};

void RequestDifference::compare_definitions() {
  const auto value_in = [](const CompileRequest& request, std::string_view name) {
    const auto place = std::ranges::find(request.definitions, name, &support::Definition::name);
    return place == request.definitions.end() ? nullptr : &place->value;
  };
  for (const auto& [name, value] : after_.definitions) {
    const std::string* const old = value_in(before_, name);
    if (old == nullptr)
      say(quoted(name) + " is defined as " + quoted(value) + " now");
    else
      changed("what " + quoted(name) + " is defined as", *old, value);
  }
  for (const auto& [name, value] : before_.definitions)
    if (value_in(after_, name) == nullptr && before_.source_hash == after_.source_hash)
      say(quoted(name) + " is not defined any more");
}

void RequestDifference::compare_settings() {
  if (before_.compiler != after_.compiler) say("another build of perry-cc compiles it");
  changed("the target", before_.target.triple, after_.target.triple);
  changed("the processor", before_.target.cpu, after_.target.cpu);
  changed("the profile", to_string(before_.profile), to_string(after_.profile));
  changed("its path", before_.source_path, after_.source_path);
  changed("its kind", to_string(before_.kind), to_string(after_.kind));
  if (before_.source_hash != after_.source_hash) say("its own text changed");
  compare_definitions();
  if (!(before_.source == after_.source)) say("its language options changed");
  if (!(before_.emit == after_.emit)) say("the options of its tsconfig.json or its JSX changed");
}

void RequestDifference::compare_functions(const std::string& what, const FunctionFacts& before,
                                          const FunctionFacts& after) {
  if (before.parameters != after.parameters) {
    const size_t from = before.parameters.size();
    const size_t to = after.parameters.size();
    say("the parameters of " + what + " changed" +
        (from == to ? ""
                    : ": " + std::to_string(from) + " before, " + std::to_string(to) + " now"));
  }
  if (before.result != after.result) say("the type of the result of " + what + " changed");
  FunctionFacts rest = before;
  rest.parameters = after.parameters;
  rest.result = after.result;
  if (!(rest == after))
    say("how " + what +
        " may be called changed: whether it is async, a generator, an arrow, "
        "strict or pure, or uses `this` or `arguments`");
}

void RequestDifference::compare_layouts(const std::string& what, const ClassFacts& before,
                                        const ClassFacts& after) {
  if (before.fields != after.fields) say("the fields of " + what + " changed");
  if (before.methods != after.methods) say("the methods of " + what + " changed");
  if (before.constructor != after.constructor) say("the constructor of " + what + " changed");
  if (before.has_base != after.has_base) say("whether " + what + " extends something changed");
  if (before.is_open != after.is_open)
    say("whether " + what + " has computed names or decorators changed");
}

void RequestDifference::compare_facts(const std::string& what, const ExportFacts& before,
                                      const ExportFacts& after) {
  if (before.kind != after.kind) {
    say(what + " was a " + std::string(to_string(before.kind)) + " and is a " +
        std::string(to_string(after.kind)));
    return;
  }
  if (!(before.value == after.value))
    say("the value of " + what + " was " + to_text(before.value) + " and is " +
        to_text(after.value));
  if (before.is_constant != after.is_constant)
    say(what + (after.is_constant ? " is never assigned again now" : " is assigned again now"));
  if (before.starts_initialized != after.starts_initialized)
    say("when " + what + " is initialised changed");
  if (before.hint != after.hint) say("the type of " + what + " changed");
  if (after.kind == ExportKind::Function) compare_functions(what, before.function, after.function);
  if (after.kind == ExportKind::Class) compare_layouts(what, before.layout, after.layout);
}

void RequestDifference::compare_view(const ImportView& before, const ImportView& after) {
  const std::string what = describe(after);
  if (before.target != after.target || before.module != after.module ||
      before.module_kind != after.module_kind || before.name != after.name) {
    say(quoted(after.local) + " stood for " + describe(before) + " and stands for " + what);
    return;
  }
  if (before.may_be_uninitialized != after.may_be_uninitialized)
    say(what + (after.may_be_uninitialized
                    ? " may be read too early now: a cycle of imports appeared"
                    : " cannot be read too early any more: a cycle of imports is gone"));
  compare_facts(what, before.facts, after.facts);
}

void RequestDifference::compare_imports() {
  for (const ImportView& view : after_.imports) {
    const ImportView* const old = before_.find_import(view.local);
    if (old == nullptr)
      say("it uses " + describe(view) + " now");
    else
      compare_view(*old, view);
  }
  for (const ImportView& view : before_.imports)
    if (after_.find_import(view.local) == nullptr) say("it no longer uses " + describe(view));
}

void RequestDifference::compare_requests() {
  const auto describe_request = [](const RequestTarget& r) {
    return std::string(to_string(r.mode)) + " of " + quoted(r.specifier);
  };
  for (const RequestTarget& r : after_.requests) {
    const RequestTarget* const old = before_.find_request(r.mode, r.specifier, r.attributes);
    if (old == nullptr)
      say("there is a new " + describe_request(r));
    else if (!(*old == r))
      say("where the " + describe_request(r) + " leads changed");
  }
  for (const RequestTarget& r : before_.requests)
    if (after_.find_request(r.mode, r.specifier, r.attributes) == nullptr)
      say("the " + describe_request(r) + " is gone");
}

std::vector<std::string> RequestDifference::run() {
  if (before_ == after_) return {};
  compare_settings();
  compare_imports();
  compare_requests();
  return std::move(out_);
}

// A module as the plan has it, with neighbours by id instead of by index.
struct NamedModule {
  const PlanModule* module;
  std::vector<std::string> requests;
  std::vector<std::string> exports;
};

std::map<std::string_view, NamedModule> modules_of(const LinkPlan& plan) {
  std::map<std::string_view, NamedModule> all;
  for (const PlanModule& module : plan.modules) {
    NamedModule& named = all[module.id];
    named.module = &module;
    for (const frontend::PlanRequest& r : module.requests)
      named.requests.push_back(plan.modules[r.module].id + " " +
                               std::to_string(static_cast<int>(r.phase)));
    for (const frontend::PlanExport& e : module.exports)
      named.exports.push_back(e.exported + " " + plan.modules[e.module].id + " " + e.name);
  }
  return all;
}

void compare_modules(const NamedModule& before, const NamedModule& after,
                     std::vector<std::string>& out) {
  const std::string name = quoted(after.module->source_path);
  if (before.requests != after.requests)
    out.push_back("what " + name + " imports, or in which order, changed");
  if (before.exports != after.exports ||
      before.module->needs_namespace != after.module->needs_namespace)
    out.push_back("the namespace of " + name + " changed");
  if (before.module->has_top_level_await != after.module->has_top_level_await)
    out.push_back("whether " + name + " awaits at its top level changed");
  if (before.module->commonjs_names != after.module->commonjs_names)
    out.push_back("the names that CommonJS exports of " + name + " have changed");
}

}  // namespace

std::vector<std::string> explain_difference(const CompileRequest& before,
                                            const CompileRequest& after, const ModuleNames& names) {
  return RequestDifference(before, after, names).run();
}

std::vector<std::string> explain_difference(const LinkPlan& before, const LinkPlan& after) {
  std::vector<std::string> out;
  if (before.linker != after.linker) out.emplace_back("another build of perry-ld links it");
  if (!(before.target == after.target)) out.emplace_back("the target or processor changed");
  if (before.profile != after.profile) out.emplace_back("the profile changed");
  const auto old_modules = modules_of(before);
  const auto new_modules = modules_of(after);
  for (const auto& [id, module] : new_modules) {
    const auto old = old_modules.find(id);
    if (old == old_modules.end())
      out.push_back(quoted(module.module->source_path) + " is part of it now");
    else
      compare_modules(old->second, module, out);
  }
  for (const auto& [id, module] : old_modules)
    if (!new_modules.contains(id))
      out.push_back(quoted(module.module->source_path) + " is no longer part of it");
  return out;
}

}  // namespace perry::scan
