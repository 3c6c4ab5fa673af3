// expect: error|value:[0,0]
// purpose: a typed array that lies about its length
// class: result-serialisation
// ---
class Lying extends Uint8Array { get length() { return 1e9; } } return new Lying(2);
