# cmake -P PerryPlace.cmake PROGRAM TARGET -- the link command that is not run
file(COPY_FILE "${CMAKE_ARGV3}" "${CMAKE_ARGV4}.new" RESULT result)
if(result)
  message(FATAL_ERROR "cannot write ${CMAKE_ARGV4}: ${result}")
endif()
# In one step: a program that runs just now goes on with what it has.
file(RENAME "${CMAKE_ARGV4}.new" "${CMAKE_ARGV4}")
