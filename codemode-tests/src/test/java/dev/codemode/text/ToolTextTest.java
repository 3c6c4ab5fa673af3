package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.sandbox.Limits;
import dev.codemode.testkit.Golden;
import dev.codemode.tests.ShopSource;
import dev.codemode.text.internal.ToolText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ToolTextTest {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/tools");

    @Test
    void describesASmallCatalog() {
        GOLDEN.verify("small.txt", text(new ShopSource().load().services()));
    }

    @Test
    void staysBelowAThousandTokensForAnyCatalog() {
        List<Service> services = IntStream.range(0, 400)
                .mapToObj(i ->
                        service("service" + i, "Handles things of the " + i + "th kind, and what belongs to them."))
                .toList();
        String text = text(services);
        GOLDEN.verify("large.txt", text);
        int tokens = Encodings.newDefaultEncodingRegistry()
                .getEncoding(EncodingType.O200K_BASE)
                .countTokens(text);
        assertThat(tokens).isLessThanOrEqualTo(1_000);
    }

    @Test
    void saysReadOnlyWhereNothingWrites() {
        List<ToolDescription> tools = tools(List.of(service("books", "Books.")));
        assertThat(tools).extracting(ToolDescription::readOnly).containsExactly(true, true);
        assertThat(tools).extracting(ToolDescription::destructive).containsExactly(false, false);
    }

    @Test
    void saysDestructiveWhereSomethingDestroys() {
        List<ToolDescription> tools = tools(new ShopSource().load().services());
        assertThat(tools).extracting(ToolDescription::readOnly).containsExactly(true, false);
        assertThat(tools).extracting(ToolDescription::destructive).containsExactly(false, true);
    }

    @Test
    void saysThatACallerHasNoServices() {
        assertThat(tools(List.of()).get(0).description()).endsWith("\n\nThere are no services.");
    }

    @Test
    void writesLimitsAsTheyAre() {
        Limits limits = Limits.builder()
                .maxRunTime(Duration.ofMillis(1_500))
                .maxHostCalls(1)
                .build();
        assertThat(ToolText.tools(Catalog.of(List.of()), limits, 6_000, false)
                        .get(1)
                        .description())
                .endsWith("- Limits: 1500 ms, 1 call.");
    }

    private static Service service(String name, String docs) {
        Operation operation =
                Operation.builder(OperationName.of(name, "get"), Effect.READ).build();
        return Service.of(name, Docs.of(docs), List.of(operation), List.of());
    }

    private static List<ToolDescription> tools(List<Service> services) {
        return ToolText.tools(Catalog.of(services), Limits.defaults(), 6_000, false);
    }

    private static String text(List<Service> services) {
        return tools(services).stream()
                .map(tool -> "# " + tool.name() + " — " + tool.title() + "\n" + tool.description() + "\n"
                        + tool.inputSchemaJson() + "\n")
                .collect(Collectors.joining("\n"));
    }
}
