package dev.codemode.openapi.internal.http;

import dev.codemode.jsonschema.internal.words.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives file names and media types from each other: servers look at either. Holds no state. */
final class FileName {
    /** The usual extension of a type comes first. */
    private static final Map<String, List<String>> EXTENSIONS = extensions();

    private FileName() {}

    /** Returns the name with the extension of the type, if that is known and the name does not end with it. */
    static String withExtension(String name, String mediaType) {
        List<String> extensions = EXTENSIONS.getOrDefault(MediaType.plain(mediaType), List.of());
        boolean has = extensions.isEmpty() || extensions.contains(extension(name));
        return has ? name : name + "." + extensions.get(0);
    }

    /** Returns the type among these that fits a file of this name, otherwise the type of its extension, or null. */
    static @Nullable String typeOf(String name, List<String> offered) {
        String extension = extension(name);
        for (String type : offered) {
            if (EXTENSIONS.getOrDefault(MediaType.plain(type), List.of()).contains(extension)) {
                return type;
            }
        }
        boolean free = offered.isEmpty() || offered.stream().anyMatch(type -> type.contains("*"));
        return !free
                ? null
                : EXTENSIONS.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(extension))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<String>> extensions() {
        Map<String, List<String>> extensions = new LinkedHashMap<>();
        String table = """
                application/json json
                application/pdf pdf
                application/zip zip
                application/gzip gz tgz
                application/x-tar tar
                application/xml xml
                application/yaml yaml yml
                application/x-yaml yaml yml
                application/x-ndjson ndjson
                application/jsonl jsonl
                application/rtf rtf
                application/msword doc
                application/vnd.ms-excel xls
                application/vnd.ms-powerpoint ppt
                application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
                application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
                application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
                application/vnd.oasis.opendocument.text odt
                application/vnd.oasis.opendocument.spreadsheet ods
                application/java-archive jar
                application/wasm wasm
                application/vnd.apache.parquet parquet
                application/x-pem-file pem
                audio/mpeg mp3
                audio/wav wav
                audio/x-wav wav
                audio/ogg ogg
                audio/flac flac
                audio/mp4 m4a
                audio/aac aac
                audio/webm weba
                image/png png
                image/jpeg jpg jpeg
                image/jpg jpg jpeg
                image/gif gif
                image/webp webp
                image/svg+xml svg
                image/bmp bmp
                image/tiff tiff tif
                image/avif avif
                image/heic heic
                image/x-icon ico
                text/plain txt
                text/csv csv
                text/tab-separated-values tsv
                text/html html htm
                text/css css
                text/markdown md
                text/calendar ics
                text/vcard vcf
                text/xml xml
                text/yaml yaml yml
                text/javascript js
                video/mp4 mp4
                video/mpeg mpeg mpg
                video/webm webm
                video/quicktime mov
                video/x-msvideo avi
                font/woff2 woff2
                font/ttf ttf
                """;
        table.lines().forEach(line -> {
            List<String> words = List.of(line.split(" ", -1));
            extensions.put(words.get(0), words.subList(1, words.size()));
        });
        return extensions;
    }
}
