# Options of the build. A preset (CMakePresets.json) sets each of them; the defaults here serve a
# plain `cmake -S . -B build/x`.

option(PERRY_WERROR "Treat warnings as errors" ON)
option(PERRY_CCACHE "Use ccache when it is installed" ON)
option(PERRY_TOOLS "Build the compiler's programs, and not the runtime alone" ON)
option(PERRY_TESTS "Build what the tests need, and list them for ctest" ON)
option(PERRY_UNIT_TESTS "Build the unit tests, if there are tests" ON)
option(PERRY_BENCHMARKS "Build the benchmarks" OFF)
# Halves the time of a whole build, and makes that after a small change longer.
option(PERRY_BATCH "Compile several sources of a library at once" OFF)
option(PERRY_FUZZ "Build the libFuzzer targets" OFF)
# Two fuzzers of the parser make a minute of it.
set(PERRY_FUZZ_SECONDS 60 CACHE STRING "How long the ctest entry of each fuzzer runs, at most")
option(PERRY_THIN_LTO "Link the tools with thin LTO" OFF)
set(PERRY_SANITIZE "" CACHE STRING "Sanitizers for everything, for example address,undefined")
set(PERRY_TEST_PREFIX "" CACHE STRING "Prefix of every ctest name, so that several builds can run as one suite")

# Where the runtime lies, in the build and installed. That of another machine has a folder of its own, named by its
# triple: so perry-ld looks for it.
set(PERRY_RUNTIME_FOLDER "lib/perry")
if(CMAKE_CROSSCOMPILING)
  string(APPEND PERRY_RUNTIME_FOLDER "/${CMAKE_SYSTEM_PROCESSOR}-unknown-linux-gnu")
endif()

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Debug CACHE STRING "Debug or Release" FORCE)
endif()

# -O1 costs little to compile and keeps the tests quick; inlining small accessors is what counts.
set(CMAKE_C_FLAGS_DEBUG "-O1 -g")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
set(CMAKE_C_FLAGS_RELEASE "-O3 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

if(PERRY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(PERRY_CCACHE_PROGRAM ccache)
  if(PERRY_CCACHE_PROGRAM)
    set(CMAKE_C_COMPILER_LAUNCHER "${PERRY_CCACHE_PROGRAM}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${PERRY_CCACHE_PROGRAM}")
  endif()
endif()

# ccache keeps nothing that was compiled with a precompiled header; without it they halve a build.
# A build of type Debug goes without, so that whoever works on Perry notices a missing #include.
set(_perry_precompile ON)
if(CMAKE_CXX_COMPILER_LAUNCHER OR (CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT PERRY_SANITIZE))
  set(_perry_precompile OFF)
endif()
option(PERRY_PRECOMPILE "Precompile the headers of libraries" ${_perry_precompile})
