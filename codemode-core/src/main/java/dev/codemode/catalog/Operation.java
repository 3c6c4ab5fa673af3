package dev.codemode.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Something that a script can call. It takes one object, whose properties are its parameters, and returns a promise of
 * one value. Immutable and thread-safe.
 *
 * @param name the name that scripts call it by
 * @param effect what it does to the world
 * @param docs its documentation; the first sentence is its title in search
 * @param input an {@link Schema.ObjectSchema}, or a {@link Schema.ReferenceSchema} to one
 * @param output what the promise resolves to
 * @param returns the documentation of the result; may be empty
 * @param tags the host's own tags, for {@link AccessPolicy} and interceptors; models do not see them
 * @param resource the path of what it works on, outermost first, such as the segments of a REST path; {@link #ANY}
 *     stands for a segment that the caller supplies; search prefers operations on the thing itself to those on its
 *     parts; empty if there is none
 * @param searchTerms additional words by which search finds the operation
 * @param argumentCheck what happens to a call whose arguments do not match {@code input}
 * @since 0.1
 */
public record Operation(
        OperationName name,
        Effect effect,
        Docs docs,
        Schema input,
        Schema output,
        String returns,
        Set<String> tags,
        List<String> resource,
        List<String> searchTerms,
        ArgumentCheck argumentCheck) {
    /** A segment of {@link #resource} that differs from call to call. */
    public static final String ANY = "{}";

    /** Copies the collections. */
    public Operation {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(docs, "docs");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(returns, "returns");
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
        resource = List.copyOf(resource);
        searchTerms = List.copyOf(searchTerms);
        Objects.requireNonNull(argumentCheck, "argumentCheck");
    }

    /** Returns a builder that starts from this operation. */
    public Builder toBuilder() {
        return new Builder(name, effect)
                .docs(docs)
                .input(input)
                .output(output)
                .returns(returns)
                .tags(List.copyOf(tags))
                .resource(resource)
                .searchTerms(searchTerms)
                .argumentCheck(argumentCheck);
    }

    /** Starts building an operation that takes nothing and returns an unknown value, until refined. */
    public static Builder builder(OperationName name, Effect effect) {
        return new Builder(name, effect);
    }

    /**
     * Collects an operation's optional parts. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final OperationName name;
        private final Effect effect;
        private Docs docs = Docs.none();
        private Schema input = Schema.object(List.of());
        private Schema output = Schema.unknown();
        private String returns = "";
        private final Set<String> tags = new LinkedHashSet<>();
        private List<String> resource = List.of();
        private final List<String> searchTerms = new ArrayList<>();
        private ArgumentCheck argumentCheck = ArgumentCheck.STRICT;

        private Builder(OperationName name, Effect effect) {
            this.name = Objects.requireNonNull(name, "name");
            this.effect = Objects.requireNonNull(effect, "effect");
        }

        /** Sets the documentation of the operation. */
        public Builder docs(Docs docs) {
            this.docs = Objects.requireNonNull(docs, "docs");
            return this;
        }

        /** Sets the schema of the one object that the operation takes. */
        public Builder input(Schema input) {
            this.input = Objects.requireNonNull(input, "input");
            return this;
        }

        /** Sets the schema of the result. */
        public Builder output(Schema output) {
            this.output = Objects.requireNonNull(output, "output");
            return this;
        }

        /** Sets the documentation of the result. */
        public Builder returns(String returns) {
            this.returns = Objects.requireNonNull(returns, "returns");
            return this;
        }

        /** Adds the host's own tags. */
        public Builder tags(List<String> tags) {
            this.tags.addAll(tags);
            return this;
        }

        /** Sets the path of what the operation works on. */
        public Builder resource(List<String> segments) {
            resource = List.copyOf(segments);
            return this;
        }

        /** Adds words for search. */
        public Builder searchTerms(List<String> terms) {
            searchTerms.addAll(terms);
            return this;
        }

        /** Sets what happens to a call whose arguments do not match; default {@link ArgumentCheck#STRICT}. */
        public Builder argumentCheck(ArgumentCheck argumentCheck) {
            this.argumentCheck = Objects.requireNonNull(argumentCheck, "argumentCheck");
            return this;
        }

        /** Returns the operation. */
        public Operation build() {
            return new Operation(
                    name, effect, docs, input, output, returns, tags, resource, searchTerms, argumentCheck);
        }
    }
}
