// Drives a server with the official TypeScript SDK: node tsclient.mjs stdio JAR | node tsclient.mjs http URL
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [kind, target] = process.argv.slice(2);
assert.ok(["stdio", "http"].includes(kind) && target, "usage: tsclient.mjs stdio JAR | http URL");

const transport =
  kind === "stdio"
    ? new StdioClientTransport({ command: "java", args: ["-jar", target, "stdio"] })
    : new StreamableHTTPClientTransport(new URL(target));
const client = new Client({ name: "interop", version: "1.0.0" });
const errors = [];
client.onerror = (error) => errors.push(error);

const call = (name, args, options) => client.callTool({ name, arguments: args }, undefined, options);
const text = (result) => result.content.map((block) => block.text).join("\n");

await client.connect(transport);
assert.ok(client.getServerCapabilities().tools, "the server has tools");

const { tools } = await client.listTools();
assert.deepEqual(tools.map((tool) => tool.name), ["search", "execute"]);

const overview = await call("search", {});
assert.ok(!overview.isError && text(overview).length > 0, "the overview of services");

const executed = await call("execute", { code: "return 6 * 7" });
assert.deepEqual([executed.isError, text(executed)], [false, "42"]);

const failed = await call("execute", { code: 'throw new Error("fail on purpose")' });
assert.equal(failed.isError, true);
assert.match(text(failed), /fail on purpose/);

const wrong = await call("search", { limit: 1000 });
assert.deepEqual(
  [wrong.isError, text(wrong)],
  [true, "search: 'limit' must be an integer between 1 and 50, but was 1000."],
);

await assert.rejects(call("nothing", {}), /There is no tool "nothing"/);

// A script that waits, given up by the client: both send notifications/cancelled, and the session goes on.
const waiting = { code: "await new Promise(resolve => setTimeout(resolve, 20000)); return 'wait'" };
const controller = new AbortController();
const aborted = call("execute", waiting, { signal: controller.signal });
setTimeout(() => controller.abort("enough"), 300);
await assert.rejects(aborted);
await assert.rejects(call("execute", waiting, { timeout: 300 }), /timed out/i);

const many = await Promise.all(
  Array.from({ length: 20 }, (_, i) => call(i % 2 ? "search" : "execute", i % 2 ? { query: "find" } : { code: "return 42" })),
);
assert.deepEqual(many.filter((result) => result.isError).map(text), [], "20 calls at once");

await client.ping();
if (kind === "http") {
  await transport.terminateSession();
}
await client.close();
assert.deepEqual(errors.map(String).filter((error) => !/abort/i.test(error)), []);
console.log(`ok: the TypeScript client over ${kind}`);
process.exit(0);
