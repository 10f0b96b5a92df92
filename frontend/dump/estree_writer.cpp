#include "frontend/dump/estree_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "frontend/dump/js_number.h"

namespace perry::frontend {

namespace {

// Collects what goes to a string instead of the output.
class StringSink final : public TextSink {
 public:
  explicit StringSink(std::string& target) : target_(target) {}
  void write(std::string_view text) override { target_ += text; }

 private:
  std::string& target_;
};

constexpr bool is_line_terminator_at(std::string_view s, size_t i) {
  return s[i] == '\n' || s[i] == '\r' || s.substr(i, 3) == "\xE2\x80\xA8" ||
         s.substr(i, 3) == "\xE2\x80\xA9";
}

}  // namespace

EstreeWriter::EstreeWriter(const Ast& ast, Goal goal, TextWriter& out)
    : ast_(ast), utf16_(ast.source()), goal_(goal), out_(out) {}

void EstreeWriter::run() {
  if (ast_.root().is_none()) {
    out_.put("null\n");
    return;
  }
  begin_node(ast_.root(), Role::None);
  while (!tasks_.empty()) {
    const Task task = tasks_.back();
    tasks_.pop_back();
    switch (task.kind) {
      case Task::Kind::Text:
      case Task::Kind::LastText:
        out_.put(std::string_view(waiting_).substr(task.at, task.count));
        if (task.kind == Task::Kind::LastText) waiting_.resize(task.base);
        break;
      case Task::Kind::Node:
        begin_node(NodeId(task.at), task.role);
        break;
      case Task::Kind::List:
        next_element(task);
        break;
    }
  }
  out_.put('\n');
}

void EstreeWriter::begin_node(NodeId id, Role role) {
  const size_t base = waiting_.size();
  node_tasks_ = tasks_.size();
  write_node(id, role);
  if (tasks_.size() == node_tasks_) return;
  // Every node ends with its closing brace, so the last task is a text.
  Task& last = tasks_.back();
  last.kind = Task::Kind::LastText;
  last.base = static_cast<uint32_t>(base);
  std::reverse(tasks_.begin() + static_cast<ptrdiff_t>(node_tasks_), tasks_.end());
}

void EstreeWriter::next_element(Task task) {
  if (!task.first_element) out_.put(',');
  const NodeId id = ast_.list(NodeList{task.at, 1})[0];
  if (--task.count != 0) {
    task.at++;
    task.first_element = false;
    push(task);
  }
  if (id.is_none())
    out_.put("null");
  else
    begin_node(id, task.role);
}

void EstreeWriter::text(std::string_view s) {
  if (tasks_.size() == node_tasks_) {
    out_.put(s);
    return;
  }
  if (tasks_.back().kind == Task::Kind::Text)
    tasks_.back().count += static_cast<uint32_t>(s.size());
  else
    push({Task::Kind::Text, Role::None, false, static_cast<uint32_t>(waiting_.size()),
          static_cast<uint32_t>(s.size()), 0});
  waiting_ += s;
}

void EstreeWriter::number(uint64_t value) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  text(std::string_view(digits.data(), static_cast<size_t>(end - digits.data())));
}

void EstreeWriter::json_string(std::string_view s) {
  if (tasks_.size() == node_tasks_) {
    out_.json_string(s);
    return;
  }
  std::string quoted;
  StringSink sink(quoted);
  TextWriter(sink).json_string(s);
  text(quoted);
}

void EstreeWriter::key(std::string_view name) {
  text(",\"");
  text(name);
  text("\":");
}

void EstreeWriter::string(std::string_view name, std::string_view value) {
  key(name);
  json_string(value);
}

void EstreeWriter::boolean(std::string_view name, bool value) {
  key(name);
  text(value ? "true" : "false");
}

void EstreeWriter::null(std::string_view name) {
  key(name);
  text("null");
}

void EstreeWriter::child(std::string_view name, NodeId id, Role role) {
  key(name);
  value(id, role);
}

