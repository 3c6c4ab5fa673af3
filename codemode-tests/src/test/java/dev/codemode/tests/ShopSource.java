package dev.codemode.tests;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Bound;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationFailedException.Retry;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A bookshop in memory with the operations that the tests of errors and results need. */
public final class ShopSource implements ServiceSource {
    private final Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    public ShopSource() {
        Schema id =
                Schema.object(List.of(Property.required("id", Schema.string()).withDocs(Docs.of("the order's id"))));
        add(
                Operation.builder(OperationName.of("orders", "find"), Effect.READ)
                        .docs(Docs.of("Finds orders, newest first."))
                        .input(Schema.object(List.of(
                                Property.optional("status", Schema.constants("open", "shipped"))
                                        .withDocs(Docs.of("only orders in this state")),
                                Property.required("limit", Schema.integer().between(Bound.at(1), Bound.at(100)))
                                        .withDocs(Docs.of("at most this many")))))
                        .output(Schema.array(Schema.reference("Order"))),
                call -> orders(((Number) call.arguments().get("limit")).intValue()));
        add(
                Operation.builder(OperationName.of("orders", "place"), Effect.WRITE)
                        .docs(Docs.of("Places an order."))
                        .input(id)
                        .output(Schema.reference("Order")),
                call -> order(String.valueOf(call.arguments().get("id"))));
        add(
                Operation.builder(OperationName.of("orders", "ship"), Effect.WRITE)
                        .docs(Docs.of("Hands an order to the carrier."))
                        .input(id)
                        .output(Schema.reference("Order")),
                call -> {
                    throw new OperationFailedException("Order o1 is shipped already.");
                });
        add(
                Operation.builder(OperationName.of("orders", "cancel"), Effect.DESTRUCTIVE)
                        .docs(Docs.of("Cancels an order."))
                        .input(id)
                        .output(Schema.nothing()),
                call -> {
                    throw new OperationFailedException(
                            "The warehouse does not answer.", Retry.LATER, OptionalInt.of(503), null);
                });
        add(
                Operation.builder(OperationName.of("orders", "audit"), Effect.READ)
                        .docs(Docs.of("Reads the audit log."))
                        .output(Schema.unknown()),
                call -> {
                    throw new IllegalStateException("jdbc:h2:mem:shop;USER=sa;PASSWORD=s3cret at com.example.Orders");
                });
    }

    private void add(Operation.Builder builder, OperationHandler handler) {
        Operation operation = builder.build();
        operations.add(operation);
        handlers.put(operation.name(), handler);
    }

    private static List<Map<String, Object>> orders(int count) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            orders.add(order("o" + i));
        }
        return orders;
    }

    private static Map<String, Object> order(String id) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", id);
        order.put("total", 19.9);
        order.put("status", "open");
        return order;
    }

    @Override
    public SourceSnapshot load() {
        TypeDefinition order = new TypeDefinition(
                "Order",
                Schema.object(List.of(
                        Property.required("id", Schema.string()),
                        Property.required("total", Schema.number()).withDocs(Docs.of("in euros")),
                        Property.required("status", Schema.constants("open", "shipped")))),
                Docs.of("What a customer bought."));
        Service service = Service.of("orders", Docs.of("Customer orders."), operations, List.of(order));
        return new SourceSnapshot(List.of(service), handlers, List.of());
    }

    @Override
    public void onChange(Runnable listener) {}

    @Override
    public void close() {}
}
