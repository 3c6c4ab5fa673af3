package dev.codemode.examples.bookshop.demo;

import dev.codemode.examples.bookshop.Main;
import io.modelcontextprotocol.client.transport.ServerParameters;
import java.util.ArrayList;
import java.util.List;

/** The bookshop's server in a separate process, with the Java and the class path of this one. */
final class ServerProcess {
    private ServerProcess() {}

    static ServerParameters command() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        List<String> arguments = new ArrayList<>();
        if (Runtime.version().feature() >= 24) {
            arguments.add("--enable-native-access=ALL-UNNAMED");
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "stdio"));
        return ServerParameters.builder(java).args(arguments).build();
    }
}
