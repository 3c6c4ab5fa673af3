package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaBeansTest {
    private static final Loaded ECHO = Loaded.of(new Echo());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    byGetter | {"id":"1","box_width":1,"box_height":2}
                    bySetter | {"id":"1","width_cm":1,"height_cm":2}
                    byField  | {"id":"1","width":1,"height":2}
                    outer    | {"o_id":"1","o_box_width":1,"o_box_height":2,"name":"n"}
                    nested   | {"name":"n","a_id":"1","a_b_width":1,"a_b_height":2}
                    created  | {"id":"1","width":1,"height":2}
                    """)
    void readsUnwrappedPropertiesAsItWritesThem(String operation, String json) throws Exception {
        Map<String, Object> arguments = Map.of("value", Json.read(json), "n", 1L);
        assertThat(ECHO.refusals(operation, arguments)).isEmpty();
        Object result = ECHO.call(operation, arguments);
        assertThat(Json.write(result)).isEqualTo(json);
        assertThat(ECHO.mismatches(operation, result)).isEmpty();
    }

    @Test
    void readsUnwrappedPropertiesWithAHostsMapper() throws Exception {
        Loaded hosts = new Loaded(AnnotatedServices.builder()
                .bean(new Echo())
                .mapper(new ObjectMapper())
                .build()
                .load());
        Map<String, Object> value = Map.of("id", "1", "box_width", 1L, "box_height", 2L);
        Map<String, Object> arguments = Map.of("value", value, "n", 1L);
        assertThat(hosts.refusals("byGetter", arguments)).isEmpty();
        assertThat(hosts.call("byGetter", arguments)).isEqualTo(value);
    }

    @Test
    void doesNotOfferWhatTheEnclosingObjectFills() throws Exception {
        assertThat(ECHO.declarations())
                .contains("interface AuthorInput {\n    name?: string;\n    books?: { title?: string }[];\n  }")
                .contains("interface BookInput {\n    title?: string;\n    author?: AuthorInput | null;\n  }");
        Object author = Json.read("{\"name\":\"a\",\"books\":[{\"title\":\"t\"}]}");
        assertThat(ECHO.call("author", Map.of("value", author, "n", 1L))).isEqualTo(author);
        assertThat(ECHO.call("book", Map.of("value", Map.of("title", "t", "author", Map.of("name", "z")), "n", 1L)))
                .isEqualTo("t by z");
    }

    @Test
    void keepsOneTypeForATree() {
        assertThat(ECHO.declarations()).contains("interface Node {\n    children?: Node[];\n    parent?: Node;\n  }");
        assertThat(ECHO.issues()).isEmpty();
    }

    @Test
    void offersTheEntriesOfAMapAmongThePropertiesOnce() {
        assertThat(ECHO.declarations())
                .contains("interface LabelsInput {\n    id?: string;\n    [key: string]: unknown;");
    }

    @Test
    void refusesASuspendFunction() {
        assertThat(Loaded.of(new Suspending()).issues())
                .containsExactly(
                        "ERROR Suspending.find(String, Continuation): A Kotlin suspend function cannot be an"
                                + " operation. Make it return a CompletableFuture, for example with CoroutineScope.future { ... }.");
    }

    static final class Box {
        private int width;
        private int height;

        public int getWidth() {
            return width;
        }

        public void setWidth(int width) {
            this.width = width;
        }

        public int getHeight() {
            return height;
        }

        public void setHeight(int height) {
            this.height = height;
        }
    }

    static class ByGetter {
        public String id = "";
        private Box box = new Box();

        @JsonUnwrapped(prefix = "box_")
        public Box getBox() {
            return box;
        }

        public void setBox(Box box) {
            this.box = box;
        }
    }

    static final class BySetter {
        public String id = "";
        private Box box = new Box();

        public Box getBox() {
            return box;
        }

        @JsonUnwrapped(suffix = "_cm")
        public void setBox(Box box) {
            this.box = box;
        }
    }

    static final class ByField {
        public String id = "";

        @JsonUnwrapped
        private Box box = new Box();

        public Box getBox() {
            return box;
        }

        public void setBox(Box box) {
            this.box = box;
        }
    }

    static final class Outer {
        private ByGetter inner = new ByGetter();

        @JsonProperty(index = 1)
        public String name = "";

        @JsonUnwrapped(prefix = "o_")
        @JsonProperty(index = 0)
        public ByGetter getInner() {
            return inner;
        }

        public void setInner(ByGetter inner) {
            this.inner = inner;
        }
    }

    record Flat(int width, int height) {}

    record Middle(String id, @JsonUnwrapped(prefix = "b_") Flat flat) {}

    record Nested(String name, @JsonUnwrapped(prefix = "a_") Middle middle) {}

    static final class Created {
        private final String id;
        private final Box box;

        @JsonCreator
        Created(@JsonProperty("id") String id, @JsonUnwrapped @JsonProperty("box") Box box) {
            this.id = id;
            this.box = box;
        }

        public String getId() {
            return id;
        }

        @JsonUnwrapped
        public Box getBox() {
            return box;
        }
    }

    static final class Author {
        public String name = "";

        @JsonManagedReference
        public List<Book> books = new ArrayList<>();
    }

    static final class Book {
        public String title = "";

        @JsonBackReference
        public @Nullable Author author;
    }

    static final class Node {
        @JsonManagedReference
        public List<Node> children = new ArrayList<>();

        @JsonBackReference
        public Node parent = this;
    }

    static final class Labels {
        private final Map<String, Integer> entries = new LinkedHashMap<>();
        public String id = "";

        @JsonAnyGetter
        public Map<String, Integer> getEntries() {
            return entries;
        }

        @JsonAnySetter
        public void put(String name, int value) {
            entries.put(name, value);
        }
    }

    @CodeModeService(name = "suspending")
    static final class Suspending {
        @CodeModeOperation(effect = Effect.READ)
        public Object find(String id, Continuation<String> completion) {
            return id;
        }
    }

    @CodeModeService(name = "echo")
    static final class Echo {
        @CodeModeOperation(effect = Effect.READ)
        public ByGetter byGetter(ByGetter value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public BySetter bySetter(BySetter value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public ByField byField(ByField value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Outer outer(Outer value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Nested nested(Nested value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Created created(Created value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Author author(Author value, int n) {
            return value;
        }

        @CodeModeOperation(effect = Effect.READ)
        public String book(Book value, int n) {
            return value.title + (value.author == null ? "" : " by " + value.author.name);
        }

        @CodeModeOperation(effect = Effect.READ)
        public int tree(Node value, int n) {
            return value.children.size();
        }

        @CodeModeOperation(effect = Effect.READ)
        public Labels labels(Labels value, int n) {
            return value;
        }
    }
}
