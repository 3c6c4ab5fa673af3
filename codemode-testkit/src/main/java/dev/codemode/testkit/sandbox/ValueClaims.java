package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ScriptFailure;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversion of a script's result. */
abstract class ValueClaims extends SandboxClaims {
    private static final String NESTED = "let page = []; for (let i = 1; i < %d; i++) page = [page]; return page;";

    ValueClaims(SandboxContract contract) {
        super(contract);
    }

    @Test
    void returnsNothingForUndefined() {
        assertThat(result("const title = 'Emma';")).isNull();
    }

    @Test
    void returnsNullForNull() {
        assertResult("return null;", "null");
    }

    @Test
    void returnsPlainDataAsJson() {
        assertResult(
                "return { title: 'Emma', price: 9.5, tags: ['novel', null, true], author: {} };",
                "{\"title\":\"Emma\",\"price\":9.5,\"tags\":[\"novel\",null,true],\"author\":{}}");
    }

    @Test
    void awaitsAReturnedPromise() {
        assertResult("return Promise.resolve([1]);", "[1]");
    }

    @Test
    void escapesText() {
        assertResult("return 'a\"\\n\\u0000\\ud800\\u2028é';", "\"a\\\"\\n\\u0000\\ud800\u2028é\"");
    }

    @Test
    void writesMinusZeroAsZero() {
        assertResult("return [-0, 1e21, 0.1];", "[0,1e+21,0.1]");
    }

    @Test
    void writesNumbersWithoutJsonFormAsNull() {
        assertResult("return [NaN, Infinity, -Infinity];", "[null,null,null]");
    }

    @Test
    void leavesOutWhatHasNoJsonForm() {
        assertResult(
                "return { a: undefined, b() {}, c: Symbol('c'), d: [undefined, () => 1, Symbol('d')] };",
                "{\"d\":[null,null,null]}");
    }

    @Test
    void writesHolesAsNull() {
        assertResult("const shelf = [1]; shelf[3] = 2; return [shelf, new Array(2)];", "[[1,null,null,2],[null,null]]");
    }

    @Test
    void writesTheElementsOfAnArrayAlone() {
        assertResult("return Object.assign(['Emma'], { author: 'Austen' });", "[\"Emma\"]");
    }

    @Test
    void writesBigIntsAsText() {
        assertResult(
                "return { isbn: 9780141439587n, stock: new BigInt64Array([-1n]) };",
                "{\"isbn\":\"9780141439587\",\"stock\":[\"-1\"]}");
    }

    @Test
    void writesBoxedPrimitivesAsPrimitives() {
        assertResult("return [Object('a'), Object(1), Object(true), Object(2n)];", "[\"a\",1,true,\"2\"]");
    }

    @Test
    void writesDatesAsIsoText() {
        assertResult("return [new Date(0), new Date(NaN)];", "[\"1970-01-01T00:00:00.000Z\",null]");
    }

    @Test
    void writesMapsAsObjectsOrEntries() {
        assertResult(
                "return [new Map([['a', 1], ['b', new Map()]]), new Map([[1, 'x']])];",
                "[{\"a\":1,\"b\":{}},[[1,\"x\"]]]");
    }

    @Test
    void writesSetsAndTypedArraysAsArrays() {
        assertResult("return [new Set(['a', 1]), new Uint8Array([1, 2])];", "[[\"a\",1],[1,2]]");
    }

    @Test
    void writesNumbersOfTypedArraysLikeOthers() {
        assertResult("return new Float32Array([0.5, NaN, -0]);", "[0.5,null,0]");
    }

    @Test
    void writesTheTextOfUrls() {
        assertResult(
                "return [new URL('https://shop.example/a?b=c'), new URLSearchParams({ q: 'a b' })];",
                "[\"https://shop.example/a?b=c\",\"q=a+b\"]");
    }

    /** Not every engine has Temporal. */
    @Test
    void writesTheTextOfTemporal() {
        Assumptions.assumeTrue(
                "true".equals(result("return typeof Temporal === 'object';")), "The engine has no Temporal.");
        assertResult(
                "return [Temporal.Instant.from('2026-03-04T05:06:07Z'), Temporal.PlainDate.from('2026-03-04'),"
                        + " Temporal.Duration.from('P1DT2H')];",
                "[\"2026-03-04T05:06:07Z\",\"2026-03-04\",\"P1DT2H\"]");
    }

