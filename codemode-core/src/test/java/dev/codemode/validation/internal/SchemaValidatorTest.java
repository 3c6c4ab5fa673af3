package dev.codemode.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Bound;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.internal.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

final class SchemaValidatorTest {
    private static final String TOO_COSTLY =
            "the arguments take too long to check: pass less at once, and nest it less deeply";

    /** Matches what ends in b, after all other ways. */
    private static final String SLOW = "^((a|aa)+)\\1c$|b$";

    private static final Schema LINE = Schema.object(List.of(
            Property.required("isbn", new Schema.StringSchema(null, 13, 13, "^97[89]")),
            Property.required("count", Schema.integer().between(Bound.at(1), Bound.at(100)))));
    private static final Schema CARD = Schema.object(
            List.of(Property.required("type", Schema.constants("card")), Property.required("number", Schema.string())));
    private static final Schema INVOICE = Schema.object(List.of(
            Property.required("type", Schema.constants("invoice")), Property.required("days", Schema.integer())));
    private static final Schema PAYMENT =
            new Schema.UnionSchema(List.of(Schema.reference("Card"), Schema.reference("Invoice")), "type");
    private static final Schema ORDER = Schema.object(List.of(
            Property.required("lines", new Schema.ArraySchema(Schema.reference("Line"), 1, 3)),
            Property.optional("status", Schema.constants("open", "paid")),
            Property.optional("note", Schema.nullable(Schema.string())),
            Property.optional("payment", Schema.reference("Payment")),
            Property.optional("labels", Schema.map(Schema.string())),
            Property.optional("parent", Schema.reference("Order"))));
    private static final Service SHOP = Service.of(
            "shop",
            Docs.none(),
            List.of(),
            List.of(
                    new TypeDefinition("Line", LINE, Docs.none()),
                    new TypeDefinition("Card", CARD, Docs.none()),
                    new TypeDefinition("Invoice", INVOICE, Docs.none()),
                    new TypeDefinition("Payment", PAYMENT, Docs.none()),
                    new TypeDefinition("Order", ORDER, Docs.none())));

    private static List<String> problems(Schema schema, String json) {
        return new SchemaValidator(SHOP).validate(schema, Json.read(json));
    }

    @Test
    void acceptsWhatMatches() {
        assertThat(problems(ORDER, """
                        {"lines":[{"isbn":"9781234567890","count":2}],"status":"open","note":null,
                         "payment":{"type":"card","number":"1"},"labels":{"a b":"c"},
                         "parent":{"lines":[{"isbn":"9791234567890","count":100}]}}
                        """)).isEmpty();
    }

    @Test
    void namesThePlaceOfEachProblem() {
        assertThat(problems(ORDER, "{\"lines\":[{\"isbn\":\"9781234567890\",\"count\":0},{\"count\":\"2\"}]}"))
                .containsExactly(
                        "'lines[0].count' must be an integer between 1 and 100, but was 0 (at $.lines[0].count)",
                        "'lines[1].isbn' is missing: it must be a string of exactly 13 characters that matches ^97[89]"
                                + " (at $.lines[1])",
                        "'lines[1].count' must be an integer between 1 and 100, but was \"2\" (at $.lines[1].count)");
    }

    @Test
    void suggestsThePropertyThatWasMeant() {
        assertThat(problems(ORDER, "{\"lines\":[{\"isbn\":\"9781234567890\",\"count\":1}],\"statsu\":\"open\"}"))
                .containsExactly("the argument has no property 'statsu' (at $; did you mean 'status'?)");
    }

    @Test
    void listsThePropertiesThereAre() {
        assertThat(problems(LINE, "{\"isbn\":\"9781234567890\",\"count\":1,\"colour\":2}"))
                .containsExactly("the argument has no property 'colour' (at $; known: isbn, count)");
    }

