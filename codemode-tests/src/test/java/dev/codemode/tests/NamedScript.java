package dev.codemode.tests;

/** A script, and the name of the golden file of its answer. */
public record NamedScript(String name, String script) {
    @Override
    public String toString() {
        return name;
    }
}
