package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.catalog.Caller;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.tests.ShopSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a model reads beside the result of a script that returned, but did not do all it seems to have done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HintsTest {
    private CodeMode codeMode;

    @BeforeAll
    void start() {
        codeMode = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(GraalSandbox.unsafeInProcess())
                .build();
    }

    @AfterAll
    void stop() {
        codeMode.close();
    }

    private String answer(String script) {
        return codeMode.execute(script, Caller.anonymous()).text();
    }

    @Test
    void namesAWriteThatFailedWithoutBeingAwaited() {
        assertThat(answer("orders.ship({ id: 'o1' });\nreturn 'shipped';")).isEqualTo("""
                "shipped"

                Hint: A write failed, and the result does not mention it:
                  1. orders.ship: Order o1 is shipped already.""");
    }

    @Test
    void namesWritesThatFailedInALoopOfAsyncFunctions() {
        assertThat(answer("[1, 2, 3, 4, 5].forEach(async id => { await orders.ship({ id: 'o' + id }); });\n"
                        + "await orders.find({ limit: 1 });\nreturn 'shipped';"))
                .isEqualTo("""
                        "shipped"

                        Hint: 5 writes failed, and the result does not mention it:
                          1. orders.ship: Order o1 is shipped already.
                          2. orders.ship: Order o1 is shipped already.
                          3. orders.ship: Order o1 is shipped already.
                          … and 2 more""");
    }

    @Test
    void namesAWriteWhoseFailureWasSwallowed() {
        assertThat(answer("try { await orders.ship({ id: 'o1' }); } catch {}\nreturn 'shipped';"))
                .isEqualTo("""
                "shipped"

                Hint: A write failed, and the result does not mention it:
                  1. orders.ship: Order o1 is shipped already.""");
    }

    @Test
    void namesACallOfAnOperationThatDoesNotExist() {
        assertThat(answer("try { await orders.shp({ id: 'o1' }); } catch {}\nreturn 'shipped';"))
                .isEqualTo("""
                "shipped"

                Hint: A call failed, and the result does not mention it:
                  1. orders.shp: there is no such operation. Did you mean orders.ship?""");
    }

    @Test
    void saysNothingOfAFailureThatTheScriptReports() {
        assertThat(answer("try { await orders.ship({ id: 'o1' }); } catch (e) { return e.message; }"))
                .isEqualTo("\"orders.ship: Order o1 is shipped already.\"");
        assertThat(answer("try { await orders.ship({ id: 'o1' }); } catch (e) { console.log(e.message); }\nreturn 1;"))
                .isEqualTo("1\n\nConsole:\norders.ship: Order o1 is shipped already.");
    }

    @Test
    void namesAReadThatWasNotAwaited() {
        assertThat(answer("return orders.find({ limit: 1 }).length;")).isEqualTo("""
                The script returned nothing and wrote nothing to the console. End it with `return` and a value.

                Hint: Not awaited: orders.find. Its result never reached the script.""");
    }

    @Test
    void namesReadsThatWereNotAwaited() {
        assertThat(answer(
                        "orders.find({ limit: 1 });\norders.find({ limit: 2 });\ncodemode.search('ship');\nreturn 1;"))
                .isEqualTo("""
                1

                Hint: Not awaited: orders.find, codemode.search. Their results never reached the script.""");
    }

    @Test
    void saysNothingOfCallsThatWereAwaitedInAnyWay() {
        assertThat(answer("const a = orders.find({ limit: 1 });\nconst b = orders.find({ limit: 1 });\n"
                        + "const c = orders.find({ limit: 1 }).then(found => found.length);\n"
                        + "const d = (async () => orders.find({ limit: 1 }))();\n"
                        + "const [e] = await Promise.all([orders.find({ limit: 1 })]);\n"
                        + "const f = await Promise.race([orders.find({ limit: 1 })]);\n"
                        + "for await (const g of [orders.find({ limit: 1 })]) { await b; }\n"
                        + "return (await a).length + await c + (await d).length + e.length + f.length;"))
                .isEqualTo("5");
    }
}
