package dev.codemode.mcp.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRpcTest {
    private final JsonRpc json = new JsonRpc();

    private RpcMessage read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":\"1\",\"params\":{\"a\":[1,2.5,null,{}]}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\",\"params\":{\"a\":null}}",
                "{\"jsonrpc\":\"2.0\",\"id\":5000000000,\"result\":{\"a\":\"\\u0001é\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"Method not found: x\"}}"
            })
    void writesWhatItReads(String text) {
        assertThat(json.write(read(text))).isEqualTo(text);
    }

    @Test
    void tellsTheKindsOfMessagesApart() {
        assertThat(read("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"m\",\"params\":{\"b\":1}}"))
                .isEqualTo(new RpcMessage.Request("a", "m", Map.of("b", 1)));
        assertThat(read("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":null}"))
                .isEqualTo(new RpcMessage.Notification("m", Map.of()));
        assertThat(read("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[true]}"))
                .isEqualTo(new RpcMessage.Result(1, List.of(true)));
        assertThat(read("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":7,\"message\":\"no\",\"data\":{}}}"))
                .isEqualTo(new RpcMessage.Failure(1, new RpcError(7, "no")));
    }

    @Test
    void writesAnErrorWithoutAnIdAsNull() {
        assertThat(json.error(null, RpcError.refused("No.")))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"No.\"}}");
    }
}
