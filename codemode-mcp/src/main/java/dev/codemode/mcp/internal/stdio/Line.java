package dev.codemode.mcp.internal.stdio;

/** One line of a stream. */
sealed interface Line {
    /** A line without its end. */
    final class Text implements Line {
        private final byte[] utf8;

        Text(byte[] utf8) {
            this.utf8 = utf8;
        }

        byte[] utf8() {
            return utf8;
        }

        boolean isBlank() {
            for (byte b : utf8) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** A line over the limit; it was read to its end and discarded. */
    record TooLong() implements Line {}

    /** No more lines. */
    record End() implements Line {}
}
