#!/usr/bin/env bash
# Runs the official conformance suite against the shipped server: conform.sh JAR
# The scenarios that need tools, resources and prompts that a two-tool server does not have are named in the baseline.
set -euo pipefail
jar=$(realpath "${1:?usage: conform.sh JAR}")
source "$(dirname "$0")/env.sh"
start_http "$jar"
bash conformance.sh "${url/127.0.0.1/localhost}" conformance-baseline.yml
