package dev.codemode.audit.scenario;

/**
 * The costs of a conversation. Immutable and thread-safe.
 *
 * @param turns how often the model was asked to continue, including for its final answer
 * @param inputTokens the tokens that the model read, summed over all turns: each rereads everything before it
 * @param outputTokens the tokens that the model wrote
 * @param cachedInput the input as a client with prompt caching pays for it: new tokens at 1.25, previously read ones at
 *     0.1
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
