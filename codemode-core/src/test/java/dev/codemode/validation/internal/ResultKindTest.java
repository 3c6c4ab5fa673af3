package dev.codemode.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.internal.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultKindTest {
    private static final Schema OBJECT = Schema.object(List.of(Property.required("id", Schema.string())));
    private static final Service SERVICE = Service.of(
            "api",
            Docs.none(),
            List.of(),
            List.of(
                    new TypeDefinition("Thing", OBJECT, Docs.none()),
                    new TypeDefinition(
                            "Tree", Schema.union(List.of(Schema.string(), Schema.reference("Thing"))), Docs.none())));

    private static String unlike(Schema declared, String json) {
        return ResultKind.unlike(declared, Json.read(json), SERVICE);
    }

    @Test
    void saysWhatCameBackInsteadOfWhatIsDeclared() {
        assertThat(unlike(Schema.string(), "{\"zone\":\"a\",\"x\\u202e\":1}"))
                .isEqualTo("an object with zone, x\\u202e");
        assertThat(unlike(Schema.string(), "{}")).isEqualTo("an object");
        assertThat(unlike(OBJECT, "\"{}\"")).isEqualTo("a string");
        assertThat(unlike(Schema.reference("Thing"), "[]")).isEqualTo("an array");
        assertThat(unlike(Schema.array(OBJECT), "null")).isEqualTo("null");
        assertThat(unlike(Schema.constants("a", 1), "true")).isEqualTo("a boolean");
        assertThat(unlike(Schema.nothing(), "0")).isEqualTo("a number");
    }

    @Test
    void saysNothingOfWhatIsDeclared() {
        assertThat(unlike(Schema.string(), "\"a\"")).isEmpty();
        assertThat(unlike(Schema.unknown(), "[1]")).isEmpty();
        assertThat(unlike(Schema.nullable(Schema.string()), "null")).isEmpty();
        assertThat(unlike(Schema.reference("Tree"), "{\"id\":1}")).isEmpty();
        assertThat(unlike(new Schema.TupleSchema(List.of()), "[]")).isEmpty();
        assertThat(unlike(new Schema.IntersectionSchema(List.of(OBJECT, Schema.reference("Tree"))), "{\"id\":\"a\"}"))
                .isEmpty();
    }
}
