package dev.codemode.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of {@link ArchitectureTest} and {@link LibraryWallsTest} find a class that breaks them. */
final class PlantedViolationsTest {
    @TempDir
    private Path classes;

    static Stream<Arguments> walls() {
        return Stream.of(
                wall(
                        "a source that knows the dispatcher",
                        ArchitectureTest.dataFlowsOneWay,
                        "dev.codemode.source",
                        "dev.codemode.dispatch.OperationInterceptor"),
                wall(
                        "a sandbox that knows the catalog",
                        ArchitectureTest.dataFlowsOneWay,
                        "dev.codemode.sandbox",
                        "dev.codemode.catalog.Catalog"),
                wall(
                        "an adapter's user of the sandbox",
                        ArchitectureTest.dataFlowsOneWay,
                        "dev.codemode.mcp.internal.tool",
                        "dev.codemode.sandbox.Sandbox"),
                wall(
                        "GraalJS outside of its module",
                        LibraryWallsTest.graalStaysInItsModule,
                        "dev.codemode.dispatch.internal",
                        "org.graalvm.polyglot.Context"),
                wall(
                        "WebAssembly outside of its module",
                        LibraryWallsTest.webAssemblyStaysInItsModule,
                        "dev.codemode.sandbox.realm",
                        "com.dylibso.chicory.runtime.Instance"),
                wall(
                        "the MCP SDK in the core",
                        LibraryWallsTest.mcpStaysInItsModules,
                        "dev.codemode",
                        "io.modelcontextprotocol.spec.McpSchema"),
                wall(
                        "the MCP SDK in the room of HTTP",
                        LibraryWallsTest.mcpSdkStaysInItsRooms,
                        "dev.codemode.mcp.internal.http",
                        "io.modelcontextprotocol.spec.McpSchema"),
                wall(
                        "the MCP SDK in the audit's own half",
                        LibraryWallsTest.mcpSdkStaysInItsRooms,
                        "dev.codemode.audit",
                        "io.modelcontextprotocol.client.McpSyncClient"),
                wall(
                        "a client of servers that knows the room of sessions",
                        ArchitectureTest.roomsOfMcpAreInOrder,
                        "dev.codemode.mcp.internal.upstream",
                        "dev.codemode.mcp.internal.session.StdioSession"),
                wall(
                        "a servlet in the room of sessions",
                        LibraryWallsTest.servletsStayInTheirRoom,
                        "dev.codemode.mcp.internal.session",
                        "jakarta.servlet.http.HttpServletRequest"),
                wall(
                        "Jackson in the dispatcher",
                        LibraryWallsTest.jacksonStaysBehindItsSeams,
                        "dev.codemode.dispatch.internal",
                        "com.fasterxml.jackson.databind.JsonNode"),
                wall(
                        "Jackson among the readers of beans",
                        LibraryWallsTest.reflectSeesJacksonInOneRoom,
                        "dev.codemode.reflect.internal.operation",
                        "com.fasterxml.jackson.databind.JsonNode"),
                wall(
                        "a room of reflect that knows the source",
                        ArchitectureTest.roomsOfReflectDoNotKnowTheSource,
                        "dev.codemode.reflect.internal.docs",
                        "dev.codemode.reflect.AnnotatedServices"),
                wall(
                        "YAML outside of its room",
                        LibraryWallsTest.yamlStaysInItsRoom,
                        "dev.codemode.openapi.internal.document",
                        "org.snakeyaml.engine.v2.api.Load"),
                wall(
                        "a client of HTTP outside of its module",
                        LibraryWallsTest.httpClientsStayInTheirRooms,
                        "dev.codemode.mcp.internal.tool",
                        "java.net.http.HttpClient"),
                wall(
                        "a client of HTTP that knows schemas",
                        ArchitectureTest.dataFlowsOneWay,
                        "dev.codemode.http.internal.client",
                        "dev.codemode.jsonschema.internal.schema.Direction"),
                wall(
                        "a client of HTTP that knows secrets",
                        ArchitectureTest.theClientKnowsNoSecrets,
                        "dev.codemode.http.internal.client",
                        "dev.codemode.http.Credential"),
                wall(
                        "a reader of JSON Schema that knows OpenAPI",
                        ArchitectureTest.dataFlowsOneWay,
                        "dev.codemode.jsonschema.internal.schema",
                        "dev.codemode.openapi.DocumentOperation"),
                wall(
                        "a tree of a document that knows schemas",
                        ArchitectureTest.roomsOfJsonSchemaAreInOrder,
                        "dev.codemode.jsonschema.internal.document",
                        "dev.codemode.jsonschema.internal.schema.Direction"));
    }

    private static Arguments wall(String name, ArchRule rule, String from, String to) {
        String source = "package " + from + ";\nfinal class Planted {\n    " + to + " planted;\n}\n";
        return Arguments.of(name, rule, List.of(new Source(from + ".Planted", source)));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        "two packages that know each other",
                        ArchitectureTest.noPackageCycles,
                        List.of(
                                new Source(
                                        "dev.codemode.text.internal.Planted",
                                        "package dev.codemode.text.internal;\n"
                                                + "public final class Planted { dev.codemode.validation.internal.Planted other; }"),
                                new Source(
                                        "dev.codemode.validation.internal.Planted",
                                        "package dev.codemode.validation.internal;\n"
                                                + "public final class Planted { dev.codemode.text.internal.Planted other; }"))),
                Arguments.of(
                        "a record of eight values",
                        ArchitectureTest.constructorsTakeFewValues,
                        List.of(
                                new Source(
                                        "dev.codemode.search.Planted",
                                        "package dev.codemode.search;\n"
                                                + "record Planted(int a, int b, int c, int d, int e, int f, int g, int h) {}"))),
                Arguments.of(
                        "behaviour among the data of the catalog",
                        ArchitectureTest.catalogIsData,
                        List.of(new Source(
                                "dev.codemode.catalog.Planted",
                                "package dev.codemode.catalog;\nfinal class Planted { int count; }"))),
                Arguments.of(
                        "a third party's type in a public signature",
                        LibraryWallsTest.publicSignaturesAreOurs,
                        List.of(new Source(
                                "dev.codemode.search.Planted",
                                "package dev.codemode.search;\npublic final class Planted {\n"
                                        + "    public org.graalvm.polyglot.Context context() { return null; }\n}"))),
                Arguments.of(
                        "an exception that is not ours",
                        ArchitectureTest.exceptionsAreOurs,
                        List.of(new Source(
                                "dev.codemode.search.PlantedException",
                                "package dev.codemode.search;\n"
                                        + "public final class PlantedException extends RuntimeException {}"))),
                Arguments.of(
                        "something printed to standard output",
                        ArchitectureTest.noStandardStreams,
                        List.of(new Source(
                                "dev.codemode.search.Planted",
                                "package dev.codemode.search;\nfinal class Planted {\n"
                                        + "    static void print() { System.out.println(); }\n}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"walls", "others"})
    void findsAPlantedViolation(String name, ArchRule rule, List<Source> sources) {
        compile(sources);
        JavaClasses planted = new ClassFileImporter().importPath(classes);

        assertThat(planted).isNotEmpty();
        assertThat(rule.allowEmptyShould(true)
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(violation -> violation.contains("Planted"));
    }

    private void compile(List<Source> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-proc:none", "-d", classes.toString());
        assertThat(compiler.getTask(null, null, null, options, null, sources).call())
                .isTrue();
    }

    /** The text of a class. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            return text;
        }
    }
}
