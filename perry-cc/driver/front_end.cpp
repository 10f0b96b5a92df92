#include "perry-cc/driver/front_end.h"

#include <vector>

#include "frontend/dump/dump.h"
#include "frontend/dump/record.h"
#include "frontend/extract/extract.h"
#include "frontend/parse/parse.h"

namespace perry::cc {

namespace {

class NoOutput final : public frontend::TextSink {
 public:
  void write(std::string_view) override {}
};

void lex(const FrontEndRequest& request, support::DiagnosticSink& sink, frontend::TextWriter& out,
         support::Trace* trace) {
  const support::Phase phase(trace, "lex");
  NoOutput nowhere;
  frontend::TextWriter unseen(nowhere);
  const bool is_wanted = request.dump == Dump::Tokens;
  frontend::dump_tokens(request.text, request.source, sink, is_wanted ? out : unseen);
}

void dump(const FrontEndRequest& request, const frontend::Ast& ast, const frontend::Scopes& scopes,
          frontend::TextWriter& out) {
  switch (request.dump) {
    case Dump::Ast:
      return frontend::dump_ast(ast, out);
    case Dump::Estree:
      return frontend::dump_estree(ast, request.source, out);
    case Dump::Scopes:
      return frontend::dump_scopes(ast, scopes, out);
    case Dump::Tokens:
    case Dump::Record:
    case Dump::Ir:
    case Dump::None:
      return;
  }
}

std::string make_ir(const FrontEndRequest& request, const frontend::Ast& ast,
                    const frontend::Scopes& scopes, const std::vector<frontend::Comment>& comments,
                    support::DiagnosticSink& sink, frontend::TextWriter& out,
                    support::StackLimit stack, support::Trace* trace) {
  if (sink.has_errors()) return {};
  frontend::ModuleRecord record;
  {
    const support::Phase phase(trace, "extract");
    record = frontend::extract_record(ast, scopes, request.source, comments, sink);
  }
  if (sink.has_errors()) return {};
  const IrResult result = run_ir_stage(ast, scopes, record, request.source, request.path,
                                       request.ir, sink, stack, trace);
  if (request.dump == Dump::Ir) {
    out.put(result.text);
    out.flush();
  }
  return result.faults;
}

void dump_module_record(const FrontEndRequest& request, const frontend::Ast& ast,
                        const frontend::Scopes& scopes,
                        const std::vector<frontend::Comment>& comments,
                        support::DiagnosticSink& sink, frontend::TextWriter& out,
                        support::Trace* trace) {
  frontend::ModuleRecord record;
  {
    const support::Phase phase(trace, "extract");
    record = frontend::extract_record(ast, scopes, request.source, comments, sink);
  }
  const support::Phase phase(trace, "dump");
  frontend::dump_record(record, out);
  out.flush();
}

}  // namespace

std::string run_front_end(const FrontEndRequest& request, support::DiagnosticSink& sink,
                          frontend::TextWriter& out, support::StackLimit stack,
                          support::Trace* trace) {
  std::string faults;
  if (request.stop_after == Stage::Lex) {
    lex(request, sink, out, trace);
    sink.sort();
    return faults;
  }

  frontend::Ast ast(request.text);
  std::vector<frontend::Comment> comments;
  {
    const support::Phase phase(trace, "parse");
    comments =
        frontend::parse(ast, {.source = request.source, .keep_all_comments = false}, sink, stack);
  }
  frontend::Scopes scopes;
  if (request.stop_after >= Stage::Bind) {
    const support::Phase phase(trace, "bind");
    scopes = frontend::bind(ast, request.source, sink);
  }
  if (request.dump == Dump::Record) {
    dump_module_record(request, ast, scopes, comments, sink, out, trace);
  } else if (request.dump != Dump::None && request.dump != Dump::Ir) {
    const support::Phase phase(trace, "dump");
    dump(request, ast, scopes, out);
    out.flush();
  }
  if (request.stop_after == Stage::Ir)
    faults = make_ir(request, ast, scopes, comments, sink, out, stack, trace);
  sink.sort();
  return faults;
}

}  // namespace perry::cc
