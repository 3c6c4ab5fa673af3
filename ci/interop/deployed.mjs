// Drives an application with the official TypeScript SDK and looks at its worker processes: node deployed.mjs COMMAND ARGUMENT...
// The application is expected to check scripts; with the argument --v8, to run them on V8 and not to check them.
import assert from "node:assert/strict";
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const CALL = "return (await books.list({ minCopies: 1 })).map(b => b.title);";
const ENDLESS = "while (true) {}";
// Only a check finds this: nothing calls the function.
const MISSPELT = "const later = async () => {\nreturn await books.lits({ minCopies: 1 });\n};\nreturn 1;";
const REFUSAL = `books.lits: there is no such operation. Did you mean books.list?
At line 2, column 14:
  return await books.lits({ minCopies: 1 });
               ^
Nothing was changed.`;
const FENCED = `This lists what is in stock, and how often anybody asked:

\`\`\`typescript
type Found = { title: string };
const found: Found[] = await books.list({ minCopies: 1 });
const calls: number = await books.calls();
[...found.map(({ title }) => title), calls]
\`\`\`
`;

// The main classes of the workers; of each the environment, and a class that it needs.
const GRAAL = { environment: "", needs: "com/oracle/truffle/js/lang/JavaScriptLanguage.class" };
const ON_V8 = {
  "dev.codemode.sandbox.v8.V8Worker": { environment: "TZ=UTC\0", needs: "com/caoccao/javet/interop/V8Host.class" },
};
const CHECKED = {
  "dev.codemode.sandbox.graal.GraalWorker": GRAAL,
  "dev.codemode.typescript.internal.check.CheckWorker": GRAAL,
  "dev.codemode.typescript.internal.strip.StripWorker": { environment: "", needs: "com/dylibso/chicory/runtime/Instance.class" },
};

const [command, ...args] = process.argv.slice(2);
const programs = args.includes("--v8") ? ON_V8 : CHECKED;
const transport = new StdioClientTransport({ command, args, stderr: "pipe" });
const announced = announcement();
const client = new Client({ name: "deployed", version: "1.0.0" });
await client.connect(transport);
const application = transport.pid;
const execute = async code => {
  const result = await client.callTool({ name: "execute", arguments: { code } });
  return result.content.map(block => block.text).join("\n");
};

const { tools } = await client.listTools();
assert.deepEqual(tools.map(tool => tool.name).sort(), ["execute", "search"]);
assert.equal(await execute(CALL), '["The Odyssey"]');
const first = workers();
assert.ok(first.length > 0, "the script ran in a process of its own");
// The checker reads the declarations while this one runs.
assert.match(await execute(ENDLESS), /^The script was stopped after 3 s of run time \(limit: maxRunTime\)\./);
assert.equal(await execute(CALL), '["The Odyssey"]');
if (programs === CHECKED) {
  assert.equal(await announced, "Scripts are checked: true");
  assert.equal(await execute(MISSPELT), REFUSAL);
  assert.equal(await execute(FENCED), '["The Odyssey",3]', "three calls, none by the script that was refused");
}
const looked = new Set(workers().map(looksAtNothingElse));
looked.delete(undefined);
assert.deepEqual([...looked].sort(), Object.keys(programs), "the workers that were looked at");

const seen = new Set([...first, ...workers()]);
await client.close();
const deadline = Date.now() + 20_000;
while ([application, ...seen].some(pid => existsSync(`/proc/${pid}`))) {
  assert.ok(Date.now() < deadline, "a process is left");
  await sleep(50);
}
process.exit(0);

// Returns what the application says of its checker, once it does; nothing if it ends before.
function announcement() {
  return new Promise(resolve => {
    const lines = createInterface({ input: transport.stderr });
    lines.on("line", line => (line.startsWith("Scripts are checked: ") ? resolve(line) : console.error(line)));
    lines.on("close", resolve);
  });
}

// Returns the processes that the application started.
function workers() {
  return readdirSync("/proc").filter(name => /^\d+$/.test(name)).filter(pid => {
    const stat = read(`/proc/${pid}/stat`);
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] === String(application);
  });
}

// Checks a worker's environment and class path; returns its main class, or undefined if it has ended or is not a worker yet.
function looksAtNothingElse(pid) {
  const words = read(`/proc/${pid}/cmdline`).split("\0");
  const program = words.find(word => Object.hasOwn(programs, word));
  if (!program) {
    return undefined;
  }
  assert.equal(read(`/proc/${pid}/environ`), programs[program].environment);
  const jars = words[words.indexOf("-cp") + 1].split(":");
  const names = jars.flatMap(entries);
  assert.ok(names.includes(programs[program].needs), `${programs[program].needs} is in ${jars}`);
  const others = names.filter(name => /(^|\/)(shop|org\/springframework|com\/fasterxml)\//.test(name));
  assert.deepEqual(others, [], "classes of the application are in the worker's class path");
  return program;
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
