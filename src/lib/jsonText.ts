/**
 * From the text of a file to its value, and from a path in the value back to a line of the text.
 * Refuses what `JSON.parse` lets pass and what would mislead a reader or a program: a key written
 * twice, letters that cannot be seen, nesting or size that no record has.
 */
import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parse,
  parseTree,
} from 'jsonc-parser';
import { fewOf, type Problem, printable, shorten } from './problems.ts';

/** Largest file, in UTF-16 code units; the longest of today has under half of it. */
const LONGEST = 1_000_000;
/** Keys written twice that are looked up in the text. */
const MOST = 20;
/** Deepest nesting; records have six levels. */
const DEEPEST = 20;

export type Path = readonly (string | number)[];

/** What a text holds and what is wrong with it; without `value` where it is no JSON. */
export interface JsonText {
  value?: unknown;
  problems: Problem[];
}

/**
 * @param file path relative to `data/`, for the problems
 * @param text content of the file
 */
export function parseJson(file: string, text: string): JsonText {
  const problem = (rule: string, mend: string, field = '', value = ''): JsonText => ({
    problems: [{ file, field, value, rule, mend }],
  });
  if (text.length > LONGEST) {
    const size = `${(text.length / 1e6).toFixed(1)} million characters`;
    return problem(
      `is too long: ${size}; a file of data has at most 1 million`,
      'send one record a file, and only what the record needs',
    );
  }
  if (text.startsWith('\uFEFF')) {
    return problem(
      'begins with a byte order mark, an invisible letter that JSON does not allow',
      'save the file as “UTF-8”, not as “UTF-8 with BOM”',
    );
  }
  const { depth, repeated } = scan(text);
  if (depth > DEEPEST) {
    return problem(
      `is nested ${depth} levels deep; no record has more than ${DEEPEST}`,
      'look for brackets that were opened and not closed',
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [syntaxProblem(file, text, error)] };
  }
  const problems = [
    ...repeated.slice(0, MOST).map(({ key, offset }): Problem => {
      const at = positionOf(text, offset);
      return {
        file,
        field: printable(key, 80),
        value: '',
        rule: `is written twice in one group, the second time on line ${at.line}; programs differ in which of the two they take`,
        mend: 'remove one of the two',
        at,
      };
    }),
    ...unreadable(file, value, ''),
  ];
  return { value, problems: fewOf(problems) };
}

/** Token kinds of the scanner, whose names TypeScript cannot see in modules of one file. */
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  colon: 6,
  string: 10,
  end: 17,
};

interface Repeated {
  key: string;
  offset: number;
}

/** Walks the tokens once, without recursion: how deep the brackets go, and keys written twice. */
function scan(text: string): { depth: number; repeated: Repeated[] } {
  const scanner = createScanner(text, true);
  const open: (Set<string> | null)[] = [];
  const repeated: Repeated[] = [];
  let depth = 0;
  let last: Repeated | null = null;
  for (let token: number = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    if (token === TOKEN.openBrace || token === TOKEN.openBracket) {
      open.push(token === TOKEN.openBrace ? new Set() : null);
      depth = Math.max(depth, open.length);
    } else if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) open.pop();
    else if (token === TOKEN.colon && last !== null) {
      const keys = open.at(-1);
      if (keys?.has(last.key)) repeated.push(last);
      keys?.add(last.key);
    }
    last =
      token === TOKEN.string
        ? { key: scanner.getTokenValue(), offset: scanner.getTokenOffset() }
        : null;
  }
  return { depth, repeated };
}

/** Control letters, lone halves of letters, and marks that turn or hide the letters around them. */
const UNREADABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\uFFFC\uFFFD]/u;

/** Texts and keys anywhere in a value that a reader could not see as they are. */
function unreadable(file: string, value: unknown, field: string): Problem[] {
  if (typeof value === 'string') {
    const bad = UNREADABLE.exec(value)?.[0];
    return bad === undefined ? [] : [unreadableProblem(file, field, value, bad)];
  }
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => unreadable(file, entry, `${field}[${index}]`));
  }
  return Object.entries(value).flatMap(([key, entry]) => {
    const bad = UNREADABLE.exec(key)?.[0];
    const name = bad === undefined ? key : key.replaceAll(bad, '');
    const path = field === '' ? name : `${field}.${name}`;
    const own = bad === undefined ? [] : [unreadableProblem(file, path, key, bad)];
    return [...own, ...unreadable(file, entry, path)];
  });
}

function unreadableProblem(file: string, field: string, value: string, bad: string): Problem {
  const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    file,
    field: printable(field, 200),
    value: shorten(value.replaceAll(bad, '\uFFFD')),
    rule: `holds U+${code}, a letter that cannot be seen or printed`,
    mend: 'type the text anew instead of pasting it; one line, without control characters',
  };
}

