// The fields of a row in the tables of shapes, as calls of EstreeWriter. A row's case names its
// node's own struct `n` and its id `id`.
#define CHILD(f) child(#f, n.f);
#define CHILD_AS(key, f) child(key, n.f);
#define CHILD_IF_ANY(key, f) \
  if (!n.f.is_none()) child(key, n.f);
#define LIST(f) list(#f, n.f);
#define LIST_AS(key, f) list(key, n.f);
#define EMPTY_LIST(key) empty_list(key);
#define ATOM_AS(key, f) string(key, ast_.text(n.f));
#define FLAG_AS(key, flag_name) boolean(key, flag(id, NodeFlag::flag_name));
#define TRUE_AS(key) boolean(key, true);
#define FALSE_AS(key) boolean(key, false);
// TypeScript's "type" or "value".
#define KIND_AS(key, flag_name) string(key, flag(id, NodeFlag::flag_name) ? "type" : "value");
#define ENUM_AS(key, Type, f) string(key, enum_value_name(#Type, static_cast<uint32_t>(n.f)));
