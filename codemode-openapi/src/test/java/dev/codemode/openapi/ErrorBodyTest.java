package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorBodyTest {
    private static final String DOCUMENT = TestApi.document(
            "/c",
            "{ get: { operationId: call, responses: { \"400\": { description: Bad, content: { application/json: { schema: {"
                    + " type: object, properties: { declared: { type: string } } } } } } } } }",
            "");

    private static String shown(String type, String body) {
        try (LoopbackServer server = LoopbackServer.answering(response(400, "Content-Type: " + type + "\r\n", body))) {
            return String.valueOf(
                    catchThrowable(() -> TestApi.call(DOCUMENT, server)).getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Keycloak, Quarkus
                "{\"error\":\"Provided data is invalid\",\"violations\":[\"appUrl: must be a valid URL\"]}",
                "{\"field\":\"username\",\"errorMessage\":\"error-invalid-length\",\"params\":[\"username\",3,255]}",
                "{\"title\":\"Constraint Violation\",\"status\":400,\"violations\":[{\"field\":\"add.age\",\"message\":\"must be positive\"}]}",
                // RFC 9457
                "{\"type\":\"https://example.com/probs/out-of-credit\",\"title\":\"No credit.\",\"balance\":30,\"invalid-params\":[{\"name\":\"age\",\"reason\":\"must be positive\"}]}",
                // Django REST framework
                "{\"title\":[\"This field is required.\"],\"non_field_errors\":[\"Dates overlap.\"]}",
                // Rails
                "{\"name\":[\"can't be blank\"],\"base\":[\"too many\"]}",
                // Google
                "{\"error\":{\"code\":400,\"message\":\"Bad\",\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.BadRequest\",\"fieldViolations\":[{\"field\":\"x\",\"description\":\"d\"}]}]}}",
                // AWS
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\",\"Message\":\"No such table\"}",
                // GraphQL
                "{\"errors\":[{\"message\":\"Not found\",\"locations\":[{\"line\":2,\"column\":3}],\"path\":[\"user\",0],\"extensions\":{\"code\":\"NOT_FOUND\"}}]}",
                // what a document declares takes nothing else away
                "{\"declared\":\"yes\",\"hint\":\"look\",\"Reasons\":[\"r\"]}",
                "[\"first\",\"second\"]",
                "\"just a text\""
            })
    void showsWhatExplains(String body) {
        assertThat(shown("application/json", body)).isEqualTo("The server refused the call: " + body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Spring Boot
                "{\"status\":400,\"error\":\"Bad Request\",\"exception\":\"org.x.BindException\",\"trace\":\"org.x.BindException: a\\n\\tat b\",\"message\":\"Validation failed\",\"errors\":[{\"field\":\"age\",\"rejectedValue\":-1,\"defaultMessage\":\"must be positive\"}],\"path\":\"/orders\"}"
                        + "| {\"status\":400,\"error\":\"Bad Request\",\"message\":\"Validation failed\",\"errors\":[{\"field\":\"age\",\"rejectedValue\":-1,\"defaultMessage\":\"must be positive\"}]}",
                // Quarkus
                "{\"details\":\"Error id 7f-1, java.lang.IllegalStateException: no stock\",\"stack\":\"java.lang.IllegalStateException\\n\\tat x\"} | {\"details\":\"Error id 7f-1, no stock\"}",
                // Rails, Laravel
                "{\"error\":\"Bad\",\"exception\":\"#<NoMethodError>\",\"traces\":{\"Application Trace\":[]}} | {\"error\":\"Bad\"}",
                "{\"message\":\"Bad\",\"exception\":\"Ex\",\"file\":\"/var/www/a.php\",\"trace\":[{\"file\":\"a\"}]} | {\"message\":\"Bad\"}",
                // names in any spelling, at any depth, in arrays
                "[{\"message\":\"m\",\"Stack_Trace\":\"s\",\"cause\":{\"why\":\"w\",\"stack-trace\":[\"x\"],\"className\":\"a.B\"}}] | [{\"message\":\"m\",\"cause\":{\"why\":\"w\"}}]",
                "{\"title\":\"Bad\",\"instance\":\"/orders/7\",\"TRACE\":\"x\"} | {\"title\":\"Bad\"}",
                // traces within texts
                "{\"message\":\"Boom\\n\\tat com.x.Y.z(Y.java:1)\\n\\tat com.x.Y.w(Y.java:2)\"} | {\"message\":\"Boom\"}",
                "{\"message\":\"TypeError: x\\n    at /srv/app/index.js:1:2\"} | {\"message\":\"TypeError: x\"}",
                "{\"message\":\"Boom Traceback (most recent call last):\\n  File \\\"/srv/a.py\\\", line 3\"} | {\"message\":\"Boom\"}",
                "{\"message\":\"java.lang.NullPointerException\",\"code\":7} | {\"code\":7}"
            })
    void hidesTracesAndInsides(String body, String shown) {
        assertThat(shown("application/json", body)).isEqualTo("The server refused the call: " + shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bad request at noon (see the docs) | Bad request at noon (see the docs)",
                "java.lang.IllegalStateException: no stock | no stock",
                "'Boom\n  at a.b.C.d(C.java:7)' | Boom"
            })
    void hidesThemInPlainTextToo(String body, String shown) {
        assertThat(shown("text/plain", body)).isEqualTo("The server refused the call: " + shown);
    }
}
