package dev.codemode.mcp.internal.rpc;

import dev.codemode.internal.words.Counted;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Visible;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the host's log says about refused requests. A client can neither flood it nor inject lines: their number is
 * bounded, and every text from a client is one line without control characters. Held by {@code RefusalLogTest}.
 * Thread-safe.
 */
public final class RefusalLog {
    static final int MAX_VALUES = 100;
    static final int MAX_CALLERS_A_MINUTE = 10;

    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");
    private static final int MAX_TEXT = 200;

    private final Clock clock;
    private final Consumer<String> lines;
    private final Set<String> values = new HashSet<>();
    private Instant minute = Instant.MIN;
    private int inMinute;
    private long leftOut;

    /** Opens a log whose bounds are measured by this clock. */
    public RefusalLog(Clock clock) {
        this(clock, line -> LOG.log(System.Logger.Level.WARNING, line));
    }

    RefusalLog(Clock clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    /** Logs once that a header's value is not among the allowed ones, and which option allows it. */
    public synchronized void unknown(String header, String value, String option) {
        if (values.size() == MAX_VALUES || !values.add(header + " " + line(value))) {
            return;
        }
        lines.accept("Refused a request whose " + header + " header is '" + line(value)
                + "'. If clients are meant to send it, add it to " + option + ".");
        if (values.size() == MAX_VALUES) {
            lines.accept("Further refused values of Host and Origin are not logged.");
        }
    }

    /** Logs that the host did not accept a caller; the stack trace appears only at level debug. */
    public synchronized void caller(String remoteAddress, RuntimeException reason) {
        Instant now = clock.instant();
        if (minute.isBefore(now.minus(Duration.ofMinutes(1)))) {
            start(now);
        }
        LOG.log(System.Logger.Level.DEBUG, "The caller of a request was not accepted", reason);
        if (inMinute == MAX_CALLERS_A_MINUTE) {
            leftOut++;
            return;
        }
        inMinute++;
        lines.accept("Refused a request" + (remoteAddress.isEmpty() ? "" : " from " + line(remoteAddress))
                + ": its caller was not accepted (" + line(reason.toString()) + ").");
    }

    private void start(Instant now) {
        if (leftOut > 0) {
            lines.accept("Refused " + Counted.of(leftOut, "more request") + " without an accepted caller.");
        }
        minute = now;
        inMinute = 0;
        leftOut = 0;
    }

    /** Returns a text as one bounded line: characters that control a terminal or are invisible are escaped. */
    static String line(String text) {
        return Visible.escaped(Excerpt.of(text, MAX_TEXT));
    }
}
