package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostReply;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The globals that models expect besides the language's own, checked against the examples and rules of the standards
 * that define them.
 */
abstract class GlobalClaims extends SandboxClaims {
    private static final HostBridge ECHO =
            call -> CompletableFuture.completedFuture(new HostReply.Fulfilled(call.argumentsJson()));

    /** Returns the name of what a step throws. */
    private static final String THROWN =
            "const thrown = (step) => { try { step(); return 'nothing'; } catch (e) { return e.name; } };";

    GlobalClaims(SandboxContract contract) {
        super(contract);
    }

    @Test
    void repeatsAnIntervalUntilItIsCleared() {
        assertResult(
                "const seen = []; await new Promise((done) => { const timer = setInterval((title) => {"
                        + " if (seen.push(title) === 3) { clearInterval(timer); done(); } }, 1, 'Emma'); });"
                        + " await new Promise((done) => setTimeout(done, 30)); return seen;",
                "[\"Emma\",\"Emma\",\"Emma\"]");
    }

    @Test
    void clearsTimersAndIntervalsWithEitherFunction() {
        assertResult(
                "const fired = []; clearInterval(setTimeout(() => fired.push(1), 1));"
                        + " clearTimeout(setInterval(() => fired.push(2), 1)); clearTimeout(); clearInterval('x');"
                        + " await new Promise((done) => setTimeout(done, 30)); return fired;",
                "[]");
    }

    @Test
    void waitsForNoIntervalOnceTheScriptHasReturned() {
        assertResult("setInterval(() => {}, 1); return 'done';", "\"done\"");
    }

    /** Infra standard, 5: forgiving base64. */
    @Test
    void decodesBase64AsForgivinglyAsTheStandard() {
        assertResult(
                THROWN
                        + "return [btoa(''), btoa('f'), btoa('fo'), btoa('foo'), btoa('\\xff\\x00'), btoa(12), atob('Zg=='),"
                        + " atob('Zg'), atob(' Z m 8 = '), atob('Zm9v'), atob(''), atob('/+8=') === '\\xff\\xef',"
                        + " ['Z', 'Zg=', '=', 'Zg===', 'Zm9v=', 'Z=g=', 'Zm-v', 'é'].map((text) => thrown(() => atob(text))),"
                        + " thrown(() => btoa('€'))];",
                "[\"\",\"Zg==\",\"Zm8=\",\"Zm9v\",\"/wA=\",\"MTI=\",\"f\",\"f\",\"fo\",\"foo\",\"\",true,["
                        + "\"InvalidCharacterError\",".repeat(7)
                        + "\"InvalidCharacterError\"],\"InvalidCharacterError\"]");
    }

    @Test
    void encodesTextAsUtf8() {
        assertResult(
                "const encoder = new TextEncoder(); const bytes = new Uint8Array(5);"
                        + " return [encoder.encoding, encoder.encode('aé€😀'), encoder.encode('\\ud800a'), encoder.encode(),"
                        + " encoder.encodeInto('a€€', bytes), bytes];",
                "[\"utf-8\",[97,195,169,226,130,172,240,159,152,128],[239,191,189,97],[],"
                        + "{\"read\":2,\"written\":4},[97,226,130,172,0]]");
    }

    /** Encoding standard, 8.1.1: how many replacement characters each fault gives. */
    @Test
    void decodesMalformedUtf8() {
        assertResult(
                "const decode = (...bytes) => new TextDecoder().decode(new Uint8Array(bytes));"
                        + " return [decode(0xe2, 0x82, 0xac), decode(0xc0, 0x80), decode(0xe2, 0x82), decode(0xed, 0xa0, 0x80),"
                        + " decode(0xf0, 0x9f, 0x61), decode(0xf4, 0x90), decode(0xef, 0xbb, 0xbf, 0x61)];",
                "[\"€\",\"��\",\"�\",\"���\",\"�a\",\"��\",\"a\"]");
    }

    @Test
    void decodesInPartsAndInOtherEncodings() {
        assertResult(
                THROWN + "const stream = new TextDecoder(); const part = { stream: true };"
                        + " const bytes = new Uint8Array([0, 0x3d, 0xd8, 0, 0xde, 9]);"
                        + " return [stream.decode(new Uint8Array([0xe2, 0x82]), part) + stream.decode(new Uint8Array([0xac]), part)"
                        + " + stream.decode(), new TextDecoder('utf-16').decode(bytes.subarray(1, 5)),"
                        + " new TextDecoder(' Latin1 ').decode(new Uint8Array([0x80, 0xe9]).buffer),"
                        + " new TextDecoder('utf-8', { ignoreBOM: true }).decode(new DataView(new Uint8Array([239, 187, 191]).buffer)),"
                        + " thrown(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(2))),"
                        + " thrown(() => new TextDecoder('koi8-r')), thrown(() => new TextDecoder().decode('a'))];",
                "[\"€\",\"😀\",\"€é\",\"\ufeff\",\"TypeError\",\"RangeError\",\"TypeError\"]");
    }

