package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.ScriptFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The copying of arguments: strict JSON, once, or not at all. */
abstract class ArgumentClaims extends SandboxClaims {
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    ArgumentClaims(SandboxContract contract) {
        super(contract);
    }

    @Test
    void copiesPlainData() {
        assertSent(
                "{ title: 'Emma', tags: ['a', null, true], price: 9.5 }",
                "{\"title\":\"Emma\",\"tags\":[\"a\",null,true],\"price\":9.5}");
    }

    @Test
    void leavesOutUndefinedProperties() {
        assertSent("{ a: undefined, b: 1 }", "{\"b\":1}");
    }

    @Test
    void writesDatesAsIsoText() {
        assertSent("{ at: new Date(0) }", "{\"at\":\"1970-01-01T00:00:00.000Z\"}");
    }

    @Test
    void copiesOwnPropertiesOfInstances() {
        assertSent("new (class Book { title = 'Emma'; toJSON() { return 1; } })()", "{\"title\":\"Emma\"}");
    }

    @Test
    void takesPrototypeKeysAsData() {
        assertSent("JSON.parse('{\"__proto__\":{\"a\":1}}')", "{\"__proto__\":{\"a\":1}}");
    }

    @Test
    void readsEachPropertyOnce() {
        assertSent("(() => { let n = 0; return { get n() { return ++n; } }; })()", "{\"n\":1}");
    }

    @Test
    void copiesWhenTheCallIsMade() {
        run("const book = { n: 1 }; const found = books.find(book); book.n = 2; await found;", recording());
        assertThat(sent).containsExactly("[{\"n\":1}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { items: [1, { price: NaN }] }                       | $.items[1].price
                    { price: Infinity }                                  | $.price
                    { isbn: 1n }                                         | $.isbn
                    { sort: () => 1 }                                    | $.sort
                    { tag: Symbol('t') }                                 | $.tag
                    { books: new Map() }                                 | $.books
                    { books: new Set() }                                 | $.books
                    { book: books.stock.count() }                        | $.book
                    { bytes: new Uint8Array(2) }                         | $.bytes
                    { titles: new Map().keys() }                         | $.titles
                    { pages: (async function* () {})() }                 | $.pages
                    { list: [undefined] }                                | $.list[0]
                    { at: new Date(NaN) }                                | $.at
                    (() => { const a = { b: {} }; a.b.a = a; return a; })() | $.b.a
                    { 'two words': { x: NaN } }                          | $["two words"].x
                    { list: new Array(4e9) }                             | $.list
                    """)
    void refusesWhatIsNoJsonAndNamesTheOperationAndThePath(String argument, String path) {
        Execution execution = run("await books.find(" + argument + ");", recording());
        ScriptFailure failure = failure(execution);
        assertThat(failure.name()).isEqualTo("TypeError");
        assertThat(failure.message()).startsWith("books.find: argument " + path + " ");
        assertThat(sent).doesNotContainAnyElementsOf(List.of("[{}]"));
    }

    @Test
    void refusesDeepArguments() {
        ScriptFailure failure = failure("let a = 1; for (let i = 0; i < 65; i++) a = [a]; await books.find(a);");
        assertThat(failure.name()).isEqualTo("TypeError");
    }

    @Test
    void refusesAGraphThatUnfoldsWithoutEnd() {
        ScriptFailure failure =
                failure("let a = {}; for (let i = 0; i < 60; i++) a = { a, b: a }; await books.find(a);");
        assertThat(failure.name()).isEqualTo("TypeError");
    }

    @Test
    void refusesArgumentsOverTheLimitInBytes() {
        Limits limits = Limits.builder().maxArgumentBytes(100).build();
        Execution execution = run(request("await books.find('é'.repeat(60));", limits, recording()));
        assertThat(failure(execution).name()).isEqualTo("RangeError");
        assertThat(sent).isEmpty();
    }

    private void assertSent(String argument, String json) {
        sent.clear();
        run("await books.find(" + argument + ");", recording());
        assertThat(sent).containsExactly("[" + json + "]");
    }

    private HostBridge recording() {
        return call -> {
            if (call.operation().equals("books.find")) {
                sent.add(call.argumentsJson());
            }
            return CompletableFuture.completedFuture(new HostReply.Fulfilled("null"));
        };
    }
}
