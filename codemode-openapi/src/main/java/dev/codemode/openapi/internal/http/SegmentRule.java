package dev.codemode.openapi.internal.http;

/** The meaning of the expression in a placeholder: {@code {rest:.*}}. Holds no state. */
final class SegmentRule {
    private SegmentRule() {}

    /**
     * Returns whether values that match the rule may have slashes: any character repeated, a slash, or a class that
     * includes one. Converters are recognised by name: {@code path}.
     */
    static boolean crosses(String rule) {
        if (rule.equals("path") || rule.equals("*") || rule.equals("**")) {
            return true;
        }
        for (int i = 0; i < rule.length(); i++) {
            char character = rule.charAt(i);
            if (character == '\\') {
                i++;
                if (i < rule.length() && "SDW/".indexOf(rule.charAt(i)) >= 0) {
                    return true;
                }
            } else if (character == '[') {
                int end = classEnd(rule, i);
                if (classHasSlash(rule.substring(i + 1, end))) {
                    return true;
                }
                i = end;
            } else if (character == '/' || (character == '.' && repeats(rule, i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(String rule, int at) {
        return at < rule.length() && "*+{".indexOf(rule.charAt(at)) >= 0;
    }

    private static int classEnd(String rule, int start) {
        // A bracket in first position is a member.
        for (int i = start + (rule.startsWith("[^", start) ? 3 : 2); i < rule.length(); i++) {
            if (rule.charAt(i) == '\\') {
                i++;
            } else if (rule.charAt(i) == ']') {
                return i;
            }
        }
        return rule.length();
    }

    private static boolean classHasSlash(String members) {
        boolean named =
                members.contains("/") || members.contains("\\S") || members.contains("\\D") || members.contains("\\W");
        return members.startsWith("^") != named;
    }
}
