#pragma once

#include <vector>

#include "frontend/ast/ast.h"

// Who is decorated, and what TypeScript's emitDecoratorMetadata says of them: the types that are
// written at properties, accessors, and parameters.
namespace perry::frontend {

// Decorated itself, or one of its parameters is.
bool has_decorators(const Ast& ast, NodeId member);
// The function that is written as `constructor`; none if there is only its signature.
NodeId constructor_of(const Ast& ast, NodeId class_id);
// Whether the class is, or a parameter of its constructor.
bool is_decorated_itself(const Ast& ast, NodeId class_id);
// Or any of its members.
bool is_decorated(const Ast& ast, NodeId class_id);

// All of these are types without the colon; none where nothing is written.
NodeId written_type(const Ast& ast, NodeId annotation);
// Of a property, or of an accessor: the setter of that name has the first word.
NodeId metadata_type(const Ast& ast, NodeId class_id, NodeId member);
// The element's of a rest parameter.
NodeId metadata_parameter_type(const Ast& ast, NodeId parameter);
// The function whose parameters an accessor or method is said to have.
NodeId metadata_function(const Ast& ast, NodeId class_id, NodeId member);

// The leftmost names of types that stand for a value at run time if there is one of that name.
std::vector<NodeId> metadata_names(const Ast& ast, NodeId class_id);

}  // namespace perry::frontend
