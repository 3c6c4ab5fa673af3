package dev.codemode.typescript.internal.strip;

import java.util.List;

/** The message for a script that imports. */
final class ImportText {
    private static final int MAX_NAMES = 8;

    private ImportText() {}

    static String of(List<String> services) {
        String names = String.join(", ", services.subList(0, Math.min(MAX_NAMES, services.size())));
        String all = services.isEmpty() ? "" : ": " + names + (services.size() > MAX_NAMES ? ", …" : "");
        return "Modules cannot be imported here, and need not be: every service is already a global" + all
                + ". Remove the import.";
    }
}