    @Test
    void saysToLeaveOutWhatIsOptionalInsteadOfNull() {
        assertThat(problems(ORDER, "{\"lines\":[{\"isbn\":\"9781234567890\",\"count\":1}],\"status\":null}"))
                .containsExactly("'status' must not be null: leave it out, or pass one of \"open\", \"paid\" (at"
                        + " $.status)");
        assertThat(problems(ORDER, "{\"lines\":[{\"isbn\":\"9781234567890\",\"count\":1}],\"payment\":null}"))
                .containsExactly(
                        "'payment' must not be null: leave it out, or pass a value of type Payment (at $.payment)");
        assertThat(problems(ORDER, "{\"lines\":null}"))
                .containsExactly("'lines' must be an array, but was null (at $.lines)");
        assertThat(problems(ORDER, "{\"lines\":[{\"isbn\":null,\"count\":1}],\"note\":null}"))
                .containsExactly("'lines[0].isbn' must be a string of exactly 13 characters that matches ^97[89], but"
                        + " was null (at $.lines[0].isbn)");
    }

    @Test
    void reportsTheOptionOfAUnionThatWasMeant() {
        assertThat(problems(PAYMENT, "{\"type\":\"invoice\",\"days\":\"ten\"}"))
                .containsExactly("'days' must be an integer within ±(2^53−1), but was \"ten\" (at $.days)");
    }

    @Test
    void namesTheKindsOfAUnionWhereNoneWasMeant() {
        assertThat(problems(PAYMENT, "{\"type\":\"Card\",\"number\":\"1\"}"))
                .containsExactly("'type' must be one of \"card\", \"invoice\", but was \"Card\" (at $.type)");
        assertThat(problems(Schema.nullable(Schema.reference("Payment")), "{\"kind\":\"card\"}"))
                .containsExactly("'type' is missing: it must be one of \"card\", \"invoice\" (at $)");
    }

    @Test
    void countsTheItemsThatAreThere() {
        assertThat(problems(ORDER, "{\"lines\":[]}"))
                .containsExactly("'lines' must have 1 to 3 items, but has 0 (at $.lines)");
    }

    @Test
    void namesTheOptionsWhereNoneWasMeant() {
        assertThat(problems(Schema.union(List.of(Schema.string(), Schema.bool(), Schema.nothing())), "7"))
                .containsExactly("the argument must be a string or true or false or null, but was 7 (at $)");
    }

    @Test
    void saysWhatANullableTypeDemands() {
        assertThat(problems(Schema.nullable(Schema.reference("Line")), "{\"isbn\":\"9781234567890\"}"))
                .containsExactly("'count' is missing: it must be an integer between 1 and 100 (at $)");
    }

    @Test
    void refusesIntegersBeyondTwoToThe53() {
        assertThat(problems(Schema.integer(), "9007199254740993"))
                .containsExactly("the argument must be an integer within ±(2^53−1), but was 9007199254740993 (at $)");
    }

    @Test
    void refusesFractionsForIntegers() {
        assertThat(problems(Schema.integer(), "1.5"))
                .containsExactly("the argument must be an integer within ±(2^53−1), but was 1.5 (at $)");
    }

    @Test
    void countsCodePointsAndNotUnits() {
        assertThat(problems(new Schema.StringSchema(null, null, 2, null), "\"😀😀\""))
                .isEmpty();
    }

    @Test
    void checksMultiples() {
        Schema schema = new Schema.NumberSchema(Schema.NumberSchema.Kind.DECIMAL, null, null, new BigDecimal("0.05"));
        assertThat(problems(schema, "[1.15]")).hasSize(1);
        assertThat(problems(schema, "1.15")).isEmpty();
    }

    @Test
    void letsPartsOfAnIntersectionNameEachOthersProperties() {
        Schema both = new Schema.IntersectionSchema(List.of(
                Schema.reference("Card"), Schema.object(List.of(Property.required("limit", Schema.integer())))));
        assertThat(problems(both, "{\"type\":\"card\",\"number\":\"1\",\"limit\":5}"))
                .isEmpty();
    }

