package dev.codemode.http.internal.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that answers its requests with prepared bytes in turn, the first ones again when they are used up. */
final class ScriptedServer implements AutoCloseable {
    /** At the end of an answer: the server closes the connection. */
    static final String CLOSE = "\u0001close";

    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> answers;
    private final List<String> requests = new ArrayList<>();
    private final List<Integer> connections = new ArrayList<>();
    private int opened;
    private int closed;

    private ScriptedServer(List<String> answers) throws IOException {
        this.answers = answers;
        start(this::accept);
    }

    static ScriptedServer answering(String... answers) throws IOException {
        return new ScriptedServer(List.of(answers));
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns for each request the number of its connection. */
    synchronized List<Integer> connections() {
        return List.copyOf(connections);
    }

    synchronized void awaitRequests(int count) throws InterruptedException {
        while (requests.size() < count) {
            wait();
        }
    }

    /** Waits until that many connections are closed, by whichever side. */
    synchronized void awaitClosed(int count) throws InterruptedException {
        while (closed < count) {
            wait();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                int number;
                synchronized (this) {
                    number = ++opened;
                }
                start(() -> serve(connection, number));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket connection, int number) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String request = read(in); !request.isEmpty(); request = read(in)) {
                String answer = answer(request, number);
                boolean close = answer.endsWith(CLOSE);
                String text = close ? answer.substring(0, answer.length() - CLOSE.length()) : answer;
                connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                if (close) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client has gone.
        } finally {
            end();
        }
    }

    private synchronized void end() {
        closed++;
        notifyAll();
    }

    private synchronized String answer(String request, int connection) {
        String answer = answers.get(requests.size() % answers.size());
        requests.add(request);
        connections.add(connection);
        notifyAll();
        return answer;
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int octet = in.read();
            if (octet < 0) {
                return "";
            }
            head.write(octet);
            ends = octet == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : (octet == '\r' ? 1 : 0);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return text + new String(body, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
