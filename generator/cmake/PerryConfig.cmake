# Lets CMake build programs of TypeScript and JavaScript:
#
#   find_package(Perry REQUIRED)
#   add_perry_executable(app ENTRY src/main.ts [PROFILE dev|release|size] [CPU cpu] [TSCONFIG file]
#                        [CONDITIONS name...] [EXTERNAL specifier...] [DEFINE name=value...])
#
#   add_perry_library(greet STATIC|SHARED ENTRY src/greet.ts [PROFILE ...] ...)
#   target_link_libraries(host PRIVATE greet)      # a program in C or C++: #include <perry/perry.h>
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
set(Perry_INCLUDE_DIR "${Perry_ROOT_DIR}/include")

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

# What the hosts of static libraries are linked with: one runtime for all of them.
if(Perry_FOUND AND NOT TARGET Perry::runtime)
  add_library(Perry::runtime STATIC IMPORTED)
  set_target_properties(Perry::runtime PROPERTIES
    IMPORTED_LOCATION "${Perry_ROOT_DIR}/lib/perry/libperry_runtime.a"
    INTERFACE_LINK_LIBRARIES "stdc++;m")
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

# What programs and libraries have in common: the path of `entry`, and the words of `perry build`.
function(_perry_read_arguments command name entry options)
  cmake_parse_arguments(PARSE_ARGV 4 arg "" "ENTRY;PROFILE;CPU;TSCONFIG" "CONDITIONS;EXTERNAL;DEFINE")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${command}(${name}): unexpected ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_ENTRY)
    message(FATAL_ERROR "${command}(${name}): ENTRY is missing")
  endif()
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if(NOT "C" IN_LIST languages)
    message(FATAL_ERROR "${command}(${name}) needs the language C: project(... LANGUAGES C)")
  endif()
  get_filename_component(path "${arg_ENTRY}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
  if(NOT EXISTS "${path}")
    message(FATAL_ERROR "${command}(${name}): there is no file ${path}")
  endif()
  if(NOT arg_PROFILE)
    _perry_profile_of(arg_PROFILE)
  endif()
  set(words --profile "${arg_PROFILE}")
  if(arg_CPU)
    list(APPEND words --cpu "${arg_CPU}")
  endif()
  if(arg_TSCONFIG)
    get_filename_component(tsconfig "${arg_TSCONFIG}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
    list(APPEND words --tsconfig "${tsconfig}")
  endif()
  foreach(condition IN LISTS arg_CONDITIONS)
    list(APPEND words --condition "${condition}")
  endforeach()
  foreach(external IN LISTS arg_EXTERNAL)
    list(APPEND words --external "${external}")
  endforeach()
  if(PERRY_CACHE_DIR)
    get_filename_component(cache "${PERRY_CACHE_DIR}" ABSOLUTE BASE_DIR "${CMAKE_SOURCE_DIR}")
    list(APPEND words --cache-dir "${cache}")
  endif()
  if(PERRY_NO_CACHE)
    list(APPEND words --no-cache)
  endif()
  foreach(definition IN LISTS arg_DEFINE)
    list(APPEND words --define "${definition}")
  endforeach()
  set(${entry} "${path}" PARENT_SCOPE)
  set(${options} "${words}" PARENT_SCOPE)
endfunction()

# Lets CMake's build make `file` with Perry. What it depends on besides is in a dependency file.
function(_perry_build name file entry)
  add_custom_command(
    OUTPUT "${file}"
    COMMAND "${Perry_EXECUTABLE}" build "${entry}" -B "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${name}.perry/build"
            -o "${file}" --depfile "${file}.d" --quiet ${ARGN}
    DEPENDS "${entry}" "${Perry_EXECUTABLE}"
    DEPFILE "${file}.d"
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}"
    COMMENT "Building ${name} with Perry"
    VERBATIM)
  # Nothing that CMake compiles or links.
  set_source_files_properties("${file}" PROPERTIES EXTERNAL_OBJECT FALSE GENERATED TRUE
                              HEADER_FILE_ONLY TRUE)
endfunction()

# Where `name` is a target of CMake's own, so that everything that knows targets knows it, and
# `file` takes the place of what would be linked.
function(_perry_place name file)
  set_target_properties(${name} PROPERTIES
    LINKER_LANGUAGE C
    LINK_DEPENDS "${file}"
    SKIP_BUILD_RPATH TRUE
    INSTALL_RPATH ""
    RULE_LAUNCH_LINK "\"${CMAKE_COMMAND}\" -P \"${Perry_PLACE_SCRIPT}\" \"${file}\" <TARGET> --")
endfunction()

function(add_perry_executable name)
  _perry_read_arguments(add_perry_executable ${name} entry options ${ARGN})
  set(program "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${name}.perry/program")
  _perry_build(${name} "${program}" "${entry}" ${options})
  add_executable(${name} "${Perry_STUB}" "${entry}" "${program}")
  _perry_place(${name} "${program}")
endfunction()

function(add_perry_library name type)
  if(NOT type MATCHES "^(STATIC|SHARED)$")
    message(FATAL_ERROR "add_perry_library(${name} ${type}): STATIC or SHARED comes first")
  endif()
  if(NOT name MATCHES "^[A-Za-z_][A-Za-z0-9_]*$")
    message(FATAL_ERROR "add_perry_library(${name}): hosts know the library as perry_library_<name>, so its "
                        "name has letters, digits and _ only")
  endif()
  _perry_read_arguments(add_perry_library ${name} entry options ${ARGN})
  string(TOLOWER "${type}" kind)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${name}.perry")
  if(type STREQUAL "STATIC")
    set(file "${folder}/lib${name}.a")
  else()
    set(file "${folder}/lib${name}.so")
  endif()
  _perry_build(${name} "${file}" "${entry}" --library ${kind} ${options})
  # One for each library: when the archive is another one, the object is made again, and what is linked
  # with the library is linked again.
  set(stub "${folder}/stub.c")
  file(CONFIGURE OUTPUT "${stub}" CONTENT "extern int perry_stub_of_${name};\n" @ONLY)
  set_source_files_properties("${stub}" PROPERTIES OBJECT_DEPENDS "${file}")
  add_library(${name} ${type} "${stub}" "${entry}" "${file}")
  _perry_place(${name} "${file}")
  target_include_directories(${name} SYSTEM INTERFACE "${Perry_INCLUDE_DIR}")
  if(type STREQUAL "STATIC")
    target_link_libraries(${name} INTERFACE Perry::runtime)
  endif()
endfunction()
