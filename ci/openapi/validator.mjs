// A server that checks each request against a document with express-openapi-validator and answers with what it got.
//   node validator.mjs DOCUMENT PORT
import { readFileSync } from "node:fs";
import express from "express";
import { middleware } from "express-openapi-validator";

const [document, port] = process.argv.slice(2);
const parsed = JSON.parse(readFileSync(document, "utf8"));
clean(parsed);

/** The validator takes no `nullable` without a `type`, which documents have. */
function clean(node) {
  if (node && typeof node === "object") {
    if ("nullable" in node && typeof node.nullable === "boolean" && !node.type) delete node.nullable;
    Object.values(node).forEach(clean);
  }
}

const app = express();
app.use((request, response, next) => {
  const pairs = (request.headers.cookie ?? "").split(/; */).filter(Boolean).map(pair => pair.split(/=(.*)/s));
  request.cookies = Object.fromEntries(pairs);
  next();
});
app.use(express.json({ type: ["json", "+json"] }), express.urlencoded({ extended: true }), express.text());
app.use(middleware({ apiSpec: parsed, validateRequests: { coerceTypes: true }, validateResponses: false, validateSecurity: true, ignoreServers: true, validateFormats: false, fileUploader: {} }));
app.use((request, response) => response.json({ method: request.method, path: request.path }));
app.use((error, request, response, next) => response.status(error.status ?? 500).json({ message: error.message, errors: error.errors }));
app.listen(Number(port), "127.0.0.1");
