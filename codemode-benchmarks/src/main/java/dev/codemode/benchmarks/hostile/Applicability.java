package dev.codemode.benchmarks.hostile;

import dev.codemode.testkit.hostile.HostileScript;
import java.util.Optional;
import java.util.Set;

/** Identifies scripts that test something this library does not have yet. */
final class Applicability {
    private static final Set<String> OPERATIONS = Set.of(
            "items.get",
            "items.get->302",
            "items.get->echo",
            "items.list",
            "items.create",
            "secrets.read",
            "messages.post",
            "slow.wait",
            "fail.boom",
            "big.get");

    private Applicability() {}

    /** Returns why the script does not apply, or nothing if it does. */
    static Optional<String> reasonAgainst(HostileScript script) {
        if (script.category().equals("data-flow-and-effects") && script.needs().contains("secrets.read")) {
            return Optional.of("not applicable yet: no rule for flows between operations");
        }
        return script.needs().stream()
                .filter(need -> !OPERATIONS.contains(need))
                .findFirst()
                .map(need -> "not applicable yet: no operation " + need);
    }
}
