package dev.codemode.audit;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts tokens with o200k_base, the encoding of OpenAI's newer models. Thread-safe.
 *
 * @since 0.1
 */
public final class Tokens {
    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private Tokens() {}

    /** Returns how many tokens the text has; texts that name special tokens are counted as plain text. */
    public static int of(String text) {
        return ENCODING.countTokensOrdinary(text);
    }
}
