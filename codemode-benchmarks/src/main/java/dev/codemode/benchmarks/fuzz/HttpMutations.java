package dev.codemode.benchmarks.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Creates requests to an MCP endpoint with randomly mutated head and body. Confined to one thread at a time. */
final class HttpMutations {
    private static final List<String> MESSAGES = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"fuzz\",\"version\":\"1\"}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\",\"params\":{\"cursor\":\"x\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"query\":\"orders\",\"limit\":5}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":\"execute\",\"arguments\":{\"code\":\"return 1\"},\"_meta\":{\"progressToken\":7}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":4,\"reason\":\"x\"}}",
            "[{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"id\":6,\"result\":{}}]",
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"server/discover\",\"params\":{\"_meta\":{}}}");

    private static final List<String> WORDS = List.of(
            "jsonrpc",
            "id",
            "method",
            "params",
            "result",
            "error",
            "name",
            "arguments",
            "_meta",
            "progressToken",
            "protocolVersion",
            "capabilities",
            "clientInfo",
            "query",
            "code",
            "limit",
            "cursor",
            "requestId");

    private static final List<String> HEADERS = List.of(
            "Content-Type: text/plain",
            "Content-Type: application/json;charset=\"",
            "Content-Encoding: gzip",
            "Accept: text/*;q=0, */*;q=x",
            "Accept: ,;,",
            "Expect: 100-continue",
            "MCP-Protocol-Version: 1999-01-01",
            "MCP-Protocol-Version: \u00e9",
            "Mcp-Session-Id: none",
            "Mcp-Session-Id: " + "x".repeat(3_000),
            "Mcp-Method: tools/call",
            "Last-Event-ID: 9",
            "Origin: http://evil.example",
            "Host: evil.example",
            "X-Forwarded-Host: evil.example",
            "Cookie: a=" + "b".repeat(2_000),
            "Transfer-Encoding: gzip",
            "Upgrade: h2c");

    private final Random random;
    private final JsonMutations json;

    HttpMutations(Random random) {
        this.random = random;
        json = new JsonMutations(random, WORDS);
    }

    /**
     * A request.
     *
     * @param bytes what is sent
     * @param known whether the server knows the caller
     * @param regular whether the head is valid HTTP and announces the actual body
     */
    record Request(byte[] bytes, boolean known, boolean regular) {}

    Request request() {
        boolean known = random.nextInt(4) == 0;
        byte[] body = body();
        StringBuilder head = new StringBuilder();
        head.append(random.nextInt(12) == 0 ? one(List.of("GET", "DELETE", "PUT", "OPTIONS", "HEAD")) : "POST")
                .append(random.nextInt(20) == 0 ? " /other" : " /mcp")
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-User: ")
                .append(known ? "ann" : one(List.of("stranger", "", "ann\u00e9", "x".repeat(2_000))))
                .append("\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n");
        boolean regular = true;
        for (int i = random.nextInt(3); i > 0 && random.nextBoolean(); i--) {
            head.append(one(HEADERS)).append("\r\n");
            regular = false;
        }
        boolean chunked = random.nextInt(6) == 0;
        long announced = body.length;
        if (!known && random.nextInt(6) == 0) {
            announced = random.nextBoolean() ? 50_000_000 : body.length + 10L;
            regular = false;
        }
        head.append(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + announced)
                .append("\r\n\r\n");
        return new Request(joined(head.toString(), body, chunked), known, regular);
    }

    private static byte[] joined(String head, byte[] body, boolean chunked) {
        Charset ascii = StandardCharsets.ISO_8859_1;
        byte[] before = (head + (chunked ? Integer.toHexString(body.length) + "\r\n" : "")).getBytes(ascii);
        byte[] after = (chunked && body.length > 0 ? "\r\n0\r\n\r\n" : chunked ? "\r\n" : "").getBytes(ascii);
        byte[] all = new byte[before.length + body.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(body, 0, all, before.length, body.length);
        System.arraycopy(after, 0, all, before.length + body.length, after.length);
        return all;
    }

    private byte[] body() {
        String message = one(MESSAGES);
        return switch (random.nextInt(12)) {
            case 0 -> repeated("{},", "]}}");
            case 1 -> repeated("[", "");
            case 2 -> repeated("{\"a\":", "");
            case 3 -> repeated("\"\\u0000\",", "1]}}");
            case 4 -> bytes(random.nextInt(2_000));
            case 5 ->
                message.getBytes(
                        one(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)));
            case 6 -> message.substring(0, random.nextInt(message.length())).getBytes(StandardCharsets.UTF_8);
            case 7 -> message.getBytes(StandardCharsets.UTF_8);
            default -> json.mutated(tree(message)).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static JsonNode tree(String message) {
        try {
            return new ObjectMapper().readTree(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(message, e);
        }
    }

    private byte[] repeated(String part, String end) {
        int times = random.nextBoolean() ? random.nextInt(200) : random.nextInt(1_300_000 / part.length());
        return ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"a\":[" + part.repeat(times)
                        + end)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
