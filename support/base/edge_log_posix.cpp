#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "support/base/edge_log.h"

namespace perry::support {

namespace {

constexpr std::string_view kVersion = "1";
constexpr size_t kFields = 12;

void add_field(std::string& line, std::string_view text) {
  line += '\t';
  for (const char c : text) line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
}

bool read_count(std::string_view text, uint64_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

uint64_t wall_clock_us() {
  timespec now = {};
  (void)::clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1'000'000 + static_cast<uint64_t>(now.tv_nsec) / 1000;
}

bool read_line(std::string_view line, EdgeRecord& record) {
  std::array<std::string_view, kFields> fields;
  size_t count = 0;
  for (bool more = true; more;) {
    if (count == kFields) return false;
    const size_t tab = std::min(line.find('\t'), line.size());
    fields[count++] = line.substr(0, tab);
    more = tab < line.size();
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  if (count != kFields || fields[0] != kVersion) return false;
  record.kind = fields[1];
  record.outcome = fields[2];
  record.name = fields[8];
  record.key = fields[9];
  record.tier = fields[10];
  record.problem = fields[11];
  return read_count(fields[3], record.start_us) && read_count(fields[4], record.duration_us) &&
         read_count(fields[5], record.bytes) && read_count(fields[6], record.stores) &&
         read_count(fields[7], record.errors);
}

}  // namespace

EdgeRecord begin_edge(std::string_view kind) {
  EdgeRecord record;
  record.kind = kind;
  record.start_us = wall_clock_us();
  return record;
}

void end_edge(EdgeRecord& record) {
  const uint64_t now = wall_clock_us();
  record.duration_us = now > record.start_us ? now - record.start_us : 0;
}

std::string write_edge(const EdgeRecord& record) {
  std::string line(kVersion);
  for (const std::string* text : {&record.kind, &record.outcome}) add_field(line, *text);
  for (const uint64_t number :
       {record.start_us, record.duration_us, record.bytes, record.stores, record.errors})
    add_field(line, std::to_string(number));
  for (const std::string* text : {&record.name, &record.key, &record.tier, &record.problem})
    add_field(line, *text);
  return line + "\n";
}

std::vector<EdgeRecord> read_edges(std::string_view text) {
  std::vector<EdgeRecord> records;
  while (true) {
    const size_t end = text.find('\n');
    if (end == std::string_view::npos) return records;
    EdgeRecord record;
    if (read_line(text.substr(0, end), record)) records.push_back(std::move(record));
    text.remove_prefix(end + 1);
  }
}

void append_edge(const std::string& file, const EdgeRecord& record) {
  const std::string line = write_edge(record);
  const int number = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (number < 0) return;
  (void)!::write(number, line.data(), line.size());
  (void)::close(number);
}

}  // namespace perry::support
