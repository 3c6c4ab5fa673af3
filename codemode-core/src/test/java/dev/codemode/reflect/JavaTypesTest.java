package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.validation.internal.SchemaValidator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JavaTypesTest {
    private static final Loaded ECHO = Loaded.of(new Echo());

    private static Stream<Arguments> types() {
        return Stream.of(
                arguments("aBoolean", Schema.bool(), true),
                arguments("aByte", Schema.integer(), 7L),
                arguments("anInt", Schema.integer(), 7L),
                arguments("aLong", Schema.integer(), 9007199254740991L),
                arguments("aFloat", Schema.number(), 0.1),
                arguments("aDouble", Schema.number(), 2.5),
                arguments("aChar", new Schema.StringSchema(null, 1, 1, null), "x"),
                arguments("aString", Schema.string(), "x"),
                arguments("aBigDecimal", Schema.number(), 12.25),
                arguments("aBigInteger", Schema.integer(), 12L),
                arguments("bytes", Schema.string("base64"), "AQID"),
                arguments("ints", Schema.array(Schema.integer()), List.of(1L, 2L)),
                arguments("list", Schema.array(Schema.string()), List.of("a", "b")),
                arguments("holes", Schema.array(Schema.nullable(Schema.string())), Arrays.asList("a", null)),
                arguments("set", Schema.array(Schema.integer()), List.of(1L)),
                arguments("collection", Schema.array(Schema.bool()), List.of(true)),
                arguments("iterable", Schema.array(Schema.string()), List.of("a")),
                arguments("nested", Schema.array(Schema.array(Schema.string())), List.of(List.of("a"))),
                arguments("map", Schema.map(Schema.integer()), Map.of("a", 1L)),
                arguments("byDate", Schema.map(Schema.string()), Map.of("2026-01-31", "a")),
                arguments("uuid", Schema.string("uuid"), "6b1c3e0a-54b0-4a67-8f0e-0d2f5c1f6a11"),
                arguments("uri", Schema.string("uri"), "https://example.org/a"),
                arguments("node", Schema.unknown(), Map.of("a", List.of(1L))),
                arguments("any", Schema.unknown(), Map.of("a", List.of(1L))),
                arguments("instant", Schema.string("date-time"), "2026-01-31T10:15:30Z"),
                arguments("localDate", Schema.string("date"), "2026-01-31"),
                arguments("localTime", Schema.string("time-local"), "10:15:00"),
                arguments("localDateTime", Schema.string("date-time-local"), "2026-01-31T10:15:00"),
                arguments("offsetDateTime", Schema.string("date-time"), "2026-01-31T10:15:00+01:00"),
                arguments("offsetTime", Schema.string("time"), "10:15:00+01:00"),
                arguments("zonedDateTime", Schema.string("zoned-date-time"), "2026-01-31T10:15:00+01:00[Europe/Paris]"),
                arguments("duration", Schema.string("duration"), "PT1H30M"),
                arguments("period", Schema.string("duration"), "P1M2D"),
                arguments("year", Schema.string("year"), "2026"),
                arguments("yearMonth", Schema.string("year-month"), "2026-01"),
                arguments("monthDay", Schema.string("month-day"), "--01-31"),
                arguments("zoneId", Schema.string("time-zone"), "Europe/Paris"),
                arguments("zoneOffset", Schema.string("utc-offset"), "+01:00"),
                arguments("dayOfWeek", Schema.reference("DayOfWeek"), "MONDAY"),
                arguments("month", Schema.reference("Month"), "JANUARY"),
                arguments("status", Schema.reference("Status"), "OPEN"),
                arguments("line", Schema.reference("Line"), Map.of("isbn", "1", "copies", 2L)),
                arguments("shape", Schema.reference("Shape"), Map.of("type", "Circle", "radius", 1.5)),
                arguments(
                        "drawing",
                        Schema.reference("Drawing"),
                        Map.of(
                                "background", Map.of("type", "Square", "side", 2.5),
                                "shapes", List.of(Map.of("type", "Circle", "radius", 1.5)),
                                "named", Map.of("sun", Map.of("type", "Circle", "radius", 0.5)))),
                arguments(
                        "page",
                        Schema.reference("PageOfLine"),
                        Map.of("items", List.of(Map.of("isbn", "1", "copies", 2L)))));
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsWhatItWrites(String operation, Schema schema, Object plain) throws Exception {
        Object result = ECHO.call(operation, Map.of("value", plain));
        assertThat(result).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("types")
    void givesBothDirectionsOneSchema(String operation, Schema schema, Object plain) {
        Operation read = ECHO.operation(operation);
        assertThat(read.output()).isEqualTo(schema);
        assertThat(read.input()).isEqualTo(Schema.object(List.of(Schema.Property.required("value", schema))));
    }

    @ParameterizedTest
    @MethodSource("types")
    void writesWhatTheOutputSchemaAllows(String operation, Schema schema, Object plain) throws Exception {
        Object result = ECHO.call(operation, Map.of("value", plain));
        assertThat(new SchemaValidator(ECHO.service()).validate(schema, result)).isEmpty();
    }

    private static Stream<Arguments> optionals() {
        return Stream.of(
                arguments("nullable", Schema.string(), "a"),
                arguments("optional", Schema.string(), "a"),
                arguments("optionalInt", Schema.integer(), 1L),
                arguments("optionalLong", Schema.integer(), 1L),
                arguments("optionalDouble", Schema.number(), 1.5));
    }

    @ParameterizedTest
    @MethodSource("optionals")
    void takesNullAndAbsentWhereTheTypeAllowsThem(String operation, Schema schema, Object plain) throws Exception {
        assertThat(ECHO.operation(operation).output()).isEqualTo(Schema.nullable(schema));
        assertThat(ECHO.operation(operation).input())
                .isEqualTo(Schema.object(List.of(Schema.Property.optional("value", Schema.nullable(schema)))));
        assertThat(ECHO.call(operation, Map.of("value", plain))).isEqualTo(plain);
        assertThat(ECHO.call(operation, Map.of())).isNull();
        assertThat(ECHO.call(operation, java.util.Collections.singletonMap("value", null)))
                .isNull();
    }

    @Test
    void findsNothingWrongWithTheseTypes() {
        assertThat(ECHO.issues()).isEmpty();
    }

    @Test
    void tellsSealedTypesApartByTheirSimpleNames() {
        assertThat(ECHO.type("Shape"))
                .isEqualTo(new Schema.UnionSchema(
                        List.of(
                                Schema.reference("Circle"),
                                Schema.reference("Square"),
                                new Schema.TupleSchema(List.of(Schema.constants("Dot"), Schema.reference("Dot")))),
                        null));
        assertThat(ECHO.type("Circle"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("type", Schema.constants("Circle")),
                        Schema.Property.required("radius", Schema.number()))));
    }

    @Test
    void marksTheDiscriminatorWhereEverySubtypeIsAnObject() {
        assertThat(ECHO.type("Payment"))
                .isEqualTo(new Schema.UnionSchema(List.of(Schema.reference("Card"), Schema.reference("Cash")), "type"));
    }

    @Test
    void namesEnumsByTheirConstants() {
        assertThat(ECHO.type("Status")).isEqualTo(Schema.constants("OPEN", "SHIPPED"));
    }

    @Test
    void refersToTypesThatContainThemselves() {
        assertThat(ECHO.type("Category"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("name", Schema.string()),
                        Schema.Property.required("children", Schema.array(Schema.reference("Category"))))));
    }

    @Test
    void splitsATypeWhoseInputAndOutputDiffer() {
        assertThat(ECHO.type("Note"))
                .isEqualTo(Schema.object(List.of(Schema.Property.required("text", Schema.nullable(Schema.string())))));
        assertThat(ECHO.type("NoteInput"))
                .isEqualTo(Schema.object(List.of(Schema.Property.optional("text", Schema.nullable(Schema.string())))));
    }

    @Test
    void carriesTheNullnessOfATypeArgumentIntoItsMembers() {
        assertThat(ECHO.type("PageOfNullableLine"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("items", Schema.array(Schema.nullable(Schema.reference("Line")))))));
    }

    @Test
    void requiresNothingThatASetterTakes() {
        assertThat(ECHO.type("AddressInput"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.optional("street", Schema.string()),
                        Schema.Property.optional("zip", Schema.nullable(Schema.string())))));
        assertThat(ECHO.type("Address"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("street", Schema.string()),
                        Schema.Property.required("zip", Schema.nullable(Schema.string())))));
    }

    enum Status {
        OPEN,
        SHIPPED
    }

    record Line(String isbn, int copies) {}

    record Page<T extends @Nullable Object>(List<T> items) {}

    record Category(String name, List<Category> children) {}

    record Note(@Nullable String text) {}

    sealed interface Shape permits Circle, Square, Dot {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    enum Dot implements Shape {
        SMALL
    }

    record Drawing(Shape background, List<Shape> shapes, Map<String, Shape> named) {}

    sealed interface Payment {}

    record Card(String number) implements Payment {}

    record Cash() implements Payment {}

    public static final class Address {
        private String street = "";
        private @Nullable String zip;

        public String getStreet() {
            return street;
        }

        public void setStreet(String street) {
            this.street = street;
        }

        public @Nullable String getZip() {
            return zip;
        }

        public void setZip(@Nullable String zip) {
            this.zip = zip;
        }
    }
}
