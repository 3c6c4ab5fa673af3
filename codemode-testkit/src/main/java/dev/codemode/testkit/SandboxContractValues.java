package dev.codemode.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ScriptFailure;
import org.junit.jupiter.api.Test;

/** What becomes of what a script returns. */
abstract class SandboxContractValues extends SandboxContractGroup {
    @Test
    void returnsNothingForUndefined() {
        assertThat(result("const title = 'Emma';")).isNull();
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
                "return { a: undefined, b() {}, c: Symbol('c'), d: [undefined, () => 1] };", "{\"d\":[null,null]}");
    }

    @Test
    void writesBigIntsAsText() {
        assertResult("return { isbn: 9780141439587n };", "{\"isbn\":\"9780141439587\"}");
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
    void writesErrorsByNameAndMessage() {
        assertResult("return new TypeError('no such book');", "{\"name\":\"TypeError\",\"message\":\"no such book\"}");
    }

    @Test
    void writesOwnPropertiesOfInstances() {
        assertResult(
                "class Book { title = 'Emma'; get long() { return true; } } return new Book();",
                "{\"title\":\"Emma\"}");
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
    void refusesACycleAndNamesItsPath() {
        assertBadResult("const book = { parts: [{}] }; book.parts[0].book = book; return book;", "$.parts[0].book");
    }

    @Test
    void refusesAPromiseAndNamesItsPath() {
        assertBadResult("return { found: [books.find()] };", "$.found[0]");
    }

    @Test
    void refusesAnIterator() {
        assertBadResult("return { titles: new Map().values() };", "$.titles");
    }

    @Test
    void reportsAnErrorOfAGetter() {
        ScriptFailure failure = failure("return { get title() { throw new RangeError('torn page'); } };");
        assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.THROWN);
        assertThat(failure.name() + ": " + failure.message()).isEqualTo("RangeError: torn page");
    }

    private void assertBadResult(String body, String path) {
        ScriptFailure failure = failure(body);
        assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.BAD_RESULT);
        assertThat(failure.message()).contains(" " + path + " ");
    }
}
