# Shared by the scripts of this folder: steps with progress, a log file for each, and one way to fail.
# Source it from a bash script.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs="$root/build/logs"
jobs=${PERRY_JOBS:-$(nproc)}
steps_passed=0
cd "$root"
mkdir -p "$logs"

# setup puts a Node here when the system's is too old.
PATH="$root/build/node/bin:$PATH"

# Node trusts a list of its own; behind a company's proxy only the system's list is right.
system_certificates=/etc/ssl/certs/ca-certificates.crt
if [[ -z ${NODE_EXTRA_CA_CERTS:-} && -r $system_certificates ]]; then
  export NODE_EXTRA_CA_CERTS=$system_certificates
fi

say() {
  printf '%s\n' "$*"
}

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Shows what a background command is doing: on a terminal its latest line of output, elsewhere a
# line now and then, so that a long step never looks dead.
_watch() {
  local pid=$1 log=$2 name=$3 started=$SECONDS shown=$SECONDS line
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.2
    line=$(tail -c 400 "$log" 2>/dev/null | tr '\r' '\n' | grep -v '^[[:space:]]*$' | tail -n 1 || true)
    if [[ -t 1 ]]; then
      printf '\r\033[K   %s: %.90s' "$name" "$line"
    elif ((SECONDS - shown >= 30)); then
      printf '   %s, %d s: %.100s\n' "$name" $((SECONDS - started)) "$line"
      shown=$SECONDS
    fi
  done
  if [[ -t 1 ]]; then
    printf '\r\033[K'
  fi
}

# step NAME COMMAND...: runs the command with its output in build/logs/<script>-<name>.log.
step() {
  local name=$1 log pid started=$SECONDS status=0
  log="$logs/$(basename "$0")-${name// /-}.log"
  shift
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  # An interrupt must reach the step too: it runs in the background.
  trap 'kill "$pid" 2>/dev/null; exit 130' INT TERM
  _watch "$pid" "$log" "$name"
  wait "$pid" || status=$?
  trap - INT TERM
  if ((status != 0)); then
    say "FAILED $name ($((SECONDS - started)) s)"
    # The first failures explain more than the end of a long log.
    grep -nE -m 20 'error:|FAILED|\*\*\*|Error|undefined reference' "$log" || tail -n 30 "$log"
    say "log: ${log#"$root"/}"
    say "$steps_passed passed, 1 failed"
    exit 1
  fi
  steps_passed=$((steps_passed + 1))
  say "ok     $name ($((SECONDS - started)) s)"
}

configure() {
  cmake --preset "$1" "${@:2}"
}

build() {
  cmake --build "build/$1" -j "$jobs"
}
