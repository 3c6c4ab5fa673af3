package dev.codemode.audit.scenario;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A calendar among a given total number of operations. Those beyond the calendar's own are generated: five for each
 * kind of thing that an office keeps, as large as operations of real documents.
 */
final class Surroundings implements ServiceSource {
    static final int MAX_OPERATIONS = 1_048;

    private static final List<String> TEAMS =
            List.of("sales", "support", "people", "finance", "legal", "marketing", "logistics", "facilities");
    private static final List<String> KINDS = List.of(
            "Contact",
            "Account",
            "Invoice",
            "Ticket",
            "Contract",
            "Campaign",
            "Order",
            "Shipment",
            "Budget",
            "Expense",
            "Project",
            "Task",
            "Document",
            "Folder",
            "Message",
            "Channel",
            "Report",
            "Survey",
            "Product",
            "Price",
            "Supplier",
            "Warehouse",
            "Device",
            "License",
            "Policy",
            "Approval");
    private static final List<String> VERBS = List.of("create", "get", "list", "update", "delete");

    private final SourceSnapshot snapshot;

    private Surroundings(SourceSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Returns an empty calendar among operations, this many in total: from 1, which creates events, to
     * {@value #MAX_OPERATIONS}.
     */
    static Surroundings of(int operations) {
        SourceSnapshot calendar = AnnotatedServices.of(new Calendar()).load();
        Service all = calendar.services().get(0);
        List<OperationName> kept = all.operations().values().stream()
                .map(Operation::name)
                .sorted(Comparator.comparing(name -> !name.equals(OperationName.of("calendar", "createEvent"))))
                .limit(operations)
                .toList();
        List<Service> services = new ArrayList<>();
        services.add(all.filter(operation -> kept.contains(operation.name())).orElseThrow());
        Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>(calendar.handlers());
        handlers.keySet().retainAll(kept);
        int left = operations - kept.size();
        for (String team : TEAMS) {
            List<Operation> generated = generated(team).subList(0, Math.min(left, KINDS.size() * VERBS.size()));
            if (!generated.isEmpty()) {
                services.add(Service.of(team, Docs.of("What the " + team + " team keeps."), generated, List.of()));
                generated.forEach(operation -> handlers.put(operation.name(), call -> {
                    throw new OperationFailedException("Nothing is kept here.");
                }));
                left -= generated.size();
            }
        }
        return new Surroundings(new SourceSnapshot(services, handlers, calendar.issues()));
    }

    private static List<Operation> generated(String team) {
        List<Operation> operations = new ArrayList<>();
        for (String kind : KINDS) {
            for (String verb : VERBS) {
                operations.add(operation(team, kind, verb));
            }
        }
        return operations;
    }

    private static Operation operation(String team, String kind, String verb) {
        String thing = kind.toLowerCase(Locale.ROOT);
        boolean many = verb.equals("list");
        List<Schema.Property> input = new ArrayList<>();
        if (verb.equals("get") || verb.equals("update") || verb.equals("delete")) {
            input.add(property("id", Schema.string(), true, "The " + thing + "'s id"));
        }
        if (verb.equals("create") || verb.equals("update")) {
            boolean required = verb.equals("create");
            input.add(property("name", Schema.string(), required, "What the " + thing + " is called"));
            input.add(
                    property("owner", Schema.string(), required, "The id of the person who looks after the " + thing));
            input.add(property(
                    "status", Schema.constants("draft", "active", "closed"), false, "Where the " + thing + " stands"));
            input.add(property("due", Schema.string("date-time"), false, "When something has to be done about it"));
            input.add(property("labels", Schema.array(Schema.string()), false, "Words by which to find the " + thing));
            input.add(property("notes", Schema.string(), false, "Anything else worth knowing, in Markdown"));
        }
        if (many) {
            input.add(property(
                    "status", Schema.constants("draft", "active", "closed"), false, "Only those that stand here"));
            input.add(property("owner", Schema.string(), false, "Only those that this person looks after"));
            input.add(
                    property("search", Schema.string(), false, "Only those with these words in name, labels or notes"));
            input.add(property("limit", Schema.integer(), false, "How many to return at most, from 1 to 100"));
            input.add(property("cursor", Schema.string(), false, "Where to go on: `next` of the page before"));
        }
        Effect effect = switch (verb) {
            case "get", "list" -> Effect.READ;
            case "delete" -> Effect.DESTRUCTIVE;
            default -> Effect.WRITE;
        };
        String docs = Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + "s "
                + (many ? "the " + thing + "s" : "a " + thing) + " of the " + team + " team.";
        return Operation.builder(OperationName.of(team, verb + kind + (many ? "s" : "")), effect)
                .docs(Docs.of(docs))
                .input(Schema.object(input))
                .build();
    }

    private static Schema.Property property(String name, Schema schema, boolean required, String docs) {
        return new Schema.Property(name, schema, required, Docs.of(docs));
    }

    @Override
    public SourceSnapshot load() {
        return snapshot;
    }

    @Override
    public void onChange(Runnable listener) {
        // Operations never change.
    }

    @Override
    public void close() {
        // It holds only memory.
    }
}
