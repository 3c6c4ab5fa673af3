package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Schema;
import dev.codemode.validation.internal.SchemaValidator;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostMapperTest {
    private static Loaded load(ObjectMapper mapper) {
        return new Loaded(AnnotatedServices.builder()
                .bean(new Shop())
                .mapper(mapper)
                .build()
                .load());
    }

    private static Schema output(String operation) {
        Loaded loaded = load(new ObjectMapper());
        Schema output = loaded.operation(operation).output();
        return loaded.service().resolve(output);
    }

    @Test
    void followsRenamedIgnoredAndDescribedProperties() {
        assertThat(output("book"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("isbn-13", Schema.string()).withDocs(Docs.of("thirteen digits")),
                        Schema.Property.optional("blurb", Schema.string()))));
    }

    @Test
    void followsANamingStrategy() {
        Loaded loaded = load(JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build());
        assertThat(loaded.type("Shelf"))
                .isEqualTo(Schema.object(List.of(Schema.Property.required("row_number", Schema.integer()))));
    }

    @Test
    void leavesOutNullsWhereTheMapperDoes() {
        Loaded loaded = load(JsonMapper.builder()
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build());
        assertThat(loaded.service().resolve(loaded.operation("note").output()))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.optional("text", Schema.string()),
                        Schema.Property.required("line", Schema.integer()))));
    }

    @Test
    void inlinesUnwrappedProperties() {
        assertThat(output("parcel"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("id", Schema.string()),
                        Schema.Property.required("box_width", Schema.integer()),
                        Schema.Property.required("box_height", Schema.integer()))));
    }

    @Test
    void followsJsonValueAndItsDelegatingCreator() {
        Loaded loaded = load(new ObjectMapper());
        assertThat(loaded.operation("isbn").output()).isEqualTo(Schema.string());
        assertThat(loaded.parameter("isbn", "isbn").schema()).isEqualTo(Schema.string());
    }

    @Test
    void writesEnumsAsTheMapperDoes() {
        assertThat(output("size")).isEqualTo(Schema.constants("s", "m"));
        assertThat(output("level")).isEqualTo(Schema.constants(0L, 1L));
    }

    @Test
    void writesABeanAsATupleWhereItsFormatIsAnArray() {
        assertThat(output("point")).isEqualTo(new Schema.TupleSchema(List.of(Schema.integer(), Schema.integer())));
    }

    @Test
    void tellsAnnotatedSubtypesApart() {
        Loaded loaded = load(new ObjectMapper());
        assertThat(loaded.type("Item"))
                .isEqualTo(
                        new Schema.UnionSchema(List.of(Schema.reference("Paper"), Schema.reference("Audio")), "kind"));
        assertThat(loaded.type("Paper"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("kind", Schema.constants("paper")),
                        Schema.Property.required("pages", Schema.integer()))));
    }

    @Test
    void showsANameThatIsWrittenNextToItsValue() {
        assertThat(output("delivery"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.optional("kind", Schema.string()),
                        Schema.Property.required(
                                "goods",
                                new Schema.UnionSchema(
                                        List.of(
                                                Schema.object(
                                                        List.of(Schema.Property.required("pounds", Schema.integer()))),
                                                Schema.object(
                                                        List.of(Schema.Property.required("pieces", Schema.integer())))),
                                        null)))));
    }

    @Test
    void opensABeanWithAnAnyGetter() {
        assertThat(output("bag"))
                .isEqualTo(new Schema.ObjectSchema(
                        List.of(Schema.Property.required("id", Schema.string())), Map.of(), Schema.integer()));
    }

    @Test
    void showsTimestampsAsNumbersAndReadsBothForms() {
        Loaded loaded = load(new ObjectMapper());
        assertThat(loaded.operation("date").output()).isEqualTo(Schema.integer());
        assertThat(loaded.parameter("date", "date").schema())
                .isEqualTo(Schema.union(List.of(Schema.string("date-time"), Schema.integer())));
    }

    @Test
    void warnsOfASerialiserThatDoesNotSayWhatItWrites() {
        Loaded loaded = load(new ObjectMapper());
        assertThat(loaded.operation("opaque").output()).isEqualTo(Schema.unknown());
        assertThat(loaded.issues())
                .containsExactly(
                        "WARNING Shop.opaque(): the result has type Opaque, written by OpaqueWriter, which does not say"
                                + " what its JSON looks like: scripts see 'unknown'. Use a record, or @JsonValue.",
                        "ERROR Shop.optional(): property 'subtitle' of the result has type java.util.Optional, which the"
                                + " ObjectMapper supports only with an additional module. Register it, or leave the"
                                + " ObjectMapper out to use the built-in one.");
    }

    @Test
    void writesWhatTheOutputSchemasAllow() throws Exception {
        Loaded loaded = load(new ObjectMapper());
        SchemaValidator validator = new SchemaValidator(loaded.service());
        for (String operation :
                List.of("book", "note", "parcel", "size", "level", "point", "item", "bag", "opaque", "delivery")) {
            Object result = loaded.call(operation, Map.of());
            assertThat(validator.validate(loaded.operation(operation).output(), result))
                    .as(operation)
                    .isEmpty();
        }
    }

    record Book(
            @JsonProperty("isbn-13") @JsonPropertyDescription("thirteen digits")
            String isbn,

            @JsonIgnore String secret,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String blurb) {}

    record Shelf(int rowNumber) {}

    record Note(@Nullable String text, int line) {}

    record Parcel(String id, @JsonUnwrapped(prefix = "box_") Box box) {}

    record Box(int width, int height) {}

    record Isbn(@JsonValue String value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Isbn {}
    }

    enum Size {
        SMALL("s"),
        MEDIUM("m");

        private final String code;

        Size(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    enum Level {
        LOW,
        HIGH
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Point(int x, int y) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Paper.class, name = "paper"),
        @JsonSubTypes.Type(value = Audio.class, name = "audio")
    })
    interface Item {}

    record Paper(int pages) implements Item {}

    record Audio(int minutes) implements Item {}

    record Delivery(
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
            @JsonSubTypes({
                @JsonSubTypes.Type(value = Bulk.class, name = "bulk"),
                @JsonSubTypes.Type(value = Pieces.class, name = "pieces")
            })
            Goods goods) {}

    interface Goods {}

    record Bulk(int pounds) implements Goods {}

    record Pieces(int pieces) implements Goods {}

    record Bag(String id, @JsonAnyGetter Map<String, Integer> more) {}

    record Title(Optional<String> subtitle) {}

    @JsonSerialize(using = OpaqueWriter.class)
    record Opaque(int a) {}

    static final class OpaqueWriter extends StdSerializer<Opaque> {
        OpaqueWriter() {
            super(Opaque.class);
        }

        @Override
        public void serialize(Opaque value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeNumber(value.a());
        }
    }

    @CodeModeService(name = "shop")
    static final class Shop {
        @CodeModeOperation(effect = Effect.READ)
        public Book book() {
            return new Book("9", "secret", null);
        }

        @CodeModeOperation(effect = Effect.READ)
        public Shelf shelf() {
            return new Shelf(1);
        }

        @CodeModeOperation(effect = Effect.READ)
        public Note note() {
            return new Note(null, 1);
        }

        @CodeModeOperation(effect = Effect.READ)
        public Parcel parcel() {
            return new Parcel("1", new Box(1, 2));
        }

        @CodeModeOperation(effect = Effect.READ)
        public Isbn isbn(Isbn isbn) {
            return isbn;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Size size() {
            return Size.SMALL;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Level level() {
            return Level.HIGH;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Point point() {
            return new Point(1, 2);
        }

        @CodeModeOperation(effect = Effect.READ)
        public Item item() {
            return new Paper(3);
        }

        @CodeModeOperation(effect = Effect.READ)
        public Delivery delivery() {
            return new Delivery(new Bulk(2));
        }

        @CodeModeOperation(effect = Effect.READ)
        public Bag bag() {
            return new Bag("1", Map.of("a", 1));
        }

        @CodeModeOperation(effect = Effect.READ)
        public Date date(Date date) {
            return date;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Title optional() {
            return new Title(Optional.empty());
        }

        @CodeModeOperation(effect = Effect.READ)
        public Opaque opaque() {
            return new Opaque(1);
        }
    }
}
