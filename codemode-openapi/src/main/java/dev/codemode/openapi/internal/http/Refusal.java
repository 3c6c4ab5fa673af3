package dev.codemode.openapi.internal.http;

import dev.codemode.source.OperationFailedException;

/** Refuses arguments that no request can be made from. Holds no state. */
final class Refusal {
    private Refusal() {}

    static OperationFailedException of(String argument, String reason) {
        return new OperationFailedException("'" + argument + "' " + reason);
    }

    /** Returns whether the text has a control character (C0, DEL, C1), or half of a surrogate pair. */
    static boolean hasControls(String text, String except) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isSurrogate(character)) {
                boolean paired = Character.isHighSurrogate(character)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return true;
                }
                i++;
            } else if (Character.isISOControl(character) && except.indexOf(character) < 0) {
                return true;
            }
        }
        return false;
    }
}
