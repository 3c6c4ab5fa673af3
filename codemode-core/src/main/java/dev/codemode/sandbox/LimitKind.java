package dev.codemode.sandbox;

/**
 * The limits that can stop a script, each with the component of {@link Limits} that sets it.
 *
 * @since 0.1
 */
public enum LimitKind {
    /** {@link Limits#maxRunTime()}. */
    RUN_TIME("maxRunTime"),
    /** {@link Limits#maxCpuTime()}. */
    CPU_TIME("maxCpuTime"),
    /** {@link Limits#maxMemoryBytes()}. */
    MEMORY("maxMemoryBytes"),
    /** The depth of the call stack, which each sandbox determines. */
    STACK_DEPTH("stackDepth"),
    /** {@link Limits#maxHostCalls()}. */
    HOST_CALLS("maxHostCalls"),
    /** {@link Limits#maxSourceBytes()}. */
    SOURCE("maxSourceBytes"),
    /** {@link Limits#maxResultBytes()}. */
    RESULT("maxResultBytes");

    private final String optionName;

    LimitKind(String optionName) {
        this.optionName = optionName;
    }

    /** Returns the name of the option that sets the limit. */
    public String optionName() {
        return optionName;
    }
}
