# Sourced by the scripts: Node 22 first on the path, the pinned clients installed, and a server to start.
cd "$(dirname "${BASH_SOURCE[0]}")"
[ -d node_modules ] || npm ci --no-progress
export PATH="$PWD/node_modules/.bin:$PATH"

# Starts `java -jar JAR http --port N` on a free port, waits until it answers, and sets $url.
start_http() {
  local port
  port=$(node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  url="http://127.0.0.1:$port/mcp"
  java -jar "$1" http --port "$port" &
  server=$!
  trap 'kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true' EXIT
  node wait-for.mjs "$url" 60
}
