package dev.codemode.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.codemode.testkit.Golden;
import java.util.List;

/** The golden files of what a model reads of a failure: each whole, short, and without a trace of the host. */
public final class ErrorGolden {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/errors");
    private static final Encoding O200K = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final int MAX_TOKENS = 300;
    private static final List<String> HOST_TRACES = List.of(
            "s3cret", "java.", "dev.codemode", "org.graalvm", "com.oracle", "truffle", ".java:", "model.js", "/home");

    private ErrorGolden() {}

    /** Compares the text with the file of that name. */
    public static void verify(String name, String text) {
        GOLDEN.verify(name + ".txt", checked(text) + "\n");
    }

    /** Returns the text as golden files have it: the references to the server's log differ from run to run. */
    public static String checked(String text) {
        assertThat(HOST_TRACES).noneMatch(text::contains);
        assertThat(O200K.countTokens(text)).isLessThanOrEqualTo(MAX_TOKENS);
        return text.replaceAll("reference [0-9a-f]{8}", "reference 00000000");
    }
}
