// A body wrapped in the function that runs it, in strict mode, line for line: the counterpart of ScriptText in Java, which
// says why text that parses in all of these wrappers cannot close its function.
import vm from 'node:vm';
import { ScriptEnd } from './run.mjs';

const { addEventListener, removeEventListener, reportError } = globalThis;

export const NAME = 'script.js';

const FUNCTION = '"use strict";(async function(){';
const CHECKS = ['"use strict";({async script(){', '"use strict";(class{async script(){'];
const CLOSES_ITS_FUNCTION = "The script closes the function that it runs in: a '}' has no '{' before it.";
const IMPORTS = 'Modules cannot be imported here: every service is already a global. Remove the import.';
const MAX_MESSAGE = 8192;

// The word, but not shop.import, followed by an opening parenthesis, or by a comment that may hide one.
const SUSPECT = /(?<![\p{L}\p{Nd}_$\\])(?<!(?<!\.)\.)import(?=[\s\p{Z}\uFEFF]*[(./])/u;
const SUSPECTS = new RegExp(SUSPECT, 'gu');
const NO_CODE = '#@@@@@';

const linesOf = (body) => {
  const lines = body.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') {
    lines.pop();
  }
  return lines;
};

/** Returns whether the position is in the body, and not in the text that precedes it. */
export const holds = (line, column) => line > 1 || column > FUNCTION.length;

/** Returns the position in the body; positions outside it are moved to its nearest end. */
export const positionIn = (body, line, column) => {
  if (line < 1) {
    return null;
  }
  const lines = linesOf(body);
  const last = Math.max(1, lines.length);
  if (line > last) {
    return { line: last, column: (lines.at(-1) ?? '').length + 1 };
  }
  return { line, column: Math.max(1, line === 1 ? column - FUNCTION.length : column) };
};

const importPosition = (body) => {
  const before = body.slice(0, body.match(SUSPECT)?.index ?? 0);
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
};

// An error that was created without a stack is reported at the place that it is about.
const placeOf = (error) => {
  let place = { line: 0, column: 0 };
  const listener = (event) => {
    event.preventDefault();
    place = { line: event.lineno, column: event.colno };
  };
  addEventListener('error', listener);
  reportError(error);
  removeEventListener('error', listener);
  return place;
};

const parse = (text) => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return { script: new vm.Script(text, { filename: NAME }), error: null };
  } catch (error) {
    return { script: null, error };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};

const compile = (body, text, message = null) => {
  const { script, error } = parse(text);
  if (script === null) {
    const { line, column } = placeOf(error);
    throw new ScriptEnd(
      'SYNTAX', 'SyntaxError', message ?? error.message.slice(0, MAX_MESSAGE), positionIn(body, line, column));
  }
  return script;
};

/**
 * Parses a body; nothing of it runs.
 *
 * @return a script whose value is the function
 * @throws ScriptEnd if the body is not that of an async function
 */
export const functionOf = (body) => {
  const script = compile(body, `${FUNCTION}${body}\n})`);
  for (const check of CHECKS) {
    compile(body, `${check}${body}\n}})`, CLOSES_ITS_FUNCTION);
  }
  if (SUSPECT.test(body) && parse(`${FUNCTION}${body.replace(SUSPECTS, NO_CODE)}\n})`).script === null) {
    throw new ScriptEnd('SYNTAX', 'SyntaxError', IMPORTS, importPosition(body));
  }
  return script;
};
