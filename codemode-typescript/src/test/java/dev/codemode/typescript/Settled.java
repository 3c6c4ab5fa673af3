package dev.codemode.typescript;

import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptPreparer;
import dev.codemode.script.ScriptRequest;

/** What becomes of a script once its check is over. */
final class Settled {
    private Settled() {}

    static PreparedScript of(ScriptPreparer preparer, ScriptRequest request) {
        PreparedScript prepared = preparer.prepare(request);
        if (prepared instanceof PreparedScript.Ready ready) {
            PreparedScript.Findings found =
                    ready.check().findings().toCompletableFuture().join();
            return found.passed() ? ready : new PreparedScript.Rejected(found.mistakes());
        }
        return prepared;
    }
}
