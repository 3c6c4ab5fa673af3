package dev.codemode.typescript.internal.strip;

import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.internal.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Insertions into a text, recorded so that positions can be mapped back. Immutable. */
public record Edits(List<Edit> edits) {
    /**
     * One insertion.
     *
     * @param at the offset in the original text
     * @param text the inserted text, on one line unless it comes last
     */
    record Edit(int at, String text) {}

    public Edits {
        edits = edits.stream().sorted(Comparator.comparingInt(Edit::at)).toList();
    }

    static Edits of(Edit... edits) {
        return new Edits(List.of(edits));
    }

    Edits and(Edit edit) {
        List<Edit> all = new ArrayList<>(edits);
        all.add(edit);
        return new Edits(all);
    }

    /** Returns the text with the insertions. */
    public String apply(String text) {
        StringBuilder result = new StringBuilder(text.length() + 64);
        int from = 0;
        for (Edit edit : edits) {
            result.append(text, from, edit.at()).append(edit.text());
            from = edit.at();
        }
        return result.append(text, from, text.length()).toString();
    }

    /** Returns the insertions as {@code [line, column, length]}, where line and column refer to the original text. */
    List<int[]> places(String text) {
        return edits.stream()
                .map(edit -> {
                    SourcePosition place = Lines.position(text, edit.at());
                    return new int[] {place.line(), place.column(), edit.text().length()};
                })
                .toList();
    }
}
