package dev.codemode.examples.bookshop.demo;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts tokens as models do (o200k_base). Thread-safe. */
final class Tokens {
    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private Tokens() {}

    static int of(String text) {
        return ENCODING.countTokensOrdinary(text);
    }
}
