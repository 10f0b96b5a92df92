# The contract between compiled code and the runtime is a set of files. Its hash names a symbol that
# the runtime defines and every object file refers to, so that parts of different builds can't link.

file(GLOB _perry_abi_files CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/runtime/abi/*.h"
  "${PROJECT_SOURCE_DIR}/runtime/abi/*.def"
  "${PROJECT_SOURCE_DIR}/runtime/fast/*.cpp"
  "${PROJECT_SOURCE_DIR}/runtime/fast/*.h")
list(SORT _perry_abi_files)
set(_perry_abi_hashes "")
foreach(file IN LISTS _perry_abi_files)
  file(SHA256 "${file}" hash)
  string(APPEND _perry_abi_hashes "${hash}\n")
endforeach()
string(SHA256 PERRY_ABI_HASH "${_perry_abi_hashes}")
string(SUBSTRING "${PERRY_ABI_HASH}" 0 16 PERRY_ABI_HASH)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${_perry_abi_files})
