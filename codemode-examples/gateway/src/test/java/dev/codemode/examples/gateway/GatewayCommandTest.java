package dev.codemode.examples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.examples.gateway.GatewayCommand.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GatewayCommandTest {
    private static Optional<GatewayCommand> parse(String arguments) {
        return GatewayCommand.parse(List.of(arguments.split(" ", -1)));
    }

    @Test
    void readsCommandsAndOptions() {
        Path file = Path.of("g.yaml");
        assertThat(parse("--config g.yaml stdio"))
                .contains(new GatewayCommand(Command.STDIO, file, 8080, Optional.empty(), false));
        assertThat(parse("http --host 0.0.0.0 --port 0 --config g.yaml"))
                .contains(new GatewayCommand(Command.HTTP, file, 0, Optional.of("0.0.0.0"), false));
        assertThat(parse("--config g.yaml check --verbose"))
                .contains(new GatewayCommand(Command.CHECK, file, 8080, Optional.empty(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stdio",
                "--config",
                "--config g.yaml",
                "--config g.yaml serve",
                "--config g.yaml stdio http",
                "--config g.yaml http --port 70000",
                "--config g.yaml http --port x",
                "--config g.yaml stdio --port 80"
            })
    void refusesWhatItDoesNotKnow(String arguments) {
        assertThat(parse(arguments)).isEmpty();
    }

    @Test
    void exitsWithWhatWentWrong() {
        assertThat(Main.run(List.of("--help"), Map.of())).isZero();
        assertThat(Main.run(List.of("stdio"), Map.of())).isEqualTo(2);
        assertThat(Main.run(List.of("--config", "src/test/resources/wrong.yaml", "check"), Map.of()))
                .isEqualTo(2);
        assertThat(Main.run(List.of("--config", "sample/gateway.yaml", "check"), Map.of("LIBRARY_TOKEN", "t")))
                .isZero();
    }
}
