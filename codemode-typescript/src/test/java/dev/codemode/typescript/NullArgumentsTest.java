package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.typescript.internal.check.DirectCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A check says of null what the call would be answered. */
@Timeout(120)
final class NullArgumentsTest {
    private static final Schema NESTED = Schema.object(List.of(Property.optional("x", Schema.string())));
    private static final Operation FIND = Operation.builder(OperationName.of("api", "find"), Effect.READ)
            .input(Schema.object(List.of(
                    Property.required("id", Schema.string()),
                    Property.optional("status", Schema.constants("open", "paid")),
                    Property.optional("note", Schema.nullable(Schema.string())),
                    Property.optional("nested", NESTED))))
            .output(Schema.bool())
            .build();
    private static final Catalog CATALOG =
            Catalog.of(List.of(Service.of("api", Docs.none(), List.of(FIND), List.of())));

    private static List<String> found(String script) {
        return DirectCheck.hints(CATALOG, script);
    }

    @Test
    void saysToLeaveOutWhatIsOptional() {
        assertThat(found("return api.find({ id: 'a', status: null });"))
                .containsExactly(
                        "line 1: api.find: 'status' must not be null: leave it out, or pass \"open\" | \"paid\""
                                + " (at $.status).");
        assertThat(found("return api.find({ id: 'a', nested: { x: null } });"))
                .containsExactly(
                        "line 1: api.find: 'x' must not be null: leave it out, or pass a string (at $.nested.x).");
        assertThat(found("return api.find({ id: null });"))
                .containsExactly("line 1: api.find: 'id' should be a string, but is null (at $.id).");
        assertThat(found("return api.find({ id: 'a', note: null });")).isEmpty();
    }
}
