package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.codemode.CodeMode;
import dev.codemode.SearchAnswer;
import dev.codemode.SearchQuery;
import dev.codemode.catalog.Caller;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.testkit.Golden;
import dev.codemode.testkit.ScriptedSandbox;
import dev.codemode.tests.GitHubDocument;
import dev.codemode.tests.ShopSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model reads after a search over GitHub's 1,223 operations. */
final class SearchAnswerTest {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/search");
    private static final Encoding O200K = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final List<String> QUERIES = List.of(
            "create an issue",
            "merge a pull request",
            "list issues of a repository",
            "get a repository",
            "comment on an issue",
            "latest release",
            "add a collaborator",
            "list organization repositories",
            "create a branch",
            "delete a file",
            "who contributed",
            "run a workflow",
            "star a repo",
            "close an issue",
            "list commits",
            "search code");

    private static CodeMode codeMode;

    @BeforeAll
    static void open() throws IOException {
        codeMode = CodeMode.builder()
                .source(OpenApiSource.builder("github", GitHubDocument.text()).build())
                .sandbox(ScriptedSandbox.returning(null))
                .build();
    }

    @AfterAll
    static void close() {
        codeMode.close();
    }

    private static SearchAnswer answer(String query) {
        return codeMode.search(SearchQuery.of(query), Caller.anonymous());
    }

    @ParameterizedTest
    @CsvSource({"create an issue, create-an-issue.txt", "merge a pull request, merge-a-pull-request.txt"})
    void readsWell(String query, String file) {
        GOLDEN.verify(file, answer(query).text());
    }

    @Test
    void takesExactNamesAsScriptsCallThem() {
        try (CodeMode shop = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(ScriptedSandbox.answering(request -> null))
                .build()) {
            String exact = shop.search(SearchQuery.of("orders.find orders.ship"), Caller.anonymous())
                    .text();
            assertThat(exact).startsWith("2 operations.");
            for (String text : List.of(
                    "orders.find() orders.ship()",
                    "orders.find(), orders.ship();",
                    "(orders.find; orders.ship)",
                    "`orders.find` \"orders.ship\"")) {
                assertThat(shop.search(SearchQuery.of(text), Caller.anonymous()).text())
                        .as(text)
                        .isEqualTo(exact);
            }
        }
    }

    @Test
    void costsFewTokens() {
        List<Integer> tokens = new ArrayList<>();
        for (String query : QUERIES) {
            String text = answer(query).text();
            tokens.add(O200K.countTokens(text));
            assertThat(answer(query).operations())
                    .hasSize(SearchQuery.DEFAULT_LIMIT)
                    .allSatisfy(name -> assertThat(text).contains(name + "("));
        }
        assertThat(tokens).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(660));
        assertThat(tokens.stream().mapToInt(count -> count).average().orElseThrow())
                .isLessThanOrEqualTo(600);
    }
}
