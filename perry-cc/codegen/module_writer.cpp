#include "perry-cc/codegen/module_writer.h"

#include <algorithm>
#include <set>

#include "perry-cc/codegen/abi_symbol.h"
#include "perry-cc/codegen/function_writer.h"
#include "perry-cc/codegen/names.h"
#include "perry-cc/codegen/optimize.h"
#include "perry-cc/codegen/strings.h"
#include "runtime/abi/layout.h"
#include "runtime/abi/value_bits.h"

namespace perry::codegen {

namespace {

constexpr uint32_t kMostRegisterParameters = 16;

llvm::StringRef as_ref(std::string_view text) { return {text.data(), text.size()}; }

// What a function's code looks at of how it was called.
struct Needs {
  bool arguments = false;  // as an array
  bool callee = false;
  bool receiver = false;
  bool new_target = false;
};

Needs needs_of(const ir::Function& function) {
  Needs needs;
  for (const ir::BlockId block : function.blocks()) {
    for (ir::ValueId v = function.block(block).first; v; v = function[v].next) {
      switch (function[v].op) {
        case ir::Op::RestParameter:
        case ir::Op::ArgumentsUnmapped:
        case ir::Op::ArgumentsMapped:
        case ir::Op::ArgumentCount:
          needs.arguments = true;
          break;
        case ir::Op::LoadCapture:
        case ir::Op::Callee:
        case ir::Op::HomeObject:
          needs.callee = true;
          break;
        case ir::Op::This:
          needs.receiver = true;
          break;
        case ir::Op::NewTarget:
          needs.new_target = true;
          break;
        default:
          break;
      }
    }
  }
  return needs;
}

std::vector<bool> find_direct_callees(const ir::Module& module) {
  std::vector<bool> result(module.function_count());
  for (uint32_t i = 0; i < module.function_count(); i++) {
    const ir::Function& function = module.function(ir::FunctionId(i));
    for (const ir::BlockId block : function.blocks())
      for (ir::ValueId v = function.block(block).first; v; v = function[v].next)
        if (function[v].op == ir::Op::CallDirect)
          result[function[v].immediate().as<ir::FunctionId>().index] = true;
  }
  return result;
}

// Both versions of a body that speculates are counted, of which one is left where types are known.
constexpr size_t kLargestSmall = 200;

bool is_small_leaf(const ir::Function& function) {
  size_t count = 0;
  for (const ir::BlockId block : function.blocks()) {
    for (ir::ValueId v = function.first_instruction(block); v; v = function[v].next) {
      if (++count > kLargestSmall) return false;
      switch (function[v].op) {
        case ir::Op::Call:
        case ir::Op::CallDirect:
        case ir::Op::CallSpread:
        case ir::Op::CallEval:
        case ir::Op::Construct:
        case ir::Op::ConstructSpread:
          return false;
        default:
          break;
      }
    }
  }
  return true;
}

}  // namespace

ModuleWriter::ModuleWriter(llvm::Module& target, const ir::Module& source, const Options& options)
    : module_(target),
      ir_(source),
      options_(options),
      word_(llvm::Type::getInt64Ty(target.getContext())),
      pointer_(llvm::PointerType::getUnqual(target.getContext())),
      entry_type_(llvm::FunctionType::get(word_, {word_, word_, word_, word_, pointer_}, false)),
      resume_type_(llvm::FunctionType::get(word_, {word_, word_, word_}, false)),
      callees_(target),
      debug_info_(target, source.source_path ? source.atoms.text(source.source_path) : "unknown",
                  options.source, options.keeps_lines),
      markers_(target),
      has_markers_(options.profile == Profile::Dev && is_x86() &&
                   (options.emit == Emit::Object || options.emit == Emit::Assembly)),
      compact_sites_(target, markers()) {}

void ModuleWriter::fail(ErrorKind kind, std::string subject, std::string detail) {
  if (!error_) error_ = Error{kind, std::move(subject), std::move(detail)};
}

void ModuleWriter::write() {
  plan_source_texts();
  plan_bindings();
  plan_functions();
  write_functions();
  write_module_info();
  finish_compact_sites();
  finish_thread_block();
  refer_to_abi();
  debug_info_.finish();
}

std::string_view ModuleWriter::module_id() const {
  return ir_.module_id ? ir_.atoms.text(ir_.module_id) : std::string_view("main");
}

// --- bindings and sites ---

void ModuleWriter::plan_bindings() {
  // Its type is known at the end; until then it has none to speak of.
  thread_block_ = new llvm::GlobalVariable(module_, llvm::ArrayType::get(word_, 0), false,
                                           llvm::GlobalValue::ExternalLinkage, nullptr,
                                           "thread.unsized", nullptr, thread_model());
  for (uint32_t i = 0; i < ir_.bindings.size(); i++)
    if (ir_.bindings[ir::BindingId(i)].kind == ir::BindingKind::Local)
      binding_offsets_.set(ir::BindingId(i), new_site(sizeof(uint64_t)));
}

uint32_t ModuleWriter::new_site(size_t bytes) {
  const uint32_t offset = thread_block_size_;
  thread_block_size_ += static_cast<uint32_t>(bytes);
  return offset;
}

bool ModuleWriter::is_x86() const {
  return llvm::Triple(module_.getTargetTriple()).getArch() == llvm::Triple::x86_64;
}

llvm::GlobalVariable* ModuleWriter::binding_variable(ir::BindingId id) {
  const ir::Binding& binding = ir_.bindings[id];
  if (binding.kind == ir::BindingKind::Local) return nullptr;
  llvm::GlobalVariable*& variable = bindings_.at(id);
  if (variable != nullptr) return variable;
  const bool is_own = binding.kind == ir::BindingKind::Export;
  const std::string_view owner = is_own ? module_id() : ir_.atoms.text(binding.module);
  const std::string name = export_symbol(owner, ir_.atoms.text(binding.name));
  variable = module_.getGlobalVariable(name);
  if (variable == nullptr) {
    variable = new llvm::GlobalVariable(module_, word_, false, llvm::GlobalValue::ExternalLinkage,
                                        is_own ? word(0) : nullptr, name, nullptr, thread_model());
    variable->setDSOLocal(true);
    variable->setVisibility(llvm::GlobalValue::HiddenVisibility);
    variable->setAlignment(llvm::Align(sizeof(uint64_t)));
  } else if (is_own && !variable->hasInitializer()) {
    variable->setInitializer(word(0));  // another module has given us back what is ours
  }
  return variable;
}

void ModuleWriter::finish_compact_sites() {
  llvm::SmallVector<llvm::Function*, 2> first;
  for (uint32_t i = 0; i < ir_.function_count(); i++) {
    switch (ir_.function(ir::FunctionId(i)).info.kind) {
      case ir::FunctionKind::Function:
      case ir::FunctionKind::Resume:
        break;
      case ir::FunctionKind::ModuleInit:
      case ir::FunctionKind::ModuleDeclare:
      case ir::FunctionKind::Script:
      case ir::FunctionKind::CommonJS:
        first.push_back(plans_[ir::FunctionId(i)].entry);
    }
  }
  compact_sites_.finish(compact_sites_.is_empty() ? nullptr : thread_block(), first);
}

void ModuleWriter::finish_thread_block() {
  if (is_block_used_) {
    auto* const type = llvm::ArrayType::get(word_, thread_block_size_ / sizeof(uint64_t));
    auto* const block = new llvm::GlobalVariable(
        module_, type, false, llvm::GlobalValue::InternalLinkage,
        llvm::ConstantAggregateZero::get(type), "thread", nullptr, thread_model());
    block->setAlignment(llvm::Align(sizeof(uint64_t)));
    thread_block_->replaceAllUsesWith(block);
  }
  thread_block_->eraseFromParent();
}

llvm::Value* ModuleWriter::thread_address(llvm::IRBuilder<>& builder,
                                          llvm::GlobalVariable* variable) {
  return has_markers_ ? markers_.thread_address(builder, variable)
                      : builder.CreateThreadLocalAddress(variable);
}

llvm::GlobalVariable* ModuleWriter::thread_symbol() {
  constexpr const char* kName = "perry_rt_thread";
  if (llvm::GlobalVariable* const known = module_.getGlobalVariable(kName)) return known;
  auto* const result = new llvm::GlobalVariable(
      module_, llvm::ArrayType::get(word_, sizeof(abi::ThreadBlock) / sizeof(uint64_t)), false,
      llvm::GlobalValue::ExternalLinkage, nullptr, kName, nullptr, thread_model());
  result->setDSOLocal(true);
  return result;
}

llvm::Function* ModuleWriter::personality() {
  constexpr const char* kName = "__gxx_personality_v0";
  if (llvm::Function* const known = module_.getFunction(kName)) return known;
  auto* const type = llvm::FunctionType::get(llvm::Type::getInt32Ty(context()), true);
  return llvm::Function::Create(type, llvm::Function::ExternalLinkage, kName, module_);
}

// --- functions ---

// Where a program calls more functions by one name, few of these calls are quick.
constexpr size_t kMostGuesses = 4;

// Every function that becomes a property right where its closure is made.
void ModuleWriter::find_guesses() {
  guesses_.resize(ir_.atoms.size());
  is_own_method_.resize(ir_.atoms.size());
  std::vector<bool> is_inherited(ir_.atoms.size());
  std::vector<bool> is_called(ir_.atoms.size());
  const auto each = [&](auto&& visit) {
    for (uint32_t i = 0; i < ir_.function_count(); i++) {
      const ir::Function& f = ir_.function(ir::FunctionId(i));
      for (const ir::BlockId block : f.blocks())
        for (ir::ValueId v = f.first_instruction(block); v; v = f[v].next) visit(f, v);
    }
  };
  each([&](const ir::Function& f, ir::ValueId v) {
    if (f[v].op != ir::Op::Call) return;
    const ir::Instruction& callee = f[f.operand(v, 0)];
    if (callee.op == ir::Op::GetProp || callee.op == ir::Op::TryGetProp)
      is_called[callee.first] = true;
  });
  const auto add = [&](const ir::Function& f, uint32_t atom, ir::ValueId value) {
    if (f[value].op != ir::Op::NewFunction || !is_called[atom]) return;
    const auto target = f[value].immediate().as<ir::FunctionId>();
    std::vector<ir::FunctionId>& functions = guesses_[atom];
    if (std::ranges::find(functions, target) == functions.end()) functions.push_back(target);
  };
  each([&](const ir::Function& f, ir::ValueId v) {
    switch (f[v].op) {
      case ir::Op::DefineMethod:
      case ir::Op::DefineOwn:
        if (const ir::ValueId key = f.operand(v, 1); f[key].op == ir::Op::ConstString) {
          add(f, f[key].first, f.operand(v, 2));
          if (f[v].op == ir::Op::DefineMethod) is_inherited[f[key].first] = true;
        }
        return;
      case ir::Op::SetProp:
        return add(f, f[v].first, f.operand(v, 1));
      case ir::Op::NewObject: {
        const auto& keys = ir_.literals[f[v].immediate().as<ir::LiteralId>()].keys;
        for (uint32_t n = 0; n < keys.size(); n++) {
          add(f, keys[n].index, f.operand(v, n));
          if (f[f.operand(v, n)].op == ir::Op::NewFunction) is_own_method_[keys[n].index] = true;
        }
        return;
      }
      default:
        return;
    }
  });
  for (auto& functions : guesses_)
    if (functions.size() > kMostGuesses) functions.clear();
  for (size_t atom = 0; atom < is_inherited.size(); atom++)
    if (is_inherited[atom]) is_own_method_[atom] = false;
}

std::span<const ir::FunctionId> ModuleWriter::guesses(const ir::Function& caller,
                                                      ir::ValueId call) const {
  const ir::Instruction& callee = caller[caller.operand(call, 0)];
  if (guesses_.empty() || (callee.op != ir::Op::GetProp && callee.op != ir::Op::TryGetProp))
    return {};
  return guesses_[callee.first];
}

void ModuleWriter::plan_functions() {
  std::vector<bool> is_direct_callee = find_direct_callees(ir_);
  if (is_fast()) find_guesses();
  for (const auto& functions : guesses_)
    for (const ir::FunctionId id : functions) is_direct_callee[id.index] = true;
  for (uint32_t i = 0; i < ir_.function_count(); i++) {
    const ir::Function& function = ir_.function(ir::FunctionId(i));
    const ir::FunctionInfo& info = function.info;
    const Needs needs = needs_of(function);
    const std::string name =
        "js." + std::string(info.name ? ir_.atoms.text(info.name) : std::string_view("anonymous"));
    FunctionPlan plan;
    const bool is_resume = info.kind == ir::FunctionKind::Resume;
    plan.entry = llvm::Function::Create(is_resume ? resume_type_ : entry_type_,
                                        llvm::Function::InternalLinkage, name, module_);
    plan.is_direct_callee = is_direct_callee[i];
    plan.has_body = is_direct_callee[i] && !needs.arguments &&
                    info.kind == ir::FunctionKind::Function &&
                    !has(info.flags, ir::FunctionFlag::Class) &&
                    info.parameter_count <= kMostRegisterParameters;
    if (plan.has_body) {
      plan.takes_callee = needs.callee;
      plan.takes_receiver = needs.receiver;
      plan.takes_new_target = needs.new_target;
      plan.is_small = is_small_leaf(ir_.function(ir::FunctionId(i)));
      const size_t count =
          size_t{needs.callee} + needs.receiver + needs.new_target + info.parameter_count;
      const llvm::SmallVector<llvm::Type*, 8> types(count, word_);
      plan.body = llvm::Function::Create(llvm::FunctionType::get(word_, types, false),
                                         llvm::Function::InternalLinkage, name, module_);
    }
    plans_.push_back(plan);
  }
}

void ModuleWriter::write_functions() {
  for (uint32_t i = 0; i < ir_.function_count(); i++) {
    const ir::FunctionId id(i);
    FunctionWriter(*this, id).write();
    if (plans_[id].has_body) write_shim(id);
  }
}

// Makes its `this` when it is constructed, and is no class.
bool ModuleWriter::is_ordinary_constructor(ir::FunctionId id) const {
  const uint32_t flags = function_flags(id);
  return (flags & abi::kFunctionConstructor) != 0 && (flags & abi::kFunctionClass) == 0;
}

// It is told by an empty receiver.
void ModuleWriter::write_construct(ir::FunctionId id, llvm::IRBuilder<>& builder) {
  if (!is_fast() || !is_ordinary_constructor(id)) return;
  llvm::Function* const entry = plans_[id].entry;
  const auto argument = [&](unsigned index) { return entry->getArg(index); };
  auto* const construct = llvm::BasicBlock::Create(context(), "", entry);
  auto* const call = llvm::BasicBlock::Create(context(), "", entry);
  builder.CreateCondBr(builder.CreateICmpEQ(argument(1), word(abi::kEmpty)), construct, call);
  builder.SetInsertPoint(construct);
  llvm::Value* const place = builder.CreateConstInBoundsGEP1_64(
      builder.getInt8Ty(), thread_address(builder, thread_block()),
      new_site(sizeof(abi::ReceiverSite)));
  llvm::CallInst* const made =
      builder.CreateCall(callees_.get(Callee::fast_construct_ordinary),
                         {argument(0), argument(2), argument(3), argument(4), place});
  made->setTailCallKind(llvm::CallInst::TCK_NoTail);
  builder.CreateRet(made);
  builder.SetInsertPoint(call);
}

// The Entry of a function whose code takes registers.
void ModuleWriter::write_shim(ir::FunctionId id) {
  const FunctionPlan& plan = plans_[id];
  const ir::FunctionInfo& info = ir_.function(id).info;
  llvm::Function* const function = plan.entry;
  function->setUWTableKind(llvm::UWTableKind::Default);
  llvm::IRBuilder<> builder(llvm::BasicBlock::Create(context(), "", function));
  if (llvm::DISubprogram* const subprogram =
          debug_info_.add_function(function, shown_name(id), info.source.start, {id.index, true}))
    builder.SetCurrentDebugLocation(debug_info_.location(subprogram, info.source.start));

  write_construct(id, builder);
  llvm::SmallVector<llvm::Value*, 8> arguments;
  if (plan.takes_callee) arguments.push_back(function->getArg(0));
  if (plan.takes_receiver) arguments.push_back(function->getArg(1));
  if (plan.takes_new_target) arguments.push_back(function->getArg(2));
  for (uint32_t i = 0; i < info.parameter_count; i++)
    arguments.push_back(load_argument(*this, builder, function->getArg(3), function->getArg(4), i));
  llvm::CallInst* const result = builder.CreateCall(plan.body, arguments);
  // FastISel knows no jumps to functions.
  if (options_.profile != Profile::Dev) {
    result->setTailCall();
    function->addFnAttr(kShim);
  }
  builder.CreateRet(result);
}

llvm::Value* load_argument(ModuleWriter& module, llvm::IRBuilder<>& builder, llvm::Value* argc,
                           llvm::Value* argv, uint32_t index) {
  llvm::Value* const is_given = builder.CreateICmpUGT(argc, module.word(index));
  llvm::Value* const place = builder.CreateConstInBoundsGEP1_64(module.word_type(), argv, index);
  llvm::Value* const chosen = builder.CreateSelect(is_given, place, module.undefined_cell());
  return builder.CreateLoad(module.word_type(), chosen);
}

llvm::Constant* ModuleWriter::undefined_cell() {
  if (undefined_ == nullptr) undefined_ = constant(word(abi::kUndefined), "undefined");
  return undefined_;
}

uint32_t ModuleWriter::function_flags(ir::FunctionId id) const {
  using ir::FunctionFlag;
  const ir::FunctionInfo& info = ir_.function(id).info;
  uint32_t flags = 0;
  const auto add = [&](FunctionFlag flag, uint32_t bit) {
    if (has(info.flags, flag)) flags |= bit;
  };
  add(FunctionFlag::Strict, abi::kFunctionStrict);
  add(FunctionFlag::Arrow, abi::kFunctionArrow);
  add(FunctionFlag::Method, abi::kFunctionMethod);
  add(FunctionFlag::Class, abi::kFunctionClass);
  add(FunctionFlag::Derived, abi::kFunctionDerived);
  add(FunctionFlag::Generator, abi::kFunctionGenerator);
  add(FunctionFlag::Async, abi::kFunctionAsync);
  add(FunctionFlag::Getter, abi::kFunctionGetter);
  add(FunctionFlag::Setter, abi::kFunctionSetter);
  add(FunctionFlag::FieldInit, abi::kFunctionHidden);
  if (info.kind == ir::FunctionKind::ModuleDeclare) flags |= abi::kFunctionHidden;
  constexpr uint32_t kWithoutConstruct =
      abi::kFunctionArrow | abi::kFunctionMethod | abi::kFunctionGetter | abi::kFunctionSetter |
      abi::kFunctionGenerator | abi::kFunctionAsync | abi::kFunctionHidden;
  if (info.kind == ir::FunctionKind::Function && (flags & kWithoutConstruct) == 0)
    flags |= abi::kFunctionConstructor;
  if (!options_.keeps_function_source || options_.source.empty()) flags |= abi::kFunctionNoSource;
  return flags;
}

ir::FunctionId ModuleWriter::shown_function(ir::FunctionId id) const {
  const ir::FunctionInfo& info = ir_.function(id).info;
  return info.kind == ir::FunctionKind::Resume ? info.frame.start : id;
}

std::string ModuleWriter::shown_name(ir::FunctionId id) const {
  const ir::FunctionInfo& info = ir_.function(id).info;
  std::string name(info.name ? ir_.atoms.text(info.name) : std::string_view());
  if (info.shown_name) name = ir_.atoms.text(info.shown_name);
  if (info.kind == ir::FunctionKind::CommonJS) name = "Object.<anonymous>";
  if (has(info.flags, ir::FunctionFlag::Class))
    name = "new " + (name.empty() ? "<anonymous>" : std::move(name));
  return name;
}

std::vector<CallTable::Function> ModuleWriter::shown_functions() const {
  std::vector<CallTable::Function> result;
  for (uint32_t i = 0; i < ir_.function_count(); i++) {
    const ir::FunctionId id = shown_function(ir::FunctionId(i));
    result.push_back(
        {shown_name(id), ir_.function(id).info.kind == ir::FunctionKind::ModuleDeclare});
  }
  return result;
}

// A program that keeps neither lines nor sources keeps none of this either.
std::vector<CallTable::Text> ModuleWriter::shown_texts() const {
  std::vector<CallTable::Text> result;
  if (options_.profile == Profile::Size) return result;
  for (const ir::ExpressionText& text : ir_.texts) {
    const SourcePlace place = debug_info_.place_of(text.position);
    if (place.line != 0)
      result.push_back({place,
                        text.kind == ir::ExpressionText::Kind::Callee ? abi::CallTextKind::Callee
                                                                      : abi::CallTextKind::Iterable,
                        std::string(ir_.atoms.text(text.text))});
  }
  return result;
}

// What the constructor adds to what an instance holds in the end, so that it need not grow: its
// class's fields, or the properties that it sets itself.
uint32_t ModuleWriter::instance_slots(ir::FunctionId id) const {
  constexpr size_t kMost = 64;
  const ir::Function& function = ir_.function(id);
  const ir::ClassId layout = function.info.class_id;
  size_t fields = layout ? ir_.classes[layout].fields.size() : 0;
  if (fields == 0) {
    std::set<uint32_t> names;
    for (const ir::BlockId block : function.blocks())
      for (ir::ValueId v = function.block(block).first; v; v = function[v].next)
        if (function[v].op == ir::Op::SetProp &&
            function[function.operand(v, 0)].type.rep() == ir::Rep::Object)
          names.insert(function[v].first);
    fields = names.size();
  }
  return static_cast<uint32_t>(std::min(fields, kMost));
}

llvm::Constant* ModuleWriter::function_info(ir::FunctionId id) {
  FunctionPlan& plan = plans_[id];
  if (plan.info != nullptr) return plan.info;
  const ir::FunctionInfo& info = ir_.function(id).info;
  const uint32_t flags = function_flags(id);
  const bool has_text = (flags & abi::kFunctionNoSource) == 0 && info.source.size() != 0;
  const bool constructs = (flags & abi::kFunctionConstructor) != 0;
  llvm::Constant* const receiver =
      !is_fast() && is_ordinary_constructor(id)
          ? compact_sites_.add_for_data(new_site(sizeof(abi::ReceiverSite)))
          : null();
  llvm::Constant* const value = llvm::ConstantStruct::getAnon(
      {plan.entry, info.name ? string(info.name) : string(std::string_view()),
       has_text ? source_text(id) : null(), int32(has_text ? info.source.size() : 0), int32(flags),
       int32(info.length), int32(info.captures.size()), int32(constructs ? instance_slots(id) : 0),
       int32(id.index), receiver});
  static_assert(sizeof(abi::FunctionInfo) == 4 * 8 + 6 * 4);
  plan.info = constant(value, "info");
  return plan.info;
}

// Functions inside of others share their text.
void ModuleWriter::plan_source_texts() {
  if (!options_.keeps_function_source || options_.source.empty()) return;
  std::vector<support::Span> spans;
  for (uint32_t i = 0; i < ir_.function_count(); i++) {
    const ir::FunctionInfo& info = ir_.function(ir::FunctionId(i)).info;
    const bool is_seen =
        info.kind == ir::FunctionKind::Function && !has(info.flags, ir::FunctionFlag::FieldInit);
    if (is_seen && info.source.size() != 0 && info.source.end <= options_.source.size())
      spans.push_back(info.source);
  }
  std::sort(spans.begin(), spans.end(), [](support::Span a, support::Span b) {
    return a.start != b.start ? a.start < b.start : a.end > b.end;
  });
  std::string text;
  for (const support::Span span : spans) {
    if (!source_pieces_.empty() && span.start < source_pieces_.back().end) {
      SourcePiece& last = source_pieces_.back();
      if (span.end > last.end) {
        text += options_.source.substr(last.end, span.end - last.end);
        last.end = span.end;
      }
      continue;
    }
    source_pieces_.push_back({span.start, span.end, static_cast<uint32_t>(text.size())});
    text += options_.source.substr(span.start, span.size());
  }
  if (!text.empty())
    source_texts_ = constant(llvm::ConstantDataArray::getString(context(), text, false), "source");
}

llvm::Constant* ModuleWriter::source_text(ir::FunctionId id) {
  const support::Span span = ir_.function(id).info.source;
  const auto above = std::upper_bound(
      source_pieces_.begin(), source_pieces_.end(), span.start,
      [](uint32_t start, const SourcePiece& piece) { return start < piece.start; });
  if (above == source_pieces_.begin()) return null();
  const SourcePiece& piece = *(above - 1);
  if (span.end > piece.end) return null();
  return llvm::ConstantExpr::getInBoundsGetElementPtr(
      llvm::Type::getInt8Ty(context()), source_texts_,
      llvm::ArrayRef<llvm::Constant*>(word(piece.offset + (span.start - piece.start))));
}

// --- the module's own records ---

void ModuleWriter::write_module_info() {
  const ir::Function& top = ir_.function(ir::FunctionId(0));
  abi::ModuleKind kind = abi::ModuleKind::Esm;
  if (options_.data == DataKind::Json) kind = abi::ModuleKind::Json;
  if (options_.data == DataKind::Text) kind = abi::ModuleKind::Text;
  if (top.info.kind == ir::FunctionKind::CommonJS) kind = abi::ModuleKind::CommonJs;
  if (top.info.kind == ir::FunctionKind::Script) kind = abi::ModuleKind::Script;

  llvm::Constant* declare = null();
  for (uint32_t i = 0; i < ir_.function_count(); i++)
    if (ir_.function(ir::FunctionId(i)).info.kind == ir::FunctionKind::ModuleDeclare)
      declare = function_info(ir::FunctionId(i));

  std::vector<ir::BindingId> exports;
  for (uint32_t i = 0; i < ir_.bindings.size(); i++)
    if (ir_.bindings[ir::BindingId(i)].kind == ir::BindingKind::Export) exports.emplace_back(i);
  const auto name_of = [&](ir::BindingId id) { return ir_.atoms.text(ir_.bindings[id].name); };
  std::sort(exports.begin(), exports.end(),
            [&](ir::BindingId a, ir::BindingId b) { return name_of(a) < name_of(b); });
  std::vector<llvm::Constant*> names;
  names.reserve(exports.size());
  for (const ir::BindingId id : exports) names.push_back(string(ir_.bindings[id].name));

  const std::string_view path =
      ir_.source_path ? ir_.atoms.text(ir_.source_path) : std::string_view();
  llvm::Constant* const path_text =
      constant(llvm::ConstantDataArray::getString(context(), as_ref(path), true), "path");
  // It is written with the machine code.
  auto* const calls =
      new llvm::GlobalVariable(module_, llvm::Type::getInt8Ty(context()), true,
                               llvm::GlobalValue::ExternalLinkage, nullptr, CallTable::kSymbol);
  calls->setDSOLocal(true);
  llvm::Constant* const value = llvm::ConstantStruct::getAnon(
      {int32(static_cast<uint32_t>(kind)), int32(has(top.info.flags, ir::FunctionFlag::Async)),
       path_text, declare, function_info(ir::FunctionId(0)),
       exports.empty() ? null() : write_export_cell(exports),
       names.empty() ? null() : constant_array(names, pointer_, "export_names"), write_targets(),
       int32(exports.size()), int32(options_.targets.size()), calls});
  auto* const info =
      new llvm::GlobalVariable(module_, value->getType(), true, llvm::GlobalValue::ExternalLinkage,
                               value, module_symbol(module_id()));
  info->setVisibility(llvm::GlobalValue::HiddenVisibility);
  info->setDSOLocal(true);
}

llvm::Constant* ModuleWriter::write_targets() {
  std::vector<llvm::Constant*> rows;
  rows.reserve(options_.targets.size());
  for (const Target& target : options_.targets)
    rows.push_back(llvm::ConstantStruct::getAnon(
        {string(target.specifier),
         target.module_id.empty() ? null() : module_record(target.module_id), int32(target.mode),
         int32(target.phase)}));
  static_assert(sizeof(abi::ModuleTarget) == 2 * 8 + 2 * 4);
  return rows.empty() ? null() : constant_array(rows, rows[0]->getType(), "targets");
}

llvm::Function* ModuleWriter::write_export_cell(const std::vector<ir::BindingId>& exports) {
  auto* const index_type = llvm::Type::getInt32Ty(context());
  auto* const function =
      llvm::Function::Create(llvm::FunctionType::get(pointer_, {index_type}, false),
                             llvm::Function::InternalLinkage, "export_cell", module_);
  function->setUWTableKind(llvm::UWTableKind::Default);
  function->setDoesNotThrow();
  llvm::IRBuilder<> builder(llvm::BasicBlock::Create(context(), "", function));
  auto* const otherwise = llvm::BasicBlock::Create(context(), "", function);
  llvm::SwitchInst* const choice =
      builder.CreateSwitch(function->getArg(0), otherwise, static_cast<unsigned>(exports.size()));
  for (size_t i = 0; i < exports.size(); i++) {
    auto* const block = llvm::BasicBlock::Create(context(), "", function);
    choice->addCase(builder.getInt32(static_cast<uint32_t>(i)), block);
    builder.SetInsertPoint(block);
    builder.CreateRet(thread_address(builder, binding_variable(exports[i])));
  }
  builder.SetInsertPoint(otherwise);
  builder.CreateRet(null());
  return function;
}

llvm::Constant* ModuleWriter::module_record(std::string_view id) {
  const std::string name = record_symbol(id);
  if (llvm::GlobalVariable* const known = module_.getGlobalVariable(name)) return known;
  auto* const record = new llvm::GlobalVariable(module_, llvm::Type::getInt8Ty(context()), true,
                                                llvm::GlobalValue::ExternalLinkage, nullptr, name);
  record->setDSOLocal(true);
  record->setVisibility(llvm::GlobalValue::HiddenVisibility);
  return record;
}

void ModuleWriter::refer_to_abi() {
  auto* const abi =
      new llvm::GlobalVariable(module_, llvm::Type::getInt8Ty(context()), true,
                               llvm::GlobalValue::ExternalLinkage, nullptr, abi_symbol());
  abi->setDSOLocal(true);
  abi->setVisibility(llvm::GlobalValue::HiddenVisibility);
  llvm::appendToUsed(module_, {constant(abi, "abi")});
}

}  // namespace perry::codegen
