#!/usr/bin/env bash
# Audits annotated classes, an OpenAPI document and two MCP servers from npm, one of them also over HTTP.
#   run.sh GATEWAY_JAR BOOKSHOP_CLASSES DOCUMENT
set -euo pipefail
jar=$(realpath "$1")
classes=$(realpath "$2")
document=$(realpath "$3")
cd "$(dirname "$0")"
source ../node.sh
bin=$node_root/node_modules/.bin
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
PORT=$port "$bin/mcp-server-everything" streamableHttp > /dev/null 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null || true' EXIT
for _ in $(seq 100); do
  node -e "require('net').connect($port, '127.0.0.1').on('error', () => process.exit(1)).on('connect', () => process.exit(0))" && break
  sleep 0.2
done
rm -f audit.json
java -jar "$jar" audit --classes "bookshop=$classes" --openapi "api=$document" \
  --server "everything=$bin/mcp-server-everything stdio" --server "everything-http=http://127.0.0.1:$port/mcp" \
  --server "filesystem=$bin/mcp-server-filesystem $PWD" --format json --out audit.json
node -e '
  const report = JSON.parse(require("fs").readFileSync("audit.json", "utf8"));
  const of = name => report.sources.find(source => source.name === name);
  const expect = (condition, what) => { if (!condition) { console.error("audit: " + what + "\n" + JSON.stringify(report, null, 1)); process.exit(1); } };
  expect(report.withinBudget, "within the budget");
  expect(of("bookshop").operations === 27, "27 operations of the bookshop");
  expect(of("everything").operations >= 10 && of("filesystem").operations >= 10, "tools of both servers");
  expect(of("everything").toolTokens === of("everything-http").toolTokens, "the same tools over stdio and HTTP");
  expect(report.sources.every(source => source.requiredToolTokens <= source.toolTokens), "required parameters take no more than all");
'
if java -jar "$jar" audit --openapi "api=$document" --max-tool-tokens 1000 > /dev/null; then
  echo "audit: a budget of 1,000 tokens for a tool for each operation must fail"
  exit 1
fi
