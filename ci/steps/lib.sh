# What the steps share. Sourced by .ci/run, which sets $state: a directory that lives as long as the run.

# Builds two modules at once; $maven_threads is 1 where tests run, some of which have bounds of time.
mvn() { command mvn -B -ntp -T "${maven_threads:-2}" "$@"; }
export -f mvn

# need COMMAND PACKAGE: installs what a fresh machine lacks.
need() {
  command -v "$1" > /dev/null && return
  [ -n "${apt_updated:-}" ] || { apt-get update -qq; apt_updated=1; }
  apt-get install -y -qq "$2"
}

machine() {
  need javac openjdk-17-jdk-headless
  need mvn maven
  need node nodejs
  need npm npm
  need bwrap bubblewrap
  need python3 python3-minimal
}

# readme NAME: runs the block of README that follows the comment `<!-- ci: NAME -->`.
readme() {
  local block
  block=$(awk -v marker="<!-- ci: $1 -->" '$0 == marker { found = 1; next } found && /^```/ { if (open) exit; open = 1; next } open' README.md)
  [ -n "$block" ] || { echo "README has no block '$1'"; exit 1; }
  timeout 2400 bash -euo pipefail -c "$block"
}

# packaged: makes sure, once a run, that the jars are those of the sources.
packaged() {
  [ ! -e "$state/packaged" ] || return 0
  mvn -q -Dquickly package
  touch "$state/packaged"
}

# compiled: prints what keeps Maven from compiling again what this run has compiled, with all checks.
compiled() {
  [ ! -e "$state/tested" ] || printf '%s\n' -Dmaven.main.skip
}

# deno: makes sure that the tests of the sandbox on Deno find its executable.
deno() {
  [ -z "${CODEMODE_DENO:-}" ] || return 0
  # shellcheck source=/dev/null
  source ci/node.sh
  CODEMODE_DENO=$(find "$PWD/ci/node_modules/@deno" -type f -name deno | head -n 1)
  [ -n "$CODEMODE_DENO" ] || { echo "npm has no Deno for this machine"; exit 1; }
  chmod +x "$CODEMODE_DENO"
  export CODEMODE_DENO
}

# benchmarks: makes sure, once a run, that there is a jar of benchmarks.
benchmarks() {
  packaged
  [ ! -e "$state/benchmarks" ] || return 0
  mvn -q -Dquickly -Dmaven.main.skip -Dbenchmarks -pl codemode-benchmarks -am package
  touch "$state/benchmarks"
}

# installed: makes sure, once a run, that the local Maven repository holds the artifacts of the sources.
installed() {
  [ ! -e "$state/installed" ] || return 0
  # shellcheck disable=SC2046 # no word or one
  mvn -q -Dquickly $(compiled) install "${not_installed[@]}"
  touch "$state/installed"
}

# newer_jdk: prints the directory of the first JDK that is newer than 17.
newer_jdk() {
  local jdk version
  for jdk in /usr/lib/jvm/*; do
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release" 2> /dev/null || true)
    if [ "${version:-0}" -gt 17 ] && [ -x "$jdk/bin/javac" ] && [ ! -L "$jdk" ]; then
      echo "$jdk"
      return
    fi
  done
}

# on_newer_jdk COMMAND...: runs the command there, and says so where there is none.
on_newer_jdk() {
  local jdk
  jdk=$(newer_jdk)
  [ -n "$jdk" ] || { echo "There is no JDK newer than 17 in /usr/lib/jvm: nothing to do."; return 0; }
  echo "with $jdk"
  (
    export JAVA_HOME=$jdk PATH=$jdk/bin:$PATH
    "$@"
  )
}
