package dev.codemode.mcp;

/** One line of a stream. */
sealed interface Line {
    /** A line without its end. */
    record Text(byte[] utf8) implements Line {
        boolean isBlank() {
            for (byte b : utf8) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** A line over the limit; it was read to its end and thrown away. */
    record TooLong() implements Line {}

    /** No more lines. */
    record End() implements Line {}
}
