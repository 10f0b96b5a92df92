#pragma once

#include "runtime/gc/isolate.h"
#include "runtime/object/object.h"
#include "runtime/object/property.h"

namespace perry::runtime {

// The global environment record: the global object, and the declarations of scripts beside it.
class Globals : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Execution;
  explicit Globals(Isolate& isolate);
  ~Globals() override;

  Object* object() const { return object_.as<Object>(); }
  // An object without prototype: let, const and class of scripts. Empty before initialisation.
  Object* declarations() const { return declarations_.as<Object>(); }

 private:
  Isolate& isolate_;
  Value object_;
  Value declarations_;
};

}  // namespace perry::runtime
