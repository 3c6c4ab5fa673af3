package dev.codemode.tests.example;

import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.realm.Realm;
import dev.codemode.sandbox.realm.RealmHost;
import dev.codemode.sandbox.realm.ScriptEndException;
import dev.codemode.sandbox.realm.ScriptText;
import dev.codemode.sandbox.realm.Shim;
import java.util.Arrays;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** The minimum that the machinery asks of an engine: here GraalJS with its defaults, which deny all access. */
final class MinimalRealm implements Realm {
    private final Context context = Context.newBuilder("js")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.disable-eval", "true")
            .option("js.locale", "en")
            .option("js.timezone", "UTC")
            .build();
    private ScriptText text = new ScriptText("");
    private @Nullable Value shim;

    @Override
    public void open(Script script, String services, RealmHost host) throws ScriptEndException {
        ProxyExecutable messages = values -> Shim.receive(
                host, text, Arrays.stream(values).map(MinimalRealm::plain).toArray());
        shim = context.eval("js", Shim.text()).execute(messages);
        enter("open", Shim.opening(script, services));
    }

    @Override
    public void run(ScriptText text) throws ScriptEndException {
        this.text = text;
        Value function = parse(text.function(), null);
        for (String check : text.checks()) {
            parse(check, ScriptText.CLOSES_ITS_FUNCTION);
        }
        String imports = text.importCheck();
        if (imports != null) {
            parse(imports, ScriptText.IMPORTS);
        }
        enter("run", function.execute());
    }

    private Value parse(String code, @Nullable String message) throws ScriptEndException {
        try {
            return context.parse("js", code);
        } catch (PolyglotException e) {
            String said = message == null ? String.valueOf(e.getMessage()) : message;
            SourceSection at = e.getSourceLocation();
            throw ScriptEndException.failed(ScriptFailure.of(
                    ScriptFailure.Kind.SYNTAX,
                    "SyntaxError",
                    said,
                    at == null ? null : text.position(at.getStartLine(), at.getStartColumn())));
        }
    }

    @Override
    public void settle(double clockMillis, int callId, HostReply reply) throws ScriptEndException {
        enter("settle", Shim.settling(clockMillis, callId, reply));
    }

    @Override
    public void fire(double clockMillis, int timerId) throws ScriptEndException {
        enter("fire", clockMillis, timerId);
    }

    /** GraalJS runs the microtasks before it returns. */
    private void enter(String function, Object... arguments) throws ScriptEndException {
        if (shim == null) {
            throw new IllegalStateException("The realm is not open.");
        }
        try {
            shim.getMember(function).executeVoid(arguments);
        } catch (PolyglotException e) {
            throw e.isResourceExhausted()
                    ? ScriptEndException.exceeded(LimitKind.MEMORY, null)
                    : ScriptEndException.cancelled(null);
        }
    }

    private static @Nullable Object plain(Value value) {
        if (value.isString()) {
            return value.asString();
        }
        return value.isNumber() ? (Object) value.asDouble() : value.isBoolean() ? value.asBoolean() : null;
    }

    @Override
    public void cancel() {
        context.close(true);
    }

    @Override
    public void close() {
        context.close(true);
    }
}
