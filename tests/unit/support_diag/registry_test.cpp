#include "support/diag/registry.h"

#include <doctest/doctest.h>

#include "support/diag/codes.h"
#include "tests/unit/support_diag/sample_diagnostics.h"

using namespace perry::support;

namespace {

TEST_CASE("rows of all tables are found by code") {
  const DiagnosticRegistry registry{kSampleDiagnostics, all_support_diagnostics()};
  CHECK(registry.find("T0001") == &kExpected.info);
  CHECK(registry.find("P9001") == &kFileNotFound.info);
  CHECK(registry.find("T0004") == nullptr);
  CHECK(registry.find("") == nullptr);
  CHECK(registry.all().size() == std::size(kSampleDiagnostics) + std::size(kSupportDiagnostics));
  CHECK_FALSE(registry.find_duplicate());
}

TEST_CASE("shared codes and names are noticed") {
  CHECK(DiagnosticRegistry{kSampleDiagnostics, kSampleDiagnostics}.find_duplicate() == "T0001");
  const DiagnosticInfo same_name{"T0009", "Plain", Severity::Error, ""};
  const DiagnosticInfo* const table[] = {&same_name};
  CHECK(DiagnosticRegistry{kSampleDiagnostics, table}.find_duplicate() == "Plain");
}

TEST_CASE("the rows of this library follow the rules for messages") {
  for (const DiagnosticInfo* row : all_support_diagnostics()) {
    CHECK(row->code.size() == 5);
    CHECK(row->code.starts_with("P9"));
    CHECK_FALSE(row->message.ends_with('.'));
  }
}

}  // namespace
