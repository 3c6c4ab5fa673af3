// Calls operations of public documents through the gateway, in front of servers that check each request against the
// document: Prism, and express-openapi-validator. Arguments are made of the document alone, by openapi-sampler.
//   node prove.mjs GATEWAY_JAR DOCUMENTS_DIRECTORY [DOCUMENT]
// Exits with 1 if fewer than 100 calls pass, or a call fails that allowed.txt does not explain.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { sample } from "openapi-sampler";
import RandExp from "randexp";

const [jar, documents] = process.argv.slice(2);
const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const PER_DOCUMENT = 60;
const LEAST = 100;
const METHODS = ["get", "put", "post", "delete", "patch"];
const only = process.argv[4];
const SETUPS = [
  { name: "github", server: "prism", credentials: {} },
  { name: "stripe", server: "validator", credentials: { bearerAuth: { bearer: "PROOF_TOKEN" } } },
  { name: "kubernetes", server: "prism", credentials: { BearerToken: { apiKey: "PROOF_TOKEN" } } },
  { name: "asana", server: "prism", credentials: { personalAccessToken: { bearer: "PROOF_TOKEN" } } },
  { name: "twilio", server: "validator", credentials: { accountSid_authToken: { basic: { user: "PROOF_TOKEN", password: "PROOF_TOKEN" } } } },
];
const allowed = new Map(
  readFileSync(join(here, "allowed.txt"), "utf8")
    .split("\n")
    .filter(line => line && !line.startsWith("#"))
    .map(line => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]),
);

const resolve = (document, node) => {
  while (node?.$ref) {
    node = node.$ref.slice(2).split("/").reduce((at, key) => at?.[decodeURIComponent(key).replace(/~1/g, "/").replace(/~0/g, "~")], document);
  }
  return node;
};

const identifier = segment =>
  /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(segment)
    ? segment
    : segment.split(/[^\p{L}\p{Nd}_$]+/u).filter(Boolean).map((word, i) => (i ? word[0].toUpperCase() + word.slice(1) : word[0].toLowerCase() + word.slice(1))).join("");

/** Every method gets its share, spread over the whole document. */
function chosen(document) {
  const byMethod = Object.fromEntries(METHODS.map(method => [method, []]));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      if (item[method]?.operationId) byMethod[method].push({ path, method, item, operation: item[method] });
    }
  }
  const lists = Object.values(byMethod).filter(list => list.length);
  const share = Math.ceil(PER_DOCUMENT / lists.length);
  return lists.flatMap(list => {
    const step = Math.max(1, Math.floor(list.length / share));
    return list.filter((_, i) => i % step === 0).slice(0, share);
  });
}

function named(document, schema, depth = 0) {
  schema = resolve(document, schema) ?? {};
  if (schema.allOf && depth < 10) return Object.assign({}, schema.properties, ...schema.allOf.map(part => named(document, part, depth + 1)));
  if (schema.oneOf?.length === 1 && depth < 10) return named(document, schema.oneOf[0], depth + 1);
  return schema.oneOf || schema.anyOf?.some(part => resolve(document, part).properties) ? {} : schema.properties ?? {};
}

function value(document, schema, given) {
  schema = resolve(document, schema) ?? {};
  if (given === undefined && schema.type === "string" && schema.pattern && !schema.example) {
    const text = new RandExp(schema.pattern);
    text.max = 3;
    text.randInt = from => from; // the same text at each run
    return text.gen();
  }
  const merged = given !== undefined ? given : sample(schema, { skipReadOnly: true, quiet: true }, document);
  return merged === null || merged === undefined ? (schema.type === "boolean" ? true : schema.type === "integer" ? 1 : "x") : merged;
}

