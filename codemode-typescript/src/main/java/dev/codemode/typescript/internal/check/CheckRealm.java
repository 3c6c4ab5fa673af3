package dev.codemode.typescript.internal.check;

import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.realm.RealmHost;
import dev.codemode.typescript.internal.strip.TextRealm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks one script in a worker. The script's body is a {@link CheckOrder}; its operations are the keys of declarations,
 * which the worker asks for, by a call, if it does not have them. Confined to the worker's thread.
 */
final class CheckRealm extends TextRealm {
    private final TypeChecker checker;
    private final Map<Integer, String> asked = new HashMap<>();
    private List<String> keys = List.of();
    private @Nullable Script script;
    private @Nullable RealmHost host;

    CheckRealm(TypeChecker checker) {
        this.checker = checker;
    }

    @Override
    protected void read(Script script, RealmHost host) {
        this.script = script;
        this.host = host;
        keys = new ArrayList<>(script.operations());
        int call = 0;
        for (String key : keys) {
            if (!checker.has(key) && host.call(call + 1, key, "{}")) {
                asked.put(++call, key);
            }
        }
        checkWhenComplete();
    }

    @Override
    public void settle(double clockMillis, int callId, HostReply reply) {
        String key = asked.remove(callId);
        if (key != null
                && reply instanceof HostReply.Fulfilled fulfilled
                && fulfilled.json().startsWith("\"")) {
            checker.load(key, unquoted(fulfilled.json()));
        }
        checkWhenComplete();
    }

    private void checkWhenComplete() {
        if (script != null && host != null && asked.isEmpty()) {
            CheckOrder order = CheckOrder.read(script.body());
            String found = order.script().isBlank() ? "[]" : checker.check(order, keys, timeOf(script.limits()));
            complete(host, found);
        }
    }

    /** A check must finish before its process is killed. */
    private static Duration timeOf(Limits limits) {
        return limits.maxCpuTime().multipliedBy(3).dividedBy(4);
    }

    /** Reads a JSON string (RFC 8259, 7) that the host wrote. */
    private static String unquoted(String json) {
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 1; i < json.length() - 1; i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            c = json.charAt(++i);
            switch (c) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(c);
            }
        }
        return text.toString();
    }
}
