// Drives README's example with the official TypeScript SDK: node consumer.mjs COMMAND ARGUMENT...
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [command, ...args] = process.argv.slice(2);
const client = new Client({ name: "consumer", version: "1.0.0" });
await client.connect(new StdioClientTransport({ command, args }));
const text = result => result.content.map(block => block.text).join("\n");

const found = text(await client.callTool({ name: "search", arguments: { query: "books.list" } }));
assert.match(found, /Lists books\./, "the Javadoc of the operation");
assert.match(found, /only books with at least this many copies in stock/, "the Javadoc of the parameter");
assert.match(found, /books\.list\(args: \{[^]*minCopies: number;[^]*\}\): Promise<Book\[\]>/);

const code = "const inStock = await books.list({ minCopies: 1 });\nreturn inStock.map(b => b.title);";
assert.equal(text(await client.callTool({ name: "execute", arguments: { code } })), '["The Odyssey"]');
await client.close();
process.exit(0);
