package dev.codemode.openapi.internal.document;

import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.words.Prose;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses among the media types of a body: the one that can express the most. Where one takes arrays and the other does
 * not, as with a JSON patch and a merge patch, the value decides. Confined to one thread at a time.
 */
final class BodyChoice {
    private final Issues issues;

    BodyChoice(Issues issues) {
        this.issues = issues;
    }

    /** Returns the body in the media type that is sent; among equals, the first. */
    DeclaredOperation.Body of(Located at, boolean required, List<Offer> offers) {
        Offer best = offers.stream().min(Comparator.comparingInt(Offer::rank)).orElseThrow();
        Optional<Offer> other = offers.stream()
                .filter(offer -> (best.isArray() && offer.isNoArray()) || (best.isNoArray() && offer.isArray()))
                .filter(Offer::isSendable)
                .min(Comparator.comparingInt(Offer::rank));
        Offer main = best.isArray() ? other.orElse(best) : best;
        Optional<Offer> arrays = other.map(found -> best.isArray() ? best : found);
        tell(at, offers, main, arrays);
        return new DeclaredOperation.Body(
                at,
                required,
                main.mediaType(),
                main.kind(),
                main.schema(),
                main.parts(),
                arrays.map(found -> new DeclaredOperation.Arrays(found.mediaType(), found.schema()))
                        .orElse(null));
    }

    private void tell(Located at, List<Offer> offers, Offer main, Optional<Offer> arrays) {
        List<String> types = offers.stream().map(Offer::mediaType).distinct().toList();
        if (types.size() > 1) {
            issues.note(
                    at,
                    "The body may be "
                            + types.stream().map(type -> Prose.line(type, 80)).collect(Collectors.joining(" or "))
                            + ". It is sent as " + Prose.line(main.mediaType(), 80)
                            + arrays.map(found -> ", an array as " + Prose.line(found.mediaType(), 80))
                                    .orElse("")
                            + ".");
        }
    }
}