    /** RFC 9562, 5.4. */
    @Test
    void drawsRandomIdentifiersAndValuesFromTheSeed() {
        String draw = "return [crypto.randomUUID(), crypto.getRandomValues(new Uint32Array(4))];";
        assertThat(result(draw))
                .isEqualTo(result(draw))
                .matches(
                        "\\[\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\",\\[\\d+(,\\d+){3}]]");
        assertResult(
                THROWN + "const ids = new Set(Array.from({ length: 1000 }, () => crypto.randomUUID()));"
                        + " return [ids.size, thrown(() => crypto.getRandomValues(new Uint8Array(65537))),"
                        + " thrown(() => crypto.getRandomValues(new Float64Array(1))), thrown(() => crypto.getRandomValues([]))];",
                "[1000,\"QuotaExceededError\",\"TypeMismatchError\",\"TypeMismatchError\"]");
    }

    @Test
    void abortsSignals() {
        assertResult(
                THROWN + "const controller = new AbortController(); const { signal } = controller; const log = [];"
                        + " signal.onabort = (event) => log.push(event.type, event.target === signal, event.isTrusted);"
                        + " signal.addEventListener('abort', () => log.push('once'), { once: true });"
                        + " const any = AbortSignal.any([new AbortController().signal, signal]);"
                        + " any.addEventListener('abort', { handleEvent() { log.push('any'); } });"
                        + " signal.throwIfAborted(); controller.abort(); controller.abort('again');"
                        + " return [log, signal.aborted, signal.reason.name, any.reason === signal.reason,"
                        + " thrown(() => any.throwIfAborted()), AbortSignal.abort('why').reason, thrown(() => new AbortSignal())];",
                "[[\"abort\",true,true,\"once\",\"any\"],true,\"AbortError\",true,\"AbortError\",\"why\",\"TypeError\"]");
    }

    @Test
    void abortsASignalAfterATime() {
        assertResult(
                "const signal = AbortSignal.timeout(5); const before = signal.aborted;"
                        + " await new Promise((done) => signal.addEventListener('abort', done));"
                        + " return [before, signal.aborted, signal.reason.name, signal.reason.code];",
                "[false,true,\"TimeoutError\",23]");
    }

    /** DOM standard, 2.9. */
    @Test
    void dispatchesEvents() {
        assertResult(
                "const target = new EventTarget(); const log = []; const add = (name, options) => {"
                        + " const listener = (event) => { log.push(name); event.preventDefault();"
                        + " if (name === 'stop') event.stopImmediatePropagation(); };"
                        + " target.addEventListener('x', listener, options); return listener; };"
                        + " add('bubble'); add('capture', true); add('once', { once: true }); add('passive', { passive: true });"
                        + " target.removeEventListener('x', add('removed'));"
                        + " const controller = new AbortController(); add('aborted', { signal: controller.signal }); controller.abort();"
                        + " const fire = () => target.dispatchEvent(new Event('x', { cancelable: true }));"
                        + " const first = fire(); add('stop'); add('never'); return [first, fire(), log];",
                "[false,false,[\"capture\",\"bubble\",\"once\",\"passive\",\"capture\",\"bubble\",\"passive\",\"stop\"]]");
    }

    @Test
    void failsTheScriptWithWhatAListenerThrows() {
        assertThat(failure(
                                "const target = new EventTarget(); target.addEventListener('x', () => { throw new RangeError('late'); });"
                                        + " target.dispatchEvent(new Event('x')); await new Promise(() => {});")
                        .message())
                .isEqualTo("late");
    }

    @Test
    void makesDomExceptions() {
        assertResult(
                "const e = new DOMException('No such order', 'NotFoundError'); return [e.name, e.message, e.code, `${e}`,"
                        + " e instanceof Error, Object.prototype.toString.call(e), new DOMException().name, new DOMException('a', 'b').code,"
                        + " new DOMException('a', { name: 'DataError', cause: 1 }).cause];",
                "[\"NotFoundError\",\"No such order\",8,\"NotFoundError: No such order\",true,\"[object DOMException]\",\"Error\",0,1]");
        assertThat(failure("throw new DOMException('No such order', 'NotFoundError');")
                        .name())
                .isEqualTo("NotFoundError");
    }

    /** ECMA-262 2026, 23.1.2.1. */
    @Test
    void makesArraysFromAsynchronousValues() {
        assertResult(
                "async function* pages() { yield 1; yield Promise.resolve(2); } let closed = false;"
                        + " const failing = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }),"
                        + " return: () => { closed = true; return {}; } }) };"
                        + " const failed = await Array.fromAsync(failing, () => { throw new Error('map'); }).catch((e) => e.message);"
                        + " class Books extends Array {} const books = await Books.fromAsync([1]);"
                        + " return [await Array.fromAsync(pages()), await Array.fromAsync([Promise.resolve(1), 2], async (n, i) => n * 10 + i),"
                        + " await Array.fromAsync({ length: 2, 0: Promise.resolve('a') }, (x) => x ?? null), await Array.fromAsync('ab'),"
                        + " failed, closed, books instanceof Books, await Array.fromAsync(null).catch((e) => e.name)];",
                "[[1,2],[10,21],[\"a\",null],[\"a\",\"b\"],\"map\",true,true,\"TypeError\"]");
    }

