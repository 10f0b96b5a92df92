#pragma once

#include <cstdint>
#include <string_view>

#include "perry-scan/resolve/tsconfig.h"

namespace perry::scan {

enum class ConfigRole : uint8_t { Main, Extended };

// Lays what one file says over what `config` has already. `path` is the file's.
void read_options(const JsonDocument& json, std::string_view path, ConfigRole role,
                  TsConfig& config);

// `${configDir}` is the directory of the file that extends the others, known only at the end.
void substitute_config_directory(TsConfig& config);

}  // namespace perry::scan
