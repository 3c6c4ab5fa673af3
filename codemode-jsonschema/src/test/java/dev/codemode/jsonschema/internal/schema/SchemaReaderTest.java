package dev.codemode.jsonschema.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.document.RelatedDocuments;
import dev.codemode.source.SourceIssue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Schema by itself, such as the {@code inputSchema} of a tool; what OpenAPI adds is tested there. */
final class SchemaReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"null\"}",
                "{\"type\":\"integer\",\"minimum\":1,\"exclusiveMaximum\":100,\"multipleOf\":3}",
                "{\"type\":\"string\",\"format\":\"date\",\"minLength\":1,\"maxLength\":9,\"pattern\":\"^[0-9]+$\"}",
                "{\"enum\":[\"hardback\",\"paperback\"]}",
                "{\"type\":\"array\",\"items\":{\"type\":\"boolean\"},\"minItems\":1,\"maxItems\":2}",
                "{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\",\"description\":\"The title.\"},"
                        + "\"year\":{\"type\":\"integer\",\"default\":1999}},\"required\":[\"title\"],"
                        + "\"additionalProperties\":false}",
                "{\"type\":\"object\",\"patternProperties\":{\"^x-\":{\"type\":\"number\"}}}",
                "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"number\"}}",
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"number\"}]}"
            })
    void readsWhatItsWriterWrites(String json) {
        assertThat(new SchemaWriter().of(new Reading(tree(json)).schema(), Docs.none()))
                .hasToString(json);
    }

    @Test
    void mentionsTheKeywordsThatItCannotExpress() {
        Reading reading = new Reading(tree("{\"description\": \"A page.\", \"not\": {\"const\": 0}}"));

        assertThat(reading.schema()).isEqualTo(Schema.unknown());
        assertThat(reading.types
                        .reader(Direction.REQUEST)
                        .docs(reading.root, 100)
                        .text())
                .isEqualTo("A page. (not {\"const\":0})");
    }

    @Test
    void namesTheTypesThatAToolDefines() {
        Reading reading = new Reading(tree("""
                {
                  "type": "object",
                  "properties": {
                    "book": { "$ref": "#/$defs/Book" },
                    "kind": { "$ref": "#/$defs/Map" }
                  },
                  "$defs": {
                    "Book": { "type": "object", "properties": { "sequel": { "$ref": "#/$defs/Book" } } },
                    "Map": { "enum": ["road", "sea"] },
                    "Unused": { "type": "object" }
                  }
                }
                """));

        ObjectNode written = new SchemaWriter().of(reading.schema(), Docs.none());
        assertThat(written).isEqualTo(tree("""
                {
                  "type": "object",
                  "properties": { "book": { "$ref": "#/$defs/Book" }, "kind": { "$ref": "#/$defs/Map2" } }
                }
                """));
        assertThat(reading.types.needed(List.of(reading.schema())))
                .extracting(TypeDefinition::name)
                .containsExactly("Book", "Map2");
        assertThat(reading.issues.list(false)).isEmpty();
    }

    @Test
    void followsNoReferenceOutOfTheDocument() {
        Reading reading = new Reading(
                tree("{\"type\": \"object\", \"properties\": {\"book\": {\"$ref\": \"https://example.com/book\"}}}"));

        assertThat(new SchemaWriter().of(reading.schema(), Docs.none()))
                .isEqualTo(tree("{\"type\": \"object\", \"properties\": {\"book\": {}}}"));
        assertThat(reading.issues.list(false))
                .containsExactly(SourceIssue.warning(
                        "/properties/book",
                        "Cannot follow the reference 'https://example.com/book': it leads out of the document."));
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** A schema that is a document. */
    private static final class Reading {
        final Issues issues = new Issues(System.getLogger("test"));
        final Located root;
        final Types types;

        Reading(JsonNode schema) {
            root = Located.root(schema, "");
            References references = new References(root, RelatedDocuments.none(), issues);
            List<Located> declared = root.get("$defs").members();
            types = new Types(new TypeNames(declared), new Discriminators(declared, references), references, issues);
        }

        Schema schema() {
            return types.reader(Direction.REQUEST).read(root);
        }
    }
}
