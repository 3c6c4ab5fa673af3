package dev.codemode.scriptcheck;

import java.util.ArrayList;
import java.util.List;

/** Finds code between Markdown's fences (CommonMark, 4.5), and takes away what is around it. */
final class Fences {
    private Fences() {}

    /**
     * Returns the text with spaces in place of all that is no code, so that lines and columns stay. A text without a fence
     * at its beginning, or after prose, is returned as it is.
     */
    static String blankAround(String text) {
        if (!text.contains("```") && !text.contains("~~~")) {
            return text;
        }
        List<int[]> blocks = blocks(text);
        if (blocks.isEmpty() || isCode(text, blocks.get(0)[0])) {
            return text;
        }
        StringBuilder result = new StringBuilder(text);
        int block = 0;
        for (int i = 0; i < text.length(); i++) {
            while (block < blocks.size() && i >= blocks.get(block)[1]) {
                block++;
            }
            boolean code = block < blocks.size() && i >= blocks.get(block)[0];
            if (!code && !Lines.isEnd(text.charAt(i))) {
                result.setCharAt(i, ' ');
            }
        }
        return result.toString();
    }

    /** Returns where the content of each block begins and ends. */
    private static List<int[]> blocks(String text) {
        List<int[]> blocks = new ArrayList<>();
        String fence = "";
        int content = -1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && !Lines.endsAt(text, i)) {
                continue;
            }
            String line = text.substring(start, i).strip();
            if (content < 0 && (line.startsWith("```") || line.startsWith("~~~")) && isOpening(line)) {
                fence = line.substring(0, marks(line));
                content = Math.min(i + 1, text.length());
            } else if (content >= 0 && line.startsWith(fence) && marks(line) == line.length()) {
                blocks.add(new int[] {content, start});
                content = -1;
            }
            start = i + 1;
        }
        if (content >= 0) {
            blocks.add(new int[] {content, text.length()});
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

    /** Whether what precedes the first fence is code, which then holds the fence in a text of its own. */
    private static boolean isCode(String text, int content) {
        String before = text.substring(0, content);
        String prose = before.substring(0, Math.max(before.lastIndexOf("```"), before.lastIndexOf("~~~")));
        return prose.contains("`")
                || prose.contains("=>")
                || prose.matches("(?s).*(\\b(await|const|let|return)\\b.*|[;{]\\s*)$");
    }
}
