# Shared by every script: where things live, and how progress and failure are told.
# Source it; it defines names and runs nothing that changes the machine.

PARLEY_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
PARLEY_CACHE=${PARLEY_CACHE:-${HOME:?HOME is not set}/.cache/parley}
PARLEY_BUILD=${PARLEY_BUILD:-$PARLEY_ROOT/build}
PARLEY_LOGS=$PARLEY_BUILD/logs
export PARLEY_ROOT PARLEY_CACHE PARLEY_BUILD
export CCACHE_DIR=${CCACHE_DIR:-$PARLEY_CACHE/ccache}
export CCACHE_BASEDIR=$PARLEY_ROOT CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
export DEBIAN_FRONTEND=noninteractive PUPPETEER_SKIP_DOWNLOAD=1
mkdir -p "$PARLEY_CACHE" "$PARLEY_LOGS"

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }

# fail WHAT NEXT...: the one way out: what failed, then what the reader can do.
fail() {
  warn ""
  warn "parley: $1"
  shift
  for line in "$@"; do warn "  $line"; done
  exit 1
}

# step "What happens" COMMAND...: runs the command with its output in a log, a line of progress every
# fifteen seconds, and the end of the log when it fails.
step() {
  local title=$1 log started elapsed
  shift
  log=$PARLEY_LOGS/$(tr -cs 'A-Za-z0-9' '-' <<<"$title" | tr 'A-Z' 'a-z' | sed 's/^-*//;s/-*$//').log
  started=$SECONDS
  printf '%s ...' "$title"
  "$@" >"$log" 2>&1 </dev/null &
  local child=$! shown=0
  while kill -0 "$child" 2>/dev/null; do
    sleep 0.2
    elapsed=$((SECONDS - started))
    if ((elapsed / 15 > shown)); then
      shown=$((elapsed / 15))
      printf ' %ss' "$elapsed"
    fi
  done
  if wait "$child"; then
    printf ' done (%ss)\n' "$((SECONDS - started))"
    return 0
  fi
  printf ' failed\n'
  tail -n 40 "$log" >&2
  fail "this step failed: $title" "The whole log is $log" "Mend what it names and run the same command again; finished steps are kept."
}

version_at_least() { # version_at_least HAVE WANT
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}
