package dev.codemode.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostileCorpusTest {
    private static final String LIMITS =
            "'limits':{'wallMs':2000,'stopWithinMs':1000,'heapMb':64,'resultBytes':100,'outputBytes':50,'hostCalls':10,"
                    + "'concurrentCalls':2,'sourceBytes':1000}";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeScript() throws IOException {
        Files.createDirectories(directory.resolve("scripts"));
        Files.writeString(
                directory.resolve("scripts/theft.js"), "// expect: value:2\n// ---\nreturn [@@X@@].length;\n");
    }

    @Test
    void readsADirectory() throws IOException {
        HostileCorpus corpus =
                read("{'file':'theft.js','class':'escape','purpose':'steals books','expect':['error','value'],"
                        + "'value':2,'needs':['items.get'],'after':'theft.js','variationOf':'theft.js','expand':[{'marker':'@@X@@','unit':'{i},','count':2}],"
                        + LIMITS + "}");
        HostileLimits limits = new HostileLimits(
                Limits.builder()
                        .maxRunTime(Duration.ofSeconds(2))
                        .maxMemoryBytes(64 << 20)
                        .maxResultBytes(100)
                        .maxConsoleBytes(50)
                        .maxHostCalls(10)
                        .maxConcurrentHostCalls(2)
                        .maxSourceBytes(1_000)
                        .build(),
                Duration.ofSeconds(1));
        assertThat(corpus.scripts())
                .containsExactly(new HostileScript(
                        "theft.js",
                        new HostileScript.Attack("escape", "steals books", Optional.of("theft.js")),
                        new HostileScript.Required(Set.of(Expectation.ERROR, Expectation.VALUE), 2L),
                        List.of("items.get"),
                        Optional.of("theft.js"),
                        limits,
                        new HostileScript.Text(
                                "return [@@X@@].length;\n", List.of(new Expansion("@@X@@", "{i},", 2)))));
    }

    @Test
    void expandsMarkersWhenItIsAsked() throws IOException {
        HostileCorpus corpus =
                read("{'file':'theft.js','class':'escape','purpose':'steals books','expect':['no-escape'],"
                        + "'expand':[{'marker':'@@X@@','unit':'{i},','count':3}]," + LIMITS + "}");
        assertThat(corpus.script("theft.js").code()).isEqualTo("return [0,1,2,].length;\n");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertFault(
                "{'file':'theft.js','class':'escape','purpose':'steals books','expect':['boom']," + LIMITS + "}",
                "manifest.json, scripts[0] (theft.js): 'expect' must be of value, error, timeout, memory and no-escape, but"
                        + " was [boom].");
        assertFault(
                "{'file':'theft.js','class':'escape','purpose':'steals books','expect':['error'],'limits':{'wallMs':'2'}}",
                "manifest.json, scripts[0] (theft.js): 'limits': 'wallMs' must be a whole number above 0, but was \"2\".");
        assertFault(
                "{'file':'theft.js','class':'escape','expect':['error']," + LIMITS + "}",
                "manifest.json, scripts[0] (theft.js): 'purpose' must be a string, but is missing.");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertFault(
                "{'file':'fire.js','class':'escape','purpose':'burns books','expect':['error']," + LIMITS + "}",
                "Cannot read " + directory.resolve("scripts/fire.js") + ".");
    }

    @Test
    void refusesNamesThatLeaveTheDirectory() {
        assertFault(
                "{'file':'../fire.js','class':'escape','purpose':'burns books','expect':['error']," + LIMITS + "}",
                "manifest.json, scripts[0] (../fire.js): 'file' must be a file's name that ends in .js, but was"
                        + " \"../fire.js\".");
    }

    @Test
    void refusesAPredecessorThatItDoesNotList() {
        assertFault(
                "{'file':'theft.js','class':'escape','purpose':'steals books','expect':['error'],'after':'fire.js',"
                        + LIMITS + "}",
                "manifest.json (theft.js): 'after' names fire.js, which it does not list.");
    }

    @Test
    void findsEveryScriptOfTheBundledCorpus() {
        assertThat(HostileCorpus.bundled().scripts())
                .hasSizeGreaterThan(250)
                .allSatisfy(script -> assertThat(script.text().template()).isNotBlank());
    }

    @Test
    void refusesAVariationOfAScriptThatItDoesNotList() {
        assertFault(
                "{'file':'theft.js','class':'escape','purpose':'steals books','expect':['error'],"
                        + "'variationOf':'fire.js'," + LIMITS + "}",
                "manifest.json (theft.js): 'variationOf' names fire.js, which it does not list.");
    }

    @Test
    void namesForEachVariationAScriptThatIsNotAVariation() {
        HostileCorpus corpus = HostileCorpus.bundled();
        assertThat(corpus.scripts().stream().flatMap(script -> script.variationOf().stream()))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(corpus.script(file).variationOf()).as(file).isEmpty());
    }

    private void assertFault(String script, String message) {
        assertThatThrownBy(() -> read(script))
                .isInstanceOf(InvalidCorpusException.class)
                .hasMessage(message);
    }

    private HostileCorpus read(String script) throws IOException {
        String manifest = "{'version':1,'scripts':[" + script + "]}";
        Files.writeString(directory.resolve("manifest.json"), manifest.replace('\'', '"'));
        return HostileCorpus.in(directory);
    }
}
