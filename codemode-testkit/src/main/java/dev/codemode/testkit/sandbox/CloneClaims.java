package dev.codemode.testkit.sandbox;

import org.junit.jupiter.api.Test;

/** {@code structuredClone} (HTML standard, 2.7). */
abstract class CloneClaims extends SandboxClaims {
    CloneClaims(SandboxContract contract) {
        super(contract);
    }

    @Test
    void copiesPlainData() {
        assertResult(
                "const order = { id: 'o1', lines: [{ sku: 1 }], nothing: null, missing: undefined, big: 10n };"
                        + " const copy = structuredClone(order); copy.lines[0].sku = 2;"
                        + " return [copy, order.lines[0].sku, 'missing' in copy, Object.getPrototypeOf(copy) === Object.prototype,"
                        + " Array.isArray(copy.lines), structuredClone(-0) === 0, structuredClone('a'), structuredClone(null)];",
                "[{\"id\":\"o1\",\"lines\":[{\"sku\":2}],\"nothing\":null,\"big\":\"10\"},1,true,true,true,true,\"a\",null]");
    }

    @Test
    void keepsCyclesAndSharedParts() {
        assertResult(
                "const shared = { n: 1 }; const a = { first: shared, second: shared }; a.self = a; a.map = new Map([[a, shared]]);"
                        + " const b = structuredClone(a);"
                        + " return [b.self === b, b.first === b.second, b.first !== shared, b.map.get(b) === b.first];",
                "[true,true,true,true]");
    }

    @Test
    void copiesBuiltInObjects() {
        assertResult(
                "const r = /a(b)?/giu; r.lastIndex = 3; const c = structuredClone({ date: new Date(5), r, set: new Set([1, { a: 2 }]),"
                        + " boxed: [new Number(1), new String('s'), new Boolean(false), Object(1n)] });"
                        + " return [c.date instanceof Date, c.date.getTime(), String(c.r), c.r.lastIndex, [...c.set],"
                        + " c.boxed.map((box) => typeof box + ':' + box)];",
                "[true,5,\"/a(b)?/giu\",0,[1,{\"a\":2}],[\"object:1\",\"object:s\",\"object:false\",\"object:1\"]]");
    }

    @Test
    void copiesBuffersOnceAndViewsOntoThem() {
        assertResult(
                "const buffer = new Uint8Array([1, 2, 3, 4]).buffer; const views = { all: new Uint8Array(buffer),"
                        + " part: new Uint16Array(buffer, 2, 1), data: new DataView(buffer, 1, 2) };"
                        + " const copy = structuredClone(views); copy.all[2] = 9;"
                        + " return [copy.part.buffer === copy.all.buffer, copy.part.buffer !== buffer, copy.part[0] & 255, views.all[2],"
                        + " copy.data.byteOffset, copy.data.byteLength, copy.part.constructor === Uint16Array];",
                "[true,true,9,3,1,2,true]");
    }

    @Test
    void copiesErrorsWithTheirCauses() {
        assertResult(
                "class ShopError extends TypeError { name = 'ShopError'; }"
                        + " const all = structuredClone([new RangeError('a', { cause: new Error('b') }), new ShopError('c'),"
                        + " new DOMException('d', 'AbortError')]);"
                        + " return all.map((e) => [e.name, e.message, e.cause?.message ?? null, e instanceof RangeError,"
                        + " e instanceof DOMException]);",
                "[[\"RangeError\",\"a\",\"b\",true,false],[\"Error\",\"c\",null,false,false],"
                        + "[\"AbortError\",\"d\",null,false,true]]");
    }

    @Test
    void keepsHolesLengthsAndNames() {
        assertResult(
                "const list = [1, , 3]; list.name = 'x'; const copy = structuredClone(list); const empty = structuredClone(new Array(5));"
                        + " const keyed = structuredClone(JSON.parse('{\"__proto__\":{\"a\":1}}'));"
                        + " return [copy.length, 1 in copy, copy.name, empty.length, Object.keys(keyed), keyed.a === undefined,"
                        + " structuredClone(new (class Book { title = 'Emma'; get big() { return 1; } })()).constructor === Object];",
                "[3,false,\"x\",5,[\"__proto__\"],true,true]");
    }

    @Test
    void refusesWhatIsNoData() {
        assertResult(
                "return [() => {}, Symbol(), Promise.resolve(), new WeakMap(), [].values(), new URL('a:b'), books, books.stock,"
                        + " { a: [() => {}] }, new AbortController()].map((value) => {"
                        + " try { structuredClone(value); return 'cloned'; } catch (e) { return e.name; } });",
                "[" + "\"DataCloneError\",".repeat(9) + "\"DataCloneError\"]");
    }

    @Test
    void refusesATransferList() {
        assertResult(
                "const buffer = new ArrayBuffer(1);"
                        + " try { structuredClone(buffer, { transfer: [buffer] }); } catch (e) { return e.name + ': ' + e.message; }",
                "\"DataCloneError: structuredClone: nothing can be transferred here; leave the option out, and the value is copied\"");
    }

    @Test
    void takesAnyDepthAndAnyLength() {
        assertResult(
                "let deep = null; for (let i = 0; i < 2000; i++) deep = [deep]; let depth = 0;"
                        + " for (let at = structuredClone(deep); at !== null; at = at[0]) depth++;"
                        + " const sparse = []; sparse[4294967294] = 1; return [depth, structuredClone(sparse).length];",
                "[2000,4294967295]");
    }

    @Test
    void passesOnWhatAGetterThrows() {
        assertResult(
                "try { structuredClone({ get a() { throw new RangeError('mine'); } }); } catch (e) { return e.message; }",
                "\"mine\"");
    }
}
