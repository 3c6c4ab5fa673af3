package dev.codemode;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CatalogAssemblyTest {
    private static ServiceSource broken(String name) {
        Service service = Service.of(name, Docs.of("A shop."), List.of(), List.of());
        SourceSnapshot snapshot = new SourceSnapshot(
                List.of(service), Map.of(), List.of(SourceIssue.error("/servers", "There is none.")));
        return source(snapshot);
    }

    private static ServiceSource source(SourceSnapshot snapshot) {
        return new ServiceSource() {
            @Override
            public SourceSnapshot load() {
                return snapshot;
            }

            @Override
            public void onChange(Runnable listener) {}

            @Override
            public void close() {}
        };
    }

    @Test
    void refusesTypesThatDeclarationsCannotName() {
        Service service = Service.of(
                "books",
                Docs.none(),
                List.of(),
                List.of(type("Book"), type("Map"), type("class"), type("price-list"), type("unknown")));

        assertThatThrownBy(() ->
                        CatalogAssembly.of(List.of(source(new SourceSnapshot(List.of(service), Map.of(), List.of())))))
                .hasMessage("""
                        Cannot build the catalog: 4 mistakes.
                        1. service books: 'Map' cannot name a type, because TypeScript uses this name: choose another.
                        2. service books: 'class' cannot name a type, because TypeScript uses this name: choose another.
                        3. service books: 'price-list' cannot name a type, because it is not an identifier: use letters, digits, '_' and '$'.
                        4. service books: 'unknown' cannot name a type, because TypeScript uses this name: choose another.""");
    }

    private static TypeDefinition type(String name) {
        return new TypeDefinition(name, Schema.string(), Docs.none());
    }

    @Test
    void namesTheServiceOfAnIssueOfOneSourceAmongSeveral() {
        assertThatThrownBy(() -> CatalogAssembly.of(List.of(broken("books"), broken("loans"))))
                .hasMessage("""
                        Cannot build the catalog: 2 mistakes.
                        1. books /servers: There is none.
                        2. loans /servers: There is none.""");
        assertThatThrownBy(() -> CatalogAssembly.of(List.of(broken("books")))).hasMessage("""
                        Cannot build the catalog: 1 mistake.
                        1. /servers: There is none.""");
    }
}
