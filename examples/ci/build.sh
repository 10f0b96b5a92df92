#!/bin/sh
# What CI runs in a fresh clone, with the build folder of an earlier run restored or without it. What
# decides is the contents of files, so a clone whose files are all new compiles only what differs.
set -eu
cd "$(dirname "$0")"
perry configure -B build
ninja -C build
./build/main
