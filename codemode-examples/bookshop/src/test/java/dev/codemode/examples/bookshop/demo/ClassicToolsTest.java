package dev.codemode.examples.bookshop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.examples.bookshop.Bookshop;
import org.junit.jupiter.api.Test;

final class ClassicToolsTest {
    @Test
    void describesAnOperationAsATool() {
        try (Bookshop bookshop = Bookshop.open()) {
            Catalog catalog = bookshop.codeMode().catalog(Caller.anonymous());
            assertThat(ClassicTools.json(catalog.filter(
                            operation -> operation.name().toString().equals("customers.addPoints"))))
                    .isEqualTo("""
                            {"tools":[{"name":"customers_addPoints",\
                            "description":"Adds loyalty points, which may lift the customer to a higher level.",\
                            "inputSchema":{"type":"object","properties":{\
                            "id":{"type":"integer","description":"the customer's number"},\
                            "points":{"type":"integer","exclusiveMinimum":0,"maximum":10000,\
                            "description":"how many points to add"}},\
                            "required":["id","points"],"additionalProperties":false}}]}""");
        }
    }
}
