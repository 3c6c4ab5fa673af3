package dev.codemode.examples.bookshop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.source.OperationFailedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CatalogueServiceTest {
    private static final Author IVO_CONTI = new Author(49, "Ivo W. Conti", 1938);
    private static final Book BORROWED_LANTERN = new Book(
            "9789029797535",
            "The Borrowed Lantern of Delft",
            IVO_CONTI,
            Genre.CRIME,
            LocalDate.of(2020, 4, 9),
            new BigDecimal("13.99"));
    private static final Book CROOKED_LANTERN = new Book(
            "9789029876728",
            "The Crooked Lantern of Delft",
            IVO_CONTI,
            Genre.FANTASY,
            LocalDate.of(2005, 10, 30),
            new BigDecimal("20.49"));

    private final Database database = Database.open();
    private final CatalogueService catalogue = new CatalogueService(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void searchesTitlesInAnyCase() {
        assertThat(catalogue.search("LANTERN of delft", null, null, 0, 2))
                .isEqualTo(new Page<>(10, 2, List.of(BORROWED_LANTERN, CROOKED_LANTERN)));
    }

    @Test
    void searchesNamesOfAuthors() {
        assertThat(catalogue.search("ivo w. conti", Genre.CRIME, new BigDecimal("13.99"), 0, 20))
                .isEqualTo(new Page<>(1, null, List.of(BORROWED_LANTERN)));
    }

    @Test
    void takesWildcardsInASearchLiterally() {
        assertThat(catalogue.search("100%", null, null, 0, 20)).isEqualTo(new Page<Book>(0, null, List.of()));
    }

    @Test
    void returnsNoNextOffsetOnTheLastPage() {
        assertThat(catalogue.search("crooked lantern of delft", Genre.FANTASY, null, 0, 20))
                .isEqualTo(new Page<>(1, null, List.of(CROOKED_LANTERN)));
    }

    @Test
    void returnsABook() {
        assertThat(catalogue.get("9789029797535")).isEqualTo(BORROWED_LANTERN);
    }

    @Test
    void saysHowToFindABookThatIsUnknown() {
        assertThatThrownBy(() -> catalogue.get("978-90"))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("There is no book with the ISBN '978-90'. An ISBN has 13 digits and no hyphens;"
                        + " catalogue.search finds books by title.");
    }

    @Test
    void returnsBooksOfAnAuthorNewestFirst() {
        assertThat(catalogue.byAuthor(1))
                .extracting(Book::published)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .hasSize(11);
    }

    @Test
    void returnsNoBooksOfAnUnknownAuthor() {
        assertThat(catalogue.byAuthor(9_999)).isEmpty();
    }

    @Test
    void returnsNewReleases() {
        assertThat(catalogue.newReleases(LocalDate.of(2026, 10, 25), 20))
                .containsExactly(new Book(
                        "9789020215540",
                        "The Silent Cartographer of Bergen",
                        new Author(67, "Goran O. Dubois", 1942),
                        Genre.FANTASY,
                        LocalDate.of(2026, 10, 27),
                        new BigDecimal("30.49")));
    }

    @Test
    void countsBooksByGenre() {
        assertThat(catalogue.genres())
                .isEqualTo(Map.of(
                        Genre.CRIME, 130,
                        Genre.FANTASY, 139,
                        Genre.HISTORY, 95,
                        Genre.POETRY, 104,
                        Genre.ROMANCE, 100,
                        Genre.SCIENCE, 101,
                        Genre.TRAVEL, 131));
    }

    @Test
    void findsAuthorsByName() {
        assertThat(catalogue.authors("w. conti")).containsExactly(IVO_CONTI);
    }

    @Test
    void returnsAnAuthorIfThereIsOne() {
        assertThat(catalogue.author(49)).contains(IVO_CONTI);
        assertThat(catalogue.author(9_999)).isEmpty();
    }

    @Test
    void changesAPrice() {
        assertThat(catalogue.changePrice("9789029797535", new BigDecimal("9.5")))
                .isEqualTo(new PriceChange("9789029797535", new BigDecimal("13.99"), new BigDecimal("9.50")));
        assertThat(catalogue.get("9789029797535").price()).isEqualTo(new BigDecimal("9.50"));
    }
}
