#pragma once

#include <cstdint>
#include <string>

namespace perry::support {

// Keeps a remote that is slow, dead or lying from costing a build more than its time-out. The steps
// of a build are processes that know nothing of each other; what they share is a file whose size
// says how much time was lost: a byte for every ten milliseconds beyond what an operation may take.
// At the size of the time-out nobody asks the remote any more, until the file has grown old.
// Appending needs no lock.
class Breaker {
 public:
  Breaker(std::string file, uint64_t timeout_ms, uint64_t retry_s)
      : file_(std::move(file)), timeout_ms_(timeout_ms), retry_s_(retry_s) {}

  bool is_open() const;
  // An operation that was answered took so long and moved so many bytes.
  void add_answer(uint64_t elapsed_ms, uint64_t bytes) const;
  void add_failure() const { add_lost(timeout_ms_); }

 private:
  void add_lost(uint64_t lost_ms) const;

  std::string file_;
  uint64_t timeout_ms_;
  uint64_t retry_s_;
};

}  // namespace perry::support
