package dev.codemode.gateway.config;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.OperationName;
import dev.codemode.http.Credential;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.openapi.OperationFilter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads one entry under {@code openapi}. Confined to one thread at a time. */
final class SourceReader {
    private final Path directory;
    private final Map<String, String> environment;
    private final Problems problems;
    private final Set<String> names = new HashSet<>();

    SourceReader(Path directory, Map<String, String> environment, Problems problems) {
        this.directory = directory;
        this.environment = environment;
        this.problems = problems;
    }

    /** Returns the document, or nothing if its name or its file is missing. */
    Optional<GatewayConfiguration.Document> read(Section section) {
        Optional<String> name = section.need("name", "the global under which scripts find the service")
                .flatMap(this::name);
        Optional<Path> document =
                section.need("document", "the path of an OpenAPI document").flatMap(this::file);
        // Even without a name or document, the rest is read to find its mistakes.
        OpenApiSourceBuilder builder = OpenApiSource.builder(name.orElse("unnamed"), document.orElse(directory));
        Map<String, String> places = new HashMap<>();
        places.put("servers", problems.place(section.at()));
        section.get("baseUrl").ifPresent(url -> server(url, builder::baseUrl));
        section.get("servers").ifPresent(list -> list.items().forEach(item -> server(item, builder::server)));
        section.text("description").ifPresent(builder::description);
        section.get("authorization").ifPresent(value -> {
            places.put("authorization", problems.place(value));
            authorization(section.section(value), builder);
        });
        section.get("credentials").ifPresent(map -> credentials(section.section(map), builder, places));
        filters(section, "include", builder::include, places);
        filters(section, "exclude", builder::exclude, places);
        markings(section, "effects", "effect", Effect.class, builder::effect, places);
        arguments(section, builder, places);
        section.get("rename").ifPresent(map -> renames(section.section(map), builder, places));
        builder.hide(section.texts("hide").toArray(new String[0]));
        builder.responseHeaders(section.texts("responseHeaders").toArray(new String[0]));
        section.get("overlays").ifPresent(list -> overlays(list, builder));
        section.get("externalFiles").flatMap(this::directory).ifPresent(builder::externalFiles);
        section.flag("allowPrivateAddresses")
                .filter(allowed -> allowed)
                .ifPresent(allowed -> builder.allowPrivateAddresses());
        section.flag("strict").filter(strict -> strict).ifPresent(strict -> builder.strict());
        bounds(section, builder);
        section.end();
        return name.isPresent() && document.isPresent()
                ? Optional.of(new GatewayConfiguration.Document(builder, places))
                : Optional.empty();
    }

    private static void bounds(Section section, OpenApiSourceBuilder builder) {
        section.duration("timeout").ifPresent(builder::timeout);
        section.count("maxRetries", 0).ifPresent(builder::maxRetries);
        section.count("maxConcurrentCalls", 1).ifPresent(builder::maxConcurrentCalls);
        section.bytes("maxResponseBytes").ifPresent(bytes -> builder.maxResponseBytes(capped(bytes)));
        section.bytes("maxDocumentBytes").ifPresent(bytes -> builder.maxDocumentBytes(capped(bytes)));
    }

    private void server(Entry url, Consumer<String> taking) {
        try {
            taking.accept(url.text());
        } catch (IllegalArgumentException e) {
            problems.add(url, String.valueOf(e.getMessage()).replaceFirst("^\\w+ ", ""));
        }
    }

