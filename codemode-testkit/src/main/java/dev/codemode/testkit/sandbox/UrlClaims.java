package dev.codemode.testkit.sandbox;

import org.junit.jupiter.api.Test;

/** {@code URL} and {@code URLSearchParams}, case by case from the rules of the URL standard. */
abstract class UrlClaims extends SandboxClaims {
    /** Returns the cases in which a URL, parsed against the case's base if it has one, is not the expected text. */
    private static final String PARSE =
            "const href = (url, base) => { try { return new URL(url, base).href; } catch { return null; } };"
                    + " return cases.map(([url, expected, base]) => [url, href(url, base), expected])"
                    + ".filter(([, actual, expected]) => actual !== expected);";

    private void assertParsed(String cases) {
        assertResult("const cases = [" + cases + "]; " + PARSE, "[]");
    }

    UrlClaims(SandboxContract contract) {
        super(contract);
    }

    /** 4.1: the parts of a URL. */
    @Test
    void takesUrlsApart() {
        assertResult(
                "const u = new URL('https://emma:s%40me@Shop.Example:8443/a/b;c?q=1&q=2#top');"
                        + " return [u.href, u.origin, u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search,"
                        + " u.hash, String(u), JSON.stringify(u), u.searchParams.getAll('q')];",
                "[\"https://emma:s%40me@shop.example:8443/a/b;c?q=1&q=2#top\",\"https://shop.example:8443\",\"https:\",\"emma\","
                        + "\"s%40me\",\"shop.example:8443\",\"shop.example\",\"8443\",\"/a/b;c\",\"?q=1&q=2\",\"#top\","
                        + "\"https://emma:s%40me@shop.example:8443/a/b;c?q=1&q=2#top\","
                        + "\"\\\"https://emma:s%40me@shop.example:8443/a/b;c?q=1&q=2#top\\\"\",[\"1\",\"2\"]]");
    }

    /** 4.4: schemes, default ports, slashes and trimming. */
    @Test
    void normalisesSpecialUrls() {
        assertParsed(
                "['HTTP://EXAMPLE.com:80', 'http://example.com/'], ['https:example.org', 'https://example.org/'],"
                        + " ['https://////example.com///', 'https://example.com///'], ['http:\\\\\\\\x\\\\y', 'http://x/y'],"
                        + " [' \\t https://a.b/\\n c ', 'https://a.b/%20c'], ['wss://h:443/', 'wss://h/'], ['ftp://h:0021', 'ftp://h/'],"
                        + " ['http://h:', 'http://h/'], ['http://u@h', 'http://u@h/'], ['http://u:@h', 'http://u@h/'],"
                        + " ['http://a@b@c', 'http://a%40b@c/'], ['http://:p@h', 'http://:p@h/'], ['http://h:65536', null],"
                        + " ['http://h:8x', null], ['http://', null], ['http://u@', null], ['http://@:80', null], ['//h', null], ['', null]");
    }

    /** 4.4: path state. */
    @Test
    void resolvesDotSegments() {
        assertParsed(
                "['http://h/a/./b/../c', 'http://h/a/c'], ['http://h/a/%2e%2E/b/%2E', 'http://h/b/'], ['http://h/../..', 'http://h/'],"
                        + " ['http://h/a//../b', 'http://h/a/b'], ['http://h/..a/...', 'http://h/..a/...'], ['x:/a/../b', 'x:/b'],"
                        + " ['x:/..//p', 'x:/.//p'], ['x:a/../b', 'x:a/../b']");
    }

