// Runs a script on a server over stdio and compares what it returns: node execute.mjs SCRIPT EXPECTED COMMAND ARGUMENT...
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [code, expected, command, ...args] = process.argv.slice(2);
const client = new Client({ name: "execute", version: "1.0.0" });
await client.connect(new StdioClientTransport({ command, args, env: process.env }));
const result = await client.callTool({ name: "execute", arguments: { code } });
assert.equal(result.content.map((block) => block.text).join("\n"), expected);
await client.close();
console.log(`ok: ${[command, ...args].join(" ")}`);
process.exit(0);
