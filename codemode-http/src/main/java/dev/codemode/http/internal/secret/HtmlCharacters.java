package dev.codemode.http.internal.secret;

import java.util.HashMap;
import java.util.Map;

/** The character references of HTML (HTML Standard, 13.5) for ASCII and ISO-8859-1, and numeric ones. Holds no state. */
final class HtmlCharacters {
    private static final Map<String, Integer> NAMED = named();

    private HtmlCharacters() {}

    /** Returns the character of a reference, given without its ampersand and semicolon; −1 if it is not one. */
    static int codePoint(String reference) {
        return reference.startsWith("#") ? numbered(reference.substring(1)) : NAMED.getOrDefault(reference, -1);
    }

    private static int numbered(String number) {
        boolean hex = number.startsWith("x") || number.startsWith("X");
        String digits = hex ? number.substring(1) : number;
        if (!digits.matches(hex ? "[0-9A-Fa-f]{1,6}" : "[0-9]{1,7}")) {
            return -1;
        }
        int codePoint = Integer.parseInt(digits, hex ? 16 : 10);
        return Character.isValidCodePoint(codePoint) ? codePoint : -1;
    }

    private static Map<String, Integer> named() {
        Map<String, Integer> named = new HashMap<>();
        String ascii = "excl 21 quot 22 QUOT 22 num 23 dollar 24 percnt 25 amp 26 AMP 26 apos 27 lpar 28 rpar 29 ast 2a"
                + " midast 2a plus 2b comma 2c period 2e sol 2f colon 3a semi 3b lt 3c LT 3c equals 3d gt 3e GT 3e quest 3f"
                + " commat 40 lsqb 5b lbrack 5b bsol 5c rsqb 5d rbrack 5d Hat 5e lowbar 5f UnderBar 5f grave 60 lcub 7b"
                + " lbrace 7b verbar 7c vert 7c rcub 7d rbrace 7d";
        String[] pairs = ascii.split(" ", -1);
        for (int i = 0; i < pairs.length; i += 2) {
            named.put(pairs[i], Integer.parseInt(pairs[i + 1], 16));
        }
        String latin =
                "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
                        + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde"
                        + " Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute"
                        + " Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde"
                        + " auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
                        + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
        int codePoint = 0xA0;
        for (String name : latin.split(" ", -1)) {
            named.put(name, codePoint++);
        }
        return Map.copyOf(named);
    }
}
