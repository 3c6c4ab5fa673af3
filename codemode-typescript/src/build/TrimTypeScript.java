import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Build step: makes a small type checker out of the TypeScript compiler. {@code java TrimTypeScript.java IN OUT}.
 *
 * <p>IN holds the unpacked artifact {@code org.webjars.npm:typescript}. OUT gets {@code typescript.js}, a script that
 * sets {@code globalThis.ts} and needs nothing but ECMAScript, and {@code lib.mini.d.ts}, the standard library.
 *
 * <p>The script is the compiler's own text, token by token, without comments, white space and dead code. Dead is a
 * function, or a member of a {@linkplain Compiler#tables table}, whose name is not read in live code. Scopes are not
 * looked at: what shares a name lives and dies together, so too much may be kept, and never too little.
 */
public final class TrimTypeScript {
    private static final String VERSION = "6.0.3";
    private static final String LIB = "META-INF/resources/webjars/typescript/" + VERSION + "/lib/";
    private static final String NOTICE = "/*! TypeScript " + VERSION + ", Copyright (c) Microsoft Corporation, Apache "
            + "License 2.0. Parts and comments were left out; setText(...) empties one more counter. */\n";

    /** The members of {@code ts}, beside the functions {@code isSomeKindOfNode}. */
    private static final List<String> EXPORTS = List.of(
            "createSourceFile", "bindSourceFile", "createTypeChecker", "forEachChild", "getLineAndCharacterOfPosition",
            "SyntaxKind", "TypeFlags", "ObjectFlags", "SymbolFlags", "NodeFlags");

    /** What callers may use of a type checker, beside what the compiler itself uses. */
    private static final List<String> MEMBERS = List.of(
            ".getDiagnostics", ".getTypeCount", ".getTypeAtLocation", ".getSymbolAtLocation", ".getTypeOfSymbol",
            ".typeToString", ".getPropertyOfType", ".getPropertiesOfType", ".getContextualType", ".isArrayType",
            ".isTypeAssignableTo", ".getShorthandAssignmentValueSymbol");

    /** The libraries, each with those that it refers to: what GraalJS has. */
    private static final List<String> LIBRARIES = List.of(
            "es2023", "es2024.collection", "es2024.object", "es2024.promise", "es2024.regexp", "es2024.string",
            "es2025.collection", "es2025.iterator", "es2025.promise", "es2025.regexp");

    /** Global types that a script has no use for. */
    private static final Pattern RARE = Pattern.compile("(Int8|Uint8Clamped|Int16|Uint16|Int32|Uint32|Float16|Float32"
            + "|Float64|BigInt64|BigUint64)Array(Constructor)?|(DataView|SharedArrayBuffer)(Constructor)?|Atomics"
            + "|FinalizationRegistry(Constructor)?|ActiveXObject");

    public static void main(String[] args) throws IOException {
        Path lib = Path.of(args[0], LIB);
        Path out = Files.createDirectories(Path.of(args[1]));
        Compiler compiler = new Compiler(emptied(Files.readString(lib.resolve("typescript.js"))));
        Files.writeString(out.resolve("typescript.js"), compiler.print());
        Files.writeString(out.resolve("lib.mini.d.ts"), library(lib));
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("TypeScript is not as expected: " + what);
        }
    }

    /** Has a new text empty what the scanner counts inside of a type, so that a parse that is broken off leaves nothing. */
    private static String emptied(String source) {
        String end = "    resetTokenState(start2 || 0);\n  }\n  function setOnError(";
        check(source.indexOf(end) > 0 && source.indexOf(end) == source.lastIndexOf(end), "no end of setText");
        return source.replace(end, "    skipJsDocLeadingAsterisks = 0;\n" + end);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        int end = text.indexOf(to, start + from.length());
        check(start >= 0 && end >= 0, "no section from " + from + " to " + to);
        return text.substring(start + from.length(), end) + "\n";
    }

    /** The kinds of tokens. A template literal gives one token for each part between its substitutions. */
    private enum Kind {
        GAP("\\s++|//[^\\n]*+|/\\*.*?\\*/"),
        NUMBER("(?=\\.?\\d)(?:0[xXbBoO][\\da-fA-F_]++|[\\d_]*+\\.?[\\d_]*+(?:[eE][+-]?\\d++)?)n?"),
        WORD("#?[\\w$\\x{80}-\\x{10ffff}]++"),
        STRING("(['\"])(?:(?!\\1)[^\\\\\\n]|\\\\.)*+\\1"),
        TEMPLATE("[`}](?:[^`\\\\$]|\\\\.|\\$(?!\\{))*+(?:`|\\$\\{)"),
        REGEXP("/(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^\\]\\\\\\n]|\\\\.)*+\\])++/\\w*+"),
        PUNCTUATION("\\.\\.\\.|\\?\\.(?!\\d)|\\+\\+|--|=>|.");

        final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        }
    }

    private record Token(Kind kind, String text, boolean atMargin) {
        boolean is(String... others) {
            return kind != Kind.STRING && List.of(others).contains(text);
        }

        int depth() {
            return kind == Kind.PUNCTUATION ? ("([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0)
                    : kind == Kind.TEMPLATE ? (text.endsWith("${") ? 1 : 0) - (text.startsWith("}") ? 1 : 0) : 0;
        }

        boolean beforeRegexp() {
            return kind == Kind.PUNCTUATION ? !is(")", "]", "}", "++", "--")
                    : kind == Kind.TEMPLATE ? text.endsWith("${")
                    : is("return", "typeof", "case", "in", "of", "delete", "void", "throw", "else", "await");
        }
    }

    private static final Token START = new Token(Kind.PUNCTUATION, ";", false);
    private static List<Token> scan(String source) {
        List<Token> tokens = new ArrayList<>();
        Deque<Boolean> braces = new ArrayDeque<>(); // whether an open brace is that of a template's substitution
        Matcher matcher = Kind.GAP.pattern.matcher(source);
        for (int at = 0; at < source.length(); at = matcher.end()) {
            Token last = tokens.isEmpty() ? START : tokens.get(tokens.size() - 1);
            char first = source.charAt(at);
            boolean template = first == '`' || first == '}' && Boolean.TRUE.equals(braces.peek());
            Kind found = Kind.GAP;
            while (found == Kind.TEMPLATE && !template || found == Kind.REGEXP && !last.beforeRegexp()
                    || !matcher.usePattern(found.pattern).region(at, source.length()).lookingAt()) {
                found = Kind.values()[found.ordinal() + 1];
            }
            if (found == Kind.GAP) {
                continue;
            }
            Token token = new Token(found, matcher.group(), at == 0 || source.charAt(at - 1) == '\n');
            tokens.add(token);
            check(found != Kind.PUNCTUATION || !token.is("\"", "'", "`", "\\"), "an open literal at " + at);
            if (token.text.startsWith("}")) {
                braces.pop();
            }
            if (found != Kind.STRING && found != Kind.REGEXP && token.text.endsWith("{")) {
                braces.push(found == Kind.TEMPLATE);
            }
        }
        check(braces.isEmpty(), "open braces");
        return tokens;
    }

    /** Appends a token, after a space only where it would become one with the last. */
    private static void append(String token, StringBuilder out) {
        out.append(SEAM.matcher(out.substring(out.length() - 1) + token).lookingAt() ? " " : "").append(token);
    }

    private static final Pattern SEAM = Pattern.compile("[\\w$/\\x80-\\uffff][\\w$#\\x80-\\uffff]|\\+\\+|--|//");

    /** Splits a source into the statements that start at its left margin. */
    private static List<List<Token>> statements(String source) {
        List<List<Token>> all = new ArrayList<>();
        int depth = 0;
        for (Token token : scan(source)) {
            if (depth == 0 && token.atMargin) {
                all.add(new ArrayList<>());
            }
            all.get(all.size() - 1).add(token);
            depth += token.depth();
        }
        check(depth == 0, "open brackets");
        return all;
    }

    /** Splits tokens after those that end a part, which is told how deep in brackets it is. */
    private static List<List<Token>> split(List<Token> tokens, BiPredicate<Integer, Token> ends) {
        List<List<Token>> parts = new ArrayList<>();
        int depth = 0, start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).depth();
            if (i == tokens.size() - 1 || ends.test(depth, tokens.get(i))) {
                parts.add(new ArrayList<>(tokens.subList(start, i + 1)));
                start = i + 1;
            }
        }
        return parts;
    }

    /** Finds the brace that closes a function, or an object literal, that starts at a place. */
    private static int closing(List<Token> tokens, int from) {
        int depth = 0, at = from - 1;
        do {
            depth += tokens.get(++at).depth();
        } while (depth != 0 || !tokens.get(at).is("}"));
        return at;
    }

    /** What can be left out: a top-level statement, a function, or (with a dot before its name) a member of a table. */
    private record Unit(String name, List<Object> parts, Set<String> reads) {}

    private static final class Compiler {
        private final List<String> exports = new ArrayList<>(EXPORTS);
        /** The variables that hold a large object of which each member counts on its own. */
        private final Set<String> tables = new HashSet<>(Set.of("Diagnostics", "checker", "factory2"));
        private final Map<String, String> messages = new HashMap<>(); // a short name for each of Diagnostics
        private final List<Unit> units = new ArrayList<>();
        private final Set<String> names = new HashSet<>(); // that are read in live code

        Compiler(String source) {
            String tests = between(source, "\n// src/compiler/factory/nodeTests.ts", "\n// src/compiler/factory/node");
            Pattern test = Pattern.compile("(?m)^function (is[A-Z]\\w*)\\(");
            test.matcher(tests).results().forEach(found -> exports.add(found.group(1)));
            check(exports.size() > EXPORTS.size() + 100, "few node tests");
            String text = between(source, "=> {\n\"use strict\";\n", "\n// src/typescript/typescript.ts\n")
                    + between(source, "\nmodule.exports = __toCommonJS(typescript_exports);\n", "\n// src/jsTyping/");
            for (List<Token> statement : statements(text)) {
                units.add(unit(nameOf(statement), statement));
            }
            check(tables.isEmpty(), "no tables " + tables);
            check(units.stream().map(Unit::name).toList().containsAll(exports), "exports");
            names.addAll(exports);
            names.addAll(MEMBERS);
            for (int size = 0; size < names.size(); units.forEach(this::readBy)) {
                size = names.size();
            }
        }

        private void readBy(Unit unit) {
            if (names.contains(unit.name)) {
                names.addAll(unit.reads);
                unit.parts.stream().filter(Unit.class::isInstance).forEach(inner -> readBy((Unit) inner));
            }
        }

        String print() {
            StringBuilder out = new StringBuilder(NOTICE + "globalThis.ts=(()=>{\"use strict\";");
            units.forEach(unit -> print(unit, out.append(names.contains(unit.name) ? "\n" : "")));
            return out.append("\nreturn {").append(String.join(",", exports)).append("};\n})();\n").toString();
        }

        private void print(Unit unit, StringBuilder out) {
            if (names.contains(unit.name)) {
                for (Object part : unit.parts) {
                    if (part instanceof Unit inner) {
                        print(inner, out);
                    } else if (part instanceof Token token) {
                        boolean message = out.substring(Math.max(0, out.length() - 12)).equals("Diagnostics.");
                        append(message ? messages.getOrDefault(token.text, token.text) : token.text, out);
                    }
                }
            }
        }

        /** What a top-level statement, or an inner function, declares or changes. */
        private static String nameOf(List<Token> statement) {
            if (statement.get(0).is("(")) { // ((Name2) => {...})(Name || (Name = {}));
                return statement.get(statement.size() - 7).text;
            } // Otherwise it is a declaration, Name.property = ..., __export(Name, ...), or if (Name ...).
            return statement.get(1).is("(") ? statement.get(2).text
                    : firstExcept(statement, "async", "function", "*", "var");
        }

        private Unit unit(String name, List<Token> tokens) {
            Unit unit = new Unit(name, new ArrayList<>(), new HashSet<>());
            for (int i = 0; i < tokens.size(); i++) {
                Token last = i == 0 ? START : tokens.get(i - 1);
                Token token = tokens.get(i);
                Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : START;
                boolean function = token.is("function") || token.is("async") && next.is("function");
                if (i > 0 && function && last.is(";", "{", "}")) {
                    List<Token> inner = tokens.subList(i, closing(tokens, i) + 1);
                    unit.parts.add(unit(nameOf(inner), inner));
                    i += inner.size() - 1;
                    continue;
                }
                unit.parts.add(token);
                if (token.is("{") && last.is("=") && tables.remove(tokens.get(i - 2).text)) {
                    i += addMembers(unit, tokens.subList(i + 1, closing(tokens, i)));
                } else if (token.kind == Kind.WORD) {
                    boolean property = last.is(".", "?.");
                    boolean entry = i == 0 ? name.startsWith(".") : last.is("{", ",");
                    if (property || entry && next.is(":", ",", "}", "=")) { // the last: also what a pattern takes
                        unit.reads.add("." + token.text);
                    }
                    if (!property && !(entry && next.is(":"))) {
                        unit.reads.add(token.text);
                    }
                }
            }
            return unit;
        }

        /** Adds a unit for each member of an object literal, messages under short names, and counts the tokens. */
        private int addMembers(Unit table, List<Token> tokens) {
            for (List<Token> member : split(tokens, (depth, token) -> depth == 0 && token.is(","))) {
                String name = member.get(member.get(0).is("get") && member.get(1).kind == Kind.WORD ? 1 : 0).text;
                if (member.size() > 8 && member.get(2).is("diag")) { // Text: diag(code, category, "Text_code", "Text"),
                    String code = "D" + member.get(4).text;
                    check(messages.put(name, code) == null && member.get(8).kind == Kind.STRING, "message " + name);
                    member.set(0, new Token(Kind.WORD, code, false));
                    member.set(8, new Token(Kind.STRING, "\"\"", false)); // is read only to find a translation
                }
                table.parts.add(unit("." + name, member));
            }
            return tokens.size();
        }
    }

    /** The statements of the libraries, without {@linkplain #RARE rare} types and the members that mention them. */
    private static String library(Path lib) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        collect(lib, LIBRARIES, sources);
        StringBuilder out = new StringBuilder(NOTICE);
        for (String source : sources.values()) {
            for (List<Token> statement : statements(source)) {
                String name = firstExcept(statement, "declare", "var", "function", "interface", "type", "namespace");
                if (!RARE.matcher(name).matches()) {
                    for (List<Token> part : split(statement, (depth, token) -> depth == 1 && token.is(";", "{"))) {
                        boolean rare = part.stream().anyMatch(token -> RARE.matcher(token.text).matches());
                        check(!rare || statement.get(0).is("interface"), name + " needs a rare type");
                        part.forEach(token -> append(rare ? "" : token.text, out));
                    }
                    out.append('\n');
                }
            }
        }
        return withPlainAwaited(out.toString());
    }

    /**
     * Tells promises by their name before their members. What is awaited is asked for at each {@code Promise.all}, and to
     * compare {@code then} took a tenth of a check.
     */
    private static String withPlainAwaited(String library) {
        String line = between(library, "\ntype Awaited<T>=", "\n");
        check(line.contains("then(onfulfilled:infer F"), "Awaited");
        return library.replace(line, "T extends Promise<infer V>?Awaited<V>:T extends PromiseLike<infer V>?Awaited<V>:T;\n");
    }

    private static void collect(Path lib, List<String> names, Map<String, String> sources) throws IOException {
        for (String name : names) {
            if (!name.startsWith("decorators") && sources.putIfAbsent(name, "") == null) {
                String source = Files.readString(lib.resolve("lib." + name + ".d.ts"));
                Matcher reference = Pattern.compile("(?m)^/// <reference lib=\"([^\"]+)\" />").matcher(source);
                collect(lib, reference.results().map(found -> found.group(1)).toList(), sources);
                sources.put(name, name.equals("es2025.iterator") ? asScript(source) : source);
            }
        }
    }

    /** That library is a module, for the sake of a class that only gives the constructor of iterators its type. */
    private static String asScript(String module) {
        String global = between(module, "\ndeclare global {\n", "\n}\n").replaceAll("(?m)^    ", "");
        check(module.contains("\ntype IteratorObjectConstructor =") && global.contains("\nvar Iterator:"), "Iterator");
        return global.replace("\nvar Iterator:", "\ndeclare var Iterator:")
                + "type IteratorObjectConstructor = abstract new <T, TResult = undefined, TNext = unknown>() => "
                + "IteratorObject<T, TResult, TNext>;\n";
    }

    private static String firstExcept(List<Token> statement, String... before) {
        Token name = statement.stream().filter(token -> !token.is(before)).findFirst().get();
        check(name.kind == Kind.WORD, "statement of " + name);
        return name.text;
    }
}
