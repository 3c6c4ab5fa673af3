// Drives an application with the official TypeScript SDK and looks at its worker processes: node deployed.mjs COMMAND ARGUMENT...
// With the argument --v8 the application is expected to run scripts on V8.
import assert from "node:assert/strict";
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [command, ...args] = process.argv.slice(2);
const engine = args.includes("--v8")
  ? { environment: "TZ=UTC\0", class: "com/caoccao/javet/interop/V8Host.class" }
  : { environment: "", class: "com/oracle/truffle/js/lang/JavaScriptLanguage.class" };
const transport = new StdioClientTransport({ command, args });
const client = new Client({ name: "deployed", version: "1.0.0" });
await client.connect(transport);
const application = transport.pid;
const execute = async code => {
  const result = await client.callTool({ name: "execute", arguments: { code } });
  return result.content.map(block => block.text).join("\n");
};

const { tools } = await client.listTools();
assert.deepEqual(tools.map(tool => tool.name).sort(), ["execute", "search"]);
const call = "return (await books.list({ minCopies: 1 })).map(b => b.title);";
assert.equal(await execute(call), '["The Odyssey"]');
const first = workers();
assert.ok(first.length > 0, "the script ran in a process of its own");
assert.match(await execute("while (true) {}"), /^The script was stopped after 3 s of run time \(limit: maxRunTime\)\./);
assert.equal(await execute(call), '["The Odyssey"]');
const looked = workers().filter(looksAtNothingElse);
assert.ok(looked.length > 0, "no worker could be looked at");

const seen = new Set([...first, ...workers()]);
await client.close();
const deadline = Date.now() + 20_000;
while ([application, ...seen].some(pid => existsSync(`/proc/${pid}`))) {
  assert.ok(Date.now() < deadline, "a process is left");
  await sleep(50);
}
process.exit(0);

// Returns the processes that the application started.
function workers() {
  return readdirSync("/proc").filter(name => /^\d+$/.test(name)).filter(pid => {
    const stat = read(`/proc/${pid}/stat`);
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] === String(application);
  });
}

// Checks a worker's environment and class path; returns false if it has ended, or has not become a worker yet.
function looksAtNothingElse(pid) {
  const words = read(`/proc/${pid}/cmdline`).split("\0");
  if (!words.includes("-cp")) {
    return false;
  }
  assert.equal(read(`/proc/${pid}/environ`), engine.environment);
  const jars = words[words.indexOf("-cp") + 1].split(":");
  const names = jars.flatMap(entries);
  assert.ok(names.includes(engine.class), `the engine is in ${jars}`);
  const others = names.filter(name => /(^|\/)(shop|org\/springframework|com\/fasterxml)\//.test(name));
  assert.deepEqual(others, [], "classes of the application are in the worker's class path");
  return true;
}

// Returns the text of a file; nothing if the process that it tells of has ended.
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

// Returns the names of a jar's entries (APPNOTE.TXT, 4.3.12 and 4.3.16).
function entries(jar) {
  const file = openSync(jar, "r");
  try {
    const size = fstatSync(file).size;
    const tail = Buffer.alloc(Math.min(size, 65_557));
    readSync(file, tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf("PK\x05\x06", undefined, "latin1");
    const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
    readSync(file, directory, 0, directory.length, tail.readUInt32LE(end + 16));
    const names = [];
    for (let at = 0; at < directory.length; ) {
      const length = directory.readUInt16LE(at + 28);
      names.push(directory.toString("utf8", at + 46, at + 46 + length));
      at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return names;
  } finally {
    closeSync(file);
  }
}
