package dev.codemode.openapi.internal.document;

import dev.codemode.source.SourceIssue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects what is wrong with a document or with what the host says of it, each thing once. Invariant, held by {@code
 * HostileDocumentsTest}: no exception that a part of a document brings about goes on beyond that part. Confined to one
 * thread at a time.
 */
final class Issues {
    private static final System.Logger LOG = System.getLogger("dev.codemode.openapi");

    /** More would be told to nobody. */
    private static final int MAX_TOLD = 1_000;

    private final Set<SourceIssue> found = new LinkedHashSet<>();
    private final Set<SourceIssue> advice = new LinkedHashSet<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private int untold;

    private record Note(String place, int others) {}

    /** Adds a fault of the document. */
    void add(Located at, String message) {
        if (found.size() < MAX_TOLD) {
            found.add(SourceIssue.warning(Prose.place(at.pointer()), message));
        } else {
            untold++;
        }
    }

    /** Adds what may be as the host wants it: a warning, however strict the host is. */
    void advice(Located at, String message) {
        advice.add(SourceIssue.warning(Prose.place(at.pointer()), message));
    }

    /** Adds what a host may want to know of several places: a warning at the first of them, however strict the host is. */
    void note(Located at, String message) {
        notes.merge(message, new Note(at.pointer(), 0), (first, next) -> new Note(first.place(), first.others() + 1));
    }

    /** Adds a mistake of the host's, which stops the build. */
    void error(String location, String message) {
        found.add(SourceIssue.error(location, message));
    }

    /** Returns what the reading of a part gives; nothing, and an issue, if it fails in a way that nobody has foreseen. */
    <T> Optional<T> attempt(Located part, String what, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (TooCostlyException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.WARNING, "Reading " + Prose.place(part.pointer()) + " failed", e);
            add(part, what + " cannot be read, and was left out; the host's log says why.");
            return Optional.empty();
        }
    }

    /** Returns the issues in the order in which they were found; errors all, if the host wants no fault at all. */
    List<SourceIssue> list(boolean strict) {
        List<SourceIssue> issues = new ArrayList<>(found);
        if (untold > 0) {
            issues.add(
                    SourceIssue.warning("/", "The document has more faults than the " + found.size() + " told here."));
        }
        if (strict) {
            issues.replaceAll(issue -> SourceIssue.error(issue.location(), issue.message()));
        }
        issues.addAll(advice);
        notes.forEach((message, note) -> {
            String others = note.others() == 1
                    ? " The same holds for another place."
                    : " The same holds for " + note.others() + " other places.";
            issues.add(SourceIssue.warning(Prose.place(note.place()), message + (note.others() == 0 ? "" : others)));
        });
        return issues;
    }
}
