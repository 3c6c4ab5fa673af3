package dev.codemode.mcp;

import java.nio.file.Path;
import java.util.List;

/** The bookshop as a separate program, for tests that start one. */
public final class BookshopMain {
    /** The command line of a JVM that serves the bookshop on standard input and output. */
    public static final List<String> COMMAND = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            BookshopMain.class.getName());

    private BookshopMain() {}

    public static void main(String[] arguments) {
        try (Bookshop bookshop = new Bookshop()) {
            bookshop.server().runStdio();
        }
        System.out.println("Goodbye.");
    }
}
