# A second apt state of our own, which sees another Debian suite and touches nothing of the system's.

# private_apt SUITE: prints the options that make apt-get use that state; refreshes it once.
private_apt() {
  local suite=$1 state=$PARLEY_CACHE/apt-$1 file
  mkdir -p "$state"/{lists/partial,archives/partial,sources.list.d}
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
    [ -e "$file" ] && retarget_suite "$suite" <"$file" >"$state/sources.list.d/$(basename "$file")"
  done
  find "$state/sources.list.d" -empty -delete
  cat >"$state/apt.conf" <<CONF
Dir::State "$state";
Dir::State::lists "$state/lists";
Dir::State::status "/dev/null";
Dir::Cache "$state";
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$state/sources.list.d";
APT::Sandbox::User "root";
CONF
  [ -e "$state/refreshed" ] || { APT_CONFIG=$state/apt.conf apt-get update -qq && touch "$state/refreshed"; } >&2
  printf '%s\n' "$state/apt.conf"
}

# Keeps the lines and stanzas of the Debian archive itself and renames their suite.
retarget_suite() {
  python3 -c '
import re, sys
suite, text = sys.argv[1], sys.stdin.read()
codename = re.search(r"VERSION_CODENAME=(\w+)", open("/etc/os-release").read()).group(1)
word = re.compile(r"(?<![\w-])" + codename + r"(?![\w-])")
if re.search(r"^URIs:", text, re.M):
    for stanza in re.split(r"\n\s*\n", text):
        suites = re.search(r"^Suites:(.*)$", stanza, re.M)
        if suites and word.search(suites.group(1)):
            stanza = re.sub(r"^Suites:.*$", "Suites: " + suite, stanza, flags=re.M)
            stanza = re.sub(r"^Types:.*$", "Types: deb deb-src", stanza, flags=re.M)
            print(stanza.strip() + "\n")
else:
    for line in text.splitlines():
        parts = line.split()
        if line.startswith("deb ") and codename in parts:
            renamed = word.sub(suite, line)
            print(renamed)
            print(re.sub(r"^deb ", "deb-src ", renamed))
' "$suite"
}
