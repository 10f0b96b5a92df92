#include "perry-ld/driver/explain.h"

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "frontend/module/symbols.h"
#include "perry-ld/driver/codes.h"

// The linker writes a line for each error and lines that begin with `>>>` below it, which name the
// object files. Symbols tell modules and exports by their spelling (frontend/module/symbols.h);
// which module an object file holds is what its symbols say.
namespace perry::ld {

namespace {

constexpr size_t kMostPlaces = 4;

struct Message {
  std::string_view text;                  // behind `error: `
  std::vector<std::string_view> details;  // behind `>>> `
};

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

std::vector<Message> split(std::string_view text) {
  constexpr std::string_view kError = "error: ";
  std::vector<Message> messages;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with(">>>")) {
      if (!messages.empty()) messages.back().details.push_back(trim(line.substr(3)));
    } else if (const size_t at = line.find(kError); at != std::string_view::npos) {
      messages.push_back({line.substr(at + kError.size()), {}});
    }
  }
  return messages;
}

// The names of the symbols that the object defines for others, as far as it is sound.
std::vector<std::string> defined_symbols(std::string_view object) {
  std::vector<std::string> names;
  const auto read = [&](uint64_t at, auto& value) {
    if (at > object.size() || object.size() - at < sizeof value) return false;
    std::memcpy(&value, object.data() + at, sizeof value);
    return true;
  };
  Elf64_Ehdr header;
  if (!read(0, header)) return names;
  for (uint64_t i = 0; i < header.e_shnum; i++) {
    Elf64_Shdr symbols;
    Elf64_Shdr texts;
    if (!read(header.e_shoff + i * sizeof symbols, symbols)) return names;
    if (symbols.sh_type != SHT_SYMTAB) continue;
    if (!read(header.e_shoff + uint64_t{symbols.sh_link} * sizeof texts, texts)) return names;
    for (uint64_t at = 0; at + sizeof(Elf64_Sym) <= symbols.sh_size; at += sizeof(Elf64_Sym)) {
      Elf64_Sym symbol;
      if (!read(symbols.sh_offset + at, symbol)) return names;
      const uint64_t name = texts.sh_offset + symbol.st_name;
      if (symbol.st_shndx == SHN_UNDEF || name >= object.size()) continue;
      if (ELF64_ST_BIND(symbol.st_info) == STB_GLOBAL)
        names.emplace_back(object.substr(name, object.find('\0', name) - name));
    }
  }
  return names;
}

// What a message says of which symbol.
struct Finding {
  enum class Kind : uint8_t { Undefined, Duplicate, Other };
  Kind kind = Kind::Other;
  std::string_view symbol;
};

Finding finding_of(std::string_view text) {
  constexpr std::string_view kDuplicate = "duplicate symbol: ";
  constexpr std::string_view kSymbol = "symbol: ";
  if (text.starts_with(kDuplicate))
    return {Finding::Kind::Duplicate, text.substr(kDuplicate.size())};
  const size_t at = text.find(kSymbol);
  if (text.starts_with("undefined ") && at != std::string_view::npos)
    return {Finding::Kind::Undefined, text.substr(at + kSymbol.size())};
  return {};
}

class Explainer {
 public:
  Explainer(const frontend::LinkPlan& plan, std::string_view registry, support::FileSystem& files,
            support::DiagnosticSink& problems)
      : registry_(registry), files_(files), problems_(problems) {
    for (const frontend::PlanModule& module : plan.modules) modules_[module.id] = &module;
  }
  // A module that is missing or there twice is the cause of all that is said of its exports.
  void note_module(const Message& message);
  void explain(const Message& message);

 private:
  struct Symbol {
    const frontend::PlanModule* module = nullptr;
    bool is_record = false;
    std::string_view name;  // of an export; empty: the module itself
  };
  std::optional<Symbol> parse_symbol(std::string_view text) const;
  void explain_undefined(std::string_view name, const Message& message);
  void explain_duplicate(std::string_view name, const Message& message);
  void add_places(support::DiagnosticBuilder& builder, const Message& message, const char* verb);
  std::string place_of(std::string_view detail);
  std::string path_of_object(std::string_view object);

  std::string_view registry_;
  support::FileSystem& files_;
  support::DiagnosticSink& problems_;
  std::unordered_map<std::string_view, const frontend::PlanModule*> modules_;
  std::unordered_set<const frontend::PlanModule*> faulty_;
  std::unordered_map<std::string, std::string> paths_;  // of the modules, by their objects
};

std::optional<Explainer::Symbol> Explainer::parse_symbol(std::string_view text) const {
  const bool is_record = text.starts_with("r.");
  if (!is_record && !text.starts_with("p.")) return std::nullopt;
  text.remove_prefix(2);
  // Ids may hold dots: the longest one that is known.
  for (size_t end = text.size(); end != std::string_view::npos && end > 0;
       end = text.find_last_of(".!", end - 1)) {
    const auto at = modules_.find(text.substr(0, end));
    if (at == modules_.end()) continue;
    return Symbol{at->second, is_record, end == text.size() ? "" : text.substr(end + 1)};
  }
  return std::nullopt;
}

// The module that an object file holds, by its source, or the file's own name.
std::string Explainer::path_of_object(std::string_view object) {
  if (object == registry_) return "the program's module registry";
  const auto [at, is_new] = paths_.try_emplace(std::string(object));
  if (!is_new) return at->second;
  at->second = "`" + std::string(object) + "`";
  if (const auto contents = files_.read_file(object)) {
    for (const std::string& name : defined_symbols(*contents)) {
      const auto symbol = parse_symbol(name);
      if (!symbol || symbol->is_record || !symbol->name.empty()) continue;
      at->second = "`" + symbol->module->source_path + "` (" + std::string(object) + ")";
      break;
    }
  }
  return at->second;
}

