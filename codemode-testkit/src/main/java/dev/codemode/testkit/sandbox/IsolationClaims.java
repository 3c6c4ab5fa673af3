package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostReply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The things that a script cannot reach, keep or forge. */
abstract class IsolationClaims extends SandboxClaims {
    private static final HostBridge ECHO =
            call -> CompletableFuture.completedFuture(new HostReply.Fulfilled(call.argumentsJson()));

    IsolationClaims(SandboxContract contract) {
        super(contract);
    }

    @Test
    void startsEachExecutionInAFreshRealm() {
        run("globalThis.kept = 1; Array.prototype.kept = 1; Object.prototype.kept = 1;");
        assertResult(
                "return [typeof kept, typeof [].kept, typeof {}.kept];", "[\"undefined\",\"undefined\",\"undefined\"]");
    }

    @Test
    void keepsExecutionsSideBySideApart() {
        List<String> results = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> result(
                        "globalThis.n = " + i + "; await books.find(); return (await books.find({ n }))[0].n;", ECHO))
                .toList();
        assertThat(results)
                .isEqualTo(IntStream.range(0, 16).mapToObj(Integer::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "books = 1;",
                "delete globalThis.books;",
                "Object.defineProperty(globalThis, 'books', { value: 1 });",
                "books.find = 1;",
                "books.added = 1;",
                "delete books.find;",
                "books.stock.count = 1;",
                "Object.defineProperty(books, 'find', { value: 1 });",
                "Object.setPrototypeOf(books, {});",
                "books.find.name = 'x';"
            })
    void freezesServices(String body) {
        assertThat(failure(body).name()).isEqualTo("TypeError");
    }

    @Test
    void listsTheMembersOfAService() {
        assertResult(
                "return [Object.keys(books), Object.keys(books.stock), 'find' in books, 'findAll' in books,"
                        + " Object.isFrozen(books), books.find === books.find, typeof books.find];",
                "[[\"find\",\"order\",\"stock\"],[\"count\"],true,false,true,true,\"function\"]");
    }

    @Test
    void takesNoServiceForAPromiseOrForJson() {
        assertResult(
                "return [typeof books.then, typeof books.toJSON, typeof (await books).find];",
                "[\"undefined\",\"undefined\",\"function\"]");
    }

    @Test
    void providesNoAmbientFunctions() {
        assertResult(
                "return ['load', 'loadWithNewGlobal', 'print', 'printErr', 'read', 'quit', 'Java', 'Packages', 'java',"
                        + " 'Polyglot', 'Graal', 'require', 'module', 'process', 'global', 'fetch', 'WebAssembly',"
                        + " 'SharedArrayBuffer', 'Atomics', 'Worker', 'Deno', 'std', 'os', 'eval', 'FinalizationRegistry']"
                        + ".filter((name) => name in globalThis);",
                "[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return new Function('return 1')();",
                "return (() => {}).constructor('return 1')();",
                "return (async () => {}).constructor('return 1')();",
                "return (function* () {}).constructor('return 1')();",
                "return (0, eval)('1');",
                "return import('data:text/javascript,export default 1');",
                "return `${await import\n(/* x */ 'data:text/javascript,export default 1')}`;",
                "return [...import /* ( */ ('data:text/javascript,export default 1')];"
            })
    void evaluatesNoText(String body) {
        failure(body);
    }

    @Test
    void showsNoCallerThroughFunctions() {
        assertResult(
                "const hidden = (f) => { try { return !f.caller && !f.arguments; } catch { return true; } };"
                        + " return [typeof this, hidden(books.find), hidden(console.log), hidden(setTimeout)];",
                "[\"undefined\",true,true,true]");
    }

    @Test
    void takesTheWordImportInText() {
        assertResult(
                "// import('a')\nconst shop = { import: (a) => a + /import \\(x/.source };"
                        + " return shop.import('import (x)') + `import('y')`;",
                "\"import (x)import \\\\(ximport('y')\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSON.stringify = () => '\"forged\"'; JSON.parse = () => 'forged';",
                "globalThis.JSON = null; globalThis.Promise = null; globalThis.Map = null; globalThis.Error = null;",
                "Promise.prototype.then = () => 'forged'; Promise.resolve = () => 'forged';",
                "Object.defineProperty(Promise, Symbol.species, { value: class { constructor() { throw 1; } } });",
                "Object.prototype.toJSON = () => 'forged'; Array.prototype.toJSON = () => 'forged';",
                "Object.prototype.get = () => 'forged'; Object.prototype.value = 'forged'; Object.prototype.set = 1;",
                "Object.defineProperty(Array.prototype, '0', { set() { throw 1; }, get() { return 'forged'; } });",
                "Array.prototype[Symbol.iterator] = function* () { yield 'forged'; };",
                "for (const type of [Array, String, Map, WeakMap, Set, Function, Object, Number])"
                        + " for (const name of Object.getOwnPropertyNames(type.prototype))"
                        + " if (name !== 'constructor') try { type.prototype[name] = () => { throw 'forged'; }; } catch {}",
                "for (const name of Object.getOwnPropertyNames(Reflect)) Reflect[name] = () => 'forged';",
                "for (const name of Object.getOwnPropertyNames(Object)) try { Object[name] = () => 'forged'; } catch {}"
            })
    void letsNoPatchForgeCallsOrResults(String patch) {
        assertThat(result(patch + "\nreturn { sent: await books.find({ a: [1, 'x'] }), b: [true, null] };", ECHO))
                .isEqualTo("{\"sent\":[{\"a\":[1,\"x\"]}],\"b\":[true,null]}");
    }
}
