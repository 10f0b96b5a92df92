#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/process/process.h"

namespace perry::generator {

// The program that is being developed. It ends with this one, even if that is killed.
class DevChild {
 public:
  DevChild() = default;
  DevChild(const DevChild&) = delete;
  DevChild& operator=(const DevChild&) = delete;
  ~DevChild() { stop(); }

  bool start(const std::vector<std::string>& command);
  bool is_running() const { return process_ > 0; }
  // How it ended, once, if it did.
  std::optional<Exit> poll();
  // Asks it to end, and makes it when it does not.
  void stop();

 private:
  int process_ = 0;
};

}  // namespace perry::generator
