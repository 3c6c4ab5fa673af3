package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.RpcError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that never reach the servlet, such as those to another path, in the servlet's form; Jetty's page
 * says too much.
 */
final class JettyErrors extends ErrorHandler {
    private final JsonRpc json = new JsonRpc();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // Where there is no servlet, Jetty answers a POST with 405.
        boolean nothingHere = response.getStatus() == 404 || response.getStatus() == 405;
        if (nothingHere) {
            response.setStatus(404);
        }
        RpcError error =
                RpcError.refused(nothingHere ? "There is nothing at this path." : "The HTTP request was refused.");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, HttpMessages.JSON);
        response.write(true, ByteBuffer.wrap(json.error(null, error).getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
