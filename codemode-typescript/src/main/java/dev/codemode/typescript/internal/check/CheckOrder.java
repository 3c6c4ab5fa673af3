package dev.codemode.typescript.internal.check;

import dev.codemode.typescript.internal.strip.Preparation;
import java.util.List;

/**
 * The host's request to a checker, as one text: a line of words, then the script. Immutable.
 *
 * @param form the form of the script as a whole
 * @param typed whether it is TypeScript
 * @param view the view that the declarations belong to: a word that no other view of a catalog has
 * @param services the services that the script names
 * @param script the script
 */
record CheckOrder(String form, boolean typed, String view, List<String> services, String script) {
    private static final String MARK = "check ";

    String write() {
        return MARK + form + " " + typed + " " + view + " " + String.join(" ", services) + "\n" + script;
    }

    /** Reads what {@link #write} wrote; any other text is a script of statements. */
    static CheckOrder read(String text) {
        int end = text.indexOf('\n');
        if (!text.startsWith(MARK) || end < 0) {
            return new CheckOrder(Preparation.Form.STATEMENTS.name(), false, "none", List.of(), text);
        }
        List<String> words = List.of(text.substring(MARK.length(), end).strip().split(" ", -1));
        return new CheckOrder(
                words.get(0),
                Boolean.parseBoolean(words.get(1)),
                words.get(2),
                words.subList(3, words.size()),
                text.substring(end + 1));
    }
}
