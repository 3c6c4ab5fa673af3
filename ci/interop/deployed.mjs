// Drives an application with the official TypeScript SDK and looks at its worker processes: node deployed.mjs COMMAND ARGUMENT...
import assert from "node:assert/strict";
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [command, ...args] = process.argv.slice(2);
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
for (const pid of workers()) {
  looksAtNothingElse(pid);
}

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
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] === String(application);
    } catch {
      return false; // It ended meanwhile.
    }
  });
}

// Checks a worker's environment, directory and class path.
function looksAtNothingElse(pid) {
  let words;
  try {
    words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return; // It ended meanwhile.
  }
  assert.equal(readFileSync(`/proc/${pid}/environ`, "utf8"), "");
  const jars = words[words.indexOf("-cp") + 1].split(":");
  const names = jars.flatMap(entries);
  assert.ok(names.includes("com/oracle/truffle/js/lang/JavaScriptLanguage.class"), `the engine is in ${jars}`);
  const others = names.filter(name => /(^|\/)(shop|org\/springframework|com\/fasterxml)\//.test(name));
  assert.deepEqual(others, [], "classes of the application are in the worker's class path");
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
