# Fetches Dear ImGui's sources: upstream's tag where it can be reached, else Debian's source package.
# Sets IMGUI_DIR.

IMGUI_TAG=v1.92.2b
IMGUI_COMMIT=45acd5e0e82f4c954432533ae9985ff0e1aad6d5
IMGUI_MIN=1.92

find_imgui() {
  IMGUI_DIR=$PARLEY_CACHE/imgui-$IMGUI_TAG
  [ -e "$IMGUI_DIR/imgui.h" ] || step "Fetching Dear ImGui" fetch_imgui "$IMGUI_DIR"
  local version
  version=$(sed -n 's/^#define IMGUI_VERSION *"\([^"]*\)".*/\1/p' "$IMGUI_DIR/imgui.h")
  version_at_least "$version" "$IMGUI_MIN" ||
    fail "Dear ImGui $version is too old; $IMGUI_MIN or later is needed" "Remove $IMGUI_DIR and run this again."
  export IMGUI_DIR
}

fetch_imgui() {
  local work=$1.tmp.$$
  rm -rf "$work"
  if GIT_TERMINAL_PROMPT=0 timeout 60 git clone --quiet --depth 1 --branch "$IMGUI_TAG" \
    https://github.com/ocornut/imgui "$work"; then
    [ "$(git -C "$work" rev-parse HEAD)" = "$IMGUI_COMMIT" ] || { echo "the tag $IMGUI_TAG is not the commit that is pinned"; return 1; }
  else
    fetch_imgui_from_debian "$work" || return 1
  fi
  rm -rf "$1" && mv "$work" "$1"
}

fetch_imgui_from_debian() {
  local apt_config archive
  apt_config=$(private_apt forky) || return 1
  mkdir -p "$1" && cd "$1" || return 1
  APT_CONFIG=$apt_config apt-get source --download-only imgui || return 1
  archive=$(ls ./*.orig.tar.*z* | grep -v '\.asc$' | head -n 1)
  tar -xf "$archive" --strip-components=1 && rm -f ./*.orig.tar.* ./*.dsc ./*.debian.tar.*
}
