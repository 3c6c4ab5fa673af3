# Sourced by the scripts: the clients, and a server to start. Changes into this directory.
cd "$(dirname "${BASH_SOURCE[0]}")"
source ../node.sh

# serve_http COMMAND...: starts the command with a free port as its last argument, waits until it answers, sets $url.
serve_http() {
  local port
  port=$(node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  url="http://127.0.0.1:$port/mcp"
  "$@" "$port" &
  server=$!
  trap 'kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true' EXIT
  node wait-for.mjs "$url" 60
}
