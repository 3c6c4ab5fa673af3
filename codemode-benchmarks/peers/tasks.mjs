// Ten tasks on GitHub's document, scripted as a model would do them: one search, then one script that does the whole task.
//   node tasks.mjs GATEWAY_JAR DOCUMENT.json RIG
// RIG is a checkout of a benchmark whose cloudflare/ folder serves openApiMcpServer on workerd, after npm install. Prints,
// per task and server: calls, tokens that a model writes and reads (o200k_base), and milliseconds. Scripts are the same but
// for how each server is called; a task counts when the script's value and what the backend then holds are as expected.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBackend } from './backend.mjs';
import { TASKS } from './scripts.mjs';

const [jar, document, rig] = process.argv.slice(2).map((path) => resolve(path));
if (!rig) {
  console.error('usage: node tasks.mjs GATEWAY_JAR DOCUMENT.json RIG');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'tasks-'));
const tokens = (text) => encode(text).length;
const processes = [];

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function ours(backend) {
  const config = join(work, 'gateway.yaml');
  writeFileSync(config, `openapi: [{ name: github, document: "${document}", baseUrl: "${backend}" }]\nsandbox: { engine: v8 }\n`);
  const client = new Client({ name: 'tasks', version: '1' });
  await client.connect(new StdioClientTransport({
    command: 'java',
    args: ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, '--config', config, 'stdio'],
    stderr: 'ignore',
  }));
  return client;
}

async function theirs(backend) {
  const { bundle, workerdBin } = await import(pathToFileURL(join(rig, 'cloudflare/serve.mjs')));
  if (!existsSync(join(rig, '.build/worker.js'))) await bundle();
  copyFileSync(join(rig, '.build/worker.js'), join(work, 'worker.js'));
  copyFileSync(document, join(work, 'spec.json'));
  const port = await freePort();
  writeFileSync(join(work, 'config.capnp'), `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "backend", external = (address = "${new URL(backend).host}", http = ())),
  ],
  sockets = [ (name = "http", address = "127.0.0.1:${port}", http = (), service = "main") ]
);
const main :Workerd.Worker = (
  modules = [ (name = "worker.js", esModule = embed "worker.js") ],
  compatibilityDate = "2026-07-14",
  compatibilityFlags = ["nodejs_compat"],
  bindings = [
    (name = "LOADER", workerLoader = (id = "tasks")),
    (name = "BACKEND", service = "backend"),
    (name = "TIMEOUT_MS", text = "60000"),
    (name = "SPEC", json = embed "spec.json"),
  ]
);
`);
  processes.push(spawn(workerdBin, ['serve', '--experimental', join(work, 'config.capnp')], { stdio: 'ignore' }));
  for (let tries = 0; ; tries++) {
    try {
      const client = new Client({ name: 'tasks', version: '1' });
      await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)));
      return client;
    } catch (e) {
      if (tries === 40) throw e;
      await new Promise((done) => setTimeout(done, 250));
    }
  }
}

async function measure(client, task, backend, side) {
  const sum = { calls: 0, written: 0, read: 0, ms: 0, done: false, note: '' };
  backend.reset();
  let last;
  for (const [name, value] of task[side]) {
    const input = name === 'search' && side === 'ours' ? { query: value } : { code: value };
    const start = performance.now();
    const answer = await client.callTool({ name, arguments: input }, undefined, { timeout: 120_000 });
    sum.ms += performance.now() - start;
    sum.calls++;
    sum.written += tokens(JSON.stringify(input));
    last = answer.content.map((part) => part.text ?? '').join('\n');
    sum.read += tokens(last);
    if (answer.isError) sum.note = last.slice(0, 160);
  }
  sum.done = task.expect.test(last) && (task.state?.(backend.state) ?? true);
  if (!sum.done) sum.note ||= last.slice(0, 300);
  return sum;
}

const backend = await startBackend();
const servers = { ours: await ours(backend.url), theirs: await theirs(backend.url) };
const rows = [];
const total = { ours: { calls: 0, written: 0, read: 0, ms: 0 }, theirs: { calls: 0, written: 0, read: 0, ms: 0 } };
for (const task of TASKS) {
  const row = { task: task.name };
  for (const side of ['ours', 'theirs']) {
    const runs = [];
    for (let run = 0; run < 3; run++) runs.push(await measure(servers[side], task, backend, side));
    runs.sort((a, b) => a.ms - b.ms);
    row[side] = runs[1];
    if (!runs.every((run) => run.done)) row[side].done = false;
    for (const key of Object.keys(total[side])) total[side][key] += runs[1][key];
  }
  rows.push(row);
}
const cell = (s) => `${s.calls} | ${s.written} | ${s.read} | ${s.ms.toFixed(0)}`;
console.log('| task | gateway: calls | written | read | ms | openApiMcpServer: calls | written | read | ms |\n|---|---|---|---|---|---|---|---|---|');
for (const row of rows) console.log(`| ${row.task} | ${cell(row.ours)} | ${cell(row.theirs)} |`);
console.log(`| all | ${cell(total.ours)} | ${cell(total.theirs)} |`);
for (const side of ['ours', 'theirs']) {
  const { tools } = await servers[side].listTools();
  console.log(`${side}: tools/list ${tokens(JSON.stringify(tools))} tokens`);
}
const failed = rows.flatMap((row) => ['ours', 'theirs'].filter((side) => !row[side].done).map((side) => `${side}, ${row.task}: ${row[side].note}`));
for (const line of failed) console.log(line);
for (const client of Object.values(servers)) await client.close();
for (const child of processes) child.kill();
backend.stop();
rmSync(work, { recursive: true });
process.exit(failed.length ? 1 : 0);
