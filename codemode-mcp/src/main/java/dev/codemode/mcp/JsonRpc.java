package dev.codemode.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages as text. Reads what the SDK's reader refuses with an exception into an answer that a peer may see, and
 * writes errors that the SDK cannot write (those without an id) or would write with an exception's text. Thread-safe.
 */
final class JsonRpc {
    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    /** Arguments of a call are a few texts, so that this is far above what a client needs. */
    private static final int MAX_TOKENS = 10_000;

    private static final int MAX_DEPTH = 200;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_METHOD = 200;
    /** What a value takes in memory, about. */
    private static final long TOKEN_BYTES = 64;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxTokenCount(MAX_TOKENS)
            .maxNestingDepth(MAX_DEPTH)
            .maxNameLength(MAX_NAME)
            .maxNumberLength(MAX_NUMBER)
            .build();

    private final ObjectMapper mapper = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Returns about how many bytes the values of a message will take besides its text. Keeps nothing of it.
     *
     * @throws Refusal if it is no JSON, or over a limit
     */
    long weigh(byte[] utf8) {
        try (JsonParser parser = mapper.createParser(utf8)) {
            long tokens = 0;
            while (parser.nextToken() != null) {
                tokens++;
            }
            return tokens * TOKEN_BYTES;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Refusal unreadable(IOException cause) {
        if (cause instanceof StreamConstraintsException) {
            return invalid(
                    null,
                    "The message is over a limit: " + MAX_TOKENS + " JSON tokens, " + MAX_DEPTH + " levels, " + MAX_NAME
                            + " characters in a name, " + MAX_NUMBER + " in a number.");
        }
        return new Refusal(400, null, new RpcError(RpcError.PARSE, "The message is not valid JSON."));
    }

    /**
     * Reads one message.
     *
     * @throws Refusal if the text is none
     */
    JSONRPCMessage read(byte[] utf8) {
        JsonNode node;
        try {
            node = mapper.readTree(utf8);
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (node.isArray()) {
            throw invalid(null, "Batches are not supported; send one message at a time.");
        }
        if (!node.isObject()) {
            throw invalid(null, "A message must be a JSON object.");
        }
        try {
            return message(node);
        } catch (Refusal e) {
            throw isNotification(node) ? e.ofNotification() : e;
        }
    }

    /** A null id is no id where the method says so itself: some clients write null for what is absent. */
    private static boolean isNotification(JsonNode node) {
        String method = node.path("method").textValue();
        return method != null && (!node.has("id") || (node.path("id").isNull() && method.startsWith("notifications/")));
    }

    private JSONRPCMessage message(JsonNode node) {
        boolean notification = isNotification(node);
        Object id = idOf(node.path("id"));
        if (!"2.0".equals(node.path("jsonrpc").textValue())) {
            throw invalid(id, "'jsonrpc' must be \"2.0\".");
        }
        if (id == null && node.has("id") && !notification) {
            throw invalid(null, "'id' must be a string or an integer.");
        }
        if (node.hasNonNull("method")) {
            return call(node, id);
        }
        boolean failed = node.hasNonNull("error");
        boolean succeeded = failed ? node.hasNonNull("result") : node.has("result");
        if (id == null || failed == succeeded) {
            throw invalid(id, "A message must have a 'method', or an 'id' with a 'result' or an 'error'.");
        }
        return response(node, id);
    }

    private JSONRPCMessage call(JsonNode node, @Nullable Object id) {
        String method = node.path("method").textValue();
        if (method == null || method.length() > MAX_METHOD) {
            throw invalid(id, "'method' must be a string of at most " + MAX_METHOD + " characters.");
        }
        JsonNode params = node.path("params");
        boolean absent = params.isMissingNode() || params.isNull();
        if (!absent && !params.isObject()) {
            throw new Refusal(400, id, new RpcError(RpcError.INVALID_PARAMS, "'params' must be an object."));
        }
        Map<String, Object> values = absent ? Map.of() : mapper.convertValue(params, OBJECT);
        return id == null ? new JSONRPCNotification(method, values) : new JSONRPCRequest(method, id, values);
    }

    private JSONRPCMessage response(JsonNode node, Object id) {
        if (!node.hasNonNull("error")) {
            JsonNode result = node.path("result");
            return JSONRPCResponse.result(id, result.isNull() ? Map.of() : mapper.convertValue(result, Object.class));
        }
        JsonNode error = node.path("error");
        int code = error.path("code").asInt(RpcError.INTERNAL);
        return JSONRPCResponse.error(
                id, new JSONRPCError(code, error.path("message").asText(), null));
    }

    private static Refusal invalid(@Nullable Object id, String message) {
        return new Refusal(400, id, RpcError.invalid(message));
    }

    private static @Nullable Object idOf(JsonNode id) {
        if (id.isTextual()) {
            return id.textValue();
        }
        if (id.canConvertToExactIntegral() && id.canConvertToLong()) {
            return id.canConvertToInt() ? (Object) id.intValue() : (Object) id.longValue();
        }
        return null;
    }

    /** Returns the message on one line. What failed inside loses its text: it may be that of an exception. */
    String write(JSONRPCMessage message) {
        try {
            if (message instanceof JSONRPCResponse response
                    && response.error() != null
                    && response.error().code() == RpcError.INTERNAL) {
                return error(response.id(), RpcError.internal());
            }
            return mapper.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write an MCP message", e);
        }
    }

    /** Returns an error's message on one line; without an id it is {@code null}, as JSON-RPC 2.0, section 5, asks. */
    String error(@Nullable Object id, RpcError error) {
        ObjectNode answer = mapper.createObjectNode().put("jsonrpc", "2.0");
        answer.putPOJO("id", id);
        answer.putObject("error").put("code", error.code()).put("message", error.message());
        return answer.toString();
    }

    /** Returns a value as JSON text, such as for an error that quotes it. */
    String text(@Nullable Object value) {
        return mapper.valueToTree(value).toString();
    }

    Map<String, Object> object(String json) {
        try {
            return mapper.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON object: " + json, e);
        }
    }

    /** Binds values for the SDK. */
    <T> T bind(Object value, TypeRef<T> type) {
        return mapper.convertValue(value, mapper.constructType(type.getType()));
    }

    /**
     * Binds the parameters of {@code initialize}.
     *
     * @throws Refusal if they do not fit; the binder's own message would name classes
     */
    McpSchema.InitializeRequest initializeRequest(JSONRPCRequest request) {
        // The SDK reads what is missing as empty texts, and fails later.
        boolean complete = request.params() instanceof Map<?, ?> params
                && isText(params.get("protocolVersion"))
                && params.get("clientInfo") instanceof Map<?, ?> client
                && isText(client.get("name"))
                && isText(client.get("version"));
        try {
            if (complete) {
                return mapper.convertValue(request.params(), McpSchema.InitializeRequest.class);
            }
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "A client sent parameters of 'initialize' that do not bind", e);
        }
        String message = "'initialize' needs protocolVersion, capabilities and clientInfo with a name and a version.";
        throw new Refusal(400, request.id(), new RpcError(RpcError.INVALID_PARAMS, message));
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank();
    }
}
