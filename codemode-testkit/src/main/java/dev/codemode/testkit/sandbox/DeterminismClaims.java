package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Time, randomness and locale, as the request gives them. */
abstract class DeterminismClaims extends SandboxClaims {
    DeterminismClaims(SandboxContract contract) {
        super(contract);
    }

    @Test
    void startsTheClockAtTheRequestedTime() {
        require(SandboxContract.Feature.FROZEN_CLOCK);
        assertResult(
                "return [Date.now(), new Date(), new Date().constructor === Date, new Date(0) instanceof Date];",
                "[1772600767089,\"2026-03-04T05:06:07.089Z\",true,true]");
    }

    @Test
    void standsStillWhileTheScriptComputes() {
        require(SandboxContract.Feature.FROZEN_CLOCK);
        assertResult(
                "const before = [Date.now(), performance.now()]; for (let i = 0; i < 2e5; i++) Math.sqrt(i);"
                        + " return Date.now() === before[0] && performance.now() === before[1];",
                "true");
    }

    @Test
    void advancesInStepsWhileTheScriptWaits() {
        require(SandboxContract.Feature.FROZEN_CLOCK);
        assertResult(
                "const before = Date.now(); await new Promise((done) => setTimeout(done, 120));"
                        + " const passed = Date.now() - before; return passed >= 100 && passed % 100 === 0;",
                "true");
    }

    @Test
    void showsTheSameTimeEverywhere() {
        require(SandboxContract.Feature.FROZEN_CLOCK);
        assertResult(
                "const format = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'medium' });"
                        + " return [Date(), format.format(), new (class extends Date {})().toISOString()]"
                        + ".map((text) => text.includes('5:06:07') || text.includes('05:06:07'));",
                "[true,true,true]");
    }

    /** Not every engine has Temporal; in one that has it, Temporal shows no other clock. */
    @Test
    void showsTheSameTimeInTemporal() {
        require(SandboxContract.Feature.FROZEN_CLOCK);
        Assumptions.assumeTrue(
                "true".equals(result("return typeof Temporal === 'object';")), "The engine has no Temporal.");
        assertResult(
                "const { Now } = Temporal; return [Reflect.ownKeys(Now).filter((key) => typeof key === 'string').sort(),"
                        + " Now.instant(), Now.timeZoneId(), Now.zonedDateTimeISO(), Now.plainDateTimeISO(), Now.plainDateISO(),"
                        + " Now.plainTimeISO(), Now.zonedDateTimeISO('Asia/Tokyo'), Now.plainDateISO('Pacific/Kiritimati')];",
                "[[\"instant\",\"plainDateISO\",\"plainDateTimeISO\",\"plainTimeISO\",\"timeZoneId\",\"zonedDateTimeISO\"],"
                        + "\"2026-03-04T05:06:07.089Z\",\"UTC\",\"2026-03-04T05:06:07.089+00:00[UTC]\",\"2026-03-04T05:06:07.089\","
                        + "\"2026-03-04\",\"05:06:07.089\",\"2026-03-04T14:06:07.089+09:00[Asia/Tokyo]\",\"2026-03-04\"]");
    }

    @Test
    void showsNoOtherClock() {
        require(SandboxContract.Feature.FROZEN_CLOCK);
        assertResult(
                "const format = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'medium' });"
                        + " const plain = (text) => text.replace(/\\s/g, ' '); const text = (parts) => plain(parts.map((part) => part.value).join(''));"
                        + " const now = plain(format.format(new Date()));"
                        + " const thrown = (step) => { try { step(); return 'nothing'; } catch (e) { return e.name; } };"
                        + " return [text(format.formatToParts()) === now, text(format.formatToParts(undefined)) === now,"
                        + " plain([undefined].map(format.format)[0]) === now, thrown(() => format.formatRange()),"
                        + " new Date(undefined).getTime(), Reflect.construct(Date, [], Array) instanceof Array,"
                        + " Date.prototype.constructor === Date, new (class extends Date {})().getTime() === Date.now(),"
                        + " new Event('x').timeStamp, performance.timeOrigin === Date.now()];",
                "[true,true,true,\"TypeError\",null,true,true,true,0,true]");
    }

    @Test
    void usesUniversalTimeAndEnglish() {
        assertResult(
                "const { locale } = new Intl.DateTimeFormat().resolvedOptions();"
                        + " return [new Date().getTimezoneOffset(), locale.slice(0, 2), (1234.5).toLocaleString()];",
                "[0,\"en\",\"1,234.5\"]");
    }

    @Test
    void drawsTheSameNumbersFromTheSameSeed() {
        require(SandboxContract.Feature.SEEDED_RANDOM);
        String draw = "return [Math.random(), Math.random(), Math.random()].map((n) => n >= 0 && n < 1 ? n : null);";
        String first = result(draw);
        assertThat(result(draw)).isEqualTo(first).doesNotContain("null");
        SandboxRequest otherSeed = new SandboxRequest(
                new Script(draw, OPERATIONS, Limits.defaults(), STARTED_AT, 43), silent(), "bookshop");
        assertThat(result(run(otherSeed))).isNotEqualTo(first);
    }

    @Test
    void firesTimersInTheOrderOfTheirTimes() {
        assertResult(
                "const fired = []; const after = (ms) => new Promise((done) => setTimeout(() => { fired.push(ms); done(); }, ms));"
                        + " const stopped = setTimeout(() => fired.push('stopped'), 1); clearTimeout(stopped);"
                        + " queueMicrotask(() => fired.push('first'));"
                        + " await Promise.all([after(30), after(0), after(10)]); return fired;",
                "[\"first\",0,10,30]");
    }

    @Test
    void doesNotFireATimerThatWasClearedWhenItWasDue() {
        assertResult(
                "const fired = []; const late = setTimeout(() => fired.push('late'), 1);"
                        + " let sum = 0; for (let i = 0; i < 3e6; i++) sum += i; clearTimeout(late);"
                        + " await new Promise((done) => setTimeout(done, 20)); return [fired, sum > 0];",
                "[[],true]");
    }

    @Test
    void firesAnIntervalUntilItIsCleared() {
        assertResult(
                "const fired = []; await new Promise((done) => { const id = setInterval(() => { fired.push(fired.length);"
                        + " if (fired.length === 3) { clearInterval(id); done(); } }, 5); });"
                        + " await new Promise((done) => setTimeout(done, 20)); return fired;",
                "[0,1,2]");
    }

    @Test
    void movesTheClockOnWhenATimerFires() {
        require(SandboxContract.Feature.FROZEN_CLOCK);
        assertResult(
                "const before = Date.now(); await new Promise((done) => setTimeout(done, 250));"
                        + " return Date.now() - before >= 200 && Date.now() - before < 60000;",
                "true");
    }

    @Test
    void passesArgumentsToTimers() {
        assertResult("return await new Promise((done) => setTimeout(done, 1, 'Emma'));", "\"Emma\"");
    }
}