    private static int capped(long bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private Optional<String> name(Entry value) {
        Optional<String> problem = OperationName.problem(value.text());
        if (problem.isPresent()) {
            problems.add(value, problem.get());
            return Optional.empty();
        }
        if (!names.add(value.text())) {
            problems.add(value, "another document is named '" + value.text() + "' already. Choose another name.");
            return Optional.empty();
        }
        return Optional.of(value.text());
    }

    private Optional<Path> file(Entry value) {
        if (value.text().matches("(?i)https?://.*")) {
            problems.add(value, "a document is a file: download it first, and write its path here.");
            return Optional.empty();
        }
        Path file = directory.resolve(value.text());
        if (!Files.isRegularFile(file)) {
            problems.add(value, "there is no file '" + value.text() + "' next to the configuration.");
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private void overlays(Entry list, OpenApiSourceBuilder builder) {
        if (!list.isList()) {
            problems.add(list, "must be a list of files of OpenAPI Overlays.");
        }
        list.items().forEach(item -> file(item).ifPresent(builder::overlay));
    }

    private Optional<Path> directory(Entry value) {
        Path path = directory.resolve(value.text());
        if (!Files.isDirectory(path)) {
            problems.add(value, "there is no directory '" + value.text() + "' next to the configuration.");
            return Optional.empty();
        }
        return Optional.of(path);
    }

    private void credentials(Section section, OpenApiSourceBuilder builder, Map<String, String> places) {
        section.all().forEach((scheme, value) -> {
            Section kinds = section.section(value);
            Optional<Credential> apiKey = kinds.secret("apiKey", environment).map(Credential::apiKey);
            Optional<Credential> bearing = bearing(kinds);
            kinds.end();
            if (value.isMap() && value.members(problems).size() != 1) {
                problems.add(value, "needs one of bearer, apiKey, basic and clientCredentials.");
            }
            places.put("credential '" + scheme + "'", problems.place(value));
            apiKey.or(() -> bearing).ifPresent(credential -> builder.credential(scheme, credential));
        });
    }

    /** Reads the credential that goes with every request: an API key in a header, or one for {@code Authorization}. */
    private void authorization(Section kinds, OpenApiSourceBuilder builder) {
        Optional<Credential.ApiKey> apiKey = kinds.secret("apiKey", environment).map(Credential::apiKey);
        Optional<String> header = kinds.text("header");
        Optional<Credential> bearing = bearing(kinds);
        kinds.end();
        Set<String> given = kinds.at().members(problems).keySet();
        if (given.contains("header") || given.contains("apiKey")) {
            if (!given.equals(Set.of("header", "apiKey"))) {
                problems.add(kinds.at(), "needs apiKey and header together, and nothing else.");
            }
            apiKey.ifPresent(key -> header.ifPresent(name -> header(kinds, name, key, builder)));
        } else if (kinds.at().isMap() && given.size() != 1) {
            problems.add(kinds.at(), "needs one of bearer, basic, clientCredentials, and apiKey with header.");
        } else {
            bearing.ifPresent(builder::authorization);
        }
    }

    private void header(Section kinds, String name, Credential.ApiKey key, OpenApiSourceBuilder builder) {
        try {
            builder.authorization(name, key);
        } catch (IllegalArgumentException e) {
            kinds.get("header").ifPresent(at -> problems.add(at, String.valueOf(e.getMessage())));
        }
    }

    /** Reads the kinds of credentials that go into the header {@code Authorization}. */
    private Optional<Credential> bearing(Section kinds) {
        Optional<Credential> bearer = kinds.secret("bearer", environment).map(Credential::bearer);
        Optional<Credential> basic = kinds.get("basic").flatMap(value -> basic(kinds.section(value)));
        Optional<Credential> client = kinds.get("clientCredentials").flatMap(value -> client(kinds.section(value)));
        return bearer.or(() -> basic).or(() -> client);
    }

    private Optional<Credential> basic(Section section) {
        Optional<String> user = section.need("user", "the environment variable of the name")
                .flatMap(value -> section.secret(value, environment));
        Optional<String> password = section.need("password", "the environment variable of the password")
                .flatMap(value -> section.secret(value, environment));
        section.end();
        return user.isPresent() && password.isPresent()
                ? Optional.of(Credential.basic(user.get(), password.get()))
                : Optional.empty();
    }

    private Optional<Credential> client(Section section) {
        Optional<String> id = section.need("clientId", "the environment variable of the client's id")
                .flatMap(value -> section.secret(value, environment));
        Optional<String> secret = section.need("clientSecret", "the environment variable of the client's secret")
                .flatMap(value -> section.secret(value, environment));
        URI tokenUrl = section.url("tokenUrl").map(URI::create).orElse(null);
        List<String> scopes = section.texts("scopes");
        section.end();
        return id.isPresent() && secret.isPresent()
                ? Optional.of(Credential.clientCredentials(id.get(), secret.get(), scopes.toArray(new String[0]))
                        .tokenUrl(tokenUrl))
                : Optional.empty();
    }

    private void filters(Section section, String key, Consumer<OperationFilter> taking, Map<String, String> places) {
        section.get(key).ifPresent(list -> {
            places.put(key, problems.place(list));
            if (!list.isList()) {
                problems.add(list, "must be a list of maps with tag, path, method and id.");
            }
            list.items().forEach(item -> {
                places.put(item.path().replaceFirst("^.*\\.", ""), problems.place(item));
                Section each = section.section(item);
                filter(each).ifPresent(taking);
                each.end();
            });
        });
    }

    private Optional<OperationFilter> filter(Section section) {
        List<OperationFilter> all = new ArrayList<>();
        List<String> tags = section.texts("tag");
        List<String> methods = section.texts("method");
        List<String> ids = section.texts("id");
        if (!tags.isEmpty()) {
            all.add(OperationFilter.tag(Set.copyOf(tags).toArray(new String[0])));
        }
        if (!methods.isEmpty()) {
            all.add(OperationFilter.method(methods.toArray(new String[0])));
        }
        if (!ids.isEmpty()) {
            all.add(OperationFilter.id(Set.copyOf(ids).toArray(new String[0])));
        }
        section.texts("path").stream()
                .map(OperationFilter::path)
                .reduce(OperationFilter::or)
                .ifPresent(all::add);
        if (all.isEmpty() && section.at().isMap()) {
            problems.add(section.at(), "needs at least one of tag, path, method and id.");
        }
        return all.stream().reduce(OperationFilter::and);
    }

    /** Reads a list of filters, each with a word that marks the matching operations. */
    private <E extends Enum<E>> void markings(
            Section section,
            String key,
            String wordKey,
            Class<E> words,
            BiConsumer<OperationFilter, E> taking,
            Map<String, String> places) {
        section.get(key).ifPresent(list -> {
            if (!list.isList()) {
                problems.add(list, "must be a list of maps with tag, path, method or id, and with " + wordKey + ".");
            }
            list.items().forEach(item -> {
                places.put(item.path().replaceFirst("^.*\\.", ""), problems.place(item));
                Section each = section.section(item);
                Optional<OperationFilter> filter = filter(each);
                Optional<E> word = each.word(wordKey, words);
                if (word.isEmpty()) {
                    each.need(wordKey, "one of " + Section.names(words));
                }
                filter.ifPresent(chosen -> word.ifPresent(marked -> taking.accept(chosen, marked)));
                each.end();
            });
        });
    }

    /** Reads one word for all operations, or a list of filters with a word each. */
    private void arguments(Section section, OpenApiSourceBuilder builder, Map<String, String> places) {
        if (section.get("arguments").filter(value -> !value.isList()).isPresent()) {
            section.word("arguments", ArgumentCheck.class)
                    .ifPresent(check -> builder.argumentCheck(operation -> true, check));
        } else {
            markings(section, "arguments", "check", ArgumentCheck.class, builder::argumentCheck, places);
        }
    }

    private void renames(Section section, OpenApiSourceBuilder builder, Map<String, String> places) {
        section.all().forEach((operation, name) -> {
            places.put("rename '" + operation + "'", problems.place(name));
            section.text(name).ifPresent(text -> builder.rename(operation, text));
        });
    }
}
