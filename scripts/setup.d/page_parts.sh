# Fetches what the page takes from npm, keyed by its lock file, into the cache. Sets PARLEY_PAGE_PARTS.

find_page_parts() {
  local folder=$PARLEY_ROOT/scripts/page_parts key
  key=$(sha256sum "$folder/package-lock.json" | cut -c1-16)
  PARLEY_PAGE_PARTS=$PARLEY_CACHE/page-parts-$key/node_modules
  [ -d "$PARLEY_PAGE_PARTS" ] || step "Fetching the page's parts from npm" fetch_npm_modules "$folder" "$PARLEY_PAGE_PARTS"
  export PARLEY_PAGE_PARTS
}

# fetch_npm_modules FOLDER STORE: what the lock file in FOLDER names, whole or not at all.
fetch_npm_modules() {
  local work
  work=$PARLEY_CACHE/npm-modules.tmp.$$
  rm -rf "$work" && mkdir -p "$work" && cp "$1/package.json" "$1/package-lock.json" "$work/" &&
    (cd "$work" && npm ci --silent --no-audit --no-fund --ignore-scripts) && mkdir -p "$(dirname "$2")" &&
    mv "$work/node_modules" "$2" && rm -rf "$work"
}
