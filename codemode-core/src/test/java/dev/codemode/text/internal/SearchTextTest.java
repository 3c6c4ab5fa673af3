package dev.codemode.text.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.search.SearchHits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SearchTextTest {
    private static final int NOTE = 300;
    private static final String HIDDEN = "\u202Eoverride\u202C\uDB40\uDC49\uDB40\uDC67\u200B\u2028\u3164";

    private static Operation operation(String name, Schema argument, Schema result) {
        return Operation.builder(OperationName.parse(name), Effect.READ)
                .input(Schema.object(List.of(Property.required("value", argument))))
                .output(result)
                .build();
    }

    private static <T> List<T> many(int count, IntFunction<T> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }

    private static Schema union(int options) {
        return new Schema.UnionSchema(
                many(options, i -> Schema.object(List.of(Property.required("p" + i, Schema.string())))), null);
    }

    /** Schemas that documents can have, each of them longer than an answer may be. */
    static List<Schema> tooLong() {
        return List.of(
                new Schema.ConstantSchema(many(20_000, i -> "value " + i)),
                Schema.constants("x".repeat(100_000), "y".repeat(100_000)),
                union(20_000),
                new Schema.TupleSchema(many(20_000, i -> Schema.string())),
                new Schema.IntersectionSchema(many(20_000, i -> Schema.map(Schema.string()))),
                Schema.object(many(30_000, i -> Property.required("parameter" + i, Schema.string()))),
                Schema.object(List.of(Property.optional("n".repeat(100_000), Schema.constants("n".repeat(100_000))))),
                new Schema.TupleSchema(many(20, i -> new Schema.TupleSchema(many(20, j -> union(20))))));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void everyAnswerIsBounded(Schema schema) {
        List<Operation> operations = new ArrayList<>();
        operations.add(operation("api.a", schema, Schema.bool()));
        operations.add(operation("api.b", Schema.bool(), schema));
        operations.add(operation("api.c", Schema.reference("Long"), Schema.bool()));
        operations.add(operation("api.d", Schema.string(), Schema.bool()));
        Catalog catalog = Catalog.of(List.of(
                Service.of("api", Docs.none(), operations, List.of(new TypeDefinition("Long", schema, Docs.none())))));
        SearchText text = new SearchText(catalog);
        for (Operation operation : operations) {
            assertThat(TokenEstimate.of(text.declarations(List.of(operation))))
                    .as("%s", operation.name())
                    .isLessThan(NamedPage.MAX_TOKENS + NOTE);
        }
        String all = text.declarations(operations);
        assertThat(TokenEstimate.of(all)).isLessThan(NamedPage.MAX_TOKENS + NOTE);
        assertThat(all).contains("api.d(args: { value: string }): Promise<boolean>");
        assertThat(TokenEstimate.of(text.page(new SearchHits(operations, 4, List.of()), 0, 4)))
                .isLessThan(NamedPage.MAX_TOKENS);
    }

    @Test
    void saysWhatIsInBrief() {
        Schema values = new Schema.ConstantSchema(many(20_000, i -> "value " + i));
        Operation operation = operation("api.a", values, Schema.bool());
        Catalog catalog = Catalog.of(List.of(Service.of("api", Docs.none(), List.of(operation), List.of())));
        assertThat(new SearchText(catalog).declarations(List.of(operation))).isEqualTo("""
                        1 operation.

                        api.a(args: { value: "value 0" | "value 1" | "value 2" | "value 3" | "value 4" | "value 5" \
                        | "value 6" | "value 7" /* 19,992 more */ }): Promise<boolean>

                        // Shortened for length: api.a.""");
    }

    @Test
    void namesAndValuesAreShownWithoutWhatHidesOrReorders() {
        Schema object = new Schema.ObjectSchema(
                List.of(
                        Property.required(HIDDEN, Schema.constants(HIDDEN)),
                        Property.optional("inner", Schema.object(List.of(Property.required(HIDDEN, Schema.bool()))))),
                Map.of(),
                Schema.never());
        Operation operation = Operation.builder(OperationName.parse("api.a"), Effect.READ)
                .docs(Docs.of("Title" + HIDDEN + "\nMore" + HIDDEN))
                .input(object)
                .output(Schema.reference("Answer"))
                .build();
        Catalog catalog = Catalog.of(List.of(Service.of(
                "api", Docs.none(), List.of(operation), List.of(new TypeDefinition("Answer", object, Docs.none())))));
        SearchText text = new SearchText(catalog);
        String unseen = "(?s).*[\\p{Cf}\\p{Zl}\\x{3164}\\x{FFFD}].*";
        assertThat(text.declarations(List.of(operation)))
                .contains("\"\\u202eoverride\\u202c\\udb40\\udc49\\udb40\\udc67\\u200b\\u2028\\u3164\": ")
                .doesNotMatch(unseen);
        assertThat(text.page(new SearchHits(List.of(operation), 1, List.of()), 0, 1))
                .doesNotMatch(unseen);
    }

    private static Operation small(String name) {
        return Operation.builder(OperationName.parse(name), Effect.READ)
                .docs(Docs.of("Finds it."))
                .input(Schema.object(List.of(Property.required("id", Schema.string()))))
                .output(Schema.reference("Order"))
                .build();
    }

    @Test
    void saysNothingOfLengthWhereNothingIsLeftOut() {
        Operation operation = small("orders.find");
        TypeDefinition order = new TypeDefinition(
                "Order", Schema.object(List.of(Property.required("id", Schema.string()))), Docs.none());
        Catalog catalog = Catalog.of(List.of(Service.of("orders", Docs.none(), List.of(operation), List.of(order))));
        assertThat(new SearchText(catalog).page(new SearchHits(List.of(operation), 1, List.of()), 0, 1))
                .isEqualTo("""
                        1 of 1 match in 1 operation.

                        /** Finds it. */
                        orders.find(args: { id: string }): Promise<Order>

                        // Types of orders
                        type Order = { id: string };""");
        assertThat(new SearchText(catalog).overview())
                .startsWith("1 operation in 1 service. Search with words, or with exact names");
    }

    @Test
    void typesThatServicesShareAreDeclaredOnce() {
        TypeDefinition order = new TypeDefinition(
                "Order",
                Schema.object(List.of(Property.required("lines", Schema.array(Schema.reference("Line"))))),
                Docs.none());
        TypeDefinition line = new TypeDefinition(
                "Line", Schema.object(List.of(Property.required("sku", Schema.string()))), Docs.none());
        TypeDefinition otherLine = new TypeDefinition(
                "Line", Schema.object(List.of(Property.required("id", Schema.string()))), Docs.none());
        List<Operation> operations = List.of(small("orders.find"), small("archive.find"));
        Catalog catalog = Catalog.of(List.of(
                Service.of("orders", Docs.none(), operations.subList(0, 1), List.of(order, line)),
                Service.of("archive", Docs.none(), operations.subList(1, 2), List.of(order, otherLine))));
        assertThat(new SearchText(catalog).declarations(operations)).isEqualTo("""
                        2 operations.

                        /** Finds it. */
                        orders.find(args: { id: string }): Promise<Order>

                        /** Finds it. */
                        archive.find(args: { id: string }): Promise<Order>

                        // Types of orders, archive
                        interface Order {
                          lines: Line[];
                        }

                        // Types of orders
                        interface Line {
                          sku: string;
                        }

                        // Types of archive
                        interface Line {
                          id: string;
                        }""");
        assertThat(new SearchText(catalog).page(new SearchHits(operations, 2, List.of()), 0, 2))
                .contains("// Types of orders, archive\ntype Order = { lines: Line[] };");
    }
}
