package dev.codemode.mcp;

/** The bookshop as a program of its own, for tests that start one. */
final class BookshopMain {
    private BookshopMain() {}

    public static void main(String[] arguments) {
        try (Bookshop bookshop = new Bookshop()) {
            bookshop.server().runStdio();
        }
        System.out.println("Goodbye.");
    }
}
