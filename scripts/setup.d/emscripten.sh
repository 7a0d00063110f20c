# Finds or fetches an Emscripten that is new enough for coroutines over embind's val.
# Sets EMSCRIPTEN (the folder that has emcc) and EM_CONFIG where one of ours is used.

EMSCRIPTEN_MIN=3.1.69
EMSDK_VERSION=3.1.69

emscripten_version() { # of the emcc at $1
  timeout 60 "$1" --version 2>/dev/null | head -n 1 | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1
}

new_enough() {
  local version
  command -v "$1" >/dev/null 2>&1 || return 1
  version=$(emscripten_version "$1")
  [ -n "$version" ] && version_at_least "$version" "$EMSCRIPTEN_MIN"
}

find_emscripten() {
  local private=$PARLEY_CACHE/emscripten-private-$EMSCRIPTEN_MIN
  if [ -n "${EMSDK:-}" ] && new_enough "$EMSDK/upstream/emscripten/emcc"; then
    EMSCRIPTEN=$EMSDK/upstream/emscripten
  elif [ -x "$private/emscripten/emcc" ]; then
    use_private_prefix "$private"
  elif new_enough emcc; then
    EMSCRIPTEN=$(dirname "$(readlink -f "$(command -v emcc)")")
  elif distribution_has_emscripten; then
    step "Installing Emscripten from the distribution" apt-get install -y --no-install-recommends emscripten
    EMSCRIPTEN=$(dirname "$(readlink -f "$(command -v emcc)")")
  elif grep -q 'VERSION_CODENAME=bookworm' /etc/os-release 2>/dev/null && [ "$(dpkg --print-architecture)" = amd64 ]; then
    step "Fetching Emscripten into the cache (240 MB)" make_private_prefix "$private"
    use_private_prefix "$private"
  else
    find_emsdk
  fi
  export EMSCRIPTEN
}

distribution_has_emscripten() {
  local candidate
  command -v apt-cache >/dev/null 2>&1 && [ "$(id -u)" = 0 ] || return 1
  candidate=$(apt-cache policy emscripten 2>/dev/null | sed -n 's/ *Candidate: *\([0-9.]*\).*/\1/p')
  [ -n "$candidate" ] && version_at_least "$candidate" "$EMSCRIPTEN_MIN"
}

use_private_prefix() {
  EMSCRIPTEN=$1/emscripten
  EM_CONFIG=$1/config.py
  export EM_CONFIG
}

# Debian 13's Emscripten, unpacked beside the system: its few programs that want a newer libc are
# started through the libc that was unpacked with them; LLVM is the system's own clang-19.
make_private_prefix() {
  local target=$1 work=$1.tmp.$$ apt_config program
  apt_config=$(private_apt trixie) || return 1
  rm -rf "$work" && mkdir -p "$work/root" "$work/bin" || return 1
  (cd "$work" && APT_CONFIG=$apt_config apt-get download emscripten binaryen libc6 libstdc++6 libgcc-s1) || return 1
  for program in "$work"/*.deb; do dpkg -x "$program" "$work/root" && rm "$program" || return 1; done
  mv "$work/root/usr/share/emscripten" "$work/emscripten" || return 1
  install_acorn "$work/emscripten" || return 1
  for program in "$work"/root/usr/bin/wasm*; do
    printf '#!/bin/sh\nexec %s --library-path %s %s "$@"\n' "$target/root/lib64/ld-linux-x86-64.so.2" \
      "$target/root/usr/lib/x86_64-linux-gnu:$target/root/lib/x86_64-linux-gnu" \
      "$target/root/usr/bin/$(basename "$program")" >"$work/bin/$(basename "$program")"
  done
  chmod +x "$work"/bin/*
  # emcc looks for BINARYEN_ROOT/bin; the loader is reachable at lib64 whatever the package layout.
  mkdir -p "$work/root/lib64"
  [ -e "$work/root/lib64/ld-linux-x86-64.so.2" ] ||
    ln -s ../usr/lib64/ld-linux-x86-64.so.2 "$work/root/lib64/ld-linux-x86-64.so.2"
  cat >"$work/config.py" <<CONFIG
LLVM_ROOT = '/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$target'
NODE_JS = '$(command -v node)'
FROZEN_CACHE = True
CONFIG
  rm -rf "$target" && mv "$work" "$target"
}

# emcc's optimiser wants the acorn parser beside it; it comes from npm under our own lock file.
install_acorn() {
  rm -rf "$1/node_modules" && mkdir -p "$1/node_modules"
  (cd "$PARLEY_ROOT/scripts" && npm ci --silent --no-audit --no-fund) &&
    cp -R "$PARLEY_ROOT/scripts/node_modules/acorn" "$1/node_modules/acorn"
}

find_emsdk() {
  local emsdk=$PARLEY_CACHE/emsdk-$EMSDK_VERSION
  if [ ! -x "$emsdk/upstream/emscripten/emcc" ]; then
    step "Fetching the Emscripten SDK" fetch_emsdk "$emsdk"
  fi
  EMSCRIPTEN=$emsdk/upstream/emscripten
  EM_CONFIG=$emsdk/.emscripten
  export EM_CONFIG
}

fetch_emsdk() {
  rm -rf "$1.tmp" && git clone --depth 1 https://github.com/emscripten-core/emsdk "$1.tmp" &&
    rm -rf "$1" && mv "$1.tmp" "$1" &&
    "$1/emsdk" install "$EMSDK_VERSION" && "$1/emsdk" activate "$EMSDK_VERSION"
}
