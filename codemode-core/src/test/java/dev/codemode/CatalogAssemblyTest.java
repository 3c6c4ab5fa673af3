package dev.codemode;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Service;
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