// Of `object.o:(section)` or `archive.a(member.o):(section)`; empty where a detail names no file.
std::string Explainer::place_of(std::string_view detail) {
  for (const std::string_view verb : {"referenced by ", "defined at ", "defined in "})
    if (detail.starts_with(verb)) detail.remove_prefix(verb.size());
  const size_t end = detail.find(":(");
  if (end != std::string_view::npos) return path_of_object(detail.substr(0, end));
  return detail == registry_ ? path_of_object(detail) : std::string();
}

void Explainer::add_places(support::DiagnosticBuilder& builder, const Message& message,
                           const char* verb) {
  std::vector<std::string> places;
  for (const std::string_view detail : message.details) {
    std::string place = place_of(detail);
    if (!place.empty() && std::find(places.begin(), places.end(), place) == places.end())
      places.push_back(std::move(place));
  }
  if (places.size() > kMostPlaces) {
    const size_t more = places.size() - kMostPlaces;
    places.resize(kMostPlaces);
    places.push_back(std::to_string(more) + " more");
  }
  for (const std::string& place : places) builder.note(std::string(verb) + ' ' + place);
}

void Explainer::explain_undefined(std::string_view name, const Message& message) {
  constexpr const char* kVerb = "wanted by";
  const auto finish = [&](support::DiagnosticBuilder builder) {
    add_places(builder, message, kVerb);
  };
  if (const auto symbol = parse_symbol(name)) {
    if (symbol->name.empty())
      finish(problems_.report(diag::kModuleMissing, {}, symbol->module->source_path));
    else
      finish(problems_.report(diag::kExportMissing, {}, symbol->module->source_path, symbol->name));
  } else if (name.starts_with("perry_abi_")) {
    std::vector<std::string> objects;
    for (const std::string_view detail : message.details)
      if (std::string place = place_of(detail); !place.empty()) objects.push_back(std::move(place));
    problems_.report(diag::kOtherRuntime, {}, objects.empty() ? "an object file" : objects[0])
        .note(
            "the compiler and the runtime must come from one installation; build again from clean");
  } else if (name.starts_with("perry_rt_") || name.starts_with("perry_fast_")) {
    finish(problems_.report(diag::kRuntimeFunctionMissing, {}, name));
  } else if (name.starts_with("r.") || name.starts_with("p.")) {
    finish(problems_.report(diag::kModuleUnknown, {}, name.substr(2)));
  } else {
    finish(problems_.report(diag::kSymbolMissing, {}, name));
  }
}

void Explainer::explain_duplicate(std::string_view name, const Message& message) {
  const auto symbol = parse_symbol(name);
  auto builder = symbol && symbol->name.empty()
                     ? problems_.report(diag::kModuleTwice, {}, symbol->module->source_path)
                     : problems_.report(diag::kSymbolTwice, {}, name);
  add_places(builder, message, "in");
}

void Explainer::note_module(const Message& message) {
  const Finding finding = finding_of(message.text);
  if (finding.kind == Finding::Kind::Other) return;
  const auto symbol = parse_symbol(finding.symbol);
  if (symbol && symbol->name.empty()) faulty_.insert(symbol->module);
}

void Explainer::explain(const Message& message) {
  const Finding finding = finding_of(message.text);
  const auto symbol = parse_symbol(finding.symbol);
  if (symbol && !symbol->name.empty() && faulty_.contains(symbol->module)) return;
  switch (finding.kind) {
    case Finding::Kind::Undefined:
      explain_undefined(finding.symbol, message);
      break;
    case Finding::Kind::Duplicate:
      explain_duplicate(finding.symbol, message);
      break;
    case Finding::Kind::Other: {
      auto builder = problems_.report(diag::kLinkFailed, {}, message.text);
      for (const std::string_view detail : message.details) builder.note(std::string(detail));
      break;
    }
  }
}

}  // namespace

void explain_messages(std::string_view messages, const frontend::LinkPlan& plan,
                      std::string_view registry, support::FileSystem& files,
                      support::DiagnosticSink& problems) {
  Explainer explainer(plan, registry, files, problems);
  const std::vector<Message> all = split(messages);
  for (const Message& message : all) explainer.note_module(message);
  for (const Message& message : all) explainer.explain(message);
  if (!problems.has_errors()) problems.report(diag::kLinkFailed, {}, messages);
}

std::string explain_object(std::string_view contents, uint16_t machine) {
  Elf64_Ehdr header;
  if (contents.empty()) return "it is empty";
  if (contents.starts_with("BC\xC0\xDE")) return "it is LLVM bitcode";
  if (contents.size() < sizeof header || std::memcmp(contents.data(), ELFMAG, SELFMAG) != 0)
    return "it is not in the ELF format";
  std::memcpy(&header, contents.data(), sizeof header);
  if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_ident[EI_DATA] != ELFDATA2LSB ||
      header.e_machine != machine)
    return "it is for another machine";
  if (header.e_type != ET_REL) return "it is a program or a library";
  const uint64_t table = uint64_t{header.e_shnum} * header.e_shentsize;
  if (header.e_shentsize != sizeof(Elf64_Shdr) || header.e_shoff > contents.size() ||
      contents.size() - header.e_shoff < table)
    return "it is cut off";
  return {};
}

}  // namespace perry::ld
