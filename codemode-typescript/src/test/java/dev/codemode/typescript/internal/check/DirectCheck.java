package dev.codemode.typescript.internal.check;

import dev.codemode.catalog.Catalog;
import dev.codemode.internal.json.Json;
import dev.codemode.script.internal.ScriptScanner;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Checks scripts in this process, with the declarations that the worker would have. */
public final class DirectCheck {
    /** One for all tests: another would need ten seconds of computing until it checks as fast as this one. */
    private static final TypeChecker CHECKER = new TypeChecker();

    private DirectCheck() {}

    /** Returns the findings as the checker writes them. */
    static String json(SlicedDeclarations slices, String script, Duration limit) {
        Set<String> words = SlicedDeclarations.words(ScriptScanner.tokens(script));
        List<String> keys = slices.keysFor(words);
        for (String key : keys) {
            if (!CHECKER.has(key)) {
                CHECKER.load(key, slices.text(key));
            }
        }
        CheckOrder order = new CheckOrder("STATEMENTS", true, slices.view(), slices.servicesIn(words), script);
        return CHECKER.check(order, keys, limit);
    }

    /** Returns what a model would read of the findings. */
    public static List<String> hints(Catalog catalog, String script) {
        String found = json(new SlicedDeclarations(catalog), script, Duration.ofMinutes(1));
        return Findings.of(Json.read(found), catalog).hints(true);
    }
}
