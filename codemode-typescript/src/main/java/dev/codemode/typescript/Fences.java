package dev.codemode.typescript;

import dev.codemode.script.internal.Lines;
import java.util.ArrayList;
import java.util.List;

/** Finds code between Markdown fences (CommonMark, 4.5), and removes what is around it. */
final class Fences {
    private Fences() {}

    /**
     * Returns the text with spaces instead of everything that is not code, so that lines and columns are preserved. A
     * text without a fence at its beginning, or after prose, is returned unchanged.
     */
    static String blankAround(String text) {
        if (!text.contains("```") && !text.contains("~~~")) {
            return text;
        }
        List<Block> blocks = blocks(text);
        if (blocks.isEmpty() || isCode(text.substring(0, blocks.get(0).opening()))) {
            return text;
        }
        StringBuilder result = new StringBuilder(text);
        int block = 0;
        for (int i = 0; i < text.length(); i++) {
            while (block < blocks.size() && i >= blocks.get(block).end()) {
                block++;
            }
            boolean code = block < blocks.size() && i >= blocks.get(block).content();
            if (!code && !Lines.isEnd(text.charAt(i))) {
                result.setCharAt(i, ' ');
            }
        }
        return result.toString();
    }

    /** The positions where the line of a fence begins, and where the enclosed text begins and ends. */
    private record Block(int opening, int content, int end) {}

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        String fence = "";
        int opening = 0;
        int content = -1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && !Lines.endsAt(text, i)) {
                continue;
            }
            String line = text.substring(start, i).strip();
            if (content < 0 && (line.startsWith("```") || line.startsWith("~~~")) && isOpening(line)) {
                fence = line.substring(0, marks(line));
                opening = start;
                content = Math.min(i + 1, text.length());
            } else if (content >= 0 && line.startsWith(fence) && marks(line) == line.length()) {
                blocks.add(new Block(opening, content, start));
                content = -1;
            }
            start = i + 1;
        }
        if (content >= 0) {
            blocks.add(new Block(opening, content, text.length()));
        }
        return blocks;
    }

    private static int marks(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) == line.charAt(0)) {
            end++;
        }
        return end;
    }

    private static boolean isOpening(String line) {
        return line.substring(marks(line)).matches("\\s*[A-Za-z]{0,12}\\s*");
    }

    /** Whether the text before the first fence is code, which then contains the fence in a string. */
    private static boolean isCode(String before) {
        return before.contains("`")
                || before.contains("=>")
                || before.matches("(?s).*(\\b(await|const|let|return)\\b.*|[;{]\\s*)$");
    }
}
