package dev.codemode.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Bound;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.testkit.Golden;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The declaration of every kind of schema. CI compiles each golden file under {@code tsc --strict}. */
final class TypeScriptDeclarationsTest {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/declarations");

    /** A schema, and the name of its golden file. */
    record Case(String name, Schema schema, List<TypeDefinition> types) {
        Case(String name, Schema schema) {
            this(name, schema, List.of());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        Schema node = Schema.object(List.of(
                Property.required("value", Schema.string()),
                Property.optional("children", Schema.array(Schema.reference("Node")))));
        Schema card = Schema.object(List.of(
                Property.required("type", Schema.constants("card")), Property.required("number", Schema.string())));
        Schema invoice = Schema.object(List.of(
                Property.required("type", Schema.constants("invoice")), Property.required("days", Schema.integer())));
        return List.of(
                new Case("null", Schema.nothing()),
                new Case("boolean", Schema.bool()),
                new Case("number", Schema.number()),
                new Case("integer", Schema.integer().between(Bound.at(1), Bound.at(100))),
                new Case(
                        "number-range",
                        new Schema.NumberSchema(
                                Schema.NumberSchema.Kind.DECIMAL,
                                new Bound(BigDecimal.ZERO, false),
                                null,
                                new BigDecimal("0.05"))),
                new Case("string", Schema.string()),
                new Case("string-constraints", new Schema.StringSchema("email", 3, 80, "^.+@.+$")),
                new Case("date-time", Schema.string("date-time")),
                new Case("constant", Schema.constants("book")),
                new Case("enum", Schema.constants("open", "paid", 3, true)),
                new Case("array", Schema.array(Schema.string())),
                new Case("array-of-enum", new Schema.ArraySchema(Schema.constants("a", "b"), 1, 10)),
                new Case("tuple", new Schema.TupleSchema(List.of(Schema.string(), Schema.number()))),
                new Case(
                        "object",
                        Schema.object(List.of(
                                Property.required("id", Schema.string()),
                                Property.optional("note", Schema.nullable(Schema.string())),
                                Property.required("unit price", Schema.number())))),
                new Case("empty-object", Schema.object(List.of())),
                new Case("map", Schema.map(Schema.array(Schema.integer()))),
                new Case(
                        "open-object",
                        new Schema.ObjectSchema(
                                List.of(Property.required("id", Schema.integer())), Map.of(), Schema.string())),
                new Case(
                        "pattern-properties",
                        new Schema.ObjectSchema(List.of(), Map.of("^x-", Schema.string()), Schema.never())),
                new Case("nullable", Schema.nullable(Schema.array(Schema.nullable(Schema.string())))),
                new Case("union", Schema.union(List.of(Schema.string(), Schema.number(), Schema.bool()))),
                new Case(
                        "discriminated-union",
                        Schema.reference("Payment"),
                        List.of(
                                new TypeDefinition(
                                        "Payment",
                                        new Schema.UnionSchema(
                                                List.of(Schema.reference("Card"), Schema.reference("Invoice")), "type"),
                                        Docs.of("How a customer pays.")),
                                new TypeDefinition("Card", card, Docs.none()),
                                new TypeDefinition("Invoice", invoice, Docs.none()))),
                new Case(
                        "intersection",
                        new Schema.IntersectionSchema(
                                List.of(card, Schema.union(List.of(invoice, Schema.map(Schema.unknown())))))),
                new Case(
                        "recursion",
                        Schema.reference("Node"),
                        List.of(new TypeDefinition("Node", node, Docs.of("A tree.")))),
                new Case(
                        "recursive-map",
                        Schema.reference("Json"),
                        List.of(new TypeDefinition(
                                "Json",
                                Schema.union(List.of(
                                        Schema.string(),
                                        Schema.array(Schema.reference("Json")),
                                        Schema.map(Schema.reference("Json")))),
                                Docs.none()))),
                new Case("unknown", Schema.unknown()),
                new Case("never", Schema.never()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void declares(Case given) {
        Operation operation = Operation.builder(OperationName.of("shop", "call"), Effect.READ)
                .docs(Docs.of("Does it."))
                .input(Schema.object(List.of(Property.required("value", given.schema()))))
                .output(given.schema())
                .build();
        verify(given.name(), Service.of("shop", Docs.none(), List.of(operation), given.types()));
    }

    @Test
    void declaresDocumentation() {
        Schema input = Schema.object(List.of(
                Property.required("limit", Schema.integer().between(Bound.at(1), Bound.at(100)))
                        .withDocs(Docs.of("at most this many").withDefault("20")),
                Property.optional("from", Schema.string("date"))
                        .withDocs(new Docs("first day", null, List.of("\"2026-01-31\""), "Use `since`.")),
                Property.optional("text", Schema.string())
                        .withDocs(Docs.of("A comment */ that ends early.\nTwo lines."))));
        Operation find = Operation.builder(OperationName.of("orders", "find"), Effect.READ)
                .docs(Docs.of("Finds orders, newest first.\nDrafts are left out."))
                .input(input)
                .output(Schema.array(Schema.string()))
                .returns("their ids")
                .build();
        Operation delete = Operation.builder(OperationName.of("orders", "delete"), Effect.DESTRUCTIVE)
                .docs(Docs.of("Deletes an order."))
                .input(Schema.reference("OrderId"))
                .output(Schema.nothing())
                .build();
        Operation create = Operation.builder(OperationName.parse("orders.notes.create"), Effect.WRITE)
                .docs(Docs.of("Adds a note."))
                .input(Schema.reference("OrderId"))
                .output(Schema.nothing())
                .build();
        TypeDefinition id = new TypeDefinition(
                "OrderId",
                Schema.object(List.of(Property.required("id", Schema.string()))),
                Docs.of("Names an order."));
        verify(
                "documentation",
                Service.of("orders", Docs.of("Customer orders."), List.of(find, delete, create), List.of(id)));
    }

    private static Operation operation(String name, Property argument) {
        return Operation.builder(OperationName.parse(name), Effect.READ)
                .input(Schema.object(List.of(argument)))
                .output(Schema.nothing())
                .build();
    }

    @Test
    void declaresNamespacesAndOperationsThatAreReservedWords() {
        Property id = Property.required("id", Schema.string());
        verify(
                "reserved-words",
                Service.of(
                        "shop",
                        Docs.none(),
                        List.of(
                                operation("shop.list", id),
                                operation("shop.delete.item", id),
                                operation("shop.orders.new", id),
                                operation("shop.orders.new.draft", id),
                                operation("shop.orders.import.delete_.class", id)),
                        List.of()));
    }

    @Test
    void quotesNamesThatAreNotIdentifiersInShortSignatures() {
        Operation operation = operation("shop.find", Property.optional("X-Note", Schema.constants("/** a  b */")));
        Catalog catalog = Catalog.of(List.of(Service.of("shop", Docs.none(), List.of(operation), List.of())));
        assertThat(TypeScriptDeclarations.of(catalog).shortSignature(operation))
                .isEqualTo("shop.find({ \"X-Note\"?: \"/** a  b */\" }): Promise<null>");
    }

    private static void verify(String name, Service service) {
        GOLDEN.verify(
                name + ".d.ts",
                TypeScriptDeclarations.of(Catalog.of(List.of(service))).service(service));
    }

    @Test
    void declaresTheGlobalsThatEveryScriptHas() {
        GOLDEN.verify(
                "globals.d.ts", TypeScriptDeclarations.of(Catalog.of(List.of())).all());
    }
}
