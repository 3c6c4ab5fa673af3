package dev.codemode.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.source.SourceSnapshot;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocProcessorTest {
    private static final String SERVICE = """
            package shop;

            import dev.codemode.annotation.CodeModeOperation;
            import dev.codemode.annotation.CodeModeService;
            import dev.codemode.catalog.Effect;
            import java.util.List;

            /** Customer orders. Kept for ten years. */
            @CodeModeService(name = "orders")
            public class OrderService {
                /**
                 * Finds orders &mdash; newest first,
                 * see {@link Order#id the id} and {@code limit < 5}.
                 *
                 * <p>At most <b>100</b>:
                 * <ul>
                 *   <li>open ones
                 *   <li>{@linkplain java.util.List#of() others}
                 * </ul>
                 *
                 * @param status only orders in this state
                 * @param limit at most this many
                 * @return the orders
                 * @deprecated use {@link #search}
                 */
                @CodeModeOperation(effect = Effect.READ)
                public List<Order> find(Status status, int limit) {
                    return List.of();
                }

                /** {@return how many there are} */
                @CodeModeOperation(effect = Effect.READ)
                public int count(String[] words) {
                    return 0;
                }
            }
            """;

    private static final String ORDER = """
            package shop;

            /**
             * One order.
             *
             * @param id assigned by the shop
             * @param customer who ordered
             */
            public record Order(String id, Customer customer) {}
            """;

    private static final String CUSTOMER = """
            package shop;

            /** Someone who buys. */
            public class Customer {
                /** As on the letter box. */
                private String name = "";

                /** Returns the year of the first order. */
                public int getSince() { return 1999; }

                public String getName() { return name; }
            }
            """;

    private static final String STATUS = """
            package shop;

            /** Where an order stands. */
            public enum Status {
                /** Not yet sent. */
                OPEN,
                SHIPPED
            }
            """;

    private static final Map<String, String> SOURCES =
            Map.of("shop.OrderService", SERVICE, "shop.Order", ORDER, "shop.Customer", CUSTOMER, "shop.Status", STATUS);

    @TempDir
    private Path classes;

    @Test
    void describesOperationsAndTheirParameters() throws Exception {
        compile(SOURCES, "-processor", JavadocProcessor.class.getName());
        Service service = load();
        Operation find = service.operations().get("find");
        assertThat(service.docs()).isEqualTo(Docs.of("Customer orders."));
        assertThat(find.docs()).isEqualTo(new Docs("""
                        Finds orders — newest first, see the id and `limit < 5`.
                        At most 100:
                        - open ones
                        - others""", null, List.of(), "use search"));
        assertThat(find.returns()).isEqualTo("the orders");
        assertThat(find.input())
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("status", Schema.reference("Status"))
                                .withDocs(Docs.of("only orders in this state")),
                        Schema.Property.required("limit", Schema.integer()).withDocs(Docs.of("at most this many")))));
    }

    @Test
    void describesTypesAndTheirMembers() throws Exception {
        compile(SOURCES, "-processor", JavadocProcessor.class.getName());
        Service service = load();
        assertThat(service.types().get("Order").docs()).isEqualTo(Docs.of("One order."));
        assertThat(service.types().get("Order").schema())
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("id", Schema.string()).withDocs(Docs.of("assigned by the shop")),
                        Schema.Property.required("customer", Schema.reference("Customer"))
                                .withDocs(Docs.of("who ordered")))));
        assertThat(service.types().get("Customer").schema())
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("name", Schema.string()).withDocs(Docs.of("As on the letter box.")),
                        Schema.Property.required("since", Schema.integer())
                                .withDocs(Docs.of("Returns the year of the first order.")))));
        assertThat(service.types().get("Status").docs())
                .isEqualTo(Docs.of("Where an order stands.\nOPEN: Not yet sent."));
    }

    @Test
    void keepsParameterNamesWhereTheCompilerDoesNot() throws Exception {
        compile(SOURCES, "-processor", JavadocProcessor.class.getName());
        Operation count = load().operations().get("count");
        assertThat(count.docs()).isEqualTo(Docs.of("Returns how many there are."));
        assertThat(count.returns()).isEqualTo("how many there are");
        assertThat(count.input())
                .isEqualTo(Schema.object(List.of(Schema.Property.required("words", Schema.array(Schema.string())))));
    }

    @Test
    void servesAJarThatWasBuiltWithoutTheProcessor() throws Exception {
        compile(SOURCES, "-proc:none", "-parameters");
        SourceSnapshot snapshot = snapshot();
        assertThat(snapshot.issues())
                .extracting(issue -> issue.severity() + " " + issue.message().split(":")[0])
                .containsExactly("WARNING 2 operations have no description");
        Operation find = snapshot.services().get(0).operations().get("find");
        assertThat(find.docs()).isEqualTo(Docs.none());
        assertThat(find.input())
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("status", Schema.reference("Status")),
                        Schema.Property.required("limit", Schema.integer()))));
    }

    @Test
    void saysWhatToDoWhenThereAreNoNamesAtAll() throws Exception {
        compile(SOURCES, "-proc:none");
        assertThat(snapshot().issues())
                .extracting(issue -> issue.location() + ": " + issue.message())
                .containsOnlyOnce(
                        "OrderService.find(Status, int): The names of its parameters are not in the class file."
                                + " Compile with javac's -parameters, or build with codemode-processor, or give each"
                                + " @CodeModeParam(name = \"...\").");
    }

    @Test
    void neverWarnsOrFailsOnOddJavadoc() throws Exception {
        String odd = """
                package shop;

                import dev.codemode.annotation.CodeModeOperation;
                import dev.codemode.annotation.CodeModeService;
                import dev.codemode.catalog.Effect;

                /** {@link <ul {@code { @param */
                @CodeModeService(name = "odd")
                public class Odd {
                    /** @param @return {@ &bogus; &#x110000; <unclosed {@return } */
                    @CodeModeOperation(effect = Effect.READ)
                    public void read() {}
                }
                """;
        List<String> diagnostics = compile(
                Map.of("shop.Odd", odd), "-processor", JavadocProcessor.class.getName(), "-Xlint:all", "-Werror");
        assertThat(diagnostics).noneMatch(line -> line.startsWith("WARNING") || line.startsWith("ERROR"));
    }

    @Test
    void describesAServiceByTheInterfaceThatDeclaresIt() throws Exception {
        String declared = """
                package shop;

                import dev.codemode.annotation.CodeModeOperation;
                import dev.codemode.annotation.CodeModeService;
                import dev.codemode.catalog.Effect;

                /** Customer orders. */
                @CodeModeService(name = "orders")
                public interface Orders {
                    /**
                     * Finds an order.
                     *
                     * @param id its number
                     */
                    @CodeModeOperation(effect = Effect.READ)
                    String find(String id);
                }
                """;
        String implementation = """
                package shop;

                public class OrderService implements Orders {
                    @Override
                    public String find(String key) {
                        return key;
                    }
                }
                """;
        compile(
                Map.of("shop.Orders", declared, "shop.OrderService", implementation),
                "-processor",
                JavadocProcessor.class.getName());
        Service service = load();
        assertThat(service.docs()).isEqualTo(Docs.of("Customer orders."));
        assertThat(service.operations().get("find").docs()).isEqualTo(Docs.of("Finds an order."));
    }

    @Test
    void inheritsTheJavadocOfTheOverriddenMethod() throws Exception {
        String inherited = """
                package shop;

                /** Whatever is kept. */
                public interface Store<T> {
                    /**
                     * Finds one.
                     *
                     * @param key its number
                     * @return what was found
                     */
                    T find(String key);

                    /**
                     * Counts all.
                     *
                     * @param word only with this word
                     */
                    int count(String word);
                }
                """;
        String implementation = """
                package shop;

                import dev.codemode.annotation.CodeModeOperation;
                import dev.codemode.annotation.CodeModeService;
                import dev.codemode.catalog.Effect;

                @CodeModeService(name = "orders")
                public class OrderService implements Store<String> {
                    @Override
                    @CodeModeOperation(effect = Effect.READ)
                    public String find(String id) {
                        return id;
                    }

                    /**
                     * {@inheritDoc} Slow.
                     *
                     * @param word {@inheritDoc}, in lower case
                     */
                    @Override
                    @CodeModeOperation(effect = Effect.READ)
                    public int count(String word) {
                        return 0;
                    }
                }
                """;
        compile(
                Map.of("shop.Store", inherited, "shop.OrderService", implementation),
                "-processor",
                JavadocProcessor.class.getName());
        Service service = load();
        assertThat(service.docs()).isEqualTo(Docs.of("Whatever is kept."));
        Operation find = service.operations().get("find");
        assertThat(find.docs()).isEqualTo(Docs.of("Finds one."));
        assertThat(find.returns()).isEqualTo("what was found");
        assertThat(find.input())
                .isEqualTo(Schema.object(
                        List.of(Schema.Property.required("id", Schema.string()).withDocs(Docs.of("its number")))));
        Operation count = service.operations().get("count");
        assertThat(count.docs()).isEqualTo(Docs.of("Counts all. Slow."));
        assertThat(count.input())
                .isEqualTo(Schema.object(List.of(Schema.Property.required("word", Schema.string())
                        .withDocs(Docs.of("only with this word, in lower case")))));
    }

    @Test
    void isFoundThroughItsServiceFile() throws Exception {
        compile(SOURCES, "-processorpath", System.getProperty("java.class.path"));
        assertThat(classes.resolve("META-INF/codemode/javadoc/shop.Order.json"))
                .hasContent("{\"text\":\"One order.\",\"deprecated\":\"\",\"members\":{\"id\":\"assigned by the shop\","
                        + "\"customer\":\"who ordered\"},\"methods\":{}}");
    }

    private List<String> compile(Map<String, String> sources, String... options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> arguments = new ArrayList<>(List.of(
                "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"), "-implicit:none"));
        arguments.addAll(List.of(options));
        Stream<SourceFile> files = sources.entrySet().stream().map(e -> new SourceFile(e.getKey(), e.getValue()));
        boolean compiled = compiler.getTask(null, null, diagnostics, arguments, null, files.toList())
                .call();
        List<String> lines = new ArrayList<>();
        for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
            lines.add(diagnostic.getKind() + ": " + diagnostic.getMessage(null));
        }
        assertThat(compiled).as(String.join("\n", lines)).isTrue();
        return lines;
    }

    private SourceSnapshot snapshot() throws Exception {
        assertThat(Files.isDirectory(classes)).isTrue();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Object bean = loader.loadClass("shop.OrderService").getConstructor().newInstance();
            return AnnotatedServices.of(bean).load();
        }
    }

    private Service load() throws Exception {
        SourceSnapshot snapshot = snapshot();
        assertThat(snapshot.issues()).isEmpty();
        return snapshot.services().get(0);
    }

    /** A source file in memory. */
    private static final class SourceFile extends SimpleJavaFileObject {
        private final String text;

        SourceFile(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
