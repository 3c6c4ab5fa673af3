package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Schema;
import dev.codemode.internal.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfContainingTest {
    private static final Loaded ECHO = Loaded.of(new Echo());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    shelves  | {"a":{"b":{}}}
                    outline  | [[],[[]]]
                    groups   | [[],[[]]]
                    crossed  | [{"a":[{"b":[]}]}]
                    generic  | {"a":{"b":{}}}
                    arrays   | [[[[]]]]
                    optional | [[],[[]]]
                    many     | [{"a":{"b":{}}}]
                    holder   | {"shelves":{"a":{"b":{}}},"outline":[[[]]]}
                    """)
    void readsAndWritesEveryLevel(String operation, String json) throws Exception {
        Map<String, Object> arguments = Map.of("value", Json.read(json), "n", 1L);
        assertThat(ECHO.refusals(operation, arguments)).isEmpty();
        Object result = ECHO.call(operation, arguments);
        assertThat(Json.write(result)).isEqualTo(json);
        assertThat(ECHO.mismatches(operation, result)).isEmpty();
        assertThat(ECHO.issues()).isEmpty();
    }

    @Test
    void declaresANamedTypeThatContainsItself() {
        assertThat(ECHO.type("Shelves")).isEqualTo(Schema.map(Schema.reference("Shelves")));
        assertThat(ECHO.type("Outline")).isEqualTo(Schema.array(Schema.reference("Outline")));
        assertThat(ECHO.type("Crossed")).isEqualTo(Schema.array(Schema.map(Schema.reference("Crossed"))));
        assertThat(ECHO.type("GenericOfString")).isEqualTo(Schema.map(Schema.reference("GenericOfString")));
        assertThat(ECHO.type("Walk")).isEqualTo(Schema.array(Schema.reference("Walk")));
        assertThat(ECHO.operation("tags").output()).isEqualTo(Schema.array(Schema.string()));
    }

    @Test
    void refusesWhatTheHostsMapperDoesNotFollow() {
        assertThat(hosts(new ObjectMapper(), new Takes()))
                .containsExactly(
                        "ERROR Takes.crossed(Crossed): parameter 'value' has type Crossed, which the ObjectMapper cannot read:"
                                + " it is a collection or map of itself, which it does not follow. Use a record that contains"
                                + " itself, or leave the ObjectMapper out to use the built-in one.",
                        "ERROR Takes.shelves(Shelves): parameter 'value' has type Shelves, which the ObjectMapper cannot read:"
                                + " it is a collection or map of itself, which it does not follow. Use a record that contains"
                                + " itself, or leave the ObjectMapper out to use the built-in one.");
        assertThat(hosts(new ObjectMapper(), new Gives())).isEmpty();
        ObjectMapper staticTyping =
                JsonMapper.builder().enable(MapperFeature.USE_STATIC_TYPING).build();
        assertThat(hosts(staticTyping, new Gives()))
                .containsExactly(
                        "ERROR Gives.shelves(): the result has type Shelves, which the ObjectMapper cannot write: it"
                                + " is a collection or map of itself, which it does not follow. Use a record that contains itself,"
                                + " or leave the ObjectMapper out to use the built-in one.");
    }

    private static List<String> hosts(ObjectMapper mapper, Object bean) {
        return new Loaded(AnnotatedServices.builder()
                        .bean(bean)
                        .mapper(mapper)
                        .build()
                        .load())
                .issues();
    }

    @SuppressWarnings("serial")
    static class Shelves extends TreeMap<String, Shelves> {}

    @SuppressWarnings("serial")
    static final class Outline extends ArrayList<Outline> {}

    @SuppressWarnings("serial")
    static final class Groups extends LinkedHashSet<Groups> {}

    @SuppressWarnings("serial")
    static final class Crossed extends ArrayList<Map<String, Crossed>> {}

    @SuppressWarnings("serial")
    static final class Generic<T> extends HashMap<T, Generic<T>> {}

    @SuppressWarnings("serial")
    static final class Arrays extends ArrayList<Arrays[]> {}

    @SuppressWarnings("serial")
    static final class Maybe extends ArrayList<Optional<Maybe>> {}

    @SuppressWarnings("serial")
    static final class Tags extends ArrayList<String> {}

    static final class Walk implements Iterable<Walk> {
        @Override
        public Iterator<Walk> iterator() {
            return List.<Walk>of().iterator();
        }
    }

    record Holder(Shelves shelves, Outline outline) {}

    @CodeModeService(name = "takes")
    static final class Takes {
        @CodeModeOperation(effect = Effect.READ)
        public int crossed(Crossed value) {
            return value.size();
        }

        @CodeModeOperation(effect = Effect.READ)
        public int shelves(Shelves value) {
            return value.size();
        }
    }

    @CodeModeService(name = "gives")
    static final class Gives {
        @CodeModeOperation(effect = Effect.READ)
        public Shelves shelves() {
            return new Shelves();
        }
    }

    @CodeModeService(name = "echo")
    static final class Echo {
        @CodeModeOperation(effect = Effect.READ)
        public Shelves shelves(Shelves value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Outline outline(Outline value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Groups groups(Groups value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Crossed crossed(Crossed value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Generic<String> generic(Generic<String> value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Arrays arrays(Arrays value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Maybe optional(Maybe value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public List<Shelves> many(List<Shelves> value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Holder holder(Holder value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Tags tags() {
            return new Tags();
        }

        @CodeModeOperation(effect = Effect.READ)
        public Walk walk() {
            return new Walk();
        }
    }
}
