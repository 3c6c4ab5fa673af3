package dev.codemode.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.declaration.TypeScriptDeclarations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CircularTypesTest {
    private static final Schema STRING = Schema.string();
    private static final Schema NUMBER = Schema.number();

    private static Schema object(String property) {
        return Schema.object(List.of(Schema.Property.optional(property, STRING)));
    }

    private static Schema ref(String type) {
        return Schema.reference(type);
    }

    private static Schema all(Schema... parts) {
        return new Schema.IntersectionSchema(List.of(parts));
    }

    private static Schema any(Schema... options) {
        return new Schema.UnionSchema(List.of(options), null);
    }

    private static TypeDefinition type(String name, Schema schema) {
        return new TypeDefinition(name, schema, Docs.none());
    }

    private static String declared(TypeDefinition... types) {
        Service service = Service.of("s", Docs.none(), List.of(), Arrays.asList(types));
        TypeScriptDeclarations declarations = TypeScriptDeclarations.of(Catalog.of(List.of(service)));
        return String.join(
                " ",
                service.types().values().stream()
                        .map(type -> declarations.type(type).replaceAll("\\s+", " "))
                        .toList());
    }

    @Test
    void takesATypeOutOfItsOwnUnion() {
        assertThat(declared(type("V", any(STRING, ref("V"))))).isEqualTo("type V = string;");
        assertThat(declared(type("V", any(ref("V"), STRING, any(ref("V"), NUMBER)))))
                .isEqualTo("type V = string | number;");
    }

    @Test
    void makesTypesOfOneCircleOfUnionsAllOfThem() {
        assertThat(declared(type("A", any(STRING, ref("B"))), type("B", any(NUMBER, ref("A")))))
                .isEqualTo("type A = string | number; type B = string | number;");
    }

    @Test
    void makesAnythingOfTypesThatAreNothingButOneAnother() {
        assertThat(declared(type("A", ref("B")), type("B", ref("A")))).isEqualTo("type A = unknown; type B = unknown;");
        assertThat(declared(type("A", all(ref("B"))), type("B", all(ref("A")))))
                .isEqualTo("type A = unknown; type B = unknown;");
        assertThat(declared(type("A", ref("A")))).isEqualTo("type A = unknown;");
    }

    @Test
    void takesATypeOutOfItsOwnIntersection() {
        assertThat(declared(type("A", all(ref("B"), object("a"))), type("B", all(ref("A"), object("b")))))
                .isEqualTo("interface A { a?: string; } interface B { b?: string; }");
    }

    @Test
    void keepsTheUnionOfAParentThatItsChildrenRepeat() {
        assertThat(declared(
                        type("Pet", all(object("name"), any(ref("Cat"), ref("Dog")))),
                        type("Cat", all(ref("Pet"), object("mood"))),
                        type("Dog", all(ref("Pet"), object("bark")))))
                .isEqualTo(
                        "type Pet = { name?: string } & (Cat | Dog); interface Cat { mood?: string; } interface Dog {"
                                + " bark?: string; }");
    }

    @Test
    void widensAUnionWithinAnIntersectionThatLeadsBack() {
        assertThat(declared(type("A", all(object("a"), any(ref("A"), STRING)))))
                .isEqualTo("interface A { a?: string; }");
    }

    @Test
    void keepsTypesThatContainThemselvesInPropertiesAndElements() {
        TypeDefinition json = type("Json", any(STRING, Schema.array(ref("Json")), Schema.map(ref("Json"))));
        assertThat(Service.of("s", Docs.none(), List.of(), List.of(json)).types())
                .isEqualTo(Map.of("Json", json));
    }

    @Test
    void readsLongChains() {
        List<TypeDefinition> types = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            types.add(type("T" + i, ref("T" + (i + 1) % 50_000)));
        }
        assertThat(Service.of("s", Docs.none(), List.of(), types).types())
                .containsEntry("T0", type("T0", Schema.unknown()))
                .hasSize(50_000);
    }
}
