# Sanitizers apply to every target of a build, because mixing instrumented and plain containers
# gives false reports.

if(PERRY_SANITIZE)
  # A report names lines; types and variables would make half of what is written and linked.
  add_compile_options(-fsanitize=${PERRY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
                      -gline-tables-only)
  add_link_options(-fsanitize=${PERRY_SANITIZE})
endif()

if(PERRY_FUZZ)
  # Coverage instrumentation for everything; the fuzzers alone link libFuzzer's main.
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
  # Takes it away again.
  set(PERRY_NO_COVERAGE
      -fno-sanitize-coverage=inline-8bit-counters,pc-table,trace-cmp,indirect-calls,stack-depth)
endif()
