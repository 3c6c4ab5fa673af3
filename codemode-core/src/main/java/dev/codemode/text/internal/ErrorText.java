package dev.codemode.text.internal;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.execution.CallRecord;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Visible;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a model reads about a failed script: what, where, the operation's signature, what to do, and what took
 * effect. Confined to one thread at a time.
 */
public final class ErrorText {
    private static final int MAX_MESSAGE = 600;
    private static final int MAX_LINE = 100;
    private static final int MAX_CALLS = 8;
    private static final int MAX_RESULTS = 2;
    private static final int MAX_TYPE_TOKENS = 160;

    private final List<String> parts = new ArrayList<>();

    private ErrorText(String headline) {
        parts.add(clip(headline));
    }

    /** Starts with what went wrong. */
    public static ErrorText of(String headline) {
        return new ErrorText(headline);
    }

    /** Adds the position in the model's own text, with its line and a caret. */
    public ErrorText at(@Nullable SourcePosition position, String script) {
        if (position == null) {
            return this;
        }
        String[] lines = script.split("\r\n|[\n\r\u2028\u2029]", -1);
        if (position.line() > lines.length) {
            return this;
        }
        String line = lines[position.line() - 1].replace('\t', ' ');
        int column = Math.min(position.column(), line.length() + 1);
        int from = Math.max(0, Math.min(column - 1 - MAX_LINE / 2, line.length() - MAX_LINE));
        String shown = line.substring(from, Math.min(line.length(), from + MAX_LINE));
        parts.add("At line " + position.line() + ", column " + position.column() + ":\n  " + shown + "\n  "
                + " ".repeat(column - 1 - from) + "^");
        return this;
    }

    /** Adds another mistake, in one line. */
    public ErrorText further(String message, @Nullable SourcePosition position) {
        String place = position == null ? "" : "line " + position.line() + ", column " + position.column() + ": ";
        parts.add("Also, " + place + clip(message));
        return this;
    }

    /** Adds the signature of the operation that the call named, if the caller can see it. */
    public ErrorText signature(String operationName, Catalog visible) {
        Optional<Operation> operation = visible.find(operationName);
        operation.ifPresent(found -> {
            String signature = TypeScriptDeclarations.of(visible).shortSignature(found);
            parts.add("Signature: " + Excerpt.of(signature, 600));
        });
        return this;
    }

    /** Adds the types that the operation's arguments need, as far as they fit. */
    public ErrorText argumentTypes(String operationName, Catalog visible) {
        TypeScriptDeclarations declarations = TypeScriptDeclarations.of(visible);
        visible.find(operationName)
                .map(operation -> compact(declarations, declarations.typesOfArguments(operation)))
                .filter(types -> !types.isEmpty())
                .ifPresent(types -> parts.add("Types:" + types));
        return this;
    }

    /**
     * Adds what the operations called last return, so that the model can see the names in their results.
     *
     * @param unlikeDeclared the kinds of values that operations returned unlike their declarations, keyed by name
     */
    public ErrorText results(List<CallRecord> calls, Map<String, String> unlikeDeclared, Catalog visible) {
        TypeScriptDeclarations declarations = TypeScriptDeclarations.of(visible);
        List<Operation> called = calls.stream()
                .filter(call -> call.outcome() == CallRecord.Outcome.SUCCEEDED)
                .map(CallRecord::operation)
                .distinct()
                .flatMap(name -> visible.find(name).stream())
                .toList();
        for (Operation operation : called.subList(Math.max(0, called.size() - MAX_RESULTS), called.size())) {
            String declared = clip(declarations.shortResult(operation));
            String found = unlikeDeclared.get(operation.name().toString());
            parts.add("Returned by " + operation.name() + ": "
                    + (found == null
                            ? declared + compact(declarations, declarations.typesOfResult(operation))
                            : found + ", although " + declared + " is declared."));
        }
        return this;
    }

    private static String compact(TypeScriptDeclarations declarations, List<TypeDefinition> types) {
        StringBuilder text = new StringBuilder();
        int tokens = 0;
        for (TypeDefinition type : types) {
            String line = declarations.shortType(type);
            tokens += TokenEstimate.of(line);
            if (tokens > MAX_TYPE_TOKENS) {
                break;
            }
            text.append("\n  ").append(line);
        }
        return text.toString();
    }

    /** Adds a sentence about what to do. */
    public ErrorText advice(String sentence) {
        if (!sentence.isEmpty()) {
            parts.add(sentence);
        }
        return this;
    }

    /** Adds the calls that took effect, so that the model does not repeat a write. */
    public ErrorText calls(List<CallRecord> calls) {
        List<CallRecord> effective =
                calls.stream().filter(CallRecord::mayHaveTakenEffect).toList();
        long reads = calls.stream()
                .filter(call -> call.effect().filter(Effect.READ::equals).isPresent())
                .count();
        if (effective.isEmpty()) {
            if (!calls.isEmpty()) {
                parts.add("Nothing was changed.");
            }
            return this;
        }
        List<String> lines = new ArrayList<>();
        lines.add("Changes so far, in order; do not repeat what succeeded:");
        for (CallRecord call : effective.subList(0, Math.min(MAX_CALLS, effective.size()))) {
            lines.add("  " + call.id() + ". " + call.operation() + effect(call) + outcome(call.outcome()));
        }
        if (effective.size() > MAX_CALLS) {
            lines.add("  … and " + (effective.size() - MAX_CALLS) + " more");
        }
        if (reads > 0) {
            lines.add("  (" + reads + (reads == 1 ? " read" : " reads") + " not listed)");
        }
        parts.add(String.join("\n", lines));
        return this;
    }

    private static String effect(CallRecord call) {
        return call.effect()
                .map(effect -> " (" + effect.name().toLowerCase(Locale.ROOT) + ")")
                .orElse("");
    }

    private static String outcome(CallRecord.Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> " succeeded";
            case WITHOUT_RESULT -> " succeeded, but its result could not be passed on";
            case FAILED -> " failed; find out whether it took effect before you repeat it";
            case CANCELLED -> " was cut off; find out whether it took effect before you repeat it";
            case REFUSED, DECLINED -> " was refused";
        };
    }

    /** Returns the text, followed by the console's output. */
    public String render(ConsoleOutput console) {
        return ConsoleText.append(Visible.printable(String.join("\n", parts)), console);
    }

    private static String clip(String text) {
        return Excerpt.of(text, MAX_MESSAGE);
    }
}
