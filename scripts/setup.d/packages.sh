# install_packages FILE: installs what the list names and the machine lacks; says so plainly where it can't.

missing_packages() {
  local line command package
  while read -r line; do
    [[ -z $line || $line == \#* ]] && continue
    command=${line%%:*} package=${line##*:}
    if [[ $line == *:* ]] && command -v "$command" >/dev/null 2>&1; then continue; fi
    if command -v dpkg-query >/dev/null 2>&1 &&
      [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ]; then continue; fi
    printf '%s\n' "$package"
  done <"$1"
}

install_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$1")
  ((${#missing[@]} == 0)) && return 0
  command -v apt-get >/dev/null 2>&1 ||
    fail "these packages are missing: ${missing[*]}" "Install their equivalents with your system's package manager, then run this again."
  [ "$(id -u)" = 0 ] ||
    fail "these packages are missing and only root can install them: ${missing[*]}" \
      "Run: sudo apt-get install ${missing[*]}" "Then run this again; nothing else here needs root."
  step "Refreshing the package lists" apt-get update -qq
  step "Installing ${#missing[@]} packages" apt-get install -y --no-install-recommends "${missing[@]}"
}