    /** 4.4: relative state. */
    @Test
    void resolvesRelativeUrls() {
        String base = "'http://u:p@h:81/a/b?q#f'";
        assertParsed(
                ("['', 'http://u:p@h:81/a/b?q', B], ['c', 'http://u:p@h:81/a/c', B], ['/c', 'http://u:p@h:81/c', B],"
                                + " ['//c', 'http://c/', B], ['?x', 'http://u:p@h:81/a/b?x', B], ['#x', 'http://u:p@h:81/a/b?q#x', B],"
                                + " ['..', 'http://u:p@h:81/', B], ['http:c', 'http://u:p@h:81/a/c', B], ['https:c', 'https://c/', B],"
                                + " ['\\\\c', 'http://u:p@h:81/c', B], ['x:y', 'x:y', B], ['#x', 'mailto:a#x', 'mailto:a'],"
                                + " ['x', null, 'mailto:a'], ['x', null, 'nothing']")
                        .replace("B]", base + "]"));
    }

    /** 4.4: file states. */
    @Test
    void parsesFileUrls() {
        assertParsed(
                "['file:///a/b', 'file:///a/b'], ['file:c:\\\\foo\\\\bar', 'file:///c:/foo/bar'], ['file:///C|/x/..', 'file:///C:/'],"
                        + " ['file://localhost/a', 'file:///a'], ['file://host/a', 'file://host/a'], ['..', 'file:///C:/', 'file:///C:/a'],"
                        + " ['/x', 'file:///C:/x', 'file:///C:/a/b'], ['D:/x', 'd:/x', 'http://h/'], ['file:d', 'file:///a/d', 'file:///a/b']");
    }

    /** 3.5: host parsing; IPv4 in every notation, IPv6 written as RFC 5952 says. */
    @Test
    void parsesHosts() {
        assertParsed("['http://0x7F.1/', 'http://127.0.0.1/'], ['http://017700000001', 'http://127.0.0.1/'],"
                + " ['http://4294967295', 'http://255.255.255.255/'], ['http://1.2.3.4.', 'http://1.2.3.4/'], ['http://4294967296', null],"
                + " ['http://1.2.3.256', null], ['http://1.2.3.4.5', null], ['http://09', null], ['http://a.1', null],"
                + " ['http://1.b', 'http://1.b/'], ['http://[1:0:0:2:0:0:0:3]', 'http://[1:0:0:2::3]/'], ['http://[::1]:80', 'http://[::1]/'],"
                + " ['http://[::FFFF:1.2.3.4]', 'http://[::ffff:102:304]/'], ['http://[::]', 'http://[::]/'],"
                + " ['http://[1:0:2:3:4:5:6:7]', 'http://[1:0:2:3:4:5:6:7]/'], ['http://[1:2:3:4:5:6:7]', null], ['http://[1::2::3]', null],"
                + " ['http://[12345::]', null], ['http://[::1.2.3]', null], ['http://[::1', null], ['http://ex%41mple.com', 'http://example.com/'],"
                + " ['http://a b', null], ['http://a%00b', null], ['http://a<b', null], ['http://%', null], ['http://a_b', 'http://a_b/'],"
                + " ['x://H%41/', 'x://H%41/'], ['x://é', 'x://%C3%A9'], ['x://a b', null], ['x://', 'x://']");
    }

    /** UTS 46 and RFC 3492, as far as they are followed. */
    @Test
    void writesDomainsInAscii() {
        assertParsed(
                "['http://BÜCHER.example', 'http://xn--bcher-kva.example/'], ['http://faß.ExAmPlE/', 'http://xn--fa-hia.example/'],"
                        + " ['http://Ｇｏ.com', 'http://go.com/'], ['http://日本語。jp', 'http://xn--wgv71a119e.jp/'],"
                        + " ['http://xn--bcher-kva', 'http://xn--bcher-kva/'], ['http://a\\u00adb', 'http://ab/'], ['http://☕.example', 'http://xn--53h.example/'],"
                        + " ['http://b%C3%BCcher', 'http://xn--bcher-kva/'], ['http://xn--a', null], ['http://xn--bcher-kvb', null],"
                        + " ['http://\\u0301a', null], ['http://℀', null], ['http://%ff', null], ['http://\\u00ad', null]");
    }

