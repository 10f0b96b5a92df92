#include "perry-cc/driver/front_end.h"

#include "frontend/dump/dump.h"
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
    case Dump::None:
      return;
  }
}

}  // namespace

void run_front_end(const FrontEndRequest& request, support::DiagnosticSink& sink,
                   frontend::TextWriter& out, support::StackLimit stack, support::Trace* trace) {
  if (request.stop_after == Stage::Lex) {
    lex(request, sink, out, trace);
    return sink.sort();
  }

  frontend::Ast ast(request.text);
  {
    const support::Phase phase(trace, "parse");
    frontend::parse(ast, {.source = request.source, .keep_all_comments = false}, sink, stack);
  }
  frontend::Scopes scopes;
  if (request.stop_after >= Stage::Bind) {
    const support::Phase phase(trace, "bind");
    scopes = frontend::bind(ast, request.source, sink);
  }
  if (request.dump != Dump::None) {
    const support::Phase phase(trace, "dump");
    dump(request, ast, scopes, out);
    out.flush();
  }
  sink.sort();
}

}  // namespace perry::cc
