# Lets CMake build programs of TypeScript and JavaScript:
#
#   find_package(Perry REQUIRED)
#   add_perry_executable(app ENTRY src/main.ts [PROFILE dev|release|size] [CPU cpu] [TSCONFIG file]
#                        [CONDITIONS name...] [EXTERNAL specifier...] [DEFINE name=value...])
#
# `app` is an executable like any other: $<TARGET_FILE:app>, install(TARGETS app), add_test(COMMAND app).
# Without PROFILE it follows the build type: Debug and none make `dev`, MinSizeRel `size`, others `release`.
#
# Objects are kept in the folder PERRY_CACHE_DIR, if that variable is set; PERRY_NO_CACHE keeps none.
#
# Perry finds the sources and what they depend on by itself, and tells CMake's build through a
# dependency file; a source that changes but not the program links nothing anew.

get_filename_component(Perry_ROOT_DIR "${CMAKE_CURRENT_LIST_DIR}/../../.." REALPATH)
set(Perry_EXECUTABLE "${Perry_ROOT_DIR}/bin/perry")
set(Perry_PLACE_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/PerryPlace.cmake")
set(Perry_STUB "${CMAKE_CURRENT_LIST_DIR}/stub.c")

set(Perry_FOUND TRUE)
foreach(_perry_file IN ITEMS "${Perry_EXECUTABLE}" "${Perry_ROOT_DIR}/lib/perry/libperry_runtime.a")
  if(NOT EXISTS "${_perry_file}")
    set(Perry_FOUND FALSE)
    set(Perry_NOT_FOUND_MESSAGE "this Perry is incomplete: there is no ${_perry_file}")
  endif()
endforeach()
if(NOT CMAKE_GENERATOR MATCHES "Ninja")
  set(Perry_FOUND FALSE)
  set(Perry_NOT_FOUND_MESSAGE "Perry builds with Ninja: configure with -G Ninja")
endif()

function(_perry_profile_of result)
  string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
  if(type STREQUAL "MINSIZEREL")
    set(${result} size PARENT_SCOPE)
  elseif(type STREQUAL "DEBUG" OR type STREQUAL "")
    set(${result} dev PARENT_SCOPE)
  else()
    set(${result} release PARENT_SCOPE)
  endif()
endfunction()

function(add_perry_executable name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "ENTRY;PROFILE;CPU;TSCONFIG" "CONDITIONS;EXTERNAL;DEFINE")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "add_perry_executable(${name}): unexpected ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_ENTRY)
    message(FATAL_ERROR "add_perry_executable(${name}): ENTRY is missing")
  endif()
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if(NOT "C" IN_LIST languages)
    message(FATAL_ERROR "add_perry_executable(${name}) needs the language C: project(... LANGUAGES C)")
  endif()
  get_filename_component(entry "${arg_ENTRY}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
  if(NOT EXISTS "${entry}")
    message(FATAL_ERROR "add_perry_executable(${name}): there is no file ${entry}")
  endif()
  if(NOT arg_PROFILE)
    _perry_profile_of(arg_PROFILE)
  endif()
  set(options --profile "${arg_PROFILE}")
  if(arg_CPU)
    list(APPEND options --cpu "${arg_CPU}")
  endif()
  if(arg_TSCONFIG)
    get_filename_component(tsconfig "${arg_TSCONFIG}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
    list(APPEND options --tsconfig "${tsconfig}")
  endif()
  foreach(condition IN LISTS arg_CONDITIONS)
    list(APPEND options --condition "${condition}")
  endforeach()
  foreach(external IN LISTS arg_EXTERNAL)
    list(APPEND options --external "${external}")
  endforeach()
  if(PERRY_CACHE_DIR)
    get_filename_component(cache "${PERRY_CACHE_DIR}" ABSOLUTE BASE_DIR "${CMAKE_SOURCE_DIR}")
    list(APPEND options --cache-dir "${cache}")
  endif()
  if(PERRY_NO_CACHE)
    list(APPEND options --no-cache)
  endif()
  foreach(definition IN LISTS arg_DEFINE)
    list(APPEND options --define "${definition}")
  endforeach()

  set(folder "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${name}.perry")
  set(program "${folder}/program")
  add_custom_command(
    OUTPUT "${program}"
    COMMAND "${Perry_EXECUTABLE}" build "${entry}" -B "${folder}/build" -o "${program}"
            --depfile "${program}.d" --quiet ${options}
    DEPENDS "${entry}" "${Perry_EXECUTABLE}"
    DEPFILE "${program}.d"
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}"
    COMMENT "Building ${name} with Perry"
    VERBATIM)
  # A target of CMake's own, so that everything that knows executables knows it. What would link it
  # puts the program in its place instead.
  add_executable(${name} "${Perry_STUB}" "${entry}" "${program}")
  set_source_files_properties("${program}" PROPERTIES EXTERNAL_OBJECT FALSE GENERATED TRUE
                              HEADER_FILE_ONLY TRUE)
  set_target_properties(${name} PROPERTIES
    LINKER_LANGUAGE C
    LINK_DEPENDS "${program}"
    SKIP_BUILD_RPATH TRUE
    INSTALL_RPATH ""
    RULE_LAUNCH_LINK "\"${CMAKE_COMMAND}\" -P \"${Perry_PLACE_SCRIPT}\" \"${program}\" <TARGET> --")
endfunction()

# Programs are what Perry makes. A library would need a way to hand JavaScript's values to C and
# back, which the runtime does not have.
function(add_perry_library name)
  message(FATAL_ERROR "add_perry_library(${name}): Perry makes programs, not libraries; run one made by "
                      "add_perry_executable as a process of its own")
endfunction()
