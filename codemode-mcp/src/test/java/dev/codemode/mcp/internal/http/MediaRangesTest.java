package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRangesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " , ",
                "*/*",
                "*",
                "text/*",
                "application/json, text/*",
                "application/*, text/*",
                "application/json, text/event-stream",
                "Application/JSON , TEXT/Event-Stream",
                "text/event-stream;q=0.1",
                "text/event-stream; q = 0.001",
                "text/event-stream;charset=utf-8;q=1",
                "text/event-stream;q=high",
                "*/*;q=0, text/event-stream",
                "text/*;q=0, text/event-stream;q=0.5",
                "text/html;a=\"x,y\", */*;q=0.1"
            })
    void allow(String accept) {
        assertThat(new MediaRanges(List.of(accept)).allow("text/event-stream")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*;q=0",
                "*;q=0.0",
                "text/*;q=0, */*",
                "text/event-stream;q=0, text/*, */*",
                "application/json",
                "application/*",
                "text/html",
                "text",
                "text/event-stream-2"
            })
    void doNotAllow(String accept) {
        assertThat(new MediaRanges(List.of(accept)).allow("text/event-stream")).isFalse();
    }

    @Test
    void areThoseOfEveryHeader() {
        MediaRanges ranges = new MediaRanges(List.of("application/json", "text/*"));
        assertThat(ranges.allow("application/json")).isTrue();
        assertThat(ranges.allow("text/event-stream")).isTrue();
        assertThat(new MediaRanges(List.of()).allow("text/event-stream")).isTrue();
    }
}
