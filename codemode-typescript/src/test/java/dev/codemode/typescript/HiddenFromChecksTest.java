package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.typescript.internal.check.DirectCheck;
import dev.codemode.typescript.internal.check.SlicedDeclarations;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A check of what one caller sends answers as if there were nothing else than what this caller may use, also by a compiler that
 * has just checked scripts of somebody who may use all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class HiddenFromChecksTest {
    private static final Predicate<Operation> SHOWN =
            operation -> operation.docs().text().equals("For all.");

    private final Catalog everything = Catalog.of(List.of(
            api(),
            Service.of(
                    "payroll",
                    Docs.none(),
                    List.of(operation(
                            "payroll.salaries.list", "Secret.", Schema.object(List.of()), Schema.reference("Salary"))),
                    List.of(salary()))));
    private final Catalog shown = everything.filter(SHOWN);
    private final Catalog alone = Catalog.of(List.of(Service.of(
            "api",
            Docs.none(),
            api().operations().values().stream().filter(SHOWN).toList(),
            List.of(order()))));

    private static Operation operation(String name, String docs, Schema input, Schema output) {
        return Operation.builder(OperationName.parse(name), Effect.READ)
                .docs(Docs.of(docs))
                .input(input)
                .output(output)
                .build();
    }

    private static TypeDefinition order() {
        return new TypeDefinition(
                "Order", Schema.object(List.of(Property.required("total", Schema.number()))), Docs.none());
    }

    private static TypeDefinition salary() {
        return new TypeDefinition(
                "Salary", Schema.object(List.of(Property.required("bonusOfZephyrine", Schema.string()))), Docs.none());
    }

    private static Service api() {
        Schema id = Schema.object(List.of(Property.required("id", Schema.string())));
        Schema secret = Schema.object(List.of(Property.required("zephyrine", Schema.reference("Salary"))));
        return Service.of(
                "api",
                Docs.none(),
                List.of(
                        operation("api.orders.find", "For all.", id, Schema.reference("Order")),
                        operation("api.orders.findZephyrine", "Secret.", secret, Schema.reference("Salary")),
                        operation("api.orders.delete", "Secret.", id, Schema.nothing()),
                        operation("api.zephyrine.list", "Secret.", id, Schema.reference("Salary")),
                        operation("api.import.zephyrine", "Secret.", id, Schema.reference("Salary")),
                        operation("api.find", "For all.", id, Schema.reference("Order")),
                        operation("api.findZephyrine", "Secret.", secret, Schema.reference("Salary"))),
                List.of(order(), salary()));
    }

    /** Scripts that name what is hidden, or come near to it. */
    static List<String> scripts() {
        return List.of(
                "return api.findZephyrine({ zephyrine: 1 });",
                "return api.findZephyrin({});",
                "return api.orders.findZephyrine({});",
                "return api.orders.findZephyrin({});",
                "return api.orders.delete({ id: 1 });",
                "return api.zephyrine.list({ id: 1 });",
                "return api.zephyrine.lists({});",
                "return api.zephyrine();",
                "return api.import.zephyrine({ id: 1 });",
                "return api.import();",
                "return api.orders();",
                "return api.other.thing({});",
                "return payroll.salaries.list({});",
                "return payroll.salary.list({});",
                "return payrol.salaries.list({});",
                "const x = {} as api.Salary; return x.q;",
                "const x = {} as payroll.Salary; return x.q;",
                "const x: api.Salary = { bonusOfZephyrine: 1 }; return x;",
                "const x = {} as any as api.Salary; x.bonusOfZephyrine.foo(); return api.find({ id: x });",
                "const f = await api.find({ id: 'a' }); return f.bonusOfZephyrine;",
                "return api.find({ id: 'a', zephyrine: 1 });",
                "return api.find({ zephyrine: 1 });",
                "const s: keyof typeof api = 1; return api.find({ id: s });",
                "const s: Parameters<typeof api.findZephyrine>[0] = 1; return api.find({ id: s });",
                "return Object.keys(api).map((one) => api[one].q);",
                "const { findZephyrine, payroll } = api; return findZephyrine({});");
    }

    @BeforeAll
    void checkAsACallerWhoMayUseAll() {
        for (String script : scripts()) {
            check(everything, script);
        }
        assertThat(check(everything, "return api.findZephyrin({});")).contains("api.findZephyrine");
        assertThat(check(everything, "const x = {} as api.Salary; return x.q;")).contains("bonusOfZephyrine");
    }

    private String check(Catalog catalog, String script) {
        return String.join("\n", DirectCheck.hints(catalog, script));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void answersAsIfWhatIsHiddenWereNotThere(String script) {
        check(everything, script);
        String answer = check(shown, script);
        assertThat(answer).isEqualTo(check(alone, script));
        // What the script itself wrote may be repeated, and nothing else.
        List.of("zephyrine", "Zephyrine", "bonusOfZephyrine", "Salary", "payroll", "salaries", "delete").stream()
                .filter(word -> !script.contains(word))
                .forEach(word -> assertThat(answer).doesNotContain(word));
    }

    @Test
    void theDeclarationsOfACallerHoldNothingElse() {
        SlicedDeclarations slices = new SlicedDeclarations(shown);
        String all = String.join("\n", slices.keys().stream().map(slices::text).toList());
        assertThat(all).contains("namespace api").doesNotContain("ephyrine", "Salary", "payroll");
    }
}