    @Test
    void checksPropertiesByPattern() {
        Schema schema = new Schema.ObjectSchema(List.of(), Map.of("^x-", Schema.integer()), Schema.never());
        assertThat(problems(schema, "{\"x-a\":1,\"x-b\":\"2\"}"))
                .containsExactly("'[\"x-b\"]' must be an integer within ±(2^53−1), but was \"2\" (at $[\"x-b\"])");
    }

    @Test
    void clipsLongValues() {
        assertThat(problems(Schema.integer(), "\"" + "x".repeat(1_000) + "\""))
                .containsExactly(
                        "the argument must be an integer within ±(2^53−1), but was \"" + "x".repeat(60) + "…\" (at $)");
    }

    @Test
    void reportsAtMostFiveProblems() {
        assertThat(problems(Schema.array(Schema.integer()), "[\"\",\"\",\"\",\"\",\"\",\"\",\"\"]"))
                .hasSize(5);
    }

    @Test
    void checksOnlyTheOptionThatTheDiscriminatorNames() {
        String sum = "{\"type\":\"product\",\"left\":".repeat(30) + "{\"type\":\"number\"}" + "}".repeat(30);
        assertThat(quickly(() -> formulas(Schema.reference("Formula"), sum))).isEmpty();
    }

    @Test
    void checksAValueOnceThatWouldMakeAUnionExplode() {
        String value = "{\"left\":".repeat(30) + "1" + "}".repeat(30);
        assertThat(quickly(() -> formulas(Schema.reference("Anonymous"), value)))
                .containsExactly("the argument must be an object, but was an object (at $)");
    }

    @Test
    void givesUpOnManyStringsThatAPatternReadsSlowly() {
        Schema slow = Schema.array(new Schema.StringSchema(null, null, null, SLOW));
        String value = "[" + "\"aaaaaaaaaaaaaaaaaab\",".repeat(40_000) + "\"b\"]";
        assertThat(quickly(() -> problems(slow, value))).containsExactly(TOO_COSTLY);
    }

    @Test
    void givesUpOnManyNamesThatAPatternReadsSlowly() {
        Schema.ObjectSchema slow = new Schema.ObjectSchema(List.of(), Map.of(SLOW, Schema.string()), Schema.unknown());
        StringBuilder value = new StringBuilder("{");
        for (int i = 0; i < 40_000; i++) {
            value.append("\"aaaaaaaaaaaaaaaaaa").append(i).append("b\":\"\",");
        }
        String json = value.append("\"\":\"\"}").toString();
        assertThat(quickly(() -> problems(slow, json))).containsExactly(TOO_COSTLY);
    }

    @Test
    void doesNotTakeANameForUnmatchedThatAPatternReadsTooSlowly() {
        Schema.ObjectSchema slow = new Schema.ObjectSchema(List.of(), Map.of(SLOW, Schema.string()), Schema.unknown());
        assertThat(problems(slow, "{\"" + "a".repeat(60) + "\":1}"))
                .containsExactly(
                        "'" + "a".repeat(60) + "' takes too long to compare with the pattern " + SLOW + " (at $)");
    }

    @Test
    void looksNoFurtherThanTheProblemsThatItNames() {
        StringBuilder value = new StringBuilder("{");
        for (int i = 0; i < 90_000; i++) {
            value.append("\"k").append(i).append("\":1,");
        }
        String json = value.append("\"\":1}").toString();
        List<Property> many = IntStream.range(0, 500)
                .mapToObj(i -> Property.optional("property" + "x".repeat(90) + i, Schema.string()))
                .toList();
        assertThat(quickly(() -> problems(Schema.object(many), json))).hasSize(5);
    }

    private static Service service(TypeDefinition... types) {
        return Service.of("s", Docs.none(), List.of(), List.of(types));
    }

    private static TypeDefinition type(String name, Schema schema) {
        return new TypeDefinition(name, schema, Docs.none());
    }

