package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Schema;
import dev.codemode.internal.json.Json;
import dev.codemode.source.OperationFailedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final Loaded ECHO = Loaded.of(new Echo());
    private static final Loaded HOSTS = hosts(new ObjectMapper());

    private static Loaded hosts(ObjectMapper mapper) {
        return new Loaded(AnnotatedServices.builder()
                .bean(new HostEcho())
                .mapper(mapper)
                .build()
                .load());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    dates   | {"due":"24/12/2026","seen":"24/12/2026","days":["24/12/2026"],"stamp":1700000000000,"text":"2026-01-31T10:15:30.000+00:00"}
                    numbers | {"id":"9007199254740993","count":"5","none":null,"price":"1.50","big":"123456789012345678901234567890","share":"2.5","yes":"true","one":1,"ids":["9007199254740993"],"by":{"a":"9007199254740993"},"plain":[1],"named":"9007199254740993"}
                    levels  | {"place":1,"places":[0],"own":1,"name":"HIGH"}
                    bean    | {"id":"9007199254740993","when":"2026/01/02"}
                    shapes  | {"point":[1,2],"points":[[1,2]],"named":{"x":1,"y":2}}
                    """)
    void readsWhatItWritesInTheFormatOfEachProperty(String operation, String json) throws Exception {
        assertRoundTrip(ECHO, operation, json);
        assertRoundTrip(HOSTS, operation, json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    times    | {"date":"24/12/2026","time":"10.15","local":"24/12/2026 10:15","instant":"24/12/2026 10:15","offset":"2026-12-24T10:15+03:00","zoned":"2026-12-24 10:15 Europe/Paris","stamp":1700000000000,"month":"12/2026","year":2026,"maybe":"24/12/2026","dates":["24/12/2026"],"french":"24 janvier 2026"}
                    optional | {"id":"9007199254740993","number":"9007199254740993"}
                    """)
    void readsWhatItWritesInTheFormatOfEachTime(String operation, String json) throws Exception {
        assertRoundTrip(ECHO, operation, json);
    }

    private static void assertRoundTrip(Loaded loaded, String operation, String json) throws Exception {
        Map<String, Object> arguments = Map.of("value", Json.read(json), "n", 1L);
        assertThat(loaded.refusals(operation, arguments)).isEmpty();
        Object result = loaded.call(operation, arguments);
        assertThat(Json.write(result)).isEqualTo(json);
        assertThat(loaded.mismatches(operation, result)).isEmpty();
    }

    @Test
    void givesBothDirectionsOneType() {
        assertThat(ECHO.service().types().keySet())
                .contains("Levels", "Shapes")
                .doesNotContain("LevelsInput", "ShapesInput");
        assertThat(ECHO.issues()).isEmpty();
    }

    @Test
    void namesThePatternOfATime() {
        assertThat(ECHO.declarations())
                .contains(
                        "/** (dd/MM/yyyy) */\n    due: string;",
                        "/** (dd/MM/yyyy) */\n    seen: string;",
                        "/** (HH.mm) */\n    time: string;",
                        "/** (yyyy/MM/dd) */\n    when: string;");
    }

    @Test
    void movesAnInstantToTheZoneOfItsFormat() throws Exception {
        Object text = ECHO.call("zone", Map.of("n", 0L));
        assertThat(text).isEqualTo("01/01/1970 01:00");
    }

    @Test
    void followsTheFormatOfAParameterAndOfAResult() throws Exception {
        assertThat(ECHO.parameter("due", "value").schema()).isEqualTo(Schema.string("dd/MM/yyyy"));
        assertThat(ECHO.operation("due").output()).isEqualTo(Schema.string("dd/MM/yyyy"));
        assertThat(ECHO.call("due", Map.of("value", "24/12/2026"))).isEqualTo("24/12/2026");
        assertThat(ECHO.call("due", Map.of())).isEqualTo("31/01/2026");
        assertThat(ECHO.call("id", Map.of("value", "9007199254740993"))).isEqualTo("9007199254740993");
        assertThat(ECHO.call("found", Map.of())).isEqualTo("9007199254740993");
    }

    @Test
    void saysWhatANumberInTextMustBe() {
        assertThatThrownBy(() -> ECHO.call("id", Map.of("value", "1e3")))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("echo.id: 'value' must be an integer, but was \"1e3\" (at $.value)");
    }

    @Test
    void declaresSqlDatesAsTheyAreWritten() throws Exception {
        assertThat(ECHO.operation("sql").output()).isEqualTo(Schema.string("date"));
        assertThat(ECHO.parameter("sql", "value").schema()).isEqualTo(Schema.string("date"));
        assertThat(ECHO.call("sql", Map.of("value", "2026-01-31"))).isEqualTo("2026-01-31");
        assertThat(ECHO.parameter("calendar", "value").schema()).isEqualTo(Schema.string("date-time"));
    }

    @Test
    void followsTheOverridesOfTheHostsMapper() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        mapper.configOverride(Long.class).setFormat(JsonFormat.Value.forShape(Shape.STRING));
        mapper.configOverride(Date.class).setFormat(JsonFormat.Value.forPattern("yyyy"));
        Loaded loaded = hosts(mapper);
        assertThat(loaded.operation("count").output()).isEqualTo(Schema.string());
        assertThat(loaded.parameter("count", "value").schema()).isEqualTo(Schema.string());
        assertThat(loaded.call("count", Map.of("value", "9007199254740993"))).isEqualTo("9007199254740993");
        assertThat(loaded.operation("date").output()).isEqualTo(Schema.string("yyyy"));
        assertThat(loaded.parameter("date", "value").schema()).isEqualTo(Schema.string("yyyy"));
    }

    @Test
    void followsTheDateFormatOfTheHostsMapper() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.setDateFormat(new SimpleDateFormat("dd.MM.yyyy"));
        Loaded loaded = hosts(mapper);
        assertThat(loaded.operation("date").output()).isEqualTo(Schema.string("dd.MM.yyyy"));
        assertThat(loaded.parameter("date", "value").schema()).isEqualTo(Schema.string("dd.MM.yyyy"));
    }

    @Test
    void warnsOfAFormThatTheHostsMapperWritesButDoesNotRead() {
        Loaded loaded = new Loaded(AnnotatedServices.builder()
                .bean(new Ids())
                .mapper(JsonMapper.builder()
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .build())
                .build()
                .load());
        assertThat(loaded.parameter("id", "value").schema()).isEqualTo(Schema.integer());
        assertThat(loaded.issues())
                .containsExactly(
                        "WARNING Ids.id(long): parameter 'value' has type long, which the ObjectMapper writes in"
                                + " a different form than it reads, so a script cannot pass back what it got. Let it read that form"
                                + " (MapperFeature.ALLOW_COERCION_OF_SCALARS), or leave the ObjectMapper out.");
    }

    @Test
    void warnsOfAShapeThatTheBuiltInMapperDoesNotKnow() {
        assertThat(Loaded.of(new Lists()).issues())
                .containsExactly(
                        "WARNING Lists.day(): the result has type LocalDate, whose @JsonFormat shape the built-in"
                                + " ObjectMapper does not support: it stays text. Remove the shape, or pass an"
                                + " ObjectMapper with jackson-datatype-jsr310.");
    }

    @Test
    void refusesAnInvalidPattern() {
        assertThat(Loaded.of(new Broken()).issues())
                .containsExactly(
                        "ERROR Broken.day(): the result has type LocalDate, which the ObjectMapper cannot write:"
                                + " Unknown pattern letter: b. Correct its Jackson annotations, or use a record.");
    }

    record Dates(
            @JsonFormat(pattern = "dd/MM/yyyy") Date due,
            @JsonFormat(pattern = "dd/MM/yyyy") Calendar seen,
            @JsonFormat(pattern = "dd/MM/yyyy") List<Date> days,
            @JsonFormat(shape = Shape.NUMBER) Date stamp,
            @JsonFormat(shape = Shape.STRING) Date text) {}

    record Times(
            @JsonFormat(pattern = "dd/MM/yyyy") LocalDate date,
            @JsonFormat(pattern = "HH.mm") LocalTime time,
            @JsonFormat(pattern = "dd/MM/yyyy HH:mm") LocalDateTime local,

            @JsonFormat(pattern = "dd/MM/yyyy HH:mm", timezone = "Europe/Paris")
            Instant instant,

            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mmXXX") OffsetDateTime offset,
            @JsonFormat(pattern = "yyyy-MM-dd HH:mm VV") ZonedDateTime zoned,
            @JsonFormat(shape = Shape.NUMBER) Instant stamp,
            @JsonFormat(pattern = "MM/yyyy") YearMonth month,
            @JsonFormat(shape = Shape.NUMBER) Year year,
            @JsonFormat(pattern = "dd/MM/yyyy") Optional<LocalDate> maybe,
            @JsonFormat(pattern = "dd/MM/yyyy") List<LocalDate> dates,

            @JsonFormat(pattern = "d MMMM yyyy", locale = "fr")
            LocalDate french) {}

    record Numbers(
            @JsonFormat(shape = Shape.STRING) long id,
            @JsonFormat(shape = Shape.STRING) int count,
            @JsonFormat(shape = Shape.STRING) @Nullable Long none,
            @JsonFormat(shape = Shape.STRING) BigDecimal price,
            @JsonFormat(shape = Shape.STRING) BigInteger big,
            @JsonFormat(shape = Shape.STRING) double share,
            @JsonFormat(shape = Shape.STRING) boolean yes,
            @JsonFormat(shape = Shape.NUMBER) boolean one,
            @JsonFormat(shape = Shape.STRING) List<Long> ids,
            @JsonFormat(shape = Shape.STRING) Map<String, Long> by,
            @JsonFormat(shape = Shape.STRING) long[] plain,
            @JsonSerialize(using = ToStringSerializer.class) long named) {}

    record Optionals(
            @JsonFormat(shape = Shape.STRING) Optional<Long> id,
            @JsonFormat(shape = Shape.STRING) OptionalLong number) {}

    enum Level {
        LOW,
        HIGH
    }

    @JsonFormat(shape = Shape.NUMBER)
    enum Rank {
        LOW,
        HIGH
    }

    record Levels(
            @JsonFormat(shape = Shape.NUMBER) Level place,
            @JsonFormat(shape = Shape.NUMBER) List<Level> places,
            Rank own,
            @JsonFormat(shape = Shape.STRING) Rank name) {}

    static final class Bean {
        private long id;
        private Date when = new Date(0);

        @JsonFormat(shape = Shape.STRING)
        public long getId() {
            return id;
        }

        public void setId(long id) {
            this.id = id;
        }

        public Date getWhen() {
            return when;
        }

        @JsonFormat(pattern = "yyyy/MM/dd")
        public void setWhen(Date when) {
            this.when = when;
        }
    }

    @JsonFormat(shape = Shape.ARRAY)
    record Point(int x, int y) {}

    record Pair(int x, int y) {}

    record Shapes(
            Point point, @JsonFormat(shape = Shape.ARRAY) List<Pair> points, Pair named) {}

    @CodeModeService(name = "lists")
    static final class Lists {
        @CodeModeOperation(effect = Effect.READ)
        @JsonFormat(shape = Shape.ARRAY)
        public LocalDate day() {
            return LocalDate.EPOCH;
        }
    }

    @CodeModeService(name = "broken")
    static final class Broken {
        @CodeModeOperation(effect = Effect.READ)
        @JsonFormat(pattern = "dd/bb")
        public LocalDate day() {
            return LocalDate.EPOCH;
        }
    }

    @CodeModeService(name = "ids")
    static final class Ids {
        @CodeModeOperation(effect = Effect.READ)
        public String id(@JsonFormat(shape = Shape.STRING) long value) {
            return String.valueOf(value);
        }
    }

    @CodeModeService(name = "echo")
    static class HostEcho {
        @CodeModeOperation(effect = Effect.READ)
        public Dates dates(Dates value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Numbers numbers(Numbers value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Levels levels(Levels value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Bean bean(Bean value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Shapes shapes(Shapes value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Long count(Long value) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Date date(Date value) {
            return value;
        }
    }

    static final class Echo extends HostEcho {
        @CodeModeOperation(effect = Effect.READ)
        public Times times(Times value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Optionals optional(Optionals value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        @JsonFormat(pattern = "dd/MM/yyyy HH:mm", timezone = "Europe/Paris")
        public Instant zone(int n) {
            return Instant.EPOCH;
        }

        @CodeModeOperation(effect = Effect.READ)
        @JsonFormat(pattern = "dd/MM/yyyy")
        public LocalDate due(
                @JsonFormat(pattern = "dd/MM/yyyy") @CodeModeParam(defaultValue = "31/01/2026") LocalDate value) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        @JsonFormat(shape = Shape.STRING)
        public long id(@JsonFormat(shape = Shape.STRING) long value) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        @JsonFormat(shape = Shape.STRING)
        public Optional<Long> found() {
            return Optional.of(9007199254740993L);
        }

        @CodeModeOperation(effect = Effect.READ)
        public java.sql.Date sql(java.sql.Date value) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Calendar calendar(Calendar value) {
            return value;
        }
    }
}
