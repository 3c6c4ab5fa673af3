package dev.codemode.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/** A server that keeps the octets of each request as they come and answers with the text it is told. */
public final class LoopbackServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");

    private final ServerSocket socket;
    private final String scheme;
    private final Function<String, String> answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private LoopbackServer(ServerSocketFactory sockets, Function<String, String> answer) throws IOException {
        this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.scheme = sockets instanceof SSLServerSocketFactory ? "https" : "http";
        this.answer = answer;
        Thread thread = new Thread(this::serve, "loopback-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers each request, given as it came, with a response as it goes; an empty one closes the connection. */
    public static LoopbackServer answering(Function<String, String> answer) {
        return answering(ServerSocketFactory.getDefault(), answer);
    }

    /** Answers as {@link #answering(Function)} does, on a socket of the factory's: with TLS if it is one of TLS. */
    public static LoopbackServer answering(ServerSocketFactory sockets, Function<String, String> answer) {
        try {
            return new LoopbackServer(sockets, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers the requests with these responses in turn, the last one again and again. */
    public static LoopbackServer answering(String... responses) {
        int[] count = {0};
        return answering(request -> responses[Math.min(count[0]++, responses.length - 1)]);
    }

    /** Answers everything with JSON. */
    public static LoopbackServer ok(String json) {
        return answering(response(200, "Content-Type: application/json\r\n", json));
    }

    public static String response(int status, String headers, String body) {
        int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
        return "HTTP/1.1 " + status + " X\r\n" + headers + (status == 204 ? "" : "Content-Length: " + length + "\r\n")
                + "Connection: close\r\n\r\n" + body;
    }

    public String url() {
        return scheme + "://127.0.0.1:" + socket.getLocalPort();
    }

    public List<String> requests() {
        return requests;
    }

    /** Returns the first line of the last request, without the version. */
    public String requestLine() {
        String last = requests.get(requests.size() - 1);
        return last.substring(0, last.indexOf(" HTTP/1.1"));
    }

    /** Returns a header of the last request, or an empty text. */
    public String header(String name) {
        String last = requests.get(requests.size() - 1);
        String head = last.substring(0, last.indexOf("\r\n\r\n") + 2);
        Matcher matcher =
                Pattern.compile("(?i)\r\n" + Pattern.quote(name) + ": ([^\r]*)").matcher(head);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Returns the body of the last request. */
    public String body() {
        String last = requests.get(requests.size() - 1);
        return last.substring(last.indexOf("\r\n\r\n") + 4);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "loopback-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String request = read(connection.getInputStream());
            if (request.isEmpty()) {
                return;
            }
            requests.add(request);
            connection.getOutputStream().write(answer.apply(request).getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        int end = -1;
        int length = 0;
        while (end < 0 || request.length() < end + 4 + length) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            request.append((char) octet);
            if (end < 0 && request.length() >= 4 && request.indexOf("\r\n\r\n", request.length() - 4) >= 0) {
                end = request.length() - 4;
                Matcher matcher = LENGTH.matcher(request);
                length = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
            }
        }
        return request.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
