package dev.codemode.testkit.hostile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in texts what must not leave the host: classes, frames, files, hosts and ports. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class HostWords {
    private static final String PACKAGES =
            "java|javax|jdk|jakarta|sun|com\\.sun|com\\.oracle|com\\.fasterxml|com\\.caoccao"
                    + "|org\\.graalvm|org\\.junit|org\\.slf4j|dev\\.codemode|io\\.modelcontextprotocol|reactor";
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(?<![\\w$.])(?:" + PACKAGES + ")\\.[A-Za-z_$][\\w$]*(?:\\.[\\w$]+)*"),
            Pattern.compile("(?<![\\w$])(?!DOMException\\b)[A-Z][\\w$]*Exception\\b"),
            Pattern.compile("\\b(?:OutOfMemory|StackOverflow|Linkage|NoClassDefFound|NoSuchMethod|NoSuchField|Assertion"
                    + "|ExceptionInInitializer|VirtualMachine|IncompatibleClassChange|UnsatisfiedLink)Error\\b"),
            Pattern.compile("\\bTruffle\\w*|\\bGraal\\w+|\\bJava heap space\\b|\\bHotSpot\\b"),
            Pattern.compile(
                    "\\b[A-Z][\\w$]*\\.(?:java|kt|class)\\b(?::\\d+)?|\\b[\\w.-]+-\\d[\\w.]*\\.jar\\b|\\(Native Method\\)|\\(Unknown Source\\)"),
            Pattern.compile("(?<![\\w$@])[A-Z][\\w$]*@[0-9a-f]{5,8}(?![\\w.])|\\[[BCDFIJSZ]@[0-9a-f]+"),
            Pattern.compile("(?<![\\w:/.])/(?:home|root|tmp|etc|usr|var|opt|proc|dev|sys|run|work|srv|mnt|Users|private"
                    + "|Library)(?:/[\\w.+-]+)+"),
            Pattern.compile("(?<!\\w)[A-Z]:\\\\[\\w$. -]+|\\bfile:/+[\\w.]"),
            Pattern.compile(
                    "(?i)\\blocalhost\\b(?::\\d+)?|\\b\\d{1,3}(?:\\.\\d{1,3}){3}:\\d+\\b|\\b127\\.\\d+\\.\\d+\\.\\d+\\b"),
            Pattern.compile("\\b[a-z][a-z+]*://[\\w.-]+:\\d+|\\bjdbc:\\w+"));

    private final List<Pattern> patterns;

    private HostWords(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * Returns a finder that also knows the host's own words, such as its name and its directories. Words of fewer than
     * four letters are left out: they occur in too many texts.
     */
    public static HostWords of(Collection<String> words) {
        List<Pattern> patterns = new ArrayList<>(PATTERNS);
        words.stream()
                .filter(word -> word.length() > 3)
                .forEach(word -> patterns.add(Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)")));
        return new HostWords(patterns);
    }

    /** Returns the first such word in the text that is not also in the script's own source. */
    public Optional<String> find(String text, String source) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                if (!source.contains(matcher.group())) {
                    return Optional.of(matcher.group());
                }
            }
        }
        return Optional.empty();
    }
}
