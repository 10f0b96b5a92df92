# One warning set for all of our code. Headers of other projects are included as system headers.

add_library(perry_warnings INTERFACE)
target_compile_options(perry_warnings INTERFACE
  -Wall
  -Wextra
  -Wpedantic
  -Wshadow
  -Wextra-semi
  -Wimplicit-fallthrough
  # A function that no header declares belongs in an anonymous namespace.
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:PERRY_UNDECLARED_ENTRY_POINTS>>>:-Wmissing-prototypes>
  -Wnon-virtual-dtor
  -Woverloaded-virtual
  -Wfloat-conversion
  # Ids and spans are 32 bits wide, sizes are 64: every narrowing must be meant.
  -Wshorten-64-to-32
  -Wunreachable-code-loop-increment
  $<$<BOOL:${PERRY_WERROR}>:-Werror>
)
# Left out: -Wconversion and -Wsign-conversion as a whole. On code that computes with bytes and
# code units they fire on nearly every line; the two parts that find defects are named above.