    /** 1.3: which characters are percent-encoded where. */
    @Test
    void encodesWhatEachPartMustEncode() {
        String marks = "' \"#<>?`{}^|\\'/:;=@[]%41%zé'";
        assertResult(
                "const marks = " + marks
                        + "; const u = new URL('http://h'); u.pathname = marks; u.search = marks; u.hash = marks;"
                        + " u.username = marks; const o = new URL('x:' + marks.slice(4)); const x = new URL('x://h'); x.search = \"'\";"
                        + " return [u.pathname, u.search, u.hash, u.username, o.href, x.search, new URL('x:a ?b').href];",
                "[\"/%20%22%23%3C%3E%3F%60%7B%7D%5E|'/:;=@[]%41%z%C3%A9\",\"?%20%22%23%3C%3E?`{}^|%27/:;=@[]%41%z%C3%A9\","
                        + "\"#%20%22#%3C%3E?%60{}^|'/:;=@[]%41%z%C3%A9\","
                        + "\"%20%22%23%3C%3E%3F%60%7B%7D%5E%7C'%2F%3A%3B%3D%40%5B%5D%41%z%C3%A9\","
                        + "\"x:>?`{}^|'/:;=@[]%41%z%C3%A9\",\"?'\",\"x:a%20?b\"]");
    }

    /** 6.1: a setter accepts what its parser state accepts, and ignores the rest. */
    @Test
    void setsParts() {
        assertResult(
                "const set = (url, name, value) => { const u = new URL(url); u[name] = value; return u.href; };"
                        + " return [set('http://h:443/', 'protocol', 'https'), set('http://h/', 'protocol', 'mailto'),"
                        + " set('http://u@h:8/', 'protocol', 'file'), set('http://h/', 'host', 'x:8080/y'), set('http://h:1/', 'hostname', 'x:2'),"
                        + " set('http://h/', 'hostname', ''), set('x://h/', 'host', ''), set('http://h/', 'port', '90abc'),"
                        + " set('http://h:8/', 'port', 'x'), set('http://h:8/', 'port', '80'), set('http://h:8/', 'port', '70000'),"
                        + " set('http://h:8/', 'port', ''), set('http://h/a', 'pathname', '../b?c#d'), set('mailto:a', 'pathname', 'b'),"
                        + " set('http://h/?a', 'search', ''), set('http://h/', 'search', '?b c'), set('http://h/#a', 'hash', ''),"
                        + " set('http://h/', 'hash', '#x#y'), set('http://h/', 'username', 'a:b'), set('file:///x', 'password', 'p'),"
                        + " set('x:/a', 'pathname', '//p'), set('file://h/', 'host', 'localhost')];",
                "[\"https://h/\",\"http://h/\",\"http://u@h:8/\",\"http://x:8080/\",\"http://h:1/\",\"http://h/\",\"x:///\","
                        + "\"http://h:90/\",\"http://h:8/\",\"http://h/\",\"http://h:8/\",\"http://h/\",\"http://h/b%3Fc%23d\",\"mailto:a\","
                        + "\"http://h/\",\"http://h/?b%20c\",\"http://h/\",\"http://h/#x#y\",\"http://a%3Ab@h/\",\"file:///x\","
                        + "\"x:/.//p\",\"file:///\"]");
    }

    @Test
    void saysWhatIsNoUrl() {
        assertResult(
                "const message = (step) => { try { step(); } catch (e) { return `${e.name}: ${e.message}`; } };"
                        + " return [message(() => new URL('books/1')), message(() => new URL('a', 'b')), message(() => new URL()),"
                        + " URL.canParse('books/1'), URL.canParse('books/1', 'http://h'), URL.parse('x'), URL.parse('a', 'http://h').href,"
                        + " message(() => { new URL('a:b').href = 'c'; })];",
                "[\"TypeError: Invalid URL: \\\"books/1\\\"\",\"TypeError: Invalid URL: \\\"a\\\" with the base \\\"b\\\"\","
                        + "\"TypeError: URL: the first argument must be a URL\",false,true,null,\"http://h/a\","
                        + "\"TypeError: Invalid URL: \\\"c\\\"\"]");
    }

