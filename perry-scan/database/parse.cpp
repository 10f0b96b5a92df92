#include "perry-scan/database/parse.h"

#include <algorithm>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/extract/extract.h"
#include "frontend/extract/signature.h"
#include "frontend/parse/parse.h"
#include "perry-scan/database/mentions.h"
#include "support/base/sha256.h"

namespace perry::scan {

namespace {

void parse_as(std::string_view text, support::StackLimit stack, SourceFacts& facts) {
  frontend::Ast ast(text);
  const std::vector<frontend::Comment> comments = frontend::parse(
      ast, {.source = facts.options, .keep_all_comments = false}, facts.diagnostics, stack);
  const frontend::Scopes scopes = frontend::bind(ast, facts.options, facts.diagnostics);
  facts.record = frontend::extract_record(ast, scopes, facts.options, comments, facts.diagnostics);
  facts.signature = frontend::extract_signature(ast, scopes, facts.record);
  facts.mentions = find_mentions(ast, scopes);
  facts.diagnostics.sort();
}

// TypeScript's `export =`, which makes a CommonJS module of a file, whatever it imports.
bool assigns_exports(const frontend::ModuleRecord& record) {
  return std::ranges::any_of(record.exports, [](const frontend::ExportEntry& entry) {
    return entry.kind == frontend::ExportEntry::Kind::TypeAssignment;
  });
}

}  // namespace

SourceFacts parse_source(std::string_view text, const Reading& reading, support::StackLimit stack) {
  SourceFacts facts;
  facts.hash = support::sha256(text);
  facts.options = reading.options;
  if (reading.is_ambiguous) facts.options.goal = frontend::Goal::Module;
  parse_as(text, stack, facts);
  const bool is_module = facts.record.has_module_syntax && !assigns_exports(facts.record);
  if (!reading.is_ambiguous || is_module) return facts;
  facts.diagnostics = {};
  facts.options.goal = frontend::Goal::CommonJS;
  facts.options.strict |= facts.record.has_module_syntax;
  parse_as(text, stack, facts);
  return facts;
}

}  // namespace perry::scan
