#include "frontend/module/signature.h"

#include <doctest/doctest.h>

#include <string>

#include "frontend/module/symbols.h"
#include "tests/unit/frontend_module/samples.h"

using namespace perry::frontend;
using perry::support::BinaryReader;
using perry::support::BinaryWriter;

namespace {

ExportEntry local(const char* exported, const char* binding) {
  ExportEntry entry;
  entry.exported = exported;
  entry.local = binding;
  return entry;
}

std::string canonical(const ModuleRecord& record) {
  std::string text;
  for (const CanonicalExport& e : canonical_exports(record))
    text += std::string(e.name) + "=" + std::string(e.local) + " ";
  return text;
}

TEST_CASE("a signature comes back as it was") {
  ModuleSignature signature;
  ExportFacts facts;
  facts.kind = ExportKind::Class;
  facts.layout = sample_class();
  signature.bindings.push_back({.name = "A", .local = "A", .facts = facts});
  facts = {};
  facts.value = {.kind = Constant::Kind::BigInt, .number = 0, .text = "-12"};
  signature.bindings.push_back({.name = "default", .local = "*default*", .facts = facts});
  BinaryWriter out;
  write_signature(out, signature);
  BinaryReader in(out.bytes());
  CHECK(read_signature(in) == signature);
  in.finish();
  CHECK(in.ok());
  CHECK(signature.find("default") == &signature.bindings[1]);
  CHECK(signature.find("B") == nullptr);
}

TEST_CASE("a signature out of order is refused") {
  ModuleSignature signature;
  signature.bindings.push_back({.name = "b", .local = "", .facts = {}});
  signature.bindings.push_back({.name = "a", .local = "", .facts = {}});
  BinaryWriter out;
  write_signature(out, signature);
  BinaryReader in(out.bytes());
  read_signature(in);
  CHECK(!in.ok());
}

TEST_CASE("a binding's own name is canonical, otherwise the first one") {
  ModuleRecord record;
  record.exports = {local("z", "f"), local("f", "f"), local("b", "g"), local("a", "g")};
  CHECK(canonical(record) == "b=g f=f ");
  // L09: `var s, a; export {s as a, a as b}` has one cell for each name.
  record.exports = {local("a", "s"), local("b", "a")};
  CHECK(canonical(record) == "a=s b=a ");
}

TEST_CASE("types, other modules' names and whole namespaces have no cell") {
  ModuleRecord record;
  record.imports.push_back(
      {.kind = ImportEntry::Kind::Namespace, .imported = "", .local = "ns", .span = {}});
  record.exports = {local("T", "T"), local("ns", "ns"), local("x", "y")};
  record.exports[0].type_only = true;
  record.exports[2].kind = ExportEntry::Kind::Indirect;
  CHECK(canonical(record).empty());
}

TEST_CASE("symbols are injective") {
  // L12, G12
  CHECK(export_symbol("3f", "a") == "p.3f.a");
  CHECK(code_symbol("3f", "a") == "p.3f!a");
  CHECK(init_symbol("node:fs") == "p.node:fs");
  const std::string longest(kLongestSymbolName, 'x');
  CHECK(export_symbol("3f", longest) == "p.3f." + longest);
  CHECK(export_symbol("3f", longest + "a") != export_symbol("3f", longest + "b"));
  CHECK(export_symbol("3f", longest + "a").size() < kLongestSymbolName + 50);
  const std::string zero("a\0b", 3);
  CHECK(export_symbol("3f", zero).find('\0') == std::string::npos);
  CHECK(export_symbol("3f", zero) != export_symbol("3f", "a?b"));
}

}  // namespace
