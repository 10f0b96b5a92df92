#include "perry-cc/codegen/function_writer.h"
#include "runtime/abi/codes.h"
#include "runtime/abi/layout.h"

// Properties, and iteration.
namespace perry::codegen {

// The index where a key is known to be a number that fits: such a key needs no box.
FunctionWriter::Value* FunctionWriter::index_operand(ir::ValueId id, uint32_t index) {
  const ir::ValueId key = function_.operand(id, index);
  if (function_[key].op != ir::Op::Box) return nullptr;
  const ir::ValueId number = function_.operand(key, 0);
  const ir::Instruction& i = function_[number];
  if (i.type.rep() == ir::Rep::Int32) return value(number);
  if (i.op != ir::Op::ConstDouble) return nullptr;
  const double d = i.immediate().as_double();
  return d >= 0 && d <= 1e9 && d == static_cast<double>(static_cast<uint32_t>(d))
             ? int32(static_cast<uint32_t>(d))
             : nullptr;
}

// Operations with the same number share their site.
uint32_t FunctionWriter::property_cell(const ir::Instruction& i) {
  if (i.second == 0) return module_.new_site(sizeof(abi::PropertySite));
  if (shared_sites_.size() <= i.second) shared_sites_.resize(i.second + 1);
  std::optional<uint32_t>& offset = shared_sites_[i.second];
  if (!offset) offset = module_.new_site(sizeof(abi::PropertySite));
  return *offset;
}

// Known to be no cell, so that no collector wants to hear of it.
bool FunctionWriter::is_plain(ir::ValueId id) const {
  switch (function_[id].op) {
    case ir::Op::Box:
    case ir::Op::Undefined:
    case ir::Op::Null:
    case ir::Op::Empty:
      return true;
    default:
      return false;
  }
}

FunctionWriter::Value* FunctionWriter::get_element(ir::ValueId id) {
  const uint32_t cell = module_.new_site(sizeof(abi::PropertySite));
  if (Value* const index = index_operand(id, 1))
    return call_at(Callee::fast_get_index, {operand(id, 0), index}, nullptr, cell);
  return call_at(Callee::fast_get_computed, {operand(id, 0), operand(id, 1)}, nullptr, cell);
}

void FunctionWriter::set_element(ir::ValueId id, const ir::Instruction& i) {
  const uint32_t cell = property_cell(i);
  const bool is_strict = i.mode == static_cast<uint16_t>(ir::Strictness::Strict);
  if (Value* const index = index_operand(id, 1)) {
    call_at(is_strict ? Callee::fast_set_index : Callee::fast_set_index_sloppy,
            {operand(id, 0), index, operand(id, 2)}, nullptr, cell);
    return;
  }
  call_at(is_strict ? Callee::fast_set_computed : Callee::fast_set_computed_sloppy,
          {operand(id, 0), operand(id, 1), operand(id, 2)}, nullptr, cell);
}

FunctionWriter::Value* FunctionWriter::lower_property(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  static_assert(static_cast<uint32_t>(abi::kField) == static_cast<uint32_t>(ir::MethodKind::Field));
  static_assert(abi::kEnumerable == ir::Immediate::kEnumerable);
  const auto o = [&](uint32_t index) { return operand(id, index); };
  const bool is_strict = i.mode == static_cast<uint16_t>(ir::Strictness::Strict);
  switch (i.op) {
    case Op::GetProp: {
      if (is_fused_with_call(id)) return nullptr;
      const auto key = i.immediate().as<ir::AtomId>();
      const bool is_length = ir_.atoms.text(key) == "length";
      const bool is_inherited = is_method_[id.index] && !module_.is_own_method(key);
      const Callee callee = is_length      ? Callee::fast_get_length
                            : is_inherited ? Callee::fast_get_method
                                           : Callee::fast_get;
      return call_at(callee, {o(0)}, module_.string(key), property_cell(i));
    }
    case Op::GetElem:
      return get_element(id);
    case Op::SetProp:
      return call_at(is_strict ? Callee::fast_set : Callee::fast_set_sloppy, {o(0), o(1)},
                     module_.string(i.immediate().as<ir::AtomId>()), property_cell(i));
    case Op::SetElem:
      set_element(id, i);
      return nullptr;
    case Op::SuperBase:
      return call(Callee::rt_super_base, {o(0)});
    case Op::GetSuper:
      return call(Callee::rt_get_super, {o(0), o(1), o(2)});
    case Op::SetSuper:
      return call(Callee::rt_set_super, {o(0), o(1), o(2), o(3), as_bool(is_strict)});
    case Op::DeleteProp:
      return call(Callee::rt_delete, {o(0), o(1), as_bool(is_strict)});
    case Op::DefineOwn:
      return call(Callee::rt_define_own, {o(0), o(1), o(2)});
    case Op::DefineMethod:
      return call(Callee::rt_define_method, {o(0), o(1), o(2), int32(i.mode)});
    case Op::GetPrivate:
      return call(Callee::rt_get_private, {o(0), o(1), property_site(i)});
    case Op::SetPrivate:
      return call(Callee::rt_set_private, {o(0), o(1), o(2), property_site(i)});
    case Op::HasPrivate:
      return call(Callee::rt_has_private, {o(0), o(1)});
    case Op::DefinePrivate:
      return call(Callee::rt_define_private, {o(0), o(1), o(2), int32(i.mode)});
    case Op::CopyProperties:
      return call(Callee::rt_copy_properties,
                  {o(0), o(1), argument_count(id, 2), store_arguments(id, 2)});
    default:  // SetPrototype
      return call(Callee::rt_set_prototype, {o(0), o(1)});
  }
}

FunctionWriter::Value* FunctionWriter::lower_iteration(ir::ValueId id, const ir::Instruction& i) {
  using ir::Op;
  const auto o = [&](uint32_t index) { return operand(id, index); };
  switch (i.op) {
    case Op::IteratorOpen:
      return call(Callee::rt_iterator_open, {o(0), int32(i.mode)});
    case Op::IteratorStep:
      return call(Callee::rt_iterator_step, {o(0)});
    case Op::IteratorRest:
      return call(Callee::rt_iterator_rest, {o(0)});
    case Op::IteratorClose:
      return call(Callee::rt_iterator_close, {o(0)});
    case Op::IteratorCloseSilent:
      return call(Callee::rt_iterator_close_silent, {o(0)});
    case Op::IteratorNext:
      return call(Callee::rt_iterator_next, {o(0), o(1)});
    case Op::IteratorResult:
      return call(Callee::rt_iterator_result, {o(0), o(1)});
    case Op::IteratorReturn:
      return call(Callee::rt_iterator_return, {o(0)});
    case Op::IteratorObject:
      return call(Callee::rt_iterator_object, {o(0)});
    case Op::ForInOpen:
      return call(Callee::rt_for_in_open, {o(0)});
    case Op::ForInStep:
      return call(Callee::rt_for_in_step, {o(0)});
    case Op::DisposeOpen:
      return call(Callee::rt_dispose_open, {});
    case Op::DisposeAdd:
      return call(Callee::rt_dispose_add, {o(0), o(1), int32(i.mode)});
    case Op::DisposeStep:
      return call(Callee::rt_dispose_step, {o(0)});
    case Op::DisposeAwaits:
      return call(Callee::rt_dispose_awaits, {o(0)});
    default:  // SuppressedError
      return call(Callee::rt_suppressed_error, {o(0), o(1)});
  }
}

}  // namespace perry::codegen