/** A place in a text, counted from 1. */
export interface Position {
  line: number;
  column: number;
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return {
    line: before.split('\n').length,
    column: offset - (before.lastIndexOf('\n') + 1) + 1,
  };
}

/** A stretch of a text. */
export interface Range extends Position {
  offset: number;
  length: number;
}

/**
 * Finds values in the text of a record.
 *
 * @returns for a path its place; that of the nearest enclosing value where the path leads nowhere
 */
export function locator(text: string): (path: Path) => Range {
  const root = parseTree(text, [], { disallowComments: true });
  return (path) => {
    for (let length = path.length; root !== undefined && length > 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
      if (node !== undefined) return rangeOf(text, node);
    }
    return { offset: 0, length: 1, line: 1, column: 1 };
  };
}

/** A group or list is shown by its key, or else by its bracket; its content would fill the screen. */
function rangeOf(text: string, node: Node): Range {
  const isLong = node.type === 'object' || node.type === 'array';
  const key = isLong && node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  const { offset, length } = key ?? node;
  return { offset, length: isLong && key === undefined ? 1 : length, ...positionOf(text, offset) };
}

/** `scores[3].value` → `['scores', 3, 'value']`; the inverse of how problems name a field. */
export function pathOf(field: string): (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key as string) : Number(index),
  );
}

function syntaxProblem(file: string, text: string, error: unknown): Problem {
  if (text.trim() === '') {
    const rule = 'is empty; it must be valid JSON';
    const mend = 'write a record as data/README.md has it, or remove the file';
    return { file, field: '', value: '', rule, mend, at: { line: 1, column: 1 } };
  }
  const message = error instanceof Error ? error.message : String(error);
  const known = commonFault(text);
  const at = positionOf(text, known?.offset ?? firstError(text).offset);
  const { line, column } = at;
  return {
    file,
    field: '',
    value: '',
    rule: `must be valid JSON; it breaks at line ${line}, column ${column} (${known?.fault ?? reason(message)})`,
    mend: `${known?.mend ?? 'look here, often for a missing or extra comma or quote'}:\n${excerpt(text, at)}`,
    at,
  };
}

/** Numbers of the parser's errors, whose names TypeScript cannot see in modules of one file. */
const ERROR = { comment: 10, openString: 12 };

/** A fault that the text's first error shows to be one of those that people make by habit. */
function commonFault(text: string): { offset: number; fault: string; mend: string } | undefined {
  const { error, offset } = firstError(text);
  if (error === ERROR.comment) {
    const fault = 'JSON has no comments';
    return { offset, fault, mend: 'write it under notes, or take it out' };
  }
  const line = text.slice(offset).split('\n', 1)[0] as string;
  const inner = error === ERROR.openString ? line.search(/[“”„‟]/) : -1;
  if (inner >= 0 || /^['‘’‚`´“”„‟«»]/.test(line)) {
    const fault = 'a curly or single quote stands for a straight double one';
    return { offset: offset + Math.max(0, inner), fault, mend: 'use straight double quotes, "' };
  }
  const before = text.slice(0, offset).trimEnd();
  if (/^[}\]]/.test(line) && before.endsWith(',')) {
    const fault = 'a comma stands before the closing bracket';
    return { offset: before.length - 1, fault, mend: 'remove the comma' };
  }
  return undefined;
}

/** The parser's own words without its excerpt and its position, which differ between versions. */
function reason(message: string): string {
  return message
    .replace(/(?:, \.{0,3}"| in JSON at position| at position| is not valid JSON).*$/s, '')
    .replace(UNREADABLE, '\uFFFD');
}

/** Where a text stops being JSON; `JSON.parse` does not say so in every case. */
function firstError(text: string): { error: number; offset: number } {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors[0] ?? { error: 0, offset: text.length };
}

/** Widest part of a line that is shown. */
const WIDTH = 100;

/** The line with the one before it, and carets under `length` letters from the column. */
export function excerpt(text: string, { line, column }: Position, length = 1): string {
  const lines = text.split('\n');
  const from = Math.max(0, column - 1 - WIDTH / 2);
  const cut = (number: number) =>
    Array.from((lines[number - 1] ?? '').slice(from, from + WIDTH), drawn).join('');
  const shown = [line - 1, line]
    .filter((number) => number >= 1)
    .map((number) => `    ${String(number).padStart(4)} | ${cut(number)}`);
  const rest = Math.min((lines[line - 1] ?? '').length, from + WIDTH) - (column - 1);
  const carets = '^'.repeat(Math.max(1, Math.min(length, rest)));
  return [...shown, `         | ${' '.repeat(column - 1 - from)}${carets}`].join('\n');
}

/** A letter as a line of one width can show it. */
function drawn(letter: string): string {
  if (letter === '\t') return ' ';
  return UNREADABLE.test(letter) ? '\uFFFD' : letter;
}
