package dev.codemode.processor;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.JavadocBlockTag;
import com.github.javaparser.javadoc.description.JavadocDescriptionElement;
import com.github.javaparser.javadoc.description.JavadocInlineTag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One doc comment as plain text. Immutable and thread-safe.
 *
 * @param text the description
 * @param parameters the texts of {@code @param}, keyed by name, without those of type parameters
 * @param returns the text of {@code @return}
 * @param deprecated the text of {@code @deprecated}
 */
record DocComment(String text, Map<String, String> parameters, String returns, String deprecated) {
    private static final DocComment NONE = new DocComment("", Map.of(), "", "");

    /** Reads the comment as the compiler provides it, without its asterisks; null means no comment. */
    static DocComment of(@Nullable String comment) {
        if (comment == null || comment.isBlank()) {
            return NONE;
        }
        Javadoc javadoc = StaticJavaParser.parseJavadoc(comment, false);
        Map<String, String> parameters = new LinkedHashMap<>();
        String returns = inlineReturn(javadoc);
        String deprecated = "";
        for (JavadocBlockTag tag : javadoc.getBlockTags()) {
            String content = PlainText.of(tag.getContent());
            switch (tag.getType()) {
                case PARAM ->
                    tag.getName()
                            .filter(name -> !name.startsWith("<"))
                            .ifPresent(name -> parameters.put(name, content));
                case RETURN -> returns = content;
                case DEPRECATED -> deprecated = content;
                default -> {}
            }
        }
        return new DocComment(PlainText.of(javadoc.getDescription()), Map.copyOf(parameters), returns, deprecated);
    }

    private static String inlineReturn(Javadoc javadoc) {
        for (JavadocDescriptionElement element : javadoc.getDescription().getElements()) {
            if (element instanceof JavadocInlineTag tag && tag.getName().equals("return")) {
                return PlainText.ofHtml(tag.getContent().strip());
            }
        }
        return "";
    }
}
