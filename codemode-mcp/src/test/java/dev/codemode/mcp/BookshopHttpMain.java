package dev.codemode.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Serves the bookshop over HTTP and prints where; for each line on standard input fills the heap for a while. */
public final class BookshopHttpMain {
    private BookshopHttpMain() {}

    public static void main(String[] args) throws IOException {
        McpHttpServer server = new Bookshop().server().caller(Bookshop::caller).startHttp("127.0.0.1", 0);
        System.out.println(server.url());
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (lines.readLine() != null) {
            for (int i = 0; i < 5; i++) {
                exhaust();
            }
            System.out.println("exhausted");
        }
        System.exit(0);
    }

    private static void exhaust() {
        List<byte[]> all = new ArrayList<>(1 << 18);
        try {
            for (int size = 1 << 20; size > 1 << 10; size /= 2) {
                fill(all, size);
            }
        } catch (OutOfMemoryError e) {
            all.clear();
        }
    }

    private static void fill(List<byte[]> all, int size) {
        try {
            while (true) {
                all.add(new byte[size]);
            }
        } catch (OutOfMemoryError e) {
            // Smaller pieces may still fit.
        }
    }
}
