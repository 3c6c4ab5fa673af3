// expect: no-escape
// purpose: addresses of the host itself and of its neighbours, spelt in every way, as a segment of a path
// class: http-injection-ssrf
// needs: items.get
// ---
const hosts = ["2130706433", "0x7f000001", "017700000001", "0177.0.0.1", "0x7f.1", "127.1", "127.0.1", "0", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fec0::1]", "[fe80::1%25lo]", "[fd00::1]", "\u2460\u2461\u2466.0.0.1", "\uff11\uff12\uff17.0.0.1", "127\u30020\u30020\u30021", "%31%32%37.0.0.1", "169.254.169.254", "0xa9fea9fe", "2852039166", "[fd00:ec2::254]", "100.100.100.200", "metadata.google.internal", "LOCALHOST", "localhost.", "127.0.0.1.nip.io"];
const out = [];
for (const host of hosts) for (const form of [(h) => "http://" + h + "/x", (h) => "//" + h, (h) => "@" + h + ":80"].slice(0, 3)) {
  if (out.length >= 99) break;
  try { const r = await api.items.get({ id: form(host) }); out.push(typeof r); } catch (e) { out.push("refused"); }
}
return out.length;
