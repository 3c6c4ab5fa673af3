package dev.codemode.examples.bookshop.shop;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Made-up rows, the same each time. Confined to one thread at a time. */
final class SampleRows {
    private static final long SEED = 20_261_031;
    private static final int AUTHORS = 120;
    private static final int BOOKS = 800;
    private static final int CUSTOMERS = 300;
    private static final int ORDERS = 2_500;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final int DAYS_OF_ORDERS = 730;
    private static final int DAYS_TO_SHIP = 4;

    private static final List<String> GIVEN_NAMES = List.of(
            "Ada", "Bram", "Chiara", "Dario", "Elif", "Femke", "Goran", "Hana", "Ivo", "Jonas", "Katrin", "Lucia",
            "Milan", "Nora", "Oskar", "Paula", "Quirin", "Rosa", "Sofia", "Tomas");
    private static final List<String> SURNAMES = List.of(
            "Almeida",
            "Bakker",
            "Conti",
            "Dubois",
            "Eriksen",
            "Fischer",
            "Garcia",
            "Horvat",
            "Ilves",
            "Jansen",
            "Kowalska",
            "Lindqvist",
            "Moreau",
            "Novak",
            "Olsen");
    private static final List<String> ADJECTIVES = List.of(
            "Borrowed", "Crooked", "Distant", "Empty", "Forgotten", "Gilded", "Hollow", "Last", "Patient", "Silent");
    private static final List<String> NOUNS = List.of(
            "Archive",
            "Bridge",
            "Cartographer",
            "Garden",
            "Harbour",
            "Lantern",
            "Orchard",
            "River",
            "Staircase",
            "Winter");
    private static final List<String> PLACES =
            List.of("Aveiro", "Bergen", "Delft", "Ghent", "Kotor", "Lucca", "Tartu", "Ystad");
    private static final List<String> STREETS = List.of("Canal Street", "Mill Lane", "Market Square", "Station Road");
    /** Each city with a postal code and its country. */
    private static final List<List<String>> CITIES = List.of(
            List.of("Amsterdam", "1012 AB", "NL"),
            List.of("Antwerp", "2000", "BE"),
            List.of("Berlin", "10115", "DE"),
            List.of("Lyon", "69001", "FR"),
            List.of("Porto", "4000-009", "PT"),
            List.of("Utrecht", "3511 AA", "NL"));

    private final Random random = new Random(SEED);
    private final List<PricedBook> books = new ArrayList<>();

    private record PricedBook(String isbn, BigDecimal price) {}

    Integer insert(Sql sql) throws SQLException {
        sql.batch("INSERT INTO author (name, birth_year) VALUES (?, ?)", authors());
        sql.batch(
                "INSERT INTO book (isbn, title, author_id, genre, published, price) VALUES (?, ?, ?, ?, ?, ?)",
                books());
        sql.batch("INSERT INTO stock (isbn, on_hand, reorder_below) VALUES (?, ?, ?)", stock());
        sql.batch(
                "INSERT INTO customer (name, email, street, city, postcode, country, points, since)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                customers());
        List<@Nullable Object[]> lines = new ArrayList<>();
        sql.batch(
                "INSERT INTO orders (customer_id, status, placed_at, shipped_at, total, paid_by, payment_detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                orders(lines));
        sql.batch("INSERT INTO order_line (order_id, isbn, quantity, unit_price) VALUES (?, ?, ?, ?)", lines);
        return lines.size();
    }

    private List<@Nullable Object[]> authors() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < AUTHORS; i++) {
            Object birthYear = chance(10) ? null : 1930 + random.nextInt(70);
            String initial = " " + (char) ('A' + i % 26) + ". ";
            rows.add(new @Nullable Object[] {name(i).replace(" ", initial), birthYear});
        }
        return rows;
    }

