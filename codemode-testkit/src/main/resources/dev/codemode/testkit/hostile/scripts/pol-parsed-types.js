// expect: no-escape|error
// purpose: declares types, globals and services of its own, for the check of the next script
// class: cross-execution-state
// ---
declare global { interface Array<T> { invented: string } var invented: any; namespace api { function invented(): void } }
globalThis.invented = "ESCAPED:invented"; Array.prototype.invented = "ESCAPED:invented"; return 1;
