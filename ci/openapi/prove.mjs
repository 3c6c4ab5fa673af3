// Calls operations of public documents, and of parts.json, through the gateway, in front of servers that check each request against the
// document: Prism, and express-openapi-validator. openapi-sampler makes the arguments from the document only. Each server
// first gets requests that break the document: it must refuse them all, or else a call that passes would prove nothing.
//   node prove.mjs GATEWAY_JAR DOCUMENTS_DIRECTORY [DOCUMENT]
// Exits with 1 if fewer than 100 calls pass, a call fails that allowed.txt does not explain, a call passes that it does, a
// wrong request is taken, or an operation has no sample.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { argumentsOf, chosen, nameOf, wrongRequests } from "./samples.mjs";

const [jar, documents] = process.argv.slice(2);
const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const PER_DOCUMENT = 60;
const LEAST = 100;
const only = process.argv[4];
const BEARER = { authorization: "Bearer proof-token" };
const SETUPS = [
  // Prism does not check cookies, and ends on a list in a path.
  { name: "parts", server: "validator", credentials: {}, headers: {} },
  { name: "github", server: "prism", credentials: {}, headers: {} },
  { name: "stripe", server: "validator", credentials: { bearerAuth: { bearer: "PROOF_TOKEN" } }, headers: BEARER },
  { name: "kubernetes", server: "prism", credentials: { BearerToken: { apiKey: "PROOF_TOKEN" } }, headers: BEARER },
  { name: "asana", server: "prism", credentials: { personalAccessToken: { bearer: "PROOF_TOKEN" } }, headers: BEARER },
  {
    name: "twilio",
    server: "validator",
    credentials: { accountSid_authToken: { basic: { user: "PROOF_TOKEN", password: "PROOF_TOKEN" } } },
    headers: { authorization: `Basic ${btoa("proof-token:proof-token")}` },
  },
].filter(({ name }) => !only || name === only);
const allowed = new Map(
  readFileSync(join(here, "allowed.txt"), "utf8")
    .split("\n")
    .filter(line => line && !line.startsWith("#"))
    .map(line => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]),
);

const freePort = () =>
  new Promise(done => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function listening(port, backend) {
  for (let i = 0; i < 300 && backend.exitCode === null; i++) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await new Promise(done => setTimeout(done, 200));
    }
  }
  throw new Error(`nothing listens on ${port}`);
}

/** Starts the server of a document, and ends it after the work. */
async function served(server, file, work) {
  const port = await freePort();
  const command = server === "prism" ? ["prism", "mock", "--port", String(port), file] : ["node", "validator.mjs", file, String(port)];
  const backend = spawn(command[0], command.slice(1), { cwd: here, stdio: "ignore" });
  try {
    await listening(port, backend);
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    backend.kill();
  }
}

/** Returns what the gateway answers to each call: "ok", or the failure. */
async function called(calls, config) {
  const client = new Client({ name: "proof", version: "1" });
  await client.connect(new StdioClientTransport({ command: "java", args: ["-jar", jar, "--config", config, "stdio"], env: { ...process.env, PROOF_TOKEN: "proof-token" } }));
  const results = [];
  try {
    for (let i = 0; i < calls.length; i += 20) {
      const code = `const out = [];\nfor (const { name, args } of ${JSON.stringify(calls.slice(i, i + 20))}) {\n  try { await name.split(".").reduce((at, key) => at[key], api)(args); out.push("ok"); } catch (e) { out.push(e.code + ": " + e.message.slice(0, 300)); }\n}\nreturn out;`;
      const answer = await client.callTool({ name: "execute", arguments: { code } }, undefined, { timeout: 60_000 });
      if (answer.isError) throw new Error(answer.content[0].text);
      results.push(...JSON.parse(answer.content[0].text.split("\nHint:")[0]));
    }
  } finally {
    await client.close();
  }
  return results;
}

/** Returns the wrong requests that the server took, and how many there were. */
async function taken(document, places, url, headers) {
  const requests = places.flatMap(place => wrongRequests(document, place));
  const took = [];
  for (const request of requests) {
    const { status } = await fetch(url + request.url, { method: request.method, headers, redirect: "manual" });
    if (![400, 415, 422].includes(status)) took.push(`${request.method} ${request.url}: status ${status}`);
  }
  return { count: requests.length, took };
}

async function prove({ name, server, credentials, headers }) {
  const path = join(directory, `${name}.json`);
  const text = name === "parts" ? readFileSync(join(here, "parts.json"), "utf8") : gunzipSync(readFileSync(join(documents, `${name}.json.gz`))).toString();
  writeFileSync(path, text);
  const document = JSON.parse(text);
  const places = chosen(document, PER_DOCUMENT);
  const calls = [];
  const unsampled = [];
  for (const place of places) {
    const id = place.operation.operationId;
    const args = argumentsOf(document, server === "validator", place);
    if (args) calls.push({ id: `${name} ${id}`, name: nameOf(id), args });
    else unsampled.push(`${name} ${id}: no sample of its body`);
  }
  return served(server, path, async url => {
    const wrong = await taken(document, places, url, headers);
    const config = join(directory, `${name}.yaml`);
    writeFileSync(config, JSON.stringify({ openapi: [{ name: "api", document: `${name}.json`, baseUrl: url, maxRetries: 0, credentials }] }));
    const results = await called(calls, config);
    return { wrong, unsampled, calls: calls.map(({ id }, i) => ({ id, result: results[i] })) };
  });
}

const directory = mkdtempSync(join(tmpdir(), "proof-"));
const used = new Set();
let passed = 0;
const faults = [];
const row = cells => console.log(cells.map((cell, i) => (i < 2 ? String(cell).padEnd(16) : String(cell).padStart(9))).join(" "));
try {
  row(["document", "server", "tried", "passed", "by us", "by server", "explained", "wrong", "refused"]);
  for (const setup of SETUPS) {
    const { wrong, unsampled, calls } = await prove(setup);
    const failed = calls.filter(({ result }) => result !== "ok");
    const byServer = failed.filter(({ result }) => /\(status \d+\)/.test(result));
    const explained = failed.filter(({ id }) => allowed.has(id));
    explained.forEach(({ id }) => used.add(id));
    row([setup.name, setup.server, calls.length, calls.length - failed.length, failed.length - byServer.length, byServer.length, explained.length, wrong.count, wrong.count - wrong.took.length]);
    faults.push(...failed.filter(({ id }) => !allowed.has(id)).map(({ id, result }) => `${id}: ${result.replace(/\s+/g, " ")}`));
    faults.push(...unsampled, ...wrong.took.map(request => `${setup.name}: the server takes a wrong request: ${request}`));
    passed += calls.length - failed.length;
  }
} finally {
  rmSync(directory, { recursive: true });
}
if (!only) faults.push(...[...allowed.keys()].filter(id => !used.has(id)).map(id => `${id}: passes or is not called: take it out of allowed.txt`));
faults.forEach(fault => console.log(`  ${fault}`));
console.log(`${passed} calls passed, ${faults.length} faults`);
process.exit((only || passed >= LEAST) && faults.length === 0 ? 0 : 1);
