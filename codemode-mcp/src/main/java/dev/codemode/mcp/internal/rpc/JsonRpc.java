package dev.codemode.mcp.internal.rpc;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages from text and writes them, and turns objects of libraries into the plain values of messages and back.
 * Text that is not a message becomes a refusal that a peer may see. Thread-safe.
 */
public final class JsonRpc {
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    /** Arguments of a call are a few texts, so that this is far above what a client needs. */
    private static final int MAX_TOKENS = 10_000;

    private static final int MAX_DEPTH = 200;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_METHOD = 200;
    /** About how many bytes a value takes in memory. */
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
     * @throws Refusal if it is not JSON, or over a limit
     */
    public long weigh(byte[] utf8) {
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
     * @throws Refusal if the text is not a message
     */
    public RpcMessage read(byte[] utf8) {
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

    /** A null id counts as none where the method is a notification's: some clients write null for an absent id. */
    private static boolean isNotification(JsonNode node) {
        String method = node.path("method").textValue();
        return method != null && (!node.has("id") || (node.path("id").isNull() && method.startsWith("notifications/")));
    }

    private RpcMessage message(JsonNode node) {
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

    private RpcMessage call(JsonNode node, @Nullable Object id) {
        String method = node.path("method").textValue();
        if (method == null || method.length() > MAX_METHOD) {
            throw invalid(id, "'method' must be a string of at most " + MAX_METHOD + " characters.");
        }
        JsonNode params = node.path("params");
        boolean absent = params.isMissingNode() || params.isNull();
        if (!absent && !params.isObject()) {
            throw new Refusal(400, id, new RpcError(RpcError.INVALID_PARAMS, "'params' must be an object."));
        }
        Map<String, Object> values = absent ? Map.of() : members(params);
        return id == null ? new RpcMessage.Notification(method, values) : new RpcMessage.Request(id, method, values);
    }

    private static Map<String, Object> members(JsonNode object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
        return members;
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            return members(node);
        }
        if (node.isArray()) {
            List<@Nullable Object> items = new ArrayList<>(node.size());
            node.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }

    private RpcMessage response(JsonNode node, Object id) {
        if (!node.hasNonNull("error")) {
            JsonNode result = node.path("result");
            return new RpcMessage.Result(id, result.isNull() ? Map.of() : mapper.convertValue(result, Object.class));
        }
        JsonNode error = node.path("error");
        int code = error.path("code").asInt(RpcError.INTERNAL);
        return new RpcMessage.Failure(
                id, new RpcError(code, error.path("message").asText()));
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

    /** Returns the message on one line. */
    public String write(RpcMessage message) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("jsonrpc", "2.0");
        if (message instanceof RpcMessage.Failure failure) {
            return error(failure.id(), failure.error());
        } else if (message instanceof RpcMessage.Result result) {
            members.put("id", result.id());
            members.put("result", result.value());
        } else if (message instanceof RpcMessage.Request request) {
            members.put("method", request.method());
            members.put("id", request.id());
            putParams(members, request.params());
        } else if (message instanceof RpcMessage.Notification notification) {
            members.put("method", notification.method());
            putParams(members, notification.params());
        }
        try {
            return mapper.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write an MCP message", e);
        }
    }

    private static void putParams(Map<String, Object> members, Map<String, Object> params) {
        if (!params.isEmpty()) {
            members.put("params", params);
        }
    }

    /** Returns an error's message on one line; without an id it is {@code null}, as JSON-RPC 2.0, section 5, asks. */
    public String error(@Nullable Object id, RpcError error) {
        ObjectNode answer = mapper.createObjectNode().put("jsonrpc", "2.0");
        answer.putPOJO("id", id);
        answer.putObject("error").put("code", error.code()).put("message", error.message());
        return answer.toString();
    }

    /** Returns a value as JSON text, such as for an error that quotes it. */
    public String text(@Nullable Object value) {
        return mapper.valueToTree(value).toString();
    }

    /** Returns the values of a JSON object. */
    public Map<String, Object> object(String json) {
        try {
            return mapper.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON object: " + json, e);
        }
    }

    /** Returns an object of a library as the plain values that it is in a message. */
    public Object plain(Object value) {
        return mapper.convertValue(value, Object.class);
    }

    /** Returns an object of a library as the members that it has in a message; none for null. */
    public Map<String, Object> members(@Nullable Object value) {
        return value == null ? Map.of() : mapper.convertValue(value, OBJECT);
    }

    /**
     * Returns plain values as an object of a library.
     *
     * @throws IllegalArgumentException if they do not fit; its message names classes
     */
    public <T> T bind(Object value, Class<T> type) {
        return mapper.convertValue(value, type);
    }

    /** Does so for a type that may have type arguments. */
    public Object bind(Object value, Type type) {
        return mapper.convertValue(value, mapper.constructType(type));
    }
}
