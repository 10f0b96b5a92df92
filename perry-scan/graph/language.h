#pragma once

#include <string>
#include <string_view>

#include "frontend/module/request.h"
#include "perry-scan/database/parse.h"
#include "perry-scan/resolve/resolution.h"
#include "perry-scan/resolve/tsconfig.h"

namespace perry::scan {

// How the file is to be read, by its name, its format and its project's options. `config` may be
// null.
Reading reading_of(std::string_view path, const Resolution& resolution, const TsConfig* config);

// How an entry is read that is a script: as plain JavaScript.
Reading script_reading();

frontend::EmitOptions emit_options_of(const TsConfig* config, const SourceFacts& facts);

// The module that the automatic JSX runtime comes from; empty where JSX imports nothing by itself.
std::string jsx_module_of(const TsConfig* config, const frontend::ModuleRecord& record,
                          const frontend::EmitOptions& emit);

bool is_typescript(std::string_view path);

}  // namespace perry::scan
