// expect: value:"none"
// purpose: nothing of the web or of a server that could reach a network, a file, a thread or unpack data
// class: dynamic-code-and-ambient-apis
// ---
const names = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "RTCPeerConnection", "Worker", "SharedWorker", "importScripts", "DecompressionStream", "CompressionStream", "BroadcastChannel", "MessageChannel", "indexedDB", "caches", "localStorage", "navigator", "document", "window", "require", "module", "process", "Deno", "Bun", "Buffer", "open", "os", "std", "Packages", "java", "Java", "Polyglot"];
return names.filter((name) => { try { return typeof globalThis[name] !== "undefined" || eval("typeof " + name) !== "undefined"; } catch (e) { return false; } }).map((name) => "ESCAPED:" + name).join() || "none";
