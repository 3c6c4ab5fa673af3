package dev.codemode.sandbox.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.realm.Realm;
import dev.codemode.sandbox.realm.RealmFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes realms one after the other in one isolate, each with a global object of its own. An isolate that was told to
 * terminate is replaced: it would take that for the next realm. Confined to one thread at a time.
 */
final class V8Realms implements RealmFactory {
    private final V8Library library;
    private final V8Shim shim;
    private @Nullable V8Runtime isolate;
    private @Nullable V8Realm last;

    V8Realms(V8Library library, long maxMemoryBytes) {
        this.library = library;
        this.shim = new V8Shim(maxMemoryBytes);
    }

    @Override
    public Realm create(Limits limits) {
        try {
            V8Realm realm = new V8Realm(freshContext(), shim);
            last = realm;
            return realm;
        } catch (JavetException e) {
            throw new IllegalStateException("V8 did not make a realm.", e);
        }
    }

    private V8Runtime freshContext() throws JavetException {
        V8Runtime current = isolate;
        if (current != null && last != null && last.leavesItsIsolateClean()) {
            current.resetContext();
        } else {
            if (current != null) {
                current.close(true);
            }
            current = library.isolate();
            isolate = current;
        }
        current.allowEval(false);
        return current;
    }
}
