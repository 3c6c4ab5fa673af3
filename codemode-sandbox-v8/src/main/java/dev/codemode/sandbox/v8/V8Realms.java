package dev.codemode.sandbox.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.monitoring.V8HeapStatistics;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.realm.Realm;
import dev.codemode.sandbox.realm.RealmFactory;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Creates realms one after another in one isolate, each with its own global object. An isolate that was asked to
 * terminate is replaced: it would apply that to the next realm.
 *
 * <p>V8 keeps what scripts left behind until its heap is nearly full, and on a busy machine the heap may be full before
 * that is collected: V8 would then end the process during a script that is not to blame. So leftovers are collected
 * between scripts once they fill half of the heap, and if that does not help, the isolate is replaced. Confined to one
 * thread at a time.
 */
final class V8Realms implements RealmFactory {
    private static final int MAX_CROWDED = 2;

    private final V8Library library;
    private final V8Shim shim;
    private @Nullable V8Runtime isolate;
    private @Nullable V8Realm last;
    private int crowdedInARow;

    V8Realms(V8Library library, long maxMemoryBytes) {
        this.library = library;
        this.shim = new V8Shim(maxMemoryBytes);
    }

    @Override
    public Realm create(Limits limits) {
        try {
            V8Runtime context = freshContext();
            // V8 fills it in while the realm's own script runs.
            CompletableFuture<V8HeapStatistics> heap = context.getV8HeapStatistics();
            V8Realm realm = new V8Realm(context, shim);
            collectIfCrowded(context, heap.getNow(null));
            last = realm;
            return realm;
        } catch (JavetException e) {
            throw new IllegalStateException("V8 did not make a realm.", e);
        }
    }

    private V8Runtime freshContext() throws JavetException {
        V8Runtime current = isolate;
        if (current != null && last != null && last.leavesItsIsolateClean() && crowdedInARow < MAX_CROWDED) {
            current.resetContext();
        } else {
            if (current != null) {
                current.close(true);
            }
            current = library.isolate();
            isolate = current;
            crowdedInARow = 0;
        }
        current.allowEval(false);
        return current;
    }

    private void collectIfCrowded(V8Runtime context, @Nullable V8HeapStatistics heap) {
        if (heap != null && heap.getUsedHeapSize() > heap.getHeapSizeLimit() / 2) {
            crowdedInARow++;
            context.lowMemoryNotification();
        } else {
            crowdedInARow = 0;
        }
    }
}
