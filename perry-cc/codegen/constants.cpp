#include "perry-cc/codegen/module_writer.h"
#include "perry-cc/codegen/strings.h"
#include "runtime/abi/layout.h"
#include "runtime/abi/value_bits.h"

// Constants: strings, and the descriptors of literals, templates and declarations.
namespace perry::codegen {

llvm::GlobalVariable* ModuleWriter::constant(llvm::Constant* value, const llvm::Twine& name) {
  auto* const result = new llvm::GlobalVariable(module_, value->getType(), true,
                                                llvm::GlobalValue::InternalLinkage, value, name);
  return result;
}

llvm::Constant* ModuleWriter::constant_array(llvm::ArrayRef<llvm::Constant*> values,
                                             llvm::Type* type, const llvm::Twine& name) {
  return constant(llvm::ConstantArray::get(llvm::ArrayType::get(type, values.size()), values),
                  name);
}

llvm::Constant* ModuleWriter::int32(uint64_t value) {
  return llvm::ConstantInt::get(llvm::Type::getInt32Ty(context()), value);
}

llvm::Constant* ModuleWriter::string(ir::AtomId id) {
  llvm::Constant*& cell = strings_.at(id);
  if (cell == nullptr) cell = string(ir_.atoms.text(id));
  return cell;
}

llvm::Constant* ModuleWriter::string(std::string_view text) {
  if (is_atom_text(text))
    if (llvm::GlobalVariable* const known =
            module_.getGlobalVariable("perry.atom." + atom_symbol_suffix(text)))
      return known;
  return make_string(module_, text);
}

llvm::Constant* ModuleWriter::literal_info(ir::LiteralId id) {
  llvm::Constant*& info = literals_.at(id);
  if (info != nullptr) return info;
  std::vector<llvm::Constant*> keys;
  for (const ir::AtomId key : ir_.literals[id].keys) keys.push_back(string(key));
  static_assert(sizeof(abi::LiteralInfo) == 16);
  info = constant(llvm::ConstantStruct::getAnon(
                      {int32(keys.size()), int32(0), constant_array(keys, pointer_, "keys")}),
                  "literal");
  return info;
}

llvm::Constant* ModuleWriter::template_info(ir::TemplateId id) {
  llvm::Constant*& info = templates_.at(id);
  if (info != nullptr) return info;
  std::vector<llvm::Constant*> pieces;
  for (const ir::Template::Piece& piece : ir_.templates[id].pieces) {
    pieces.push_back(piece.cooked ? string(piece.cooked) : null());
    pieces.push_back(string(piece.raw));
  }
  static_assert(sizeof(abi::TemplatePiece) == 16 && sizeof(abi::TemplateInfo) == 16);
  info = constant(llvm::ConstantStruct::getAnon({int32(pieces.size() / 2), int32(0),
                                                 constant_array(pieces, pointer_, "pieces")}),
                  "template");
  return info;
}

llvm::Constant* ModuleWriter::data_value(const ir::DataValue& value) {
  switch (value.kind) {
    case ir::DataValue::Kind::Undefined:
      return word(abi::kUndefined);
    case ir::DataValue::Kind::Null:
      return word(abi::kNull);
    case ir::DataValue::Kind::False:
      return word(abi::kFalse);
    case ir::DataValue::Kind::True:
      return word(abi::kTrue);
    case ir::DataValue::Kind::Hole:
      return word(abi::kEmpty);
    case ir::DataValue::Kind::Number:
      return word(boxed_bits(value.number));
    case ir::DataValue::Kind::String:
      return as_word(string(value.string));
    case ir::DataValue::Kind::Nested:
      return llvm::ConstantExpr::getAdd(as_word(data_info(value.nested)), word(1));
  }
  __builtin_unreachable();
}

uint64_t boxed_bits(double number) {
  const uint64_t bits = number == number ? std::bit_cast<uint64_t>(number) : abi::kCanonicalNaN;
  return bits + abi::kDoubleOffset;
}

llvm::Constant* ModuleWriter::data_info(ir::DataId id) {
  llvm::Constant*& known = data_.at(id);
  if (known != nullptr) return known;
  const ir::Data& data = ir_.data[id];
  std::vector<llvm::Constant*> values;
  values.reserve(data.values.size());
  for (const ir::DataValue& value : data.values) values.push_back(data_value(value));
  const bool is_array = data.kind == ir::Data::Kind::Array;
  static_assert(sizeof(abi::DataInfo) == 24);
  llvm::Constant* const info =
      constant(llvm::ConstantStruct::getAnon({int32(is_array), int32(values.size()),
                                              is_array ? null() : literal_info(data.keys),
                                              constant_array(values, word_, "values")}),
               "data");
  data_.set(id, info);
  return info;
}

llvm::Constant* ModuleWriter::frame_info(ir::FunctionId resume) {
  llvm::Constant*& info = frames_.at(resume);
  if (info != nullptr) return info;
  const ir::FrameSlots& frame = ir_.function(resume).info.frame;
  const uint32_t count = frame.value_slots + frame.raw_slots;
  constexpr uint32_t kBits = 64;
  std::vector<llvm::Constant*> bits;
  for (uint32_t first = 0; first < count; first += kBits) {
    const uint32_t values = frame.value_slots > first ? frame.value_slots - first : 0;
    bits.push_back(word(values >= kBits ? ~uint64_t{0} : (uint64_t{1} << values) - 1));
  }
  uint32_t place_count = 0;
  llvm::Constant* const places = write_places(resume, place_count);
  static_assert(sizeof(abi::FrameInfo) == 40);
  info = constant(llvm::ConstantStruct::getAnon(
                      {plans_[resume].entry, function_info(frame.start), int32(count),
                       int32(place_count), constant_array(bits, word_, "holds_values"), places}),
                  "frame");
  return info;
}

// Where a function waits, by its state: what a stack trace says of those who await it.
llvm::Constant* ModuleWriter::write_places(ir::FunctionId resume, uint32_t& count) {
  std::vector<SourcePlace> places;
  const ir::Function& function = ir_.function(resume);
  for (const ir::BlockId block : function.blocks()) {
    for (ir::ValueId v = function.block(block).first; v; v = function[v].next) {
      if (function[v].op != ir::Op::LeaveFrame || function[v].first == 0) continue;
      if (places.size() <= function[v].first) places.resize(function[v].first + 1);
      places[function[v].first] = debug_info_.place_of(function[v].position);
    }
  }
  count = static_cast<uint32_t>(places.size());
  if (places.empty()) return null();
  static_assert(sizeof(abi::Place) == 2 * sizeof(uint32_t));
  std::vector<uint32_t> words;
  for (const SourcePlace place : places) words.insert(words.end(), {place.line, place.column});
  return constant(llvm::ConstantDataArray::get(context(), words), "places");
}

llvm::Constant* ModuleWriter::global_infos() {
  std::vector<llvm::Constant*> rows;
  rows.reserve(ir_.globals.size());
  static_assert(sizeof(abi::GlobalInfo) == 16);
  auto* const type = llvm::StructType::get(
      context(), {pointer_, llvm::Type::getInt32Ty(context()), llvm::Type::getInt32Ty(context())});
  for (const ir::GlobalDeclaration& row : ir_.globals)
    rows.push_back(llvm::ConstantStruct::get(
        type, {string(row.name), int32(static_cast<uint32_t>(row.kind)), int32(0)}));
  return constant_array(rows, type, "globals");
}

}  // namespace perry::codegen
