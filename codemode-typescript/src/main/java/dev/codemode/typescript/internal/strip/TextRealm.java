package dev.codemode.typescript.internal.strip;

import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.realm.Realm;
import dev.codemode.sandbox.realm.RealmHost;
import dev.codemode.sandbox.realm.ScriptText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A realm that reads a text without running it: the script's body is the text, the result is JSON. Confined to the
 * worker's thread, except for {@link #cancel}.
 */
public abstract class TextRealm implements Realm {
    private @Nullable Script script;
    private @Nullable RealmHost host;

    /** Reads the text; {@link #complete} ends it. */
    protected abstract void read(Script script, RealmHost host);

    /** Ends the run with its result. */
    protected static void complete(RealmHost host, String json) {
        host.completed(json, List.of());
    }

    @Override
    public final void open(Script script, String services, RealmHost host) {
        this.script = script;
        this.host = host;
    }

    @Override
    public final void run(ScriptText text) {
        if (script == null || host == null) {
            throw new IllegalStateException("The realm is not open.");
        }
        read(script, host);
    }

    @Override
    public void settle(double clockMillis, int callId, HostReply reply) {
        throw new IllegalStateException("The text is read without calls.");
    }

    @Override
    public final void fire(double clockMillis, int timerId) {
        throw new IllegalStateException("A text is read without timers.");
    }

    /** The host kills the process of anything that does not end by itself in time. */
    @Override
    public final void cancel() {}

    @Override
    public final void close() {}
}