    @Test
    void checksATypeThatIsAnOptionOfItself() {
        Schema v = Schema.reference("V");
        SchemaValidator validator =
                new SchemaValidator(service(type("V", new Schema.UnionSchema(List.of(Schema.string(), v), null))));
        assertThat(validator.validate(v, "x")).isEmpty();
        assertThat(validator.validate(v, 5)).containsExactly("the argument must be a string, but was 5 (at $)");
    }

    /** Each of nine levels has twelve types, and each type has all twelve of the next one. */
    private static List<String> fan(Function<List<Schema>, Schema> of, String json) {
        List<TypeDefinition> types = new ArrayList<>();
        for (int level = 0; level < 9; level++) {
            int next = level + 1;
            List<Schema> below = IntStream.range(0, 12)
                    .<Schema>mapToObj(i -> Schema.reference("T" + next + "x" + i))
                    .toList();
            for (int i = 0; i < 12; i++) {
                types.add(type("T" + level + "x" + i, of.apply(below)));
            }
        }
        for (int i = 0; i < 12; i++) {
            types.add(type("T9x" + i, Schema.object(List.of(Property.required("p" + i, Schema.string())))));
        }
        SchemaValidator validator = new SchemaValidator(Service.of("s", Docs.none(), List.of(), types));
        return validator.validate(Schema.reference("T0x0"), Json.read(json));
    }

    @Test
    void checksEachTypeOfAFanOnce() {
        assertThat(fan(Schema.IntersectionSchema::new, "{\"p0\":\"a\"}"))
                .hasSize(5)
                .startsWith("'p1' is missing: it must be a string (at $)");
        assertThat(fan(Schema::union, "{\"p3\":\"a\"}")).isEmpty();
        assertThat(fan(Schema::union, "5")).hasSize(1);
        assertThat(fan(Schema::union, "{}")).hasSize(1);
    }

    @Test
    void checksNestedValuesOfManyOptionsOnceEach() {
        Schema expression = Schema.reference("Expression");
        List<Schema> options = new ArrayList<>();
        for (String operator : List.of("plus", "minus", "times", "over")) {
            options.add(Schema.object(List.of(
                    Property.required("left", Schema.union(List.of(expression, Schema.number()))),
                    Property.optional(operator, Schema.bool()))));
        }
        SchemaValidator validator = new SchemaValidator(service(type("Expression", Schema.union(options))));
        String json = "{\"left\":".repeat(30) + "\"x\"" + "}".repeat(30);
        assertThat(validator.validate(expression, Json.read(json)))
                .hasSize(1)
                .allMatch(problem -> problem.startsWith("the argument must be an object with left, but was"));
    }

    /** Fails a check that would not come to an end. */
    private static List<String> quickly(ThrowingSupplier<List<String>> check) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), check);
    }

    /** Formulas: the left side of a sum or of a product is a formula again. */
    private static List<String> formulas(Schema schema, String json) {
        List<TypeDefinition> types = new ArrayList<>();
        List<Schema> options = new ArrayList<>();
        for (String type : List.of("sum", "product", "number")) {
            options.add(Schema.reference(type));
            types.add(new TypeDefinition(
                    type,
                    Schema.object(List.of(
                            Property.required("type", Schema.constants(type)),
                            Property.optional("left", Schema.reference("Formula")))),
                    Docs.none()));
        }
        types.add(new TypeDefinition("Formula", new Schema.UnionSchema(options, "type"), Docs.none()));
        Schema open = new Schema.ObjectSchema(
                List.of(Property.optional("left", Schema.reference("Anonymous"))), Map.of(), Schema.unknown());
        types.add(new TypeDefinition("Anonymous", new Schema.UnionSchema(List.of(open, open), null), Docs.none()));
        Service service = Service.of("formulas", Docs.none(), List.of(), types);
        return new SchemaValidator(service).validate(schema, Json.read(json));
    }
}
