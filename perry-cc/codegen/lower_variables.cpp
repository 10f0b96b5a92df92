#include "perry-cc/codegen/function_writer.h"
#include "runtime/abi/layout.h"
#include "runtime/abi/value_bits.h"

// Variables outside of SSA, the running function, modules.
namespace perry::codegen {

FunctionWriter::Value* FunctionWriter::lower_variable(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  const auto binding = [&] { return i.immediate().as<ir::BindingId>(); };
  const auto name = [&] { return atom(i.immediate().as<ir::AtomId>()); };
  const auto property_site = [&] { return site(sizeof(abi::PropertySite)); };
  const bool is_strict = i.mode == static_cast<uint16_t>(ir::Strictness::Strict);
  switch (i.op) {
    case Op::NewBox:
      return call(Callee::fast_new_box, {operand(id, 0)});
    case Op::LoadBox:
      return load_word(field(operand(id, 0), offsetof(abi::BoxLayout, value)));
    case Op::StoreBox:
      if (is_plain(function_.operand(id, 1))) {
        builder_.CreateStore(operand(id, 1),
                             field(operand(id, 0), offsetof(abi::BoxLayout, value)));
        return nullptr;
      }
      return call(Callee::fast_store_box, {operand(id, 0), operand(id, 1)});
    case Op::LoadCapture:
      return from_boxed(load_word(field(callee_value(),
                                        abi::kCapturesOffset + size_t{i.first} * sizeof(uint64_t))),
                        i.type);
    case Op::LoadModule:
      return load_word(binding_cell(binding()));
    case Op::StoreModule:
      builder_.CreateStore(operand(id, 0), binding_cell(binding()));
      return nullptr;
    case Op::LoadNamespace: {
      const ir::Binding& row = ir_.bindings[binding()];
      llvm::Value* record = module_.module_record(ir_.atoms.text(row.module));
      // One byte behind the record's beginning: the deferred namespace (runtime/modules/entry.cpp).
      if (row.name) record = builder_.CreateConstGEP1_64(builder_.getInt8Ty(), record, 1);
      return call(Callee::rt_namespace_object, {record});
    }
    case Op::LoadGlobal:
      return call_at(Callee::fast_get_global, {}, module_.string(i.immediate().as<ir::AtomId>()),
                     property_cell(i));
    case Op::TypeofGlobal:
      return call(Callee::rt_typeof_global, {name(), property_site()});
    case Op::StoreGlobal:
      return call(is_strict ? Callee::rt_set_global : Callee::rt_set_global_sloppy,
                  {name(), operand(id, 0), property_site()});
    case Op::HasGlobal:
      return call(Callee::rt_has_global, {name()});
    case Op::DeleteGlobal:
      return call(Callee::rt_delete_global, {name()});
    case Op::DeclareGlobals:
      return call(Callee::rt_declare_globals, {word(ir_.globals.size()), module_.global_infos()});
    case Op::InitGlobal:
      return call(Callee::rt_init_global, {name(), operand(id, 0)});
    case Op::DefineGlobalFunction:
      return call(Callee::rt_define_global_function, {name(), operand(id, 0)});
    case Op::WithHas:
      return call(Callee::rt_with_has, {operand(id, 0), operand(id, 1)});
    case Op::WithGet:
      return call(Callee::rt_with_get, {operand(id, 0), operand(id, 1), as_bool(is_strict)});
    default:  // WithSet
      return call(Callee::rt_with_set,
                  {operand(id, 0), operand(id, 1), operand(id, 2), as_bool(is_strict)});
  }
}

FunctionWriter::Value* FunctionWriter::lower_frame(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  switch (i.op) {
    case Op::Parameter:
      return from_boxed(parameter(i.first), i.type);
    case Op::RestParameter:
      return call(Callee::rt_rest_array, {word(i.first), argc_, argv_});
    case Op::ArgumentsUnmapped:
      return call(Callee::rt_arguments_unmapped, {argc_, argv_});
    case Op::ArgumentsMapped:
      return call(Callee::rt_arguments_mapped,
                  {callee_value(), argc_, argv_, argument_count(id, 0), store_arguments(id, 0)});
    case Op::This:
      return receiver_;
    case Op::CoerceThis:
      return call(Callee::fast_coerce_receiver, {operand(id, 0)});
    case Op::Callee:
      return callee_value();
    case Op::NewTarget:
      return new_target_;
    case Op::ArgumentCount:
      return builder_.CreateTrunc(argc_, builder_.getInt32Ty());
    default:  // HomeObject
      return load_word(field(callee_value(), offsetof(abi::FunctionLayout, home_object)));
  }
}

FunctionWriter::Value* FunctionWriter::lower_module(ir::ValueId id, const ir::Instruction& i) {
  llvm::Constant* const record = module_.module_record(module_.module_id());
  if (i.op == ir::Op::ImportMeta) return call(Callee::rt_import_meta, {record});
  if (i.op == ir::Op::RequireModule)
    return call(Callee::rt_require_module, {record, operand(id, 0)});
  return call(Callee::rt_import_module,
              {record, operand(id, 0), operand(id, 1), int32(i.mode), int32(i.first)});
}

}  // namespace perry::codegen
