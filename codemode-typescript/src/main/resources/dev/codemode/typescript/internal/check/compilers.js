// Compilers: one for each view of a catalog is kept, since creating one costs more than most checks.

const MAX_COMPILERS = 4;
const MAX_TOGETHER = 1_500_000;
const MAX_NEW_TYPES = 8_000;
const compilers = new Map();

/** Declares what scripts are given: as globals, and as the argument of a script that is a function. */
function servicesFile(list) {
  const members = list.map((name) => `${name}: typeof ${name};`).join(" ");
  return ts.createSourceFile("/services.d.ts", `interface Services_ { ${members} [name: string]: any }\n`
    + "declare function run_(script: (services: Services_) => any): any;\n", 99, false);
}

function length(files) {
  return files.reduce((sum, file) => sum + file.text.length, 0);
}

function made(files, list) {
  const services = bound(servicesFile(list));
  const all = [library, services, ...files];
  const byName = new Map(all.map((file) => [file.fileName, file]));
  const none = () => undefined;
  const host = {
    getCompilerOptions: () => options, getSourceFiles: () => all, getSourceFile: (name) => byName.get(name),
    isSourceFileDefaultLibrary: (file) => file === library, getCurrentDirectory: () => "/", useCaseSensitiveFileNames: () => true,
    getCommonSourceDirectory: () => "/", fileExists: (name) => byName.has(name), getResolvedModule: none, getModeForUsageLocation: none,
    getEmitSyntaxForUsageLocation: none, getImpliedNodeFormatForEmit: none, getDefaultResolutionModeForFile: none,
    getEmitModuleFormatOfFile: () => options.module, getRedirectFromSourceFile: none, getRedirectFromOutput: none,
    isSourceOfProjectReferenceRedirect: () => false,
  };
  const checker = ts.createTypeChecker(host);
  return {
    files: new Set(files), list: new Set(list), services, renamed: renamedIn(files), checker, enough: checker.getTypeCount() + MAX_NEW_TYPES,
  };
}

/** Returns the reserved words that scripts write, by the services and the names that declarations have for them. */
function renamedIn(files) {
  const names = new Map();
  const visit = (service, node) => {
    if (node.kind === Kind.ModuleDeclaration) visit(service ?? String(node.name.escapedText), node.body);
    if (node.kind === Kind.ModuleBlock) node.statements.forEach((one) => visit(service, one));
    for (const one of node.kind === Kind.ExportDeclaration ? node.exportClause.elements : []) {
      names.set(service + " " + String(one.propertyName.escapedText), String(one.name.escapedText));
    }
  };
  files.forEach((file) => file.statements.forEach((one) => visit(undefined, one)));
  return names;
}

/** Returns a compiler that knows these files of the view; it may know more of them. */
function compilerOf(view, list, files) {
  const old = compilers.get(view);
  compilers.delete(view);
  if (old === undefined) return made(files, list);
  const full = old.checker.getTypeCount() > old.enough;
  if (!full && files.every((file) => old.files.has(file)) && list.every((name) => old.list.has(name))) return old;
  const together = [...new Set([...old.files, ...files])];
  return length(together) > MAX_TOGETHER ? made(files, list) : made(together, [...new Set([...old.list, ...list])]);
}

function bound(file) {
  file.imports ??= [];
  file.moduleAugmentations ??= [];
  file.ambientModuleNames ??= [];
  ts.bindSourceFile(file, options);
  return file;
}
