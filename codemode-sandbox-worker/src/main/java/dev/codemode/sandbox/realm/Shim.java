package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Script;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JavaScript that every realm starts with, and the messages between it and Java: numbers, booleans and text.
 * Independent of any engine.
 *
 * @since 0.1
 */
public final class Shim {
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final List<String> PARTS = List.of(
            "globals", "json", "arguments", "result", "errors", "console", "clock", "namespaces", "provided", "loop");

    /** Evaluated when a script first uses something in them. */
    private static final List<String> LAZY_PARTS = List.of(
            "exceptions",
            "events",
            "abort",
            "text",
            "bytes",
            "encoding",
            "base64",
            "clone",
            "random",
            "arrays",
            "percent",
            "host",
            "idna",
            "parts",
            "address",
            "changes",
            "params",
            "url",
            "temporal");

    private Shim() {}

    /**
     * Returns the text of an expression. Its value is a function whose argument is the function to which messages go,
     * for {@link #receive}, and which returns an object with four functions: {@code open}, called once with
     * {@link #opening}; {@code run} with the script's function; {@code settle} with {@link #settling}; {@code fire}
     * with the clock and a timer's number.
     */
    public static String text() {
        StringBuilder parts = new StringBuilder("(parts => part => parts[part])({ __proto__: null");
        for (String part : LAZY_PARTS) {
            parts.append(",\n'").append(part).append("': ").append(read(part));
        }
        return around(parts.append("})").toString());
    }

    /**
     * Returns the text of the same expression without two thirds of it, for an engine that is slow to parse: a message
     * {@code part} with a name asks for the value of {@link #part}, evaluated in the same realm.
     */
    public static String core() {
        return around("part => host('part', part)");
    }

    /**
     * Returns the text of an expression, a part that {@link #core} lacks.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static String part(String name) {
        if (!LAZY_PARTS.contains(name)) {
            throw new IllegalArgumentException("The realm has no part '" + name + "'.");
        }
        return read(name);
    }

    private static String around(String part) {
        StringBuilder text = new StringBuilder("(function (host) {'use strict';\n")
                .append("const r = { __proto__: null };\nconst p = ")
                .append(read("primordials"))
                .append("();\nr.part = ")
                .append(part)
                .append(";\nlet entry;\n");
        for (String eager : PARTS) {
            text.append("entry = ").append(read(eager)).append("(p, r, host);\n");
        }
        return text.append("return entry;\n})").toString();
    }

    /**
     * Returns the text for an engine that is V8: an expression whose value is a function. Its argument is the size of the
     * largest buffer, in bytes, because V8 has no limit for what is outside its heap; what it returns is the value of
     * {@link #text}. Stacks of errors then name only {@link ScriptText#NAME} and the language's own functions.
     */
    public static String textForV8() {
        return "(function (maxBufferBytes) {\n" + read("stacks") + "();\n" + read("buffers")
                + "(maxBufferBytes);\nreturn " + text() + ";\n})";
    }

    private static String read(String part) {
        try (InputStream in = Shim.class.getResourceAsStream(part + ".js")) {
            if (in == null) {
                throw new IllegalStateException("The jar of the sandbox lacks " + part + ".js.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the argument of {@code open}. */
    public static Object[] opening(Script script, String services) {
        return new Object[] {
            services,
            (double) script.startedAt().toEpochMilli(),
            (int) (script.seed() >>> 32),
            (int) script.seed(),
            ScriptText.NAME,
            script.limits().maxArgumentBytes(),
            script.limits().maxResultBytes()
        };
    }

    /** Returns the argument of {@code settle}. */
    public static Object[] settling(double clockMillis, int callId, HostReply reply) {
        if (reply instanceof HostReply.Rejected rejected) {
            return new Object[] {
                clockMillis,
                callId,
                false,
                rejected.message(),
                rejected.code(),
                rejected.operation(),
                rejected.retryable()
            };
        }
        return new Object[] {clockMillis, callId, true, ((HostReply.Fulfilled) reply).json()};
    }

    /**
     * Passes a message of the shim on to the host, and returns what the shim gets back.
     *
     * @param message strings, numbers and booleans; undefined and null in JavaScript become null
     */
    public static @Nullable Object receive(RealmHost host, ScriptText script, @Nullable Object[] message) {
        return switch (text(message[0])) {
            case "call" -> host.call(number(message[1]), text(message[2]), text(message[3]));
            case "kind" -> host.kind(text(message[1]));
            case "members" -> host.members(text(message[1]));
            default -> {
                accept(host, script, message);
                yield null;
            }
        };
    }

    private static void accept(RealmHost host, ScriptText script, @Nullable Object[] a) {
        switch (text(a[0])) {
            case "log" -> host.log(ConsoleOutput.Level.valueOf(text(a[1])), text(a[2]));
            case "timer" -> host.startTimer(number(a[1]), number(a[2]));
            case "clear" -> host.clearTimer(number(a[1]));
            case "completed" -> host.completed((String) a[1], ids(text(a[2])));
            case "failed" -> host.failed(failure(script, a), ids(text(a[7])));
            case "limit" -> host.exceeded(LimitKind.valueOf(text(a[1])));
            default -> throw new IllegalStateException("The realm sent an unknown message.");
        }
    }

    private static ScriptFailure failure(ScriptText script, @Nullable Object[] a) {
        int call = number(a[6]);
        return new ScriptFailure(
                ScriptFailure.Kind.valueOf(text(a[1])),
                text(a[2]),
                text(a[3]),
                position(script, number(a[4]), number(a[5])),
                call == 0 ? OptionalInt.empty() : OptionalInt.of(call));
    }

    /** An engine that does not know the place names the function around the script, which says nothing. */
    private static @Nullable SourcePosition position(ScriptText script, int line, int column) {
        return script.holds(line, column) ? script.position(line, column) : null;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalStateException("The realm sent no text where one belongs.");
    }

    private static int number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("The realm sent no number where one belongs.");
    }

    /** Reads numbers, each followed by a space. */
    private static List<Integer> ids(String text) {
        return SPACE.splitAsStream(text)
                .filter(id -> !id.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
