package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIdentityReference;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.ObjectIdGenerator;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import com.fasterxml.jackson.annotation.ObjectIdResolver;
import com.fasterxml.jackson.annotation.SimpleObjectIdResolver;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.internal.json.Json;
import dev.codemode.source.OperationFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectIdsTest {
    private static final Loaded STAFF = Loaded.of(new Staff());
    private static final Loaded HOSTS = new Loaded(AnnotatedServices.builder()
            .bean(new Staff())
            .mapper(new ObjectMapper())
            .build()
            .load());

    @Test
    void declaresAnIdWhereverAnObjectMayAppearAgain() {
        assertThat(STAFF.declarations())
                .contains(
                        """
                          /** Given in full once; where the same one appears again, its id stands for it. */
                          interface Clerk {
                            id: number;
                            name: string | null;
                            chief: Clerk | number | null;
                            team: (Clerk | number)[];
                          }
                        """.indent(0),
                        "function clerk(): Promise<Clerk>;",
                        "function clerks(args: { clerks: (ClerkInput | number)[] }): Promise<(Clerk | number)[]>;",
                        "desks: (DeskInput | number)[] }): Promise<(Desk | number)[]>;",
                        "pets: (PetInput | number)[] }): Promise<(Pet | number)[]>;");
        assertThat(STAFF.issues()).isEmpty();
        assertThat(HOSTS.issues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    clerks  | [{"id":1,"name":"a","chief":null,"team":[{"id":2,"name":null,"chief":1,"team":[]}]},2,1]
                    desks   | [{"@id":1,"place":"a","next":{"@id":2,"place":"b","next":1}},2]
                    pets    | [{"kind":"cat","id":1,"friend":{"kind":"dog","id":2,"friend":1}},2]
                    floors  | [{"level":1,"desk":{"@desk":1,"colour":"red"},"spare":1,"owner":{"id":3,"name":null,"chief":null,"team":[]}}]
                    """)
    void readsWhatItWritesWithObjectsThatAppearAgain(String operation, String json) throws Exception {
        for (Loaded loaded : List.of(STAFF, HOSTS)) {
            Map<String, Object> arguments = Map.of(operation, plain(json));
            assertThat(loaded.refusals(operation, arguments)).isEmpty();
            Object result = loaded.call(operation, arguments);
            assertThat(result).isEqualTo(plain(json));
            assertThat(loaded.mismatches(operation, result)).isEmpty();
        }
    }

    @Test
    void writesWhatIsAlwaysAnIdAsAnId() throws Exception {
        for (Loaded loaded : List.of(STAFF, HOSTS)) {
            Object result = loaded.call("report", Map.of());
            assertThat(Json.write(result)).isEqualTo("{\"author\":4,\"readers\":[4],\"branch\":\"north\"}");
            assertThat(loaded.mismatches("report", result)).isEmpty();
        }
        assertThat(STAFF.declarations()).contains("author: number;\n    readers: number[];\n    branch: string;");
    }

    @Test
    void acceptsAnIdWithoutItsObjectIfTheHostResolvesIt() throws Exception {
        Map<String, Object> arguments = Map.of("book", 7L, "copies", 1L);
        assertThat(STAFF.refusals("order", arguments)).isEmpty();
        assertThat(STAFF.call("order", arguments)).isEqualTo(Map.of("number", 7L, "title", "found"));
    }

    @Test
    void asksForTheObjectOfAnIdWithoutOne() {
        Map<String, Object> arguments = Map.of("clerks", List.of(5L));
        assertThatThrownBy(() -> STAFF.call("clerks", arguments))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage(
                        "staff.clerks: 'clerks' has the id 5 without the object that it stands for: give that object"
                                + " in full once (at $.clerks)");
    }

    @Test
    void refusesAnIdentityByAPropertyThatIsMissing() {
        assertThat(Loaded.of(new Broken()).issues())
                .containsExactly("ERROR Broken.get(): the result has type NoId, which the ObjectMapper cannot write:"
                        + " Invalid Object Id definition for `dev.codemode.reflect.ObjectIdsTest$NoId`: cannot find property"
                        + " with name 'nr'. Give the type the property that its @JsonIdentityInfo names, or move the"
                        + " annotation to the subtypes that have it.");
    }

    @Test
    void namesTheAnnotationThatBelongsOnTheType() {
        assertThat(Loaded.of(new Chains()).issues())
                .containsExactly(
                        "WARNING Chains.get(): property 'link.next' of the result has type Link, which contains"
                                + " itself in a form that only this property has: scripts see 'unknown'. Move @JsonIdentityInfo from the property"
                                + " to the type.");
    }

    private static Object plain(String json) throws Exception {
        return Json.read(json);
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
    static final class Clerk {
        public int id;
        public @Nullable String name;
        public @Nullable Clerk chief;
        public List<Clerk> team = new ArrayList<>();
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class)
    static final class Desk {
        public String place = "";
        public @Nullable Desk next;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
    abstract static class Pet {
        public int id;
        public @Nullable Pet friend;
    }

    static final class Cat extends Pet {}

    static final class Dog extends Pet {}

    record Paint(String colour) {}

    static final class Floor {
        public int level;

        @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class, property = "@desk")
        public Paint desk = new Paint("");

        @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class, property = "@desk")
        public Paint spare = desk;

        public Clerk owner = new Clerk();
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "code")
    @JsonIdentityReference(alwaysAsId = true)
    record Branch(String code, int size) {}

    record Report(
            @JsonIdentityReference(alwaysAsId = true) Clerk author,
            @JsonIdentityReference(alwaysAsId = true) List<Clerk> readers,
            Branch branch) {}

    @JsonIdentityInfo(
            generator = ObjectIdGenerators.PropertyGenerator.class,
            property = "number",
            resolver = Shelf.class)
    static final class Book {
        public int number;
        public String title = "";
    }

    static final class Shelf extends SimpleObjectIdResolver {
        @Override
        public Object resolveId(ObjectIdGenerator.IdKey id) {
            Book book = new Book();
            book.number = (Integer) id.key;
            book.title = "found";
            return book;
        }

        @Override
        public ObjectIdResolver newForDeserialization(Object context) {
            return new Shelf();
        }
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "nr")
    record NoId(String name) {}

    static final class Link {
        public String name = "";

        @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class)
        public @Nullable Link next;
    }

    record Chain(
            @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class)
            Link link) {}

    @CodeModeService(name = "broken")
    static final class Broken {
        @CodeModeOperation(effect = Effect.READ)
        public NoId get() {
            return new NoId("a");
        }
    }

    @CodeModeService(name = "chains")
    static final class Chains {
        @CodeModeOperation(effect = Effect.READ)
        public Chain get() {
            return new Chain(new Link());
        }
    }

    @CodeModeService(name = "staff")
    static final class Staff {
        @CodeModeOperation(effect = Effect.READ)
        public Clerk clerk() {
            return new Clerk();
        }

        @CodeModeOperation(effect = Effect.READ)
        public List<Clerk> clerks(List<Clerk> clerks) {
            return clerks;
        }

        @CodeModeOperation(effect = Effect.READ)
        public List<Desk> desks(List<Desk> desks) {
            return desks;
        }

        @CodeModeOperation(effect = Effect.READ)
        public List<Pet> pets(List<Pet> pets) {
            return pets;
        }

        @CodeModeOperation(effect = Effect.READ)
        public List<Floor> floors(List<Floor> floors) {
            return floors;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Report report() {
            Clerk clerk = new Clerk();
            clerk.id = 4;
            return new Report(clerk, List.of(clerk), new Branch("north", 3));
        }

        @CodeModeOperation(effect = Effect.READ)
        public Book order(Book book, int copies) {
            return book;
        }
    }
}
