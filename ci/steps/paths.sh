# Where the steps find things, relative to the top directory. Sourced by .ci/run.
# shellcheck disable=SC2034 # used by the steps
bookshop=codemode-examples/bookshop
bookshop_jar=$bookshop/target/bookshop.jar
gateway=codemode-gateway
gateway_jar=$gateway/target/gateway.jar
benchmarks_jar=codemode-benchmarks/target/benchmarks.jar
not_installed=(-pl "!codemode-benchmarks,!$bookshop") # nobody depends on them, and each makes a large jar
golden_declarations=(
  codemode-tests/src/test/resources/golden/declarations
  "$bookshop/src/test/resources/golden"
  codemode-openapi/src/test/resources/golden/cases
)
sample_documents=codemode-openapi/src/test/resources/documents
github_document=$sample_documents/github.json.gz

# More documents, and queries with labels, where they lie beside the checkout.
shared_data=../shared/data
documents=$sample_documents
[ ! -d "$shared_data/openapi" ] || documents=$shared_data/openapi
