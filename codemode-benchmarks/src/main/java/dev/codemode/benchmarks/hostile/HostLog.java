package dev.codemode.benchmarks.hostile;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host's output to its standard streams while scripts run. Its own log may contain the details of a failure, such
 * as the message of an operation's exception, but nothing that a script wrote in raw form. Thread-safe.
 */
final class HostLog {
    private static final Pattern MARKER = Pattern.compile("ESCAPED:|CANARY-(?!DB-)[A-Z]+-|MUST-NOT-BE-ON-HOST");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private HostLog() {}

    /** Takes over the standard streams of this process. */
    static HostLog start() {
        HostLog log = new HostLog();
        System.setOut(new PrintStream(log.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(log.log, true, StandardCharsets.UTF_8));
        return log;
    }

    /** Returns the process's original standard output, bypassing the replacement. */
    static PrintStream realOutput() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /** Returns what is wrong with the output since the last call. */
    List<String> takeFaults() {
        List<String> faults = new ArrayList<>();
        String printed = take(out);
        if (!printed.isEmpty()) {
            faults.add("the host's standard output got '"
                    + printed.lines().findFirst().orElse("") + "'");
        }
        String logged = take(log);
        Matcher marker = MARKER.matcher(logged);
        if (marker.find()) {
            faults.add("the host's log holds '" + marker.group() + "'");
        }
        if (CONTROL.matcher(logged).find()) {
            faults.add("the host's log holds raw control characters");
        }
        return faults;
    }

    /** Returns the output since faults were last requested. */
    String text() {
        return take(log);
    }

    private static String take(ByteArrayOutputStream stream) {
        synchronized (stream) {
            String text = stream.toString(StandardCharsets.UTF_8);
            stream.reset();
            return text;
        }
    }
}
