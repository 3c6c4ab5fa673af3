package dev.codemode.testkit.hostile;

import dev.codemode.catalog.AccessPolicy;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Bound;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations that hostile scripts call, as the service {@code api}: most work in memory, some fail, stall or hold a
 * secret, and some must not be reached by any script. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class HostileOperations implements ServiceSource {
    /** The names of operations that exist but are denied, including the service's own. */
    static final Set<String> DENIED = Set.of("api.items.remove", "api.admin.purge");

    private static final int MAX_ITEMS = 10_000;
    private static final int MAX_CHARS = 16_000_000;

    private final Function<OperationCall, CallLog> logs;
    private final Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    private HostileOperations(Function<OperationCall, CallLog> logs) {
        this.logs = logs;
        Property id = Property.required("id", Schema.string());
        add("items.get", Effect.READ, HostileOperations::item, id, text("expand"), text("trace"));
        add("items.list", Effect.READ, HostileOperations::items, integer("n", MAX_ITEMS));
        add(
                "items.create",
                Effect.WRITE,
                HostileOperations::created,
                Property.required("name", Schema.string()),
                Property.required("qty", Schema.integer()),
                Property.optional("big", Schema.integer()),
                Property.optional("meta", Schema.unknown()));
        add("secrets.read", Effect.READ, call -> Map.of("value", "PRIVATE-DATA-7f3a"));
        add(
                "messages.post",
                Effect.WRITE,
                call -> Map.of("posted", true),
                Property.required("channel", Schema.string()),
                Property.required("text", Schema.string()));
        add("slow.wait", Effect.READ, HostileOperations::waited, integer("ms", Integer.MAX_VALUE));
        add("fail.boom", Effect.READ, HostileOperations::failed);
        add("big.get", Effect.READ, call -> "x".repeat(number(call, "n")), integer("n", MAX_CHARS));
        add("items.remove", Effect.DESTRUCTIVE, call -> Map.of("removed", true), id);
        add("admin.purge", Effect.DESTRUCTIVE, call -> Map.of("purged", true));
    }

    /** Returns the operations; each call that reaches a handler is recorded in the log that is found for it. */
    public static HostileOperations loggedTo(Function<OperationCall, CallLog> logs) {
        return new HostileOperations(logs);
    }

    /** Returns the policy that denies the operations that no script may reach. */
    public static AccessPolicy access() {
        return (caller, operation) -> !DENIED.contains(operation.name().toString());
    }

    private static Property text(String name) {
        return Property.optional(name, Schema.string());
    }

    private static Property integer(String name, int most) {
        return Property.required(name, Schema.integer().between(Bound.at(0), Bound.at(most)));
    }

    private void add(String path, Effect effect, OperationHandler handler, Property... parameters) {
        OperationName name = OperationName.parse("api." + path);
        operations.add(Operation.builder(name, effect)
                .input(Schema.object(List.of(parameters)))
                .build());
        handlers.put(name, call -> {
            logs.apply(call).start(name.toString());
            return handler.invoke(call);
        });
    }

    private static int number(OperationCall call, String name) {
        return call.arguments().get(name) instanceof Number number ? number.intValue() : 0;
    }

    private static Object item(OperationCall call) {
        String id = String.valueOf(call.arguments().get("id"));
        return Map.of("id", id, "body", "item " + id, "status", 200);
    }

    private static Object items(OperationCall call) {
        int count = number(call, "n");
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            items.add(Map.of("id", "i" + i, "name", "item " + i, "qty", i));
        }
        return Map.of("count", count, "items", items);
    }

    private static Object created(OperationCall call) {
        Map<String, @Nullable Object> created = new LinkedHashMap<>(call.arguments());
        created.put("id", "c" + call.callId());
        return created;
    }

    private static Object waited(OperationCall call) throws InterruptedException {
        int millis = number(call, "ms");
        Thread.sleep(millis);
        return Map.of("waited", millis);
    }

    private static Object failed(OperationCall call) {
        throw new IllegalStateException("jdbc:postgresql://db.internal:5432/shop?user=app&password=CANARY-DB-7f3a");
    }

    /** Returns the handlers keyed by the names that scripts use, without those of denied operations. */
    Map<String, OperationHandler> granted() {
        Map<String, OperationHandler> granted = new LinkedHashMap<>();
        handlers.forEach((name, handler) -> {
            if (!DENIED.contains(name.toString())) {
                granted.put(name.toString(), handler);
            }
        });
        return granted;
    }

    /** Returns the operation with that name. */
    Operation operation(String name) {
        return operations.stream()
                .filter(operation -> operation.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public SourceSnapshot load() {
        Service service = Service.of("api", Docs.of("What hostile scripts call."), operations, List.of());
        return new SourceSnapshot(List.of(service), handlers, List.of());
    }

    @Override
    public void onChange(Runnable listener) {}

    @Override
    public void close() {}
}
