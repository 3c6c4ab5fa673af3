// Compiles golden declarations under `tsc --strict`, each by itself and with the script next to it.
//   node check.mjs DIRECTORY...
// For each NAME.d.ts: the file itself, a generated script that calls every operation with its own argument type and
// reads the result, and NAME.script.ts where there is one (it may hold @ts-expect-error lines). Exit 1 on any error.
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join, dirname } from "node:path";
import ts from "typescript";

const options = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ES2022,
  lib: ["lib.es2023.d.ts"],
  types: [],
};

function operations(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const found = [];
  const visit = (node, path) => {
    if (ts.isModuleDeclaration(node)) {
      ts.forEachChild(node, child => visit(child, [...path, node.name.text]));
    } else if (ts.isModuleBlock(node) || ts.isSourceFile(node)) {
      const renamed = new Map(
        (node.statements ?? [])
          .filter(s => ts.isExportDeclaration(s) && s.exportClause)
          .flatMap(s => s.exportClause.elements.map(e => [e.propertyName?.text, e.name.text])),
      );
      for (const statement of node.statements) {
        if (ts.isFunctionDeclaration(statement) && path.length > 0) {
          const name = statement.name.text;
          found.push({
            name: [...path, renamed.get(name) ?? name].join("."),
            takes: statement.parameters.length > 0,
          });
        } else {
          visit(statement, path);
        }
      }
    }
  };
  visit(source, []);
  return found;
}

function script(file) {
  const lines = operations(file).map(({ name, takes }, i) =>
    takes
      ? `declare const a${i}: NonNullable<Parameters<typeof ${name}>[0]>; const r${i}: Awaited<ReturnType<typeof ${name}>> = await ${name}(a${i}); void r${i};`
      : `const r${i}: Awaited<ReturnType<typeof ${name}>> = await ${name}(); void r${i};`,
  );
  return lines.join("\n") + "\nexport {};\n";
}

function compile(files, virtual) {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = name => name in virtual || fileExists(name);
  host.readFile = name => virtual[name] ?? readFile(name);
  host.getSourceFile = (name, ...rest) =>
    name in virtual ? ts.createSourceFile(name, virtual[name], ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([...files, ...Object.keys(virtual)], options, host);
  return ts.getPreEmitDiagnostics(program);
}

let files = 0;
let failures = 0;
for (const directory of process.argv.slice(2)) {
  for (const name of readdirSync(directory).filter(n => n.endsWith(".d.ts")).sort()) {
    const file = join(directory, name);
    const beside = file.replace(/\.d\.ts$/, ".script.ts");
    const all = [file, ...(existsSync(beside) ? [beside] : [])];
    const found = compile(all, { [join(dirname(file), "generated.script.ts")]: script(file) });
    files++;
    if (found.length > 0) {
      failures++;
      console.error(ts.formatDiagnostics(found, { getCurrentDirectory: () => ".", getCanonicalFileName: f => f, getNewLine: () => "\n" }));
    }
  }
}
console.log(`${files} declaration files compiled with their scripts, ${failures} with errors`);
process.exit(failures > 0 || files === 0 ? 1 : 0);
