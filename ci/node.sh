# Sourced by the checks: installs the packages of all of them, at the versions of package-lock.json, and puts their programs
# first on the path, Node 22 among them.
node_root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ "$node_root/node_modules/.package-lock.json" -nt "$node_root/package-lock.json" ] ||
  (cd "$node_root" && npm ci --no-progress --silent)
export PATH="$node_root/node_modules/.bin:$PATH"
