package dev.codemode.sandbox.worker;

record Launched(Process process) implements AutoCloseable {
    @Override
    public void close() {}
}
