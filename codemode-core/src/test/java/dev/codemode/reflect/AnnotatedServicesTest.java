package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.SourceIssue;
import java.io.InputStream;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnotatedServicesTest {
    @Test
    void readsAMethodIntoAnOperation() {
        Loaded loaded = Loaded.of(new Orders());
        assertThat(loaded.operation("find"))
                .isEqualTo(Operation.builder(OperationName.of("orders", "find"), Effect.READ)
                        .docs(Docs.of("Finds orders."))
                        .input(Schema.object(List.of(
                                Schema.Property.optional("status", Schema.nullable(Schema.reference("Status"))),
                                Schema.Property.optional("limit", Schema.integer())
                                        .withDocs(Docs.of("at most this many").withDefault("10")),
                                Schema.Property.optional("since", Schema.string("date"))
                                        .withDocs(Docs.none().withDefault("\"2026-01-31\"")))))
                        .output(Schema.array(Schema.reference("Order")))
                        .tags(List.of("public"))
                        .searchTerms(List.of("purchases"))
                        .build());
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void exposesOnlyAnnotatedMethodsInTheOrderOfTheirNames() {
        assertThat(Loaded.of(new Orders()).service().operations().keySet())
                .containsExactly("cancel", "create", "find", "items.count", "whoAmI");
    }

    @Test
    void passesDefaultsForWhatAScriptLeavesOut() throws Exception {
        assertThat(Loaded.of(new Orders()).call("find", Map.of()))
                .isEqualTo(List.of(Map.of("id", "null 10 2026-01-31", "copies", 1L)));
    }

    @Test
    void takesASoleRecordAsTheWholeObject() throws Exception {
        Loaded loaded = Loaded.of(new Orders());
        assertThat(loaded.operation("create").input()).isEqualTo(Schema.reference("Order"));
        assertThat(loaded.call("create", Map.of("id", "7", "copies", 2L))).isEqualTo(Map.of("id", "7", "copies", 2L));
    }

    @Test
    void injectsTheCallerAndTheCall() throws Exception {
        Loaded loaded = Loaded.of(new Orders());
        assertThat(loaded.operation("whoAmI").input()).isEqualTo(Schema.object(List.of()));
        assertThat(loaded.call("whoAmI", Map.of())).isEqualTo("ann in execution-1");
    }

    @Test
    void joinsTwoBeansWithTheSameName() {
        Loaded loaded = Loaded.of(new Orders(), new MoreOrders());
        assertThat(loaded.snapshot().services()).hasSize(1);
        assertThat(loaded.service().operations()).containsKeys("find", "count");
    }

    @Test
    void listsMethodsWhoseNamesCollide() {
        assertThat(Loaded.of(new Overloads()).issues()).containsExactly("""
                        ERROR overloads.find: Two operations are named 'overloads.find':
                            Overloads.find(String)
                            Overloads.find(String, int)
                        Give one of them @CodeModeOperation(name = "...").""");
    }

    @Test
    void collectsEveryMistakeWithItsRemedy() {
        assertThat(Loaded.of(new Mistakes(), new Unnamed(), String.class, new Empty(), new Shadowing())
                        .issues())
                .containsExactlyInAnyOrder(
                        "ERROR Mistakes.hidden(): The method is not public. Make it public, or remove"
                                + " @CodeModeOperation.",
                        "ERROR Mistakes.filter(Predicate): parameter 'filter' has type java.util.function.Predicate,"
                                + " which has no JSON form. Use a record, or leave the method unannotated.",
                        "ERROR Mistakes.open(): the result has type java.io.InputStream, which has no JSON form. Use a"
                                + " record, or leave the method unannotated.",
                        "ERROR Mistakes.nested(): property 'parts[].stream' of the result has type"
                                + " java.util.stream.Stream, which has no JSON form. Use a List.",
                        "ERROR Mistakes.limit(int): parameter 'limit' has the default \"ten\", which cannot be read as"
                                + " int. Write the default as JSON text of that type.",
                        "ERROR Mistakes.then(): 'then' has a special meaning in JavaScript: choose another name."
                                + " Give the method a valid @CodeModeOperation(name = \"...\").",
                        "ERROR Mistakes.twice(int, int): Two parameters are named 'a'. Rename one of them.",
                        "ERROR Mistakes.animal(Animal): parameter 'animal' has type Animal, which is abstract, so"
                                + " nothing says which class to create. Make it sealed or annotate it with"
                                + " @JsonTypeInfo and @JsonSubTypes if it is yours; otherwise take a record of its parts, and"
                                + " build it in the method.",
                        "ERROR Mistakes.who(Principal): parameter 'principal' has type Principal, which no script can"
                                + " pass. It belongs to a request that the host received. Declare a parameter of type"
                                + " dev.codemode.catalog.Caller instead: it is filled in, and scripts do not see it.",
                        "ERROR Unnamed: The class has no @CodeModeService, so its service has no name. Annotate the"
                                + " class, or leave the bean out.",
                        "ERROR String: This is a class, not a bean. Pass an instance of it.",
                        "ERROR Empty: No method has @CodeModeOperation. Annotate the public methods that scripts may"
                                + " call.",
                        "ERROR Shadowing: @CodeModeService(name): 'Promise' is a name that scripts already use for"
                                + " something else: choose another.",
                        "ERROR Shadowing.then(Runnable): 'then' has a special meaning in JavaScript: choose another"
                                + " name. Give the method a valid @CodeModeOperation(name = \"...\").",
                        "ERROR Shadowing.then(Runnable): parameter 'task' has type java.lang.Runnable, which has no"
                                + " JSON form. Use a record, or leave the method unannotated.");
    }

    @Test
    void unwrapsInvocationFailures() {
        assertThatThrownBy(() -> Loaded.of(new Orders()).call("cancel", Map.of("id", "1")))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("Order 1 has been shipped.");
    }

    @Test
    void refusesCallsOnceClosed() {
        AnnotatedServices source = AnnotatedServices.of(new Orders());
        source.close();
        source.close();
        assertThatThrownBy(() -> new Loaded(source.load()).call("whoAmI", Map.of()))
                .hasMessage("orders.whoAmI: the service has been closed.");
    }

    @Test
    void stripsControlAndBidiCharactersFromDocs() {
        assertThat(Loaded.of(new Hidden()).operation("read").docs()).isEqualTo(Docs.of("Reads all.\nTwice."));
    }

    @Test
    void takesNamesFromAnnotationsWithoutTheParametersOption() {
        assertThat(Loaded.of(new MoreOrders()).parameter("count", "of").required())
                .isTrue();
    }

    enum Status {
        OPEN,
        SHIPPED
    }

    record Order(String id, int copies) {}

    record Parts(List<Part> parts) {}

    record Part(Stream<String> stream) {}

    public interface Animal {
        String name();
    }

    @CodeModeService(name = "orders", description = "Customer orders.")
    static class Orders {
        @CodeModeOperation(
                effect = Effect.READ,
                description = "Finds orders.",
                tags = "public",
                searchTerms = "purchases")
        public List<Order> find(
                @Nullable Status status,
                @CodeModeParam(description = "at most this many", defaultValue = "10") int limit,
                @CodeModeParam(defaultValue = "2026-01-31") LocalDate since) {
            return List.of(new Order(status + " " + limit + " " + since, 1));
        }

        @CodeModeOperation(effect = Effect.WRITE)
        public Order create(Order order) {
            return order;
        }

        @CodeModeOperation(effect = Effect.DESTRUCTIVE)
        public void cancel(String id) {
            throw new OperationFailedException("Order " + id + " has been shipped.");
        }

        @CodeModeOperation(effect = Effect.READ)
        public CompletableFuture<Optional<String>> whoAmI(Caller caller, OperationCall call) {
            return CompletableFuture.completedFuture(Optional.of(caller.id() + " in " + call.executionId()));
        }

        @CodeModeOperation(effect = Effect.READ, name = "items.count")
        public int countItems() {
            return 3;
        }

        public void notExposed() {}
    }

    @CodeModeService(name = "orders")
    static final class MoreOrders {
        @CodeModeOperation(effect = Effect.READ)
        public int count(@CodeModeParam(name = "of") String what) {
            return what.length();
        }
    }

    @CodeModeService(name = "overloads")
    static final class Overloads {
        @CodeModeOperation(effect = Effect.READ)
        public void find(String id) {}

        @CodeModeOperation(effect = Effect.READ)
        public void find(String id, int limit) {}
    }

    @CodeModeService(name = "mistakes")
    static final class Mistakes {
        @CodeModeOperation(effect = Effect.READ)
        void hidden() {}

        @CodeModeOperation(effect = Effect.READ)
        public void filter(Predicate<String> filter) {}

        @CodeModeOperation(effect = Effect.READ)
        public @Nullable InputStream open() {
            return null;
        }

        @CodeModeOperation(effect = Effect.READ)
        public Parts nested() {
            return new Parts(List.of());
        }

        @CodeModeOperation(effect = Effect.READ)
        public void limit(@CodeModeParam(defaultValue = "ten") int limit) {}

        @CodeModeOperation(effect = Effect.READ)
        public void then() {}

        @CodeModeOperation(effect = Effect.READ)
        public void twice(@CodeModeParam(name = "a") int a, @CodeModeParam(name = "a") int b) {}

        @CodeModeOperation(effect = Effect.READ)
        public void animal(Animal animal) {}

        @CodeModeOperation(effect = Effect.READ)
        public void who(Principal principal) {}
    }

    static final class Unnamed {
        @CodeModeOperation(effect = Effect.READ)
        public void read() {}
    }

    @CodeModeService(name = "empty")
    static final class Empty {}

    @CodeModeService(name = "Promise")
    static final class Shadowing {
        @CodeModeOperation(effect = Effect.READ)
        public void then(Runnable task) {}
    }

    @CodeModeService(name = "hidden")
    static final class Hidden {
        @CodeModeOperation(effect = Effect.READ, description = "Reads\u202e all\u0007.\nTwice.\u200b")
        public void read() {}
    }

    @Test
    void warnsOnceOfTheOperationsThatHaveNoDescription() {
        assertThat(Loaded.of(new Terse()).snapshot().issues())
                .containsExactly(SourceIssue.warning(
                        "terse",
                        "2 operations have no description: cancel, find. Models"
                                + " find such operations only by their names. Write Javadoc and compile with codemode-processor,"
                                + " or set @CodeModeOperation(description = \"...\")."));
    }

    @CodeModeService(name = "terse")
    static final class Terse {
        @CodeModeOperation(effect = Effect.READ)
        public int find() {
            return 1;
        }

        @CodeModeOperation(effect = Effect.DESTRUCTIVE)
        public void cancel() {}

        @CodeModeOperation(effect = Effect.READ, description = "Counts the orders.")
        public int count() {
            return 1;
        }
    }
}
