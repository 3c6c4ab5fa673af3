package dev.codemode.examples.bookshop;

import dev.codemode.CodeMode;
import dev.codemode.CodeModeBuilder;
import dev.codemode.examples.bookshop.shop.CatalogueService;
import dev.codemode.examples.bookshop.shop.CustomerService;
import dev.codemode.examples.bookshop.shop.Database;
import dev.codemode.examples.bookshop.shop.InventoryService;
import dev.codemode.examples.bookshop.shop.OrderService;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.mcp.CodeModeMcpServer;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.typescript.CheckPolicy;
import dev.codemode.typescript.TypeScriptScripts;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The shop with its database, its services, and the library around them. Thread-safe. */
public final class Bookshop implements AutoCloseable {
    /**
     * A script over a few thousand rows computes for milliseconds; a worker's first one, on a busy machine, for
     * seconds.
     */
    private static final Limits LIMITS =
            Limits.builder().maxCpuTime(Duration.ofSeconds(5)).build();

    private final Database database;
    private final TypeScriptScripts scripts;
    private final CodeMode codeMode;

    private Bookshop(Database database, TypeScriptScripts scripts, CodeMode codeMode) {
        this.database = database;
        this.scripts = scripts;
        this.codeMode = codeMode;
    }

    /** Opens a shop with the sample rows. */
    public static Bookshop open() {
        return open(UnaryOperator.identity());
    }

    /** Opens a shop with the sample rows and further options. */
    public static Bookshop open(UnaryOperator<CodeModeBuilder> options) {
        return open(CheckPolicy.STRICT, options);
    }

    /** Opens a shop with the sample rows, this policy for mistakes in types, and further options. */
    public static Bookshop open(CheckPolicy policy, UnaryOperator<CodeModeBuilder> options) {
        Database database = Database.open();
        Clock clock = Clock.systemUTC();
        TypeScriptScripts scripts = TypeScriptScripts.builder().policy(policy).build();
        CodeModeBuilder builder = CodeMode.builder()
                .source(AnnotatedServices.of(
                        new CatalogueService(database),
                        new CustomerService(database, clock),
                        new OrderService(database, clock),
                        new InventoryService(database, clock)))
                .limits(LIMITS)
                .sandbox(GraalSandbox.create())
                .scripts(scripts);
        return new Bookshop(database, scripts, options.apply(builder).build());
    }

    /** Returns the library, to search and to run scripts. */
    public CodeMode codeMode() {
        return codeMode;
    }

    /** Returns the preparer that also checks its scripts. */
    public TypeScriptScripts scripts() {
        return scripts;
    }

    /** Returns an MCP server for the shop, not started yet. */
    public CodeModeMcpServer server() {
        return CodeModeMcp.server(codeMode).name("bookshop").version("0.1").build();
    }

    /** Ends running scripts and forgets every row. */
    @Override
    public void close() {
        codeMode.close();
        database.close();
    }
}
