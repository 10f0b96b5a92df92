# The commands that the CMakeLists.txt files of the folders use:
#
#   perry_library(perry_frontend_lex SOURCES a.cpp b.cpp [ALONE a.cpp] DEPS perry_frontend_token ...)
#   perry_tool(perry-cc SOURCES main.cpp DEPS ...)
#   perry_benchmark(lex_bench SOURCES lex_bench.cpp DEPS ...)
#   perry_unit_test(lex SOURCES a_test.cpp [ALONE a_test.cpp] DEPS perry_frontend_lex [COST seconds])
#   perry_fuzzer(parse_bytes [EXCEPTIONS] SOURCES parse_bytes.cpp DEPS ... [DICT js.dict] [MAX_LEN bytes]
#                [SECONDS n] [SEEDS folder...])
#   perry_add_folder(folder)
#
# ALONE names sources that use a name for something else than their neighbours do; see PERRY_BATCH.
# tools/check.py reads these calls to prove the layer table, so DEPS are written out literally.

# Adds `folder`. A folder without a CMakeLists.txt of its own only groups: its children are added.
function(perry_add_folder folder)
  set(path "${CMAKE_CURRENT_SOURCE_DIR}/${folder}")
  if(EXISTS "${path}/CMakeLists.txt")
    add_subdirectory("${folder}")
    return()
  endif()
  file(GLOB children RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" CONFIGURE_DEPENDS "${path}/*/CMakeLists.txt")
  foreach(child IN LISTS children)
    get_filename_component(child "${child}" DIRECTORY)
    add_subdirectory("${child}")
  endforeach()
endfunction()

# Where the code of a library or tool may lie. The runtime becomes part of users' shared libraries and
# of programs that lie anywhere, so it is position-independent. A variable of a thread is at a distance from the
# thread pointer that the linker or the loader knows: calls would ask for it otherwise.
function(_perry_code_model target)
  if(PERRY_SANITIZE)
    return()
  endif()
  if(target MATCHES "^perry_(runtime|headers_runtime)")
    target_compile_options(${target} PRIVATE -fPIC -ftls-model=initial-exec)
    if(NOT CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
      # Arithmetic and characters as they are there.
      target_compile_options(${target} PRIVATE -ffp-contract=off -fsigned-char)
    endif()
  else()
    target_compile_options(${target} PRIVATE -fno-pie)
  endif()
endfunction()

# The flags that every target of ours shares.
function(_perry_common target scope)
  target_include_directories(${target} ${scope} "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  if(scope STREQUAL "INTERFACE")
    return()
  endif()
  target_link_libraries(${target} PRIVATE perry_warnings)
  target_compile_options(${target} PRIVATE
    -fno-rtti
    # Same sources, same bytes: __FILE__ and debug information name paths below the root only.
    "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")
  target_compile_definitions(${target} PRIVATE
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>
    PERRY_ASSERTIONS=$<IF:$<CONFIG:Debug>,1,0>)
endfunction()

# Compiles the sources of a target some at a time, but those of `alone` one by one.
function(_perry_batch target alone)
  if(PERRY_BATCH)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    set_source_files_properties(${alone} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
endfunction()

# Exceptions are for code that must have them (the runtime throws because JavaScript does; doctest
# reports a failed REQUIRE by throwing).
function(_perry_no_exceptions target)
  target_compile_options(${target} PRIVATE -fno-exceptions)
endfunction()

function(_perry_executable target)
  target_link_options(${target} PRIVATE -fuse-ld=lld -Wl,--gc-sections)
  if(NOT PERRY_SANITIZE)
    # A non-PIE tool starts without relocating itself; a build starts thousands of tools.
    target_compile_options(${target} PRIVATE -fno-pie)
    target_link_options(${target} PRIVATE -no-pie)
  endif()
endfunction()

# The runtime is linked into users' programs, by a linker without LLVM's code generators.
function(_perry_lto target)
  if(PERRY_THIN_LTO AND NOT target MATCHES "^perry_(runtime|tests_conformance_host)")
    target_compile_options(${target} PRIVATE -flto=thin)
  endif()
endfunction()

# For code that runs little and leads no fuzzer: it is compiled in a third of the time.
function(_perry_quick target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Debug>:-O0> ${PERRY_NO_COVERAGE})
endfunction()

# What most sources include of the standard library.
set(_perry_standard_headers
  <algorithm> <array> <bit> <charconv> <cmath> <cstddef> <cstdint> <cstdio> <cstdlib> <cstring>
  <expected> <functional> <initializer_list> <iterator> <limits> <map> <memory> <optional> <set>
  <span> <string> <string_view> <tuple> <type_traits> <unordered_map> <unordered_set> <utility>
  <variant> <vector>)

# Lets a target start from `header`, precompiled. Without one it starts from the standard library's,
# precompiled once for all targets of a kind: `exceptions` or `no_exceptions`, with `runtime_` in front of
# those of the runtime, or `tests`; with `quick_` in front of those of _perry_quick.
function(_perry_precompile target kind header)
  # What is so large that even ccache's gain is less.
  if(header)
    target_precompile_headers(${target} PRIVATE "${header}")
    return()
  endif()
  if(NOT PERRY_PRECOMPILE)
    return()
  endif()
  set(owner "perry_headers_${kind}")
  if(NOT TARGET ${owner})
    # A target has a source; CMake compiles the header beside it.
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/${owner}.cpp" CONTENT "")
    add_library(${owner} OBJECT "${PROJECT_BINARY_DIR}/generated/${owner}.cpp")
    _perry_common(${owner} PRIVATE)
    _perry_code_model(${owner})
    set(headers ${_perry_standard_headers})
    if(kind MATCHES "^quick_")
      _perry_quick(${owner})
    endif()
    if(kind MATCHES "no_exceptions$")
      _perry_no_exceptions(${owner})
    elseif(kind MATCHES "tests$")
      list(APPEND headers <doctest/doctest.h>)
    endif()
    target_precompile_headers(${owner} PRIVATE ${headers})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()

# A static library, or an interface library when no .cpp is named. EXCEPTIONS turns them on.
# PRECOMPILE names a header of its own to precompile.
function(perry_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCEPTIONS" "PRECOMPILE" "SOURCES;ALONE;DEPS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "perry_library(${target}): unexpected ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_SOURCES MATCHES "\\.cpp")
    add_library(${target} INTERFACE)
    _perry_common(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE ${arg_DEPS})
    return()
  endif()
  add_library(${target} STATIC ${arg_SOURCES})
  set_property(GLOBAL APPEND PROPERTY PERRY_LIBRARIES ${target})
  _perry_common(${target} PUBLIC)
  _perry_batch(${target} "${arg_ALONE}")
  target_compile_options(${target} PRIVATE -ffunction-sections -fdata-sections)
  _perry_code_model(${target})
  set(kind "")
  if(target MATCHES "^perry_runtime")
    set(kind runtime_)
  endif()
  if(arg_EXCEPTIONS)
    string(APPEND kind exceptions)
  else()
    _perry_no_exceptions(${target})
    string(APPEND kind no_exceptions)
  endif()
  _perry_precompile(${target} ${kind} "${arg_PRECOMPILE}")
  _perry_lto(${target})
  target_link_libraries(${target} PUBLIC ${arg_DEPS})
endfunction()

function(_perry_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${target}: unexpected ${arg_UNPARSED_ARGUMENTS}")
  endif()
  add_executable(${target} ${arg_SOURCES})
  _perry_common(${target} PRIVATE)
  _perry_no_exceptions(${target})
  _perry_executable(${target})
  _perry_lto(${target})
  if(PERRY_THIN_LTO)
    target_link_options(${target} PRIVATE -flto=thin "-Wl,--thinlto-cache-dir=${PROJECT_BINARY_DIR}/lto-cache")
  endif()
  target_link_libraries(${target} PRIVATE ${arg_DEPS})
endfunction()

# Gives a program that makes many small things the heap of support/base/small_heap_linux.cpp.
# Sanitizers watch memory in a way of their own.
function(perry_small_heap program)
  if(NOT PERRY_SANITIZE)
    target_sources(${program} PRIVATE "${PROJECT_SOURCE_DIR}/support/base/small_heap_linux.cpp")
  endif()
endfunction()

# For a program that a build starts once for each module: the dynamic linker takes longer than many a module. What runs
# before main() is kept together, since every stretch of a file that is touched costs a fault.
# A sanitizer's runtime needs the dynamic linker.
function(perry_static program)
  if(NOT PERRY_SANITIZE)
    target_sources(${program} PRIVATE "${PROJECT_SOURCE_DIR}/support/base/static_frames_linux.cpp")
    target_link_options(${program} PRIVATE
      -static -Wno-unused-command-line-argument -Wl,-z,keep-text-section-prefix
      -Wl,--eh-frame-hdr -Wl,--wrap=__register_frame_info -Wl,--wrap=__deregister_frame_info)
  endif()
endfunction()

# An installed program. Its main() should do no more than call into a library.
function(perry_tool target)
  _perry_program(${target} ${ARGN})
  install(TARGETS ${target} RUNTIME DESTINATION bin)
endfunction()

# A program that measures; built like a tool, never installed.
function(perry_benchmark target)
  _perry_program(${target} ${ARGN})
endfunction()

# A doctest executable `test_<name>` and its ctest entry `unit.<name>`. COST is said of those that take
# more than a few seconds, which are optimized.
function(perry_unit_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "COST" "SOURCES;ALONE;DEPS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "perry_unit_test(${name}): unexpected ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT PERRY_UNIT_TESTS)
    return()
  endif()
  set(target "test_${name}")
  add_executable(${target} ${arg_SOURCES})
  _perry_common(${target} PRIVATE)
  _perry_batch(${target} "${arg_ALONE}")
  _perry_executable(${target})
  set(cost)
  if(arg_COST)
    set(cost COST ${arg_COST})
    set_property(GLOBAL APPEND PROPERTY PERRY_BUSY_PROGRAMS ${target})
    target_compile_options(${target} PRIVATE ${PERRY_NO_COVERAGE})
    _perry_precompile(${target} tests "")
  else()
    _perry_quick(${target})
    _perry_precompile(${target} quick_tests "")
  endif()
  target_link_libraries(${target} PRIVATE perry_test_main ${arg_DEPS})
  perry_add_test(unit.${name} COMMAND ${target} --no-intro LABELS unit TIMEOUT 900 ${cost})
endfunction()

# perry_add_test(name COMMAND ... [LABELS ...] [TIMEOUT seconds] [PROCESSORS n] [COST seconds]
#                [ONCE file-or-folder...])
# COST is a guess: long tests start first, so that none of them runs alone at the end. ONCE names all
# that decides how the test ends: while that stays as it was when the test passed, it is not run again.
function(perry_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT;PROCESSORS;COST" "COMMAND;LABELS;ONCE")
  set(full "${PERRY_TEST_PREFIX}${name}")
  if(arg_ONCE)
    list(TRANSFORM arg_ONCE PREPEND "--input;")
    list(PREPEND arg_COMMAND "${Python3_EXECUTABLE}" "${PROJECT_SOURCE_DIR}/tools/once.py"
         --verdicts "${PROJECT_BINARY_DIR}/verdicts" --name "${full}" ${arg_ONCE} --)
  endif()
  add_test(NAME ${full} COMMAND ${arg_COMMAND} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${full} PROPERTIES LABELS "${arg_LABELS}")
  if(arg_TIMEOUT)
    set_tests_properties(${full} PROPERTIES TIMEOUT ${arg_TIMEOUT})
  endif()
  if(arg_COST)
    set_tests_properties(${full} PROPERTIES COST ${arg_COST})
  endif()
  if(arg_PROCESSORS)
    set_tests_properties(${full} PROPERTIES PROCESSORS ${arg_PROCESSORS})
  endif()
endfunction()

# A libFuzzer executable `fuzz_<name>` and its ctest entry; exists only in the fuzz preset. The
# committed corpus is tests/fuzz/corpus/<name>; SEEDS are folders of golden files
# whose inputs are used too, seen from the root.
function(perry_fuzzer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCEPTIONS" "DICT;MAX_LEN;SECONDS" "SOURCES;DEPS;SEEDS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "perry_fuzzer(${name}): unexpected ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT PERRY_FUZZ)
    return()
  endif()
  set(target "fuzz_${name}")
  add_executable(${target} ${arg_SOURCES})
  set_property(GLOBAL APPEND PROPERTY PERRY_BUSY_PROGRAMS ${target})
  _perry_common(${target} PRIVATE)
  if(NOT arg_EXCEPTIONS)
    _perry_no_exceptions(${target})
  endif()
  _perry_executable(${target})
  # Its entry points are called by libFuzzer and declared nowhere.
  set_target_properties(${target} PROPERTIES PERRY_UNDECLARED_ENTRY_POINTS ON)
  target_link_options(${target} PRIVATE -fsanitize=fuzzer)
  target_link_libraries(${target} PRIVATE ${arg_DEPS})

  set(seconds ${PERRY_FUZZ_SECONDS})
  if(arg_SECONDS AND arg_SECONDS LESS seconds)
    set(seconds ${arg_SECONDS})
  endif()
  set(options --seconds ${seconds} --timeout 10 --verdicts "${PROJECT_BINARY_DIR}/fuzz-verdicts")
  if(arg_DICT)
    list(APPEND options --dict "${CMAKE_CURRENT_SOURCE_DIR}/${arg_DICT}")
  endif()
  if(arg_MAX_LEN)
    list(APPEND options --max-len ${arg_MAX_LEN})
  endif()
  foreach(seeds IN LISTS arg_SEEDS)
    list(APPEND options --seeds "${PROJECT_SOURCE_DIR}/${seeds}")
  endforeach()
  perry_add_test(fuzz.${name}
    COMMAND "${Python3_EXECUTABLE}" "${PROJECT_SOURCE_DIR}/tools/fuzz.py" ${options}
            --fuzzer $<TARGET_FILE:${target}> ${name}
    LABELS fuzz
    COST ${seconds}
    TIMEOUT 600)
endfunction()

# Compiles the libraries quickly that no fuzzer and no long unit test is linked with. To be called when all
# targets are known.
function(perry_quicken_other_libraries)
  get_property(pending GLOBAL PROPERTY PERRY_BUSY_PROGRAMS)
  set(linked "")
  while(pending)
    list(POP_FRONT pending target)
    if(NOT TARGET "${target}" OR "${target}" IN_LIST linked)
      continue()
    endif()
    list(APPEND linked ${target})
    foreach(property IN ITEMS LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(libraries ${target} ${property})
      if(libraries)
        list(APPEND pending ${libraries})
      endif()
    endforeach()
  endwhile()
  get_property(libraries GLOBAL PROPERTY PERRY_LIBRARIES)
  foreach(library IN LISTS libraries)
    if("${library}" IN_LIST linked)
      continue()
    endif()
    _perry_quick(${library})
    get_target_property(owner ${library} PRECOMPILE_HEADERS_REUSE_FROM)
    if(owner)
      string(REPLACE "perry_headers_" "quick_" kind "${owner}")
      _perry_precompile(${library} "${kind}" "")
    endif()
  endforeach()
endfunction()
