/** Thrown inside this file only: the offset at which a text stops being JSON. */
class Stop extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Where a text stops being JSON, for a message with line and column: `JSON.parse` no longer says so
 * in every case.
 *
 * @returns offset of the first character that no JSON text could have there; the length of the text
 *   when it is JSON or ends too early
 */
export function jsonErrorOffset(text: string): number {
  try {
    const end = value(text, space(text, 0));
    return space(text, end);
  } catch (error) {
    if (error instanceof Stop) return error.offset;
    throw error;
  }
}

function match(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  if (!pattern.test(text)) throw new Stop(offset);
  return pattern.lastIndex;
}

function space(text: string, offset: number): number {
  return match(SPACE, text, offset);
}

function character(wanted: string, text: string, offset: number): number {
  if (text[offset] !== wanted) throw new Stop(offset);
  return offset + 1;
}

function value(text: string, offset: number): number {
  if (text[offset] === '{') return list('}', member, text, offset + 1);
  if (text[offset] === '[') return list(']', value, text, offset + 1);
  return match(text[offset] === '"' ? STRING : SCALAR, text, offset);
}

function member(text: string, offset: number): number {
  const colon = space(text, match(STRING, text, offset));
  return value(text, space(text, character(':', text, colon)));
}

type Reader = (text: string, offset: number) => number;

function list(close: string, item: Reader, text: string, start: number): number {
  let offset = space(text, start);
  if (text[offset] === close) return offset + 1;
  for (;;) {
    offset = space(text, item(text, offset));
    if (text[offset] === close) return offset + 1;
    offset = space(text, character(',', text, offset));
  }
}