    @Test
    void writesErrorsByNameAndMessage() {
        assertResult("return new TypeError('no such book');", "{\"name\":\"TypeError\",\"message\":\"no such book\"}");
    }

    @Test
    void writesNothingElseOfErrors() {
        assertResult(
                "return Object.assign(new Error('torn page', { cause: new Error('water') }), { page: 7 });",
                "{\"name\":\"Error\",\"message\":\"torn page\"}");
    }

    @Test
    void writesOwnPropertiesOfInstances() {
        assertResult(
                "class Book { title = 'Emma'; get long() { return true; } } return new Book();",
                "{\"title\":\"Emma\"}");
    }

    @Test
    void writesOwnPropertiesOfObjectsWithoutAPrototype() {
        assertResult("return Object.assign(Object.create(null), { title: 'Emma' });", "{\"title\":\"Emma\"}");
    }

    @Test
    void writesOwnPropertiesOfAnyOtherObject() {
        assertResult(
                "return [/Emma/g, new ArrayBuffer(2), new WeakMap(), Object.assign(/a/, { page: 7 })];",
                "[{},{},{},{\"page\":7}]");
    }

    @Test
    void leavesOutSymbolKeysAndHiddenProperties() {
        assertResult(
                "return Object.defineProperty({ title: 'Emma', [Symbol('shelf')]: 1 }, 'page', { value: 7 });",
                "{\"title\":\"Emma\"}");
    }

    @Test
    void writesWhatAGetterReturns() {
        assertResult("return { get title() { return 'Emma'; } };", "{\"title\":\"Emma\"}");
    }

    @Test
    void doesNotCallToJson() {
        assertResult("return [{ n: 1, toJSON() { return 'forged'; } }];", "[{\"n\":1}]");
    }

    @Test
    void keepsPrototypeKeysAsData() {
        assertResult("return JSON.parse('{\"__proto__\":{\"a\":1}}');", "{\"__proto__\":{\"a\":1}}");
    }

    @Test
    void writesASharedObjectTwice() {
        assertResult("const tag = { a: 1 }; return [tag, tag];", "[{\"a\":1},{\"a\":1}]");
    }

    @Test
    void refusesAFunction() {
        assertBadResult("return () => 1;", "$");
    }

    @Test
    void refusesASymbol() {
        assertBadResult("return Symbol('Emma');", "$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"return books;", "return await customers;", "return books.stock;"})
    void refusesAService(String body) {
        assertBadResult(body, "$");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    const book = { parts: [{}] }; book.parts[0].book = book; return book;         | $.parts[0].book
                    const shelf = new Map(); shelf.set('books', shelf); return { shelf };   | $.shelf.books
                    const shelf = new Set(); shelf.add({ shelf }); return shelf;            | $[0].shelf
                    """)
    void refusesACycleAndNamesItsPath(String body, String path) {
        assertThat(assertBadResult(body, path)).contains("refers back to an object that holds it");
    }

    @Test
    void writes256Levels() {
        assertResult(NESTED.formatted(256), "[".repeat(256) + "]".repeat(256));
    }

    @Test
    void refusesMoreThan256Levels() {
        assertThat(failure(NESTED.formatted(257)).kind()).isEqualTo(ScriptFailure.Kind.BAD_RESULT);
    }

    @Test
    void refusesAPromiseAndNamesItsPath() {
        assertBadResult("return { found: [books.find()] };", "$.found[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new Map().values()", "(function* () {})()", "(async function* () {})()"})
    void refusesAnIteratorAndNamesItsPath(String iterator) {
        assertBadResult("return { titles: " + iterator + " };", "$.titles");
    }

    @Test
    void reportsAnErrorOfAGetter() {
        ScriptFailure failure = failure("return { get title() { throw new RangeError('torn page'); } };");
        assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.THROWN);
        assertThat(failure.name() + ": " + failure.message()).isEqualTo("RangeError: torn page");
    }

    private String assertBadResult(String body, String path) {
        ScriptFailure failure = failure(body);
        assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.BAD_RESULT);
        assertThat(failure.message()).contains(" " + path + " ");
        return failure.message();
    }
}