    private List<@Nullable Object[]> books() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < BOOKS; i++) {
            String isbn = isbn(i);
            BigDecimal price = BigDecimal.valueOf(650 + 50L * random.nextInt(60) + 49, 2);
            books.add(new PricedBook(isbn, price));
            rows.add(new @Nullable Object[] {
                isbn,
                title(i),
                1 + random.nextInt(AUTHORS),
                pick(List.of(Genre.values())),
                LAST_DAY.minusDays(random.nextInt(9_000)),
                price
            });
        }
        return rows;
    }

    private List<@Nullable Object[]> stock() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (PricedBook book : books) {
            rows.add(new @Nullable Object[] {book.isbn(), chance(6) ? 0 : random.nextInt(60), 5 + random.nextInt(6)});
        }
        return rows;
    }

    private List<@Nullable Object[]> customers() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String name = name(i);
            String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + (i + 1) + "@example.org";
            List<String> city = pick(CITIES);
            String street = pick(STREETS) + " " + (1 + random.nextInt(120));
            int points = random.nextInt(60) * random.nextInt(60);
            LocalDate since = LAST_DAY.minusDays(DAYS_OF_ORDERS + random.nextInt(1_500));
            rows.add(
                    new @Nullable Object[] {name, email, street, city.get(0), city.get(1), city.get(2), points, since});
        }
        return rows;
    }

    private List<@Nullable Object[]> orders(List<@Nullable Object[]> lines) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int id = 1; id <= ORDERS; id++) {
            int age = DAYS_OF_ORDERS - DAYS_OF_ORDERS * id / ORDERS;
            Instant placed = LAST_DAY.minusDays(age)
                    .atTime(8 + random.nextInt(12), random.nextInt(60))
                    .toInstant(ZoneOffset.UTC);
            OrderStatus status = status(age);
            boolean paid = status == OrderStatus.PAID || status == OrderStatus.SHIPPED;
            Object shipped = status == OrderStatus.SHIPPED
                    ? placed.plusSeconds(86_400L * (1 + random.nextInt(DAYS_TO_SHIP)))
                    : null;
            Object card = paid ? "CARD" : null;
            Object lastFour = paid ? String.format(Locale.ROOT, "%04d", random.nextInt(10_000)) : null;
            rows.add(new @Nullable Object[] {
                1 + random.nextInt(CUSTOMERS), status, placed, shipped, total(id, lines), card, lastFour
            });
        }
        return rows;
    }

    private OrderStatus status(int age) {
        if (chance(5)) {
            return OrderStatus.CANCELLED;
        }
        if (age > DAYS_TO_SHIP) {
            return OrderStatus.SHIPPED;
        }
        return chance(50) ? OrderStatus.PAID : OrderStatus.PLACED;
    }

    private BigDecimal total(int orderId, List<@Nullable Object[]> lines) {
        Set<PricedBook> ordered = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            ordered.add(pick(books));
        }
        BigDecimal total = BigDecimal.ZERO;
        for (PricedBook book : ordered) {
            int quantity = 1 + random.nextInt(3);
            lines.add(new @Nullable Object[] {orderId, book.isbn(), quantity, book.price()});
            total = total.add(book.price().multiply(BigDecimal.valueOf(quantity)));
        }
        return total;
    }

    private static String name(int i) {
        return GIVEN_NAMES.get(i % GIVEN_NAMES.size()) + " " + SURNAMES.get(i / GIVEN_NAMES.size());
    }

    private static String title(int i) {
        String adjective = ADJECTIVES.get(i % ADJECTIVES.size());
        String noun = NOUNS.get(i / ADJECTIVES.size() % NOUNS.size());
        return "The " + adjective + " " + noun + " of " + PLACES.get(i / (ADJECTIVES.size() * NOUNS.size()));
    }

    /** Returns an ISBN-13 with its check digit (ISO 2108, annex C). */
    private static String isbn(int i) {
        String digits = String.format(Locale.ROOT, "97890%07d", 1_000_003 + 7_919 * i);
        int sum = 0;
        for (int position = 0; position < digits.length(); position++) {
            sum += (digits.charAt(position) - '0') * (position % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
