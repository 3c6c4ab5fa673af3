// SWC's type stripper on V8, and the JavaScript values that it refers to by number (the convention of wasm-bindgen). It may do
// nothing with them but what stands here: any other import fails. The counterpart of Swc and SwcValues in Java.

const FIRST_FREE = 132;
const RESULT_BYTES = 16;
const PREFIX = /^(__wbg_|__wbindgen_)/;
const HASH = /_[0-9a-f]{16}$/;

// The constructor of an array is distinguished from that of an object by the hash that the binding generator gave it.
const NEW_ARRAY = '__wbg_new_78feb108b6472713';
const NEW_OBJECT = '__wbg_new_405e22f390576ce2';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const isNone = (value) => value === undefined || value === null;
const isMap = (value) => value instanceof Map;

const member = (object, key) => (isMap(object) ? object.get(key) : undefined);

class Instance {
  #values = [...new Array(FIRST_FREE - 4).fill(undefined), undefined, null, true, false];
  #free = [];
  #wasm;

  constructor(module) {
    const imports = Object.create(null);
    for (const { module: space, name } of WebAssembly.Module.imports(module)) {
      imports[space] ??= Object.create(null);
      imports[space][name] = this.#imported(name);
    }
    this.#wasm = new WebAssembly.Instance(module, imports).exports;
  }

  transform(text, mode) {
    const result = this.#wasm.__wbindgen_add_to_stack_pointer(-RESULT_BYTES);
    try {
      const options = new Map([['mode', mode], ['module', true], ['sourceMap', mode === 'transform']]);
      this.#wasm.transformSync(result, this.#add(text), this.#add(options));
      const view = this.#view();
      const failed = view.getInt32(result + 8, true) !== 0;
      const answer = this.#take(view.getInt32(failed ? result + 4 : result, true));
      return failed ? refusal(answer) : { code: member(answer, 'code'), map: member(answer, 'map') ?? null };
    } finally {
      this.#wasm.__wbindgen_add_to_stack_pointer(RESULT_BYTES);
    }
  }

  #view() {
    return new DataView(this.#wasm.memory.buffer);
  }

  #text(address, length) {
    return decoder.decode(new Uint8Array(this.#wasm.memory.buffer, address >>> 0, length >>> 0));
  }

  #pass(text, result) {
    const bytes = encoder.encode(text);
    const address = this.#wasm.__wbindgen_export_2(bytes.length, 1) >>> 0;
    new Uint8Array(this.#wasm.memory.buffer).set(bytes, address);
    this.#view().setInt32(result, address, true);
    this.#view().setInt32(result + 4, bytes.length, true);
  }

  #add(value) {
    const index = this.#free.pop() ?? this.#values.length;
    this.#values[index] = value;
    return index;
  }

  #take(index) {
    const value = this.#values[index];
    if (index >= FIRST_FREE) {
      this.#values[index] = undefined;
      this.#free.push(index);
    }
    return value;
  }

  #imported(name) {
    const get = (index) => this.#values[index];
    const add = (value) => this.#add(value);
    const none = (result) => this.#view().setInt32(result, 0, true);
    switch (name.replace(HASH, '').replace(PREFIX, '')) {
      case 'is_undefined':
        return (value) => get(value) === undefined;
      case 'is_falsy':
        return (value) => !get(value);
      case 'is_string':
        return (value) => typeof get(value) === 'string';
      case 'is_object':
        return (value) => isMap(get(value)) || Array.isArray(get(value));
      case 'isArray':
        return (value) => Array.isArray(get(value));
      case 'is_function':
      case 'is_bigint':
      case 'instanceof_Map':
      case 'instanceof_ArrayBuffer':
      case 'instanceof_Uint8Array':
        return () => false;
      case 'boolean_get':
        return (value) => (typeof get(value) === 'boolean' ? Number(get(value)) : 2);
      case 'string_get':
        return (result, value) => {
          if (typeof get(value) === 'string') {
            this.#pass(get(value), result);
          } else {
            none(result);
            none(result + 4);
          }
        };
      case 'debug_string':
        return (result, value) => this.#pass(String(get(value)), result);
      case 'number_get':
      case 'bigint_get_as_i64':
        return none;
      case 'string_new':
        return (address, length) => add(this.#text(address, length));
      case 'error_new':
        return (address, length) => add(`Error: ${this.#text(address, length)}`);
      case 'number_new':
      case 'bigint_from_i64':
      case 'bigint_from_u64':
        return (value) => add(Number(value));
      case 'object_clone_ref':
        return (value) => add(get(value));
      case 'object_drop_ref':
        return (value) => {
          this.#take(value);
        };
      case 'new':
        return this.#maker(name);
      case 'set':
        return (target, key, value) => {
          if (isMap(get(target))) {
            get(target).set(this.#take(key), this.#take(value));
          } else {
            get(target).push(this.#take(value));
          }
        };
      case 'getwithrefkey':
        return (object, key) => add(member(get(object), get(key)));
      case 'in':
        return (key, object) => isMap(get(object)) && get(object).has(get(key));
      case 'jsval_eq':
        return (a, b) => get(a) === get(b);
      case 'jsval_loose_eq':
        return (a, b) => (isNone(get(a)) ? isNone(get(b)) : get(a) === get(b));
      case 'static_accessor_GLOBAL':
      case 'static_accessor_GLOBAL_THIS':
      case 'static_accessor_WINDOW':
      case 'static_accessor_SELF':
        return () => 0;
      case 'throw':
        return (address, length) => {
          throw new Error(this.#text(address, length));
        };
      default:
        return forbidden(name);
    }
  }

  #maker(name) {
    switch (name) {
      case NEW_ARRAY:
        return () => this.#add([]);
      case NEW_OBJECT:
        return () => this.#add(new Map());
      default:
        return forbidden(name);
    }
  }
}

const forbidden = (name) => () => {
  throw new Error(`The module may not use ${name}.`);
};

const refusal = (answer) => (isMap(answer)
  ? {
    refused: String(answer.get('code')),
    message: String(answer.get('message')),
    line: answer.get('startLine') ?? 0,
    column: (answer.get('startColumn') ?? 0) + 1,
  }
  : { refused: 'Error', message: String(answer), line: 0, column: 1 });

/** SWC; if it fails other than through its answer, its memory is discarded. */
export class Swc {
  #module;
  #instance = null;

  constructor(bytes) {
    this.#module = new WebAssembly.Module(bytes);
  }

  /**
   * Turns a TypeScript module into JavaScript.
   *
   * @return the code with its source map, or why it was refused; null if SWC failed, such as on a text that nests too deeply
   */
  transform(text, mode) {
    try {
      this.#instance ??= new Instance(this.#module);
      return this.#instance.transform(text, mode);
    } catch {
      this.#instance = null;
      return null;
    }
  }
}