    @Test
    void writesUrlsAsTheirText() {
        assertThat(result(
                        "const url = new URL('https://shop.example/a?b=c'); console.log(url, url.searchParams);"
                                + " return [await books.find({ url }), url, url.searchParams, JSON.stringify({ url })];",
                        ECHO))
                .isEqualTo("[[{\"url\":\"https://shop.example/a?b=c\"}],\"https://shop.example/a?b=c\",\"b=c\","
                        + "\"{\\\"url\\\":\\\"https://shop.example/a?b=c\\\"}\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "URL",
                "URLSearchParams",
                "TextEncoder",
                "TextDecoder",
                "AbortController",
                "AbortSignal",
                "Event",
                "EventTarget",
                "DOMException",
                "structuredClone",
                "atob",
                "btoa",
                "crypto"
            })
    void letsAScriptReplaceAndRemoveWhatIsProvided(String name) {
        assertResult(
                ("const own = typeof NAME; const { enumerable, configurable } = Object.getOwnPropertyDescriptor(globalThis, 'NAME');"
                                + " NAME = 1; const replaced = NAME; delete globalThis.NAME;"
                                + " return [own === 'undefined', enumerable, configurable, replaced, typeof NAME];")
                        .replace("NAME", name),
                "[false,false,true,1,\"undefined\"]");
    }

    @Test
    void providesGlobalsOfAFrozenGlobalObject() {
        assertResult("Object.freeze(globalThis); return [btoa('a'), new URL('a:b').href];", "[\"YQ==\",\"a:b\"]");
    }

    /** Whatever a script does first, the provided globals work as before and call none of the script's functions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (const type of [Array, String, Map, WeakMap, Set, Number, RegExp, Date, Promise, Uint8Array, ArrayBuffer,"
                        + " DataView, Object.getPrototypeOf(Uint8Array)])"
                        + " for (const name of Object.getOwnPropertyNames(type.prototype))"
                        + " if (name !== 'constructor') try { Object.defineProperty(type.prototype, name,"
                        + " { configurable: true, get() { throw 'patched'; }, set() { throw 'patched'; } }); } catch {}",
                "Array.prototype[Symbol.iterator] = function* () { yield 'patched'; };"
                        + " Object.defineProperty(Array.prototype, '0', { set() { throw 'patched'; }, get() { return 'patched'; } });",
                "for (const name of ['value', 'get', 'set', 'name', 'signal', 'fatal', 'stream', 'transfer', 'cause', 'capture'])"
                        + " Object.defineProperty(Object.prototype, name, { __proto__: null, configurable: true,"
                        + " get() { return undefined; }, set() {} });",
                "for (const name of Object.getOwnPropertyNames(Reflect)) Reflect[name] = () => 'patched';"
                        + " for (const name of Object.getOwnPropertyNames(Object)) try { Object[name] = () => 'patched'; } catch {}",
                "for (const name of ['Array', 'Object', 'String', 'Map', 'Set', 'Error', 'TypeError', 'RangeError', 'Uint8Array',"
                        + " 'Promise', 'RegExp', 'encodeURIComponent', 'decodeURIComponent', 'Symbol']) globalThis[name] = null;"
            })
    void worksWhateverAScriptHasPatched(String patch) {
        assertResult(
                "const data = { map: new Map([['a', { b: [1, , 3] }]]), 1: new Uint8Array([1, 2]) };"
                        + " const { get } = Map.prototype; const call = Reflect.apply;" + patch
                        + "\nconst copy = structuredClone(data);"
                        + " const params = new URLSearchParams('b=2&a=%C3%A9+x'); params.sort(); params.append('c', '/');"
                        + " const signal = AbortSignal.any([AbortSignal.abort('stop')]);"
                        + " return { url: new URL('../x y?q=é#f', 'http://u@bücher.example:80/a/b/').href, params: params.toString(),"
                        + " text: new TextDecoder().decode(new TextEncoder().encode('é€')), base64: atob(btoa('shop')),"
                        + " copied: call(get, copy.map, ['a']), first: copy[1][0], reason: signal.reason,"
                        + " uuid: crypto.randomUUID()[14] };",
                "{\"url\":\"http://u@xn--bcher-kva.example/a/x%20y?q=%C3%A9#f\",\"params\":\"a=%C3%A9+x&b=2&c=%2F\","
                        + "\"text\":\"é€\",\"base64\":\"shop\",\"copied\":{\"b\":[1,null,3]},\"first\":1,\"reason\":\"stop\","
                        + "\"uuid\":\"4\"}");
    }
}
