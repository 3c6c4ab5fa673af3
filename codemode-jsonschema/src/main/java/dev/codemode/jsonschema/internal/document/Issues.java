package dev.codemode.jsonschema.internal.document;

import dev.codemode.jsonschema.internal.words.Prose;
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
 * Collects what is wrong with a document or with what the host says about it, each issue once. Invariant, held by
 * {@code HostileDocumentsTest}: no exception caused by a part of a document propagates beyond that part. Confined to
 * one thread at a time.
 */
public final class Issues {
    /** Nobody would read more. */
    private static final int MAX_TOLD = 1_000;

    private final Set<SourceIssue> found = new LinkedHashSet<>();
    private final Set<SourceIssue> advice = new LinkedHashSet<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private int untold;
    private final System.Logger log;

    /** Creates an empty list; the log gets what happened where a part could not be read. */
    public Issues(System.Logger log) {
        this.log = log;
    }

    private record Note(String place, int others) {}

    /** Adds a fault of the document. */
    public void add(Located at, String message) {
        if (found.size() < MAX_TOLD) {
            found.add(SourceIssue.warning(Prose.place(at.pointer()), message));
        } else {
            untold++;
        }
    }

    /** Adds an issue about something that may be intended: a warning, however strict the host is. */
    public void advice(Located at, String message) {
        advice.add(SourceIssue.warning(Prose.place(at.pointer()), message));
    }

    /**
     * Adds what a host may want to know about several places: a warning at the first of them, however strict the host
     * is.
     */
    public void note(Located at, String message) {
        notes.merge(message, new Note(at.pointer(), 0), (first, next) -> new Note(first.place(), first.others() + 1));
    }

    /** Adds a mistake of the host, which fails the build. */
    public void error(String location, String message) {
        found.add(SourceIssue.error(location, message));
    }

    /** Returns the result of reading a part; nothing, and an issue, if reading fails in an unforeseen way. */
    public <T> Optional<T> attempt(Located part, String what, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (TooCostlyException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            log.log(System.Logger.Level.WARNING, "Reading " + Prose.place(part.pointer()) + " failed", e);
            add(part, what + " cannot be read, and was left out; the host's log says why.");
            return Optional.empty();
        }
    }

    /** Returns the issues in the order in which they were found; all as errors, if the host accepts no fault. */
    public List<SourceIssue> list(boolean strict) {
        List<SourceIssue> issues = new ArrayList<>(found);
        if (untold > 0) {
            issues.add(SourceIssue.warning(
                    "/", "The document has more faults than the " + found.size() + " listed here."));
        }
        if (strict) {
            issues.replaceAll(issue -> SourceIssue.error(issue.location(), issue.message()));
        }
        issues.addAll(advice);
        notes.forEach((message, note) -> {
            String others = note.others() == 1
                    ? " The same is true of one other place."
                    : " The same is true of " + note.others() + " other places.";
            issues.add(SourceIssue.warning(Prose.place(note.place()), message + (note.others() == 0 ? "" : others)));
        });
        return issues;
    }
}
