package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.internal.json.Json;
import dev.codemode.typescript.internal.check.DirectCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Names and values that TypeScript would read as something else are checked as what they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class UnusualNamesTest {
    private static final List<String> VALUES = List.of(
            "**/*.java",
            "/**",
            "src/**/test/*",
            "*/",
            "// none",
            "https://example.org/*",
            "two  spaces",
            "it's \"quoted\" `so` ${x}",
            "\\",
            "line\nbreak",
            "; }");

    private static final List<String> RESERVED = List.of(("await break case catch class const continue debugger default"
                    + " delete do else enum export extends false finally for function if import in instanceof new null"
                    + " return super switch this throw true try typeof var void while with yield let static implements"
                    + " interface package private protected public")
            .split(" "));

    /** What is no reserved word, and still means something where a namespace or a function may be declared. */
    private static final List<String> MEANINGFUL = List.of(
            "type",
            "module",
            "namespace",
            "global",
            "declare",
            "abstract",
            "any",
            "string",
            "number",
            "object",
            "unknown",
            "symbol",
            "async",
            "of",
            "get",
            "set",
            "from",
            "as",
            "is",
            "keyof",
            "readonly",
            "undefined",
            "arguments",
            "eval",
            "globalThis",
            "Promise",
            "Array",
            "delete_",
            "hasOwnProperty",
            "größe",
            "订单",
            "हिन्दी",
            "\uD842\uDFB7",
            "$",
            "_x");

    /** A check says three things at most. */
    private static final int MOST_MISTAKES = 3;

    private static final int RIGHT_CALLS = 40;

    private static Operation operation(String name, String argument, Schema type) {
        return Operation.builder(OperationName.parse(name), Effect.READ)
                .input(Schema.object(List.of(Property.required(argument, type))))
                .output(Schema.object(List.of(Property.required("ok", Schema.bool()))))
                .build();
    }

    private static Catalog catalog(List<Operation> operations) {
        return Catalog.of(List.of(Service.of("api", Docs.of("/** of \"it"), operations, List.of())));
    }

    private String check(Catalog catalog, String script) {
        return String.join("\n", DirectCheck.hints(catalog, script));
    }

    @Test
    void takesValuesThatLookLikeComments() {
        Catalog catalog = catalog(List.of(
                operation("api.find", "glob", Schema.constants(VALUES.toArray())),
                operation("api.beta", "x", Schema.string())));
        for (String value : VALUES) {
            String call =
                    "await api.find({ glob: " + Json.write(value) + " }); return (await api.beta({ x: 'y' })).ok;";
            assertThat(check(catalog, call)).as(value).isEmpty();
        }
    }

    @Test
    void saysWhichValuesThatLookLikeCommentsThereAre() {
        Catalog catalog = catalog(
                List.of(operation("api.find", "glob", Schema.constants("src/**/*.java", "two  spaces", "// none"))));
        assertThat(check(catalog, "return api.find({ glob: 'x' });"))
                .isEqualTo("line 1: api.find: 'glob' must be \"src/**/*.java\" | \"two  spaces\" | \"// none\", but is"
                        + " \"x\" (at $.glob).");
    }

    @Test
    void takesPropertiesThatLookLikeComments() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < VALUES.size(); i++) {
            operations.add(operation("api.find" + i, VALUES.get(i), Schema.string()));
        }
        for (int i = 0; i < VALUES.size(); i++) {
            String call = "return api.find" + i + "({ " + Json.write(VALUES.get(i)) + ": 'x' });";
            assertThat(check(catalog(operations), call)).as(call).isEmpty();
        }
    }

    /** Checks a call of each, in scripts of this many lines. */
    private static List<String> checkCalls(List<Operation> operations, String arguments, int lines) {
        Catalog catalog = catalog(operations);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < operations.size(); i += lines) {
            String script = operations.subList(i, Math.min(i + lines, operations.size())).stream()
                    .map(operation -> "if (!(await " + operation.name() + "(" + arguments + ")).ok) return 1;\n")
                    .collect(Collectors.joining());
            found.addAll(DirectCheck.hints(catalog, script));
        }
        return found;
    }

    private static List<String> hints(List<Operation> operations, String mistake) {
        return IntStream.range(0, operations.size())
                .mapToObj(i -> "line " + (i % MOST_MISTAKES + 1) + ": "
                        + operations.get(i).name() + ": " + mistake)
                .toList();
    }

    private static Stream<String> words() {
        return Stream.concat(RESERVED.stream(), MEANINGFUL.stream());
    }

    @Test
    void findsOperationsWhoseNamespacesAreReservedWords() {
        List<Operation> operations = new ArrayList<>();
        words().forEach(word -> {
            operations.add(operation("api." + word + ".item", "id", Schema.string()));
            operations.add(operation("api.deep." + word + ".item", "id", Schema.string()));
            operations.add(operation("api.deep." + word + ".deeper." + word, "id", Schema.string()));
        });
        assertThat(checkCalls(operations, "{ id: 'x' }", RIGHT_CALLS)).isEmpty();
        assertThat(checkCalls(operations, "{ id: 1 }", MOST_MISTAKES))
                .isEqualTo(hints(operations, "'id' must be a string, but is 1 (at $.id)."));
    }

    @Test
    void findsOperationsThatAreReservedWordsAndNamespacesToo() {
        List<Operation> operations = new ArrayList<>();
        words().forEach(word -> {
            operations.add(operation("api." + word, "id", Schema.string()));
            operations.add(operation("api." + word + "." + word, "id", Schema.string()));
        });
        assertThat(checkCalls(operations, "{ id: 'x' }", RIGHT_CALLS)).isEmpty();
        assertThat(checkCalls(operations, "{}", MOST_MISTAKES))
                .isEqualTo(hints(operations, "'id' is missing: it must be a string (at $)."));
    }

    @Test
    void namesReservedWordsAsScriptsWriteThem() {
        Catalog catalog = catalog(List.of(
                operation("api.delete.item", "id", Schema.string()),
                operation("api.delete.class.item", "id", Schema.string())));
        assertThat(check(catalog, "return api.delete.itme({ id: 'x' });"))
                .isEqualTo("line 1: api.delete.itme: there is no such operation. Did you mean api.delete.item?");
        assertThat(check(catalog, "return api.delete.quite.other({ id: 'x' });"))
                .isEqualTo("line 1: api.delete.quite: there is no such operation. Did you mean api.delete.item or"
                        + " api.delete.class?");
        assertThat(check(catalog, "return api.delete({ id: 'x' });"))
                .isEqualTo("line 1: api.delete is not an operation, but contains some: class, item.");
    }
}
