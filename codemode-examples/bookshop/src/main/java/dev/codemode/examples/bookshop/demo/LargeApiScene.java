package dev.codemode.examples.bookshop.demo;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.SearchQuery;
import dev.codemode.audit.AuditReport;
import dev.codemode.audit.ContextAudit;
import dev.codemode.catalog.Caller;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A large API from its OpenAPI document, in front of a server that answers with the document's examples. */
record LargeApiScene() implements Scene {
    private static final String QUERY = "list comments of an issue";
    private static final String SCRIPT = """
            const { data: issues } = await github.issues.listForRepo({ owner: "octocat", repo: "hello-world", state: "open" });
            const threads = await Promise.all(issues.map(async issue => {
              const { data } = await github.issues.listComments({ owner: "octocat", repo: "hello-world", issue_number: issue.number });
              return { number: issue.number, title: issue.title, comments: data.map(comment => comment.user.login) };
            }));
            const label = await github.issues.createLabel({ owner: "octocat", repo: "hello-world", name: "seen", color: "ededed" });
            return { threads, label: label.name };
            """;

    @Override
    public String title() {
        return "A large API: GitHub, out of its OpenAPI document";
    }

    @Override
    public void play(Stage stage) {
        Screen screen = stage.screen();
        String document = document();
        try (ExampleServer server = ExampleServer.of(document)) {
            long start = System.nanoTime();
            OpenApiSource source = OpenApiSource.builder("github", document)
                    .baseUrl(server.url())
                    .exclude(operation -> operation.id().orElse("").equals("repos/upload-release-asset"))
                    .build();
            long millis = (System.nanoTime() - start) / 1_000_000;
            try (CodeMode codeMode = CodeMode.builder()
                    .source(source)
                    .sandbox(GraalSandbox.create())
                    .build()) {
                int operations =
                        codeMode.catalog(Caller.anonymous()).operations().size();
                screen.line(String.format(Locale.ROOT, "%,d operations, loaded in %,d ms:", operations, millis));
                audit(source, stage);
                search(codeMode, stage);
                script(codeMode, server, stage);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void audit(OpenApiSource source, Stage stage) {
        AuditReport report = ContextAudit.builder().source("github", source).run();
        stage.screen().line("The audit's verdict:");
        report.verdict().forEach(sentence -> stage.screen().line("    " + sentence));
        stage.expect(report.withinBudget(), "a footprint within the budget", report.toText());
    }

    private static void search(CodeMode codeMode, Stage stage) {
        stage.screen().line("The model searches for \"" + QUERY + "\" and reads:");
        String found = codeMode.search(new SearchQuery(QUERY, "", 1, 0), Caller.anonymous())
                .text();
        stage.screen().quote(found, 6);
        stage.expect(found.contains("github.issues.listComments"), "github.issues.listComments", found);
    }

    private static void script(CodeMode codeMode, ExampleServer server, Stage stage) {
        stage.screen().line("The model writes a script:");
        stage.screen().quote(SCRIPT, 20);
        ExecuteAnswer answer = codeMode.execute(SCRIPT, Caller.anonymous());
        stage.screen().line("and reads, after " + server.requests() + " HTTP requests:");
        stage.screen().quote(answer.text(), 10);
        stage.expect(!answer.failed() && server.requests() == 3, "an answer after 3 requests", answer.text());
    }

    private static String document() {
        try (InputStream resource = LargeApiScene.class.getResourceAsStream("github.json.gz");
                InputStream in = new GZIPInputStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
