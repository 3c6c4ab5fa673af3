package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.tests.ErrorGolden;
import dev.codemode.tests.NamedScript;
import dev.codemode.tests.ShopSource;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model reads when its script is wrong: each text whole, none with a trace of the host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ErrorTextsTest {
    private CodeMode codeMode;

    @BeforeAll
    void start() {
        codeMode = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(GraalSandbox.unsafeInProcess())
                .limits(Limits.builder()
                        .maxRunTime(Duration.ofSeconds(5))
                        .maxCpuTime(Duration.ofSeconds(1))
                        .maxHostCalls(50)
                        .build())
                .build();
    }

    @AfterAll
    void stop() {
        codeMode.close();
    }

    static Stream<NamedScript> cases() {
        return Stream.of(
                new NamedScript("unknown-operation", "return await orders.fnd({ limit: 5 });"),
                new NamedScript("unknown-service", "return await ordrs.find({ limit: 5 });"),
                new NamedScript("misspelt-argument", "const found = await orders.find({ limt: 5 });\nreturn found;"),
                new NamedScript("wrong-type", "return await orders.find({\n  limit: \"ten\",\n});"),
                new NamedScript("unsafe-integer", "return await orders.find({ limit: 2 ** 53 });"),
                new NamedScript("positional-arguments", "return await orders.find('open', 5);"),
                new NamedScript("argument-without-json", "return await orders.find({ limit: 10n });"),
                new NamedScript(
                        "syntax-error", "const found = await orders.find({ limit: 5 });\nreturn found.map(o => o.id;"),
                new NamedScript("broken-text", "const t = \"first\nsecond\";\nreturn t;"),
                new NamedScript("line-breaks-as-text", "const a = 1;\\nreturn a;"),
                new NamedScript(
                        "malformed-tag", "try { return new Intl.Locale('en-x-lvariant-a'); } catch (e) { return 1; }"),
                new NamedScript(
                        "thrown-error", "const order = (await orders.find({ limit: 1 }))[3];\nreturn order.total;"),
                new NamedScript("thrown-text", "await orders.place({ id: 'o9' });\nthrow 'no such customer';"),
                new NamedScript("thrown-object", "throw { code: 42 };"),
                new NamedScript("never-settling", "await new Promise(() => {});"),
                new NamedScript("endless-loop", "console.log('counting');\nwhile (true) {}"),
                new NamedScript("slow-timer", "await new Promise(r => setTimeout(r, 60000));"),
                new NamedScript("large-result", "return 'x'.repeat(10 * 1024 * 1024);"),
                new NamedScript("cyclic-result", "const order = { id: 'o1' };\norder.self = order;\nreturn order;"),
                new NamedScript("function-result", "return orders.find;"),
                new NamedScript("symbol-result", "return Symbol('o1');"),
                new NamedScript("iterator-result", "return new Map([['o1', 1]]).values();"),
                new NamedScript(
                        "deep-result",
                        "let tree = [];\nfor (let i = 0; i < 300; i++) tree = [tree];\nreturn { tree };"),
                new NamedScript("failing-getter", "return {\n  get total() { return this.lines.length; },\n};"),
                new NamedScript(
                        "operation-failed",
                        "await orders.place({ id: 'o1' });\nreturn await orders.ship({ id: 'o1' });"),
                new NamedScript("retryable-failure", "return await orders.cancel({ id: 'o1' });"),
                new NamedScript(
                        "destructured-service", "const { orders } = await orders.find({ limit: 5 });\nreturn orders;"),
                new NamedScript(
                        "service-as-parameter",
                        "async ({ orders }) => {\n  return await orders.find({ limit: 5 });\n}"),
                new NamedScript("service-result", "return await orders;"),
                new NamedScript(
                        "forgotten-await", "const page = orders.find({ limit: 5 });\nreturn page.map(o => o.id);"),
                new NamedScript(
                        "forgotten-await-in-loop", "for (const o of orders.find({ limit: 5 })) console.log(o.id);"),
                new NamedScript(
                        "misspelt-result", "const [o] = await orders.find({ limit: 1 });\nreturn o.customer.name;"),
                new NamedScript("null-for-optional", "return await orders.find({ limit: 1, status: null });"),
                new NamedScript("promise-result", "return [1, 2].map(limit => orders.find({ limit }));"),
                new NamedScript("busy-wait", "const end = Date.now() + 50;\nwhile (Date.now() < end) {}"),
                new NamedScript("absent-global", "return await (await fetch('/orders')).json();"),
                new NamedScript("typed-variable", "const n: number = 1;\nreturn n;"),
                new NamedScript("type-assertion", "return (await orders.find({ limit: 1 })) as Order[];"),
                new NamedScript(
                        "control-characters",
                        "console.log('\\u001b[2J');\nthrow new Error('a\\u0000\\u001b[31m\\ud800');"),
                new NamedScript(
                        "shadowed-service", "const orders = await orders.find({ limit: 5 });\nreturn orders.length;"),
                new NamedScript("no-network", "const response = await fetch('https://example.com');"),
                new NamedScript("describe-unknown", "return await codemode.describe('orders.fnd');"),
                new NamedScript("describe-service", "return await codemode.describe('orders');"),
                new NamedScript("search-without-words", "return await codemode.search({ service: 'orders' });"),
                new NamedScript(
                        "search-unknown-service", "return await codemode.search('refund', { service: 'order' });"),
                new NamedScript("changed-service", "orders.find = async () => [];\nreturn await orders.find();"),
                new NamedScript("code-from-text", "return new Function('return 1')();"),
                new NamedScript("import", "import fs from 'fs';\nreturn 1;"),
                new NamedScript("fence", "```js\nreturn 1;\n```"),
                new NamedScript("typescript", "interface Row { id: string }\nreturn 1;"),
                new NamedScript("export-default", "export default async () => 1;"),
                new NamedScript(
                        "too-many-calls", "for (let i = 0; i < 2000; i++) orders.find({ limit: 1 });\nreturn 1;"),
                new NamedScript("too-large-source", "/*" + "x".repeat(300_000) + "*/ return 1;"),
                new NamedScript("deep-recursion", "const f = () => f() + 1;\nreturn f();"),
                new NamedScript(
                        "console-on-failure",
                        "console.log('step', 1, { a: [1] });\nconsole.warn('careful');\nnull.x;"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(NamedScript wrong) {
        ExecuteAnswer answer = codeMode.execute(wrong.script(), Caller.anonymous());
        assertThat(answer.failed()).isTrue();
        ErrorGolden.verify(wrong.name(), withoutPlaceOfALimit(answer));
        assertThat(codeMode.execute("return 1 + 1;", Caller.anonymous()).text()).isEqualTo("2");
    }

    /** Where a script was when a limit stopped it depends on the moment. */
    private static String withoutPlaceOfALimit(ExecuteAnswer answer) {
        return answer.status() == ExecutionStatus.STOPPED
                ? answer.text().replaceFirst("At line [0-9]+, column [0-9]+:\n.*\n +\\^\n", "")
                : answer.text();
    }

    @ParameterizedTest
    @MethodSource("secretCases")
    void keepsSecretsOfFailedHandlers(NamedScript wrong) {
        ErrorGolden.verify(
                wrong.name(),
                codeMode.execute(wrong.script(), Caller.anonymous()).text());
    }

    static Stream<NamedScript> secretCases() {
        return Stream.of(
                new NamedScript("secret-in-exception", "return await orders.audit();"),
                new NamedScript(
                        "secret-in-caught-exception",
                        "try { await orders.audit(); } catch (e) {\n"
                                + "  return { name: e.name, message: e.message, code: e.code, stack: String(e.stack) };\n}"));
    }
}
