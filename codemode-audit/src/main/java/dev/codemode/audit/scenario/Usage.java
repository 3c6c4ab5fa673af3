package dev.codemode.audit.scenario;

/**
 * What a conversation takes. Immutable and thread-safe.
 *
 * @param turns how often the model was asked to go on, its final answer included
 * @param inputTokens the tokens that the model read, summed over all turns: each reads again all that came before
 * @param outputTokens the tokens that the model wrote
 * @param cachedInput the input as a client with prompt caching pays for it: new tokens at 1.25, those read before at 0.1
 * @param millis how long the MCP calls took, without a model
 * @since 0.1
 */
public record Usage(int turns, long inputTokens, long outputTokens, double cachedInput, double millis) {
    /** Returns the tokens read and written. */
    public long tokens() {
        return inputTokens + outputTokens;
    }

    /** Returns the tokens read, as a client with prompt caching pays for them, and written. */
    public double cachedTokens() {
        return cachedInput + outputTokens;
    }
}