function argumentsOf(document, wantsBody, { path, item, operation }) {
  const args = {};
  const parameters = new Map();
  for (const declared of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(document, declared);
    parameters.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  for (const parameter of parameters.values()) {
    if (parameter.in === "header" && /^(accept|content-type|authorization)$/i.test(parameter.name)) continue;
    if (parameter.name in args) return undefined;
    const examples = Object.values(parameter.examples ?? {}).map(example => resolve(document, example).value);
    args[parameter.name] = value(document, parameter.schema, parameter.example ?? examples[0]);
    if (parameter.in === "path" && (args[parameter.name] === "" || args[parameter.name] === "string")) args[parameter.name] = "abc";
  }
  const body = resolve(document, operation.requestBody);
  const media = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"].find(type => body?.content?.[type]);
  if (body && !media) return Object.keys(body.content ?? {})[0] === "*/*" ? flat(document, wantsBody, args, body.content["*/*"]) : undefined;
  return body ? flat(document, wantsBody, args, body.content[media]) : args;
}

function flat(document, wantsBody, args, { schema, example, examples }) {
  const properties = named(document, schema);
  const written = example ?? resolve(document, Object.values(examples ?? {})[0])?.value;
  const given = written ?? sample(resolve(document, schema), { skipReadOnly: true, skipNonRequired: true, quiet: true }, document) ?? {};
  const names = Object.keys(properties).filter(name => !resolve(document, properties[name]).readOnly);
  const collides = names.some(name => name in args);
  if (names.length === 0 || collides) return { ...args, body: given };
  // The validator wants a body even where the document does not.
  if (wantsBody && Object.keys(given).length === 0) given[names[0]] = value(document, properties[names[0]]);
  return { ...args, ...given };
}

async function listening(port) {
  for (let i = 0; i < 300; i++) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await new Promise(done => setTimeout(done, 200));
    }
  }
  throw new Error(`nothing listens on ${port}`);
}

async function prove({ name, server, credentials }, port, directory) {
  const file = join(directory, `${name}.json`);
  const text = gunzipSync(readFileSync(join(documents, `${name}.json.gz`))).toString();
  writeFileSync(file, text);
  const document = JSON.parse(text);
  const command = server === "prism" ? ["node_modules/.bin/prism", "mock", "--port", String(port), file] : ["node", "validator.mjs", file, String(port)];
  const backend = spawn(command[0], command.slice(1), { cwd: here, stdio: "ignore" });
  await listening(port);
  const config = join(directory, `${name}.yaml`);
  writeFileSync(config, JSON.stringify({ openapi: [{ name: "api", document: `${name}.json`, baseUrl: `http://127.0.0.1:${port}`, maxRetries: 0, credentials }] }));
  const client = new Client({ name: "proof", version: "1" });
  await client.connect(new StdioClientTransport({ command: "java", args: ["-jar", jar, "--config", config, "stdio"], env: { ...process.env, PROOF_TOKEN: "proof-token" } }));
  const calls = [];
  for (const place of chosen(document)) {
    const args = argumentsOf(document, server === "validator", place);
    if (args) calls.push({ id: place.operation.operationId, name: place.operation.operationId.split(/[/.]+/).map(identifier).filter(Boolean).join("."), args });
  }
  const results = [];
  for (let i = 0; i < calls.length; i += 20) {
    const code = `const out = [];\nfor (const { name, args } of ${JSON.stringify(calls.slice(i, i + 20))}) {\n  try { await name.split(".").reduce((at, key) => at[key], api)(args); out.push("ok"); } catch (e) { out.push(e.code + ": " + e.message.slice(0, 300)); }\n}\nreturn out;`;
    const answer = await client.callTool({ name: "execute", arguments: { code } }, undefined, { timeout: 60_000 });
    if (answer.isError) throw new Error(answer.content[0].text);
    results.push(...JSON.parse(answer.content[0].text.split("\nHint:")[0]));
  }
  await client.close();
  backend.kill();
  return calls.map((call, i) => ({ id: `${name} ${call.id}`, result: results[i] }));
}

const directory = mkdtempSync(join(tmpdir(), "proof-"));
let passed = 0;
let wrong = 0;
console.log("document     server      tried  passed  explained  failed");
for (const [i, setup] of SETUPS.filter(setup => !only || setup.name === only).entries()) {
  const results = await prove(setup, 4020 + i, directory);
  const failed = results.filter(({ result }) => result !== "ok");
  const unexplained = failed.filter(({ id }) => !allowed.has(id));
  const row = [setup.name.padEnd(12), setup.server.padEnd(10), ...[results.length, results.length - failed.length, failed.length - unexplained.length, unexplained.length].map(n => String(n).padStart(7))];
  console.log(row.join(" "));
  for (const { id, result } of unexplained) console.log(`  ${id}: ${result.replace(/\s+/g, " ")}`);
  passed += results.length - failed.length;
  wrong += unexplained.length;
}
rmSync(directory, { recursive: true });
console.log(`${passed} calls passed, ${wrong} failed`);
process.exit(passed >= LEAST && wrong === 0 ? 0 : 1);
