package dev.codemode.mcp.internal.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.Bookshop;
import dev.codemode.mcp.StdioPeer;
import dev.codemode.testkit.Golden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StdioTest {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/stdio");
    private static final List<String> BROKEN_LINES = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":",
            "GET / HTTP/1.1",
            "[]",
            "[{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}]",
            "42",
            "{}",
            "{\"jsonrpc\":\"1.0\",\"id\":3,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":[1]}",
            "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":\"nothing\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"no/such/method\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"initialize\",\"params\":{}}");
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}";
    private static final String WAIT = """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"execute","arguments":{"code":"return wait"}}}""";

    private final Bookshop bookshop = new Bookshop();
    private final StdioPeer peer = new StdioPeer(bookshop.server()
            .maxRequestBytes(10_000)
            .instructions("Search first.")
            .build());

    @AfterEach
    void close() {
        bookshop.release();
        peer.close();
        bookshop.close();
    }

    @Test
    void answersInitialize() {
        peer.send(StdioPeer.INITIALIZE);
        GOLDEN.verify("initialize.json", peer.next() + "\n");
    }

    @Test
    void offersItsNewestVersionForAnUnknownOne() {
        peer.send(StdioPeer.INITIALIZE.replace("2025-11-25", "2099-01-01"));
        GOLDEN.verify("initialize.json", peer.next() + "\n");
    }

    @Test
    void listsTheTwoTools() {
        peer.initialized();
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/list\",\"params\":{}}");
        GOLDEN.verify("tools-list.json", peer.next() + "\n");
    }

    @Test
    void searches() {
        peer.initialized();
        GOLDEN.verify("search.json", peer.call(1, "search", "{\"query\":\"who is calling\"}") + "\n");
    }

    @Test
    void executes() {
        peer.initialized();
        assertThat(peer.call(1, "execute", "{\"code\":\"return 42\"}"))
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"42\"}],"
                                + "\"isError\":false}}");
    }

    @Test
    void marksAFailedScriptAsAnError() {
        peer.initialized();
        GOLDEN.verify("failed-script.json", peer.call(1, "execute", "{\"code\":\"fail\"}") + "\n");
    }

    @Test
    void servesAClientThatLeavesTheInitializedNotificationOut() {
        peer.send(StdioPeer.INITIALIZE);
        peer.next();
        peer.send(PING);
        assertThat(peer.next()).isEqualTo(PONG);
    }

    @Test
    void answersPingBeforeInitialize() {
        peer.send(PING);
        assertThat(peer.next()).isEqualTo(PONG);
    }

    @Test
    void refusesARequestBeforeInitialize() {
        assertThat(peer.call(1, "execute", "{\"code\":\"return 42\"}"))
                .isEqualTo(error("1", -32600, "The first request must be 'initialize'."));
        expectAlive();
    }

    @Test
    void refusesASecondInitialize() {
        peer.initialized();
        peer.send(StdioPeer.INITIALIZE);
        assertThat(peer.next()).isEqualTo(error("0", -32600, "The session is already initialized."));
        expectAlive();
    }

    @Test
    void refusesInitializeWithoutParameters() {
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\"}");
        assertThat(peer.next())
                .isEqualTo(error(
                        "0",
                        -32602,
                        "'initialize' needs protocolVersion, capabilities and clientInfo with a name and a version."));
        peer.initialized();
        expectAlive();
    }

    @Test
    void continuesAfterEveryKindOfBrokenLine() {
        peer.initialized();
        StringBuilder transcript = new StringBuilder();
        for (String line : BROKEN_LINES) {
            peer.send(line);
            transcript
                    .append("> ")
                    .append(line)
                    .append("\n< ")
                    .append(peer.next())
                    .append("\n\n");
        }
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":99,\"method\":\"ping\"}");
        transcript.append("< ").append(peer.next()).append("\n");
        GOLDEN.verify("broken-lines.txt", transcript.toString());
    }

    @Test
    void skipsBlankLines() {
        peer.send("");
        peer.send("  \t\r");
        expectAlive();
    }

    @Test
    void answersBrokenJson() {
        expectError("{\"jsonrpc\":", -32700, "The message is not valid JSON.");
    }

    @Test
    void answersTextThatIsNotJson() {
        expectError("hello?", -32700, "The message is not valid JSON.");
    }

    @Test
    void answersTwoMessagesOnOneLine() {
        expectError(PING + PING, -32700, "The message is not valid JSON.");
    }

    @Test
    void answersBytesThatAreNotUtf8() {
        peer.sendRaw(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"', '\n'});
        assertThat(peer.next()).isEqualTo(error("null", -32700, "The message is not valid JSON."));
        expectAlive();
    }

    @Test
    void answersABatch() {
        expectError("[" + PING + "]", -32600, "Batches are not supported; send one message at a time.");
    }

    @Test
    void answersAScalar() {
        expectError("7", -32600, "A message must be a JSON object.");
    }

    @Test
    void answersAnotherProtocol() {
        expectError("{\"id\":null,\"method\":\"ping\"}", -32600, "'jsonrpc' must be \"2.0\".");
    }

    @Test
    void answersAMalformedId() {
        expectError(
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", -32600, "'id' must be a string or an integer.");
    }

    @Test
    void answersAMessageThatIsNeitherRequestNorResponse() {
        expectError(
                "{\"jsonrpc\":\"2.0\"}",
                -32600,
                "A message must have a 'method', or an 'id' with a 'result' or an 'error'.");
    }

    @Test
    void answersParametersThatAreNotAnObject() {
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"ping\",\"params\":[1]}");
        assertThat(peer.next()).isEqualTo(error("\"x\"", -32602, "'params' must be an object."));
        expectAlive();
    }

    @Test
    void answersALineOverTheLimitWithoutKeepingIt() {
        peer.sendRaw("x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        expectError("", -32600, "The message is larger than 10000 bytes.");
    }

    @Test
    void answersAnUnknownMethod() {
        peer.initialized();
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\"}");
        assertThat(peer.next()).isEqualTo(error("1", -32601, "Method not found: resources/list"));
    }

    @Test
    void dropsUnexpectedResponsesAndNotifications() {
        peer.initialized();
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{}}");
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":78,\"error\":{\"code\":1,\"message\":\"no\"}}");
        peer.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard\",\"params\":{}}");
        peer.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":5}}");
        peer.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}");
        expectAlive();
    }

    @Test
    void stopsACancelledCallAndDoesNotAnswerIt() throws InterruptedException {
        peer.initialized();
        peer.send(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        peer.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
        assertThat(nextEvent()).isEqualTo("interrupted");
        expectAlive();
    }

    @Test
    void tellsTheNumberOneFromTheStringOne() throws InterruptedException {
        peer.initialized();
        peer.send(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        peer.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"1\"}}");
        expectAlive();
        bookshop.release();
        assertThat(peer.next()).contains("waited");
    }

    @Test
    void refusesAnIdThatIsInUse() throws InterruptedException {
        peer.initialized();
        peer.send(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        peer.send(WAIT);
        assertThat(peer.next()).isEqualTo(error("1", -32600, "A request with this id is already running."));
    }

    @Test
    void answersOthersWhileACallRuns() throws InterruptedException {
        peer.initialized();
        peer.send(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        assertThat(peer.call(2, "execute", "{\"code\":\"return 42\"}")).contains("\"id\":2");
        expectAlive();
    }

    @Test
    void answersRunningCallsAfterTheInputHasEnded() throws InterruptedException {
        peer.initialized();
        peer.send(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        peer.endInput();
        bookshop.release();
        assertThat(peer.next()).contains("waited");
        peer.expectEnd();
    }

    @Test
    void stopsCallsThatOutlastTheDrain() throws InterruptedException {
        try (StdioPeer impatient = new StdioPeer(
                bookshop.server().drainTimeout(Duration.ofMillis(20)).build())) {
            impatient.initialized();
            impatient.send(WAIT);
            assertThat(nextEvent()).isEqualTo("started");
            impatient.endInput();
            assertThat(nextEvent()).isEqualTo("interrupted");
            impatient.expectEnd();
        }
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws InterruptedException {
        peer.initialized();
        peer.send(WAIT);
        assertThat(nextEvent()).isEqualTo("started");
        peer.serving.interrupt();
        assertThat(nextEvent()).isEqualTo("interrupted");
        peer.expectEnd();
    }

    private void expectError(String line, int code, String message) {
        peer.send(line);
        assertThat(peer.next()).isEqualTo(error("null", code, message));
        expectAlive();
    }

    private void expectAlive() {
        peer.send(PING);
        assertThat(peer.next()).isEqualTo(PONG);
    }

    private String nextEvent() throws InterruptedException {
        return bookshop.events.poll(20, TimeUnit.SECONDS);
    }

    private static String error(String id, int code, String message) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",\"message\":\""
                + message.replace("\"", "\\\"") + "\"}}";
    }
}
