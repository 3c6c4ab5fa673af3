package dev.codemode.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the errors about unions of many options are about. */
final class UnionChoiceTest {
    private static final List<String> NAMES = IntStream.range(0, 20)
            .mapToObj(i -> i == 0 ? "equalTo" : i == 1 ? "matches" : "pattern" + i)
            .toList();

    private static Schema option(String name) {
        return new Schema.ObjectSchema(
                List.of(Property.required(name, Schema.string()), Property.optional("caseInsensitive", Schema.bool())),
                Map.of(),
                Schema.unknown());
    }

    private static List<String> problems(Schema extra, String json) {
        List<TypeDefinition> types = new ArrayList<>();
        List<Schema> options = new ArrayList<>(List.of(extra));
        for (String name : NAMES) {
            types.add(new TypeDefinition("Of" + name, option(name), Docs.none()));
            options.add(Schema.reference("Of" + name));
        }
        Service service = Service.of("api", Docs.none(), List.of(), types);
        Schema union = Schema.object(List.of(Property.required("value", new Schema.UnionSchema(options, null))));
        return new SchemaValidator(service).validate(union, Json.read(json));
    }

    @Test
    void isAboutTheOptionThatSharesMostNames() {
        assertThat(problems(Schema.bool(), "{\"value\":{\"equalTo\":5}}"))
                .containsExactly("'value.equalTo' must be a string, but was 5 (at $.value.equalTo)");
        assertThat(problems(Schema.bool(), "{\"value\":{\"caseInsensitive\":1,\"matches\":\"a\"}}"))
                .containsExactly(
                        "'value.caseInsensitive' must be true or false, but was 1 (at" + " $.value.caseInsensitive)");
    }

    @Test
    void saysHowManyMoreOptionsThereAre() {
        assertThat(problems(Schema.bool(), "{\"value\":{\"caseInsensitive\":true}}"))
                .containsExactly(
                        "'value' must be true or false or a value of type OfequalTo or a value of type Ofmatches"
                                + " or a value of type Ofpattern2 or a value of type Ofpattern3 or a value of type Ofpattern4 or"
                                + " a value of type Ofpattern5 or a value of type Ofpattern6 or 13 others, but was"
                                + " {\"caseInsensitive\":true} (at $.value)");
        assertThat(problems(Schema.bool(), "{\"value\":\"a\"}").get(0)).contains(" or 13 others, but was \"a\"");
    }

    @Test
    void isNotAboutAnOptionOfAnotherKind() {
        Schema other = Schema.object(
                List.of(Property.required("kind", Schema.constants("other")), Property.required("a", Schema.string())));
        assertThat(problems(other, "{\"value\":{\"kind\":\"equal\",\"a\":1,\"equalTo\":2}}"))
                .containsExactly("'value.equalTo' must be a string, but was 2 (at $.value.equalTo)");
    }
}
