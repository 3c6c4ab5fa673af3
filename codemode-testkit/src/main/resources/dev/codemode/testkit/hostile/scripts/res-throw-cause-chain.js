// expect: error
// purpose: an error whose causes and errors lead in circles
// class: result-serialisation
// ---
const a = new AggregateError([], "first"), b = new Error("second", { cause: a }); a.errors = [b]; Object.defineProperty(a, "cause", { get: () => b }); throw a;