    @Test
    void givesOrigins() {
        assertResult(
                "return ['https://h:443/a', 'ws://h:1', 'file:///a', 'x://h', 'mailto:a', 'blob:https://h:8/id', 'blob:x:y']"
                        + ".map((url) => new URL(url).origin);",
                "[\"https://h\",\"ws://h:1\",\"null\",\"null\",\"null\",\"https://h:8\",\"null\"]");
    }

    /** 5.1 and 5.2. */
    @Test
    void readsAndWritesForms() {
        assertResult(
                "const text = (init) => new URLSearchParams(init).toString();"
                        + " return [[...new URLSearchParams('?a=b+c&a&&=d&%C3%A9=%zz%26&x=1=2')], text([['a', 1], ['b', null]]),"
                        + " text({ q: \"a b*-._~!'()é\", r: undefined }), text(new Map([['a', 'b']])), text(new URLSearchParams('z=1')), text(),"
                        + " text('\\ud800'), text('a=%ff')];",
                "[[[\"a\",\"b c\"],[\"a\",\"\"],[\"\",\"d\"],[\"é\",\"%zz&\"],[\"x\",\"1=2\"]],\"a=1&b=null\","
                        + "\"q=a+b*-._%7E%21%27%28%29%C3%A9&r=undefined\",\"a=b\",\"z=1\",\"\",\"%EF%BF%BD=\",\"a=%EF%BF%BD\"]");
    }

    /** 6.2. */
    @Test
    void changesParameters() {
        assertResult(
                "const p = new URLSearchParams('b=1&a=2&b=3'); const log = []; p.append('c', 4); p.set('b', 5); p.delete('a', 'x');"
                        + " p.forEach((value, name) => log.push(name + value)); p.append('a', 6); p.sort();"
                        + " return [log, p.toString(), p.size, p.get('a'), p.get('z'), p.has('a', '6'), p.has('a', '7'), [...p.keys()],"
                        + " [...p.values()], Object.prototype.toString.call(p.entries()), p.delete('a'), String(p)];",
                "[[\"b5\",\"a2\",\"c4\"],\"a=2&a=6&b=5&c=4\",4,\"2\",null,true,false,[\"a\",\"a\",\"b\",\"c\"],[\"2\",\"6\",\"5\",\"4\"],"
                        + "\"[object URLSearchParams Iterator]\",null,\"b=5&c=4\"]");
    }

    @Test
    void keepsUrlAndParametersTogether() {
        assertResult(
                "const u = new URL('http://h/?a=1'); const { searchParams } = u; searchParams.append('b', 'x y'); const one = u.href;"
                        + " u.search = '?c=3'; const two = searchParams.get('c'); searchParams.delete('c'); const three = u.href;"
                        + " u.href = 'http://i/?d'; return [one, two, three, searchParams.has('d'), u.searchParams === searchParams];",
                "[\"http://h/?a=1&b=x+y\",\"3\",\"http://h/\",true,true]");
    }

    @Test
    void refusesEntriesThatAreNoPairs() {
        assertResult(
                "return [['a'], [['a']], [['a', 'b', 'c']], ['ab'], 1].map((init) => {"
                        + " try { return String(new URLSearchParams(init)); } catch (e) { return e.name; } });",
                "[\"TypeError\",\"TypeError\",\"TypeError\",\"TypeError\",\"1=\"]");
    }

    @Test
    void takesLongUrls() {
        assertResult(
                "const u = new URL('http://h/' + 'a/../'.repeat(20000) + '?' + 'q=1&'.repeat(20000));"
                        + " for (let i = 0; i < 500; i++) u.searchParams.append('n', i);"
                        + " return [u.pathname, u.searchParams.size, u.href.length];",
                "[\"/\",20500,82899]");
    }
}
