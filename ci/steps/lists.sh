# The steps in the order in which they run. ci/README.md says what each proves.
# shellcheck disable=SC2034 # used by .ci/run
gate=(demo tests install advisories declarations client conformance gateway consumer newer-jdk)
proof=(
  "${gate[@]}"
  repeated-tests documents requests scripts search fuzz inspector audit embedding deployments soak newer-jdk-tests
)
