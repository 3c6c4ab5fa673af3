package dev.codemode.benchmarks.fuzz;

import java.util.List;

/** Reads options of a command line. Holds no state. */
final class FuzzOptions {
    private FuzzOptions() {}

    /**
     * Removes an option and its number from the arguments and returns the number, or the default if the option is
     * missing.
     */
    static long take(List<String> arguments, String name, long usual) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return usual;
        }
        arguments.remove(at);
        return Long.parseLong(arguments.remove(at));
    }
}
