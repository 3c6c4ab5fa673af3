package dev.codemode.benchmarks.fuzz;

import java.util.List;

/** Options of a command line. Holds no state. */
final class FuzzOptions {
    private FuzzOptions() {}

    /** Takes an option and its number out of the arguments; without it, returns the usual number. */
    static long take(List<String> arguments, String name, long usual) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return usual;
        }
        arguments.remove(at);
        return Long.parseLong(arguments.remove(at));
    }
}
