package dev.codemode.audit;

import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;

/**
 * A source that stays open when the library around it is closed, and whose warnings stay out of the log, since they are
 * about calls, and an audit makes none.
 *
 * @param source the source
 */
record BorrowedSource(ServiceSource source) implements ServiceSource {
    @Override
    public SourceSnapshot load() {
        SourceSnapshot snapshot = source.load();
        return new SourceSnapshot(
                snapshot.services(),
                snapshot.handlers(),
                snapshot.issues().stream()
                        .filter(issue -> issue.severity() == SourceIssue.Severity.ERROR)
                        .toList());
    }

    @Override
    public void onChange(Runnable listener) {
        // The audit is over before anything changes.
    }

    @Override
    public void close() {
        // The source belongs to its owner.
    }
}
