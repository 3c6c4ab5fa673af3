package dev.codemode.typescript.internal.check;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Service;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.declaration.internal.DeclarationText;
import dev.codemode.script.internal.ScriptToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The declarations of what a caller can see, in slices: the globals, the types and the direct operations of each
 * service, and each namespace within a service. A script needs the slices whose names are among its words. Each slice
 * is identified by a hash of its text, so that a checker can keep what several callers see. Immutable.
 */
public final class SlicedDeclarations {
    private final List<Slice> slices = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> services;
    private final String view;

    public SlicedDeclarations(Catalog visible) {
        TypeScriptDeclarations declarations = TypeScriptDeclarations.of(visible);
        services = visible.services().keySet();
        add(
                "globals",
                List.of(),
                TypeScriptDeclarations.of(visible.filter(operation -> false)).all());
        for (Service service : visible.services().values()) {
            declarations.parts(accepting(service)).forEach((path, text) -> {
                List<String> words = new ArrayList<>(List.of(service.name()));
                words.addAll(path);
                add("sdk", words, text);
            });
        }
        view = hash(String.join(" ", texts.keySet()));
    }

    /** Returns the service with its operations as they may be called, which may accept more than they declare. */
    private static Service accepting(Service service) {
        Map<String, Operation> operations = new LinkedHashMap<>(service.operations());
        operations.replaceAll((path, operation) ->
                operation.toBuilder().input(service.acceptedInput(operation)).build());
        return new Service(service.name(), service.docs(), operations, service.types());
    }

    private void add(String kind, List<String> words, String text) {
        String bare = DeclarationText.withoutComments(text);
        String key = kind + "-" + hash(bare);
        slices.add(new Slice(key, words));
        texts.put(key, bare);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /** Returns a word that identifies these declarations and no others. */
    String view() {
        return view;
    }

    /** Returns the keys of all slices. */
    public List<String> keys() {
        return slices.stream().map(Slice::key).distinct().toList();
    }

    /** Returns the keys of the first slices that together have at most this many characters. */
    List<String> keysWithin(int characters) {
        List<String> within = new ArrayList<>();
        int sum = 0;
        for (String key : keys()) {
            sum += text(key).length();
            if (sum > characters) {
                break;
            }
            within.add(key);
        }
        return within;
    }

    /** Returns the keys of the slices that a script with these words needs. */
    List<String> keysFor(Set<String> words) {
        return slices.stream()
                .filter(slice -> words.containsAll(slice.words()))
                .map(Slice::key)
                .distinct()
                .toList();
    }

    /** Returns all services. */
    List<String> services() {
        return List.copyOf(services);
    }

    /** Returns the services that are among these words. */
    List<String> servicesIn(Set<String> words) {
        return services.stream().filter(words::contains).toList();
    }

    /** Returns the text of a slice; empty if there is none. */
    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** Returns the words of a script. */
    public static Set<String> words(List<ScriptToken> tokens) {
        return tokens.stream()
                .filter(ScriptToken::isWord)
                .map(ScriptToken::text)
                .collect(Collectors.toSet());
    }

    private record Slice(String key, List<String> words) {}
}
