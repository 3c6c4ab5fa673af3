package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Schema;
import dev.codemode.internal.json.Json;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeftOutTest {
    private static Loaded load(boolean hosts) {
        AnnotatedServices.Builder builder = AnnotatedServices.builder().bean(new Echo());
        return new Loaded(
                (hosts ? builder.mapper(new ObjectMapper()) : builder).build().load());
    }

    @ParameterizedTest
    @CsvSource({"ignored", "named", "typed", "readOnly"})
    void takesAnObjectWithoutWhatItsTypeIgnores(String operation) throws Exception {
        for (boolean hosts : List.of(true, false)) {
            Loaded loaded = load(hosts);
            Map<String, Object> arguments = Map.of("value", Map.of("title", "Emma"), "n", 1L);
            assertThat(loaded.refusals(operation, arguments)).isEmpty();
            assertThat(loaded.call(operation, arguments)).isEqualTo("Emma");
            assertThat(loaded.refusals(operation, Map.of("value", Map.of("title", "Emma", "secret", "x"), "n", 1L)))
                    .containsExactly("'value' has no property 'secret' (at $.value; known: title)");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void declaresAnObjectAsAnyValue(boolean hosts) throws Exception {
        Loaded loaded = load(hosts);
        assertThat(loaded.operation("any").output()).isEqualTo(Schema.unknown());
        assertThat(loaded.operation("rows").output()).isEqualTo(Schema.array(Schema.array(Schema.unknown())));
        Object rows = loaded.call("rows", Map.of());
        assertThat(rows).isEqualTo(List.of(List.of("a", 1L)));
        assertThat(loaded.mismatches("rows", rows)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesTheKeysOfAMapFromAnEnum(boolean hosts) throws Exception {
        Loaded loaded = load(hosts);
        assertThat(loaded.declarations())
                .contains(
                        "value: { NEW?: number; PAID?: number }; n: number }): Promise<{ NEW?: number; PAID?: number }>",
                        "value: { \"n-ew\"?: number; OLD?: number }; n: number })",
                        "value: { v1?: number }; n: number })");
        for (String json : List.of("prices {\"NEW\":1.5}", "renamed {\"n-ew\":1}", "valued {\"v1\":2}")) {
            String operation = json.substring(0, json.indexOf(' '));
            Object map = Json.read(json.substring(json.indexOf(' ')));
            Map<String, Object> arguments = Map.of("value", map, "n", 1L);
            assertThat(loaded.refusals(operation, arguments)).isEmpty();
            assertThat(loaded.call(operation, arguments)).isEqualTo(map);
        }
        assertThat(loaded.refusals("prices", Map.of("value", Map.of("OLD", 1L), "n", 1L)))
                .containsExactly("'value' has no property 'OLD' (at $.value; known: NEW, PAID)");
    }

    record Ignored(
            String title,
            @JsonIgnore String secret,
            @JsonIgnore int count) {}

    @JsonIgnoreProperties({"secret", "pages"})
    record Named(String title, String secret, int pages) {}

    @JsonIgnoreType
    record Hidden(String text) {}

    record Typed(String title, Hidden secret) {}

    record ReadOnly(
            String title,

            @JsonProperty(access = JsonProperty.Access.READ_ONLY)
            String secret,

            @JsonProperty(access = JsonProperty.Access.READ_ONLY)
            int copies) {}

    enum Status {
        NEW,
        PAID
    }

    enum Age {
        @JsonProperty("n-ew")
        NEW,
        OLD
    }

    enum Version {
        FIRST;

        @JsonValue
        String text() {
            return "v1";
        }
    }

    @CodeModeService(name = "echo")
    static final class Echo {
        @CodeModeOperation(effect = Effect.READ)
        public String ignored(Ignored value, int n) {
            return value.title();
        }

        @CodeModeOperation(effect = Effect.READ)
        public String named(Named value, int n) {
            return value.title();
        }

        @CodeModeOperation(effect = Effect.READ)
        public String typed(Typed value, int n) {
            return value.title();
        }

        @CodeModeOperation(effect = Effect.READ)
        public String readOnly(ReadOnly value, int n) {
            return value.title();
        }

        @CodeModeOperation(effect = Effect.READ)
        public Object any(Object value) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public List<Object[]> rows() {
            return List.<Object[]>of(new Object[] {"a", 1});
        }

        @CodeModeOperation(effect = Effect.READ)
        public Map<Status, BigDecimal> prices(Map<Status, BigDecimal> value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public EnumMap<Age, Integer> renamed(EnumMap<Age, Integer> value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Map<Version, Integer> valued(Map<Version, Integer> value, int n) {
            return value;
        }
    }
}
