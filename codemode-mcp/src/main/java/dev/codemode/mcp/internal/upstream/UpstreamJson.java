package dev.codemode.mcp.internal.upstream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;

/**
 * The SDK's view of Jackson. Its own binding would bring a validator of schemas and a YAML parser along. Immutable and
 * thread-safe.
 */
final class UpstreamJson implements McpJsonMapper {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static JavaType type(TypeRef<?> type) {
        return MAPPER.constructType(type.getType());
    }

    @Override
    public <T> T readValue(String json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    @Override
    public <T> T readValue(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    @Override
    public <T> T readValue(String json, TypeRef<T> type) throws IOException {
        return MAPPER.readValue(json, type(type));
    }

    @Override
    public <T> T readValue(byte[] json, TypeRef<T> type) throws IOException {
        return MAPPER.readValue(json, type(type));
    }

    @Override
    public <T> T convertValue(Object value, Class<T> type) {
        return MAPPER.convertValue(value, type);
    }

    @Override
    public <T> T convertValue(Object value, TypeRef<T> type) {
        return MAPPER.convertValue(value, type(type));
    }

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return MAPPER.writeValueAsString(value);
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return MAPPER.writeValueAsBytes(value);
    }
}
