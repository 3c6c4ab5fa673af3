// Makes calls from a document only: arguments that match it, in the flat form, and requests that do not match it.
import { sample } from "openapi-sampler";
import RandExp from "randexp";

const METHODS = ["get", "put", "post", "delete", "patch"];
const JSON_TYPE = /^(application\/json|text\/json|.*\+json|\*\/\*)$/;

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

/** Returns the name by which a script calls an operation. */
export const nameOf = id => id.split(/[/.]+/).map(identifier).filter(Boolean).join(".");

/** Every method gets its share of the operations, spread over the whole document. */
export function chosen(document, count) {
  const byMethod = Object.fromEntries(METHODS.map(method => [method, []]));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      if (item[method]?.operationId) byMethod[method].push({ path, method, item, operation: item[method] });
    }
  }
  const lists = Object.values(byMethod).filter(list => list.length);
  const share = Math.ceil(count / lists.length);
  return lists.flatMap(list => {
    const step = Math.max(1, Math.floor(list.length / share));
    return list.filter((_, i) => i % step === 0).slice(0, share);
  });
}

function parametersOf(document, { item, operation }) {
  const parameters = new Map();
  for (const declared of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(document, declared);
    parameters.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...parameters.values()].filter(({ in: place, name }) => place !== "header" || !/^(accept|content-type|authorization)$/i.test(name));
}

function bodyOf(document, operation) {
  const content = resolve(document, operation.requestBody)?.content ?? {};
  const types = Object.keys(content);
  const type = types.find(type => JSON_TYPE.test(type)) ?? ["application/x-www-form-urlencoded", "multipart/form-data"].find(type => types.includes(type));
  return { sent: types.length > 0, type, media: content[type] };
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

/** Returns arguments that match the document, or undefined if the body's media type has no samples. */
export function argumentsOf(document, wantsBody, place) {
  const args = {};
  for (const parameter of parametersOf(document, place)) {
    const name = parameter.name in args ? `${parameter.name}In${parameter.in[0].toUpperCase()}${parameter.in.slice(1)}` : parameter.name;
    const examples = Object.values(parameter.examples ?? {}).map(example => resolve(document, example).value);
    args[name] = value(document, parameter.schema, parameter.example ?? examples[0]);
    if (parameter.in === "path" && (args[name] === "" || args[name] === "string")) args[name] = "abc";
  }
  const { sent, media } = bodyOf(document, place.operation);
  return sent ? media && flat(document, wantsBody, args, media) : args;
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

/** Returns requests that break the document in one way each. */
export function wrongRequests(document, place) {
  const parameters = parametersOf(document, place);
  const path = text => place.path.replace(/\{[^}]+\}/g, text);
  const has = (where, types) => parameters.find(({ in: at, schema }) => at === where && types.test(resolve(document, schema)?.type));
  const wrong = [];
  if (parameters.some(({ in: at, required }) => at !== "path" && required)) wrong.push(path("1"));
  const typed = has("query", /integer|boolean/);
  if (typed) wrong.push(`${path("1")}?${encodeURIComponent(typed.name)}=wrong`);
  if (has("path", /integer|number/)) wrong.push(path("wrong"));
  if (resolve(document, place.operation.requestBody)?.required) wrong.push(path("1"));
  return wrong.map(url => ({ url, method: place.method.toUpperCase() }));
}
