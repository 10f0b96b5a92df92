#include "runtime/host/run.h"

extern "C" {
// The linker lays it out.
extern const perry::abi::Program perry_program;
}

int main(int argc, char** argv) { return perry::runtime::run_program(&perry_program, argc, argv); }
