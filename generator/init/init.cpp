#include "generator/init/init.h"

#include <string_view>

#include "generator/process/process.h"
#include "support/base/json_writer.h"
#include "support/base/path.h"

namespace perry::generator {

namespace {

struct NewFile {
  std::string_view name;
  std::string_view text;
};

constexpr NewFile kProject[] = {
    {"tsconfig.json",
     R"({
  "compilerOptions": {
    "target": "esnext",
    "module": "esnext",
    "moduleResolution": "bundler",
    "strict": true,
    "noEmit": true
  },
  "include": ["src"]
}
)"},
    {"src/main.ts", "console.log(\"Hello from Perry\");\n"},
    {".gitignore", "/build\n/.perry\n/node_modules\n"},
};

// The matcher reads `error[P1001]: text` and the line ` --> src/main.ts:1:2` below it.
constexpr NewFile kVsCode[] = {
    {".vscode/tasks.json",
     R"({
  "version": "2.0.0",
  "tasks": [
    {
      "label": "perry: build",
      "type": "process",
      "command": "perry",
      "args": ["build"],
      "group": { "kind": "build", "isDefault": true },
      "problemMatcher": {
        "owner": "perry",
        "source": "perry",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": [
          {
            "regexp": "^(error|warning)\\[(P\\d{4})\\]: (.*)$",
            "severity": 1,
            "code": 2,
            "message": 3
          },
          {
            "regexp": "^\\s*--> (.+):(\\d+):(\\d+)$",
            "file": 1,
            "line": 2,
            "column": 3
          }
        ]
      }
    },
    {
      "label": "perry: check",
      "type": "process",
      "command": "perry",
      "args": ["check"],
      "problemMatcher": {
        "owner": "perry",
        "source": "perry",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": [
          {
            "regexp": "^(error|warning)\\[(P\\d{4})\\]: (.*)$",
            "severity": 1,
            "code": 2,
            "message": 3
          },
          {
            "regexp": "^\\s*--> (.+):(\\d+):(\\d+)$",
            "file": 1,
            "line": 2,
            "column": 3
          }
        ]
      }
    }
  ]
}
)"},
    {".vscode/launch.json",
     R"({
  "version": "0.2.0",
  "configurations": [
    {
      "name": "perry: debug",
      "type": "cppdbg",
      "request": "launch",
      "preLaunchTask": "perry: build",
      "program": "${workspaceFolder}/.perry/dev/main",
      "args": [],
      "cwd": "${workspaceFolder}",
      "MIMode": "gdb"
    }
  ]
}
)"},
    {".vscode/extensions.json",
     R"({
  "recommendations": ["ms-vscode.cpptools"]
}
)"},
};

class Initializer {
 public:
  Initializer(support::FileSystem& files, const std::string& folder)
      : files_(files), folder_(folder) {}

  bool add(std::string_view name, std::string_view text) {
    const std::string path = support::join_path(folder_, name);
    if (files_.stat(path)) {
      say("kept    " + std::string(name) + "\n");
      return true;
    }
    const std::string parent(support::path_directory(path));
    if (const auto made = files_.make_directories(parent); !made)
      return fail("make the folder", parent, made.error());
    if (const auto written = files_.write_if_changed(path, text); !written)
      return fail("write", std::string(name), written.error());
    say("created " + std::string(name) + "\n");
    return true;
  }

 private:
  bool fail(const std::string& what, const std::string& name, const support::FsError& error) {
    complain("cannot " + what + " `" + name + "`: " + error.reason());
    return false;
  }

  support::FileSystem& files_;
  const std::string& folder_;
};

std::string package_json(const std::string& folder) {
  std::string name;
  support::append_json_string(name, support::path_base_name(folder));
  return "{\n  \"name\": " + name + ",\n  \"private\": true,\n  \"type\": \"module\",\n" +
         "  \"perry\": {\n    \"entry\": \"src/main.ts\"\n  }\n}\n";
}

}  // namespace

bool init_project(support::FileSystem& files, const std::string& folder, Ide ide) {
  Initializer initializer(files, folder);
  bool ok = initializer.add("package.json", package_json(folder));
  for (const NewFile& file : kProject) ok = ok && initializer.add(file.name, file.text);
  if (ide == Ide::VsCode)
    for (const NewFile& file : kVsCode) ok = ok && initializer.add(file.name, file.text);
  if (ok) say("next: perry run\n");
  return ok;
}

}  // namespace perry::generator