void EstreeWriter::list(std::string_view name, NodeList items, Role role) {
  key(name);
  text("[");
  elements(items, role);
  text("]");
}

void EstreeWriter::empty_list(std::string_view name) {
  key(name);
  text("[]");
}

void EstreeWriter::value(NodeId id, Role role) {
  if (id.is_none())
    text("null");
  else
    push({Task::Kind::Node, role, false, id.index, 0, 0});
}

void EstreeWriter::elements(NodeList items, Role role) {
  if (items.count != 0) push({Task::Kind::List, role, true, items.start, items.count, 0});
}

// In the order of nodes.def.
bool EstreeWriter::write_shapeless(NodeId id) {
  switch (ast_.kind(id)) {
    case NodeKind::NullLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::BigIntLiteral:
    case NodeKind::StringLiteral:
    case NodeKind::RegExpLiteral:
      literal(id);
      return true;
    case NodeKind::TemplateElement:
      template_element(id);
      return true;
    case NodeKind::StaticMember:
      static_member(id);
      return true;
    case NodeKind::PrivateMember:
      private_member(id);
      return true;
    case NodeKind::ImportExpression:
      import_expression(id);
      return true;
    case NodeKind::ImportMeta:
      meta_property(id, "import", "meta");
      return true;
    case NodeKind::NewTarget:
      meta_property(id, "new", "target");
      return true;
    case NodeKind::Parameter:
      parameter(id);
      return true;
    case NodeKind::ClassExpression:
      class_node("ClassExpression", id);
      return true;
    case NodeKind::MethodDefinition:
      method_definition(id);
      return true;
    case NodeKind::PropertyDefinition:
      property_definition(id);
      return true;
    case NodeKind::Program:
      program(id);
      return true;
    case NodeKind::ExpressionStatement:
      expression_statement(id);
      return true;
    case NodeKind::JSXText:
      jsx_text(id);
      return true;
    default:
      return false;
  }
}

void EstreeWriter::source_type() {
  string("sourceType", goal_ == Goal::Module ? "module" : "script");
}

// The text between the quotes, as written.
void EstreeWriter::directive(NodeId expression) {
  const std::string_view quoted = raw(expression);
  string("directive", quoted.substr(1, quoted.size() - 2));
}

void EstreeWriter::cooked(const ast::TemplateElement& element) {
  if (element.cooked.is_none())
    text("null");
  else
    json_string(ast_.text(element.cooked));
}

std::string_view EstreeWriter::phase_name(ImportPhase phase) {
  return enum_value_name("ImportPhase", static_cast<uint32_t>(phase));
}

void EstreeWriter::literal_value(NodeId id) {
  switch (ast_.kind(id)) {
    case NodeKind::BooleanLiteral:
      return text(flag(id, NodeFlag::True) ? "true" : "false");
    case NodeKind::StringLiteral:
      return json_string(ast_.text(ast_.as<ast::StringLiteral>(id).value));
    case NodeKind::NumericLiteral: {
      const std::string printed = js_number_text(ast_.number(id));
      return text(printed == "Infinity" ? "null" : printed);
    }
    default:
      return text("null");
  }
}

uint32_t EstreeWriter::skip_trivia(uint32_t offset) const {
  const std::string_view source = ast_.source();
  size_t i = offset;
  while (i < source.size()) {
    const std::string_view rest = source.substr(i);
    if (rest.starts_with("//")) {
      while (i < source.size() && !is_line_terminator_at(source, i)) i++;
    } else if (rest.starts_with("/*")) {
      const size_t close = source.find("*/", i + 2);
      i = close == std::string_view::npos ? source.size() : close + 2;
    } else if (rest[0] == ' ' || (rest[0] >= '\t' && rest[0] <= '\r')) {
      i++;
    } else if (rest.starts_with("\xC2\xA0")) {
      i += 2;
    } else if (rest.starts_with("\xEF\xBB\xBF") || is_line_terminator_at(source, i)) {
      i += 3;
    } else {
      break;
    }
  }
  return static_cast<uint32_t>(i);
}

}  // namespace perry::frontend
