package dev.codemode.typescript.internal.strip;

import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.realm.RealmHost;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prepares one script in a worker: the script's body is the script, its operations are the names of the services, and
 * the result is the outcome as JSON. Confined to the worker's thread.
 */
final class StripRealm extends TextRealm {
    private final Swc swc;

    StripRealm(Swc swc) {
        this.swc = swc;
    }

    @Override
    protected void read(Script script, RealmHost host) {
        complete(host, prepare(script.body(), script.operations()));
    }

    private String prepare(String script, List<String> services) {
        try {
            return json(new Preparation(swc, script, services).prepare());
        } catch (Swc.SwcFailedException e) {
            return "{\"failed\":true}";
        } catch (RuntimeException e) {
            // An unforeseen text must not end a process that others also use.
            return "{\"refused\":\"The script does not parse.\"}";
        }
    }

    private static String json(Preparation.Outcome outcome) {
        if (outcome instanceof Preparation.Outcome.Refused refused) {
            String place = refused.position() == null
                    ? ""
                    : ",\"line\":" + refused.position().line() + ",\"column\":"
                            + refused.position().column();
            return "{\"refused\":" + quoted(refused.message()) + place + "}";
        }
        Preparation.Outcome.Body body = (Preparation.Outcome.Body) outcome;
        String edits = body.edits().stream()
                .map(edit -> "[" + edit[0] + "," + edit[1] + "," + edit[2] + "]")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"body\":" + quoted(body.body()) + ",\"edits\":" + edits + ",\"start\":["
                + body.start().line() + ","
                + body.start().column() + "],\"prefix\":" + body.prefix()
                + (body.sourceMap() == null ? "" : ",\"sourceMap\":" + quoted(body.sourceMap())) + ",\"form\":\""
                + body.form() + "\",\"typed\":" + body.typed() + "}";
    }

    /** Returns the text as JSON (RFC 8259, 7). A worker has no library for that. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
