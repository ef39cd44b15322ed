/** Ways to break the text of a record. Each takes a sound text and chances, and gives bytes. */
import type { Stream } from '../src/lib/numerics/random.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Draws of one mutation. */
export interface Chance {
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
}

export function chanceOf(stream: Stream): Chance {
  const below = (n: number) => Math.floor(stream.uniform() * n);
  return { below, pick: (items) => items[below(items.length)] as (typeof items)[number] };
}

export interface Mutation {
  name: string;
  apply(text: string, chance: Chance): string | Uint8Array;
}

const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</title></style></textarea><svg/onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  `\${alert(1)}`,
  '<!--',
  ']]>',
  '=HYPERLINK("https://example.org")',
  '%0d%0aSet-Cookie:x',
  '::error file=x::y',
];
const LETTERS = [
  '\u0000',
  '\u0007',
  '\u001B[31m',
  '\n',
  '\r\n',
  '\t',
  '\u00A0',
  '\u00AD',
  '\u200B',
  '\u200D',
  '\u202E',
  '\u2028',
  '\u2066',
  '\uFEFF',
  '\uFFFD',
  '\uFDD0',
  '\uD83D',
  '\uDE00',
  '😀',
  'é',
  'Ａ',
  'а',
  'ﷺ',
  '\u{E0041}',
  `Z${'\u0301'.repeat(200)}`,
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'length',
  '',
  '0',
  '\u001B[2J',
  '../x',
  'x'.repeat(5000),
];
const NUMBERS = [
  '-1',
  '0',
  '-0',
  '1e-320',
  '1e308',
  '1e999',
  '-1e999',
  '45.3',
  '1.0000001',
  '9007199254740993',
  `1${'0'.repeat(400)}`,
  `0.${'3'.repeat(5000)}`,
  '1e17',
  '1E5',
  '0.1e1',
];
const IDS = [
  '../x',
  '..',
  '.',
  'a/b',
  'a\\b',
  '/etc/passwd',
  'con',
  'nul.7b',
  'constructor',
  'prototype',
  '__proto__',
  '%2e%2e',
  'x.json',
  'a..b',
  '-a',
  'a-',
  'A',
  'é',
  '',
  'x'.repeat(5000),
  'a\u0000b',
  'a b',
  '*',
  '$(id)',
  '`id`',
  '1',
  '0x1',
];
const ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>',
  'file:///etc/passwd',
  '//example.org',
  'http://',
  'https://a@b',
  'https://example.org/"onmouseover="alert(1)',
  'https://example.org/<script>',
  'https://[::1]/',
  'https://xn--80ak6aa92e.com/',
  'https://example.org/\u202E',
  ' https://example.org/ ',
  'https:example.org',
  'https://example.org:99999/',
  `https://example.org/${'a'.repeat(5000)}`,
  'vbscript:x',
  'blob:https://example.org/x',
  'https://exam\tple.org/',
  'https://%00/',
  'https://arxiv.org/abs/9999.99999',
  'https://a',
];
const DATES = [
  '2023-02-30',
  '0000-00-00',
  '9999-12-31',
  '2024-9-1',
  '2024-09-19T00:00:00Z',
  '19.9.2024',
  '２０２４-09-19',
  '-2024-09-19',
  '2024-13-01',
  '',
  'today',
  '1900-02-29',
];
const REPETITIVE = [
  '<',
  '<a ',
  '[',
  '](',
  '**',
  '&a',
  ' ',
  '1',
  '1.',
  'a1',
  '1b ',
  '_',
  '.',
  '-',
  '/',
  'a\u00A0',
];
const WRONG: Json[] = [null, true, 7, -0.5, 'x', '', [], {}, [[]], { a: { b: 1 } }, [1, 'x', null]];

/** Every place in a value. */
function placesIn(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((entry, i) => placesIn(entry, [...path, i]))
    : Object.entries(value).flatMap(([key, entry]) => placesIn(entry, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function at(value: Json, path: readonly (string | number)[]): Json {
  let inner = value;
  for (const key of path) inner = (inner as Record<string | number, Json>)[key] as Json;
  return inner;
}

/** Stands for text that JSON.stringify would not write. */
const MARK = '\uE000mark\uE000';

/** The text with the value at a path replaced by other text. */
function replaceAt(text: string, path: readonly (string | number)[], written: string): string {
  const value = JSON.parse(text) as Json;
  const last = path.at(-1) as string | number;
  (at(value, path.slice(0, -1)) as Record<string | number, Json>)[last] = MARK;
  return JSON.stringify(value, null, 2).replace(JSON.stringify(MARK), () => written);
}

/** A mutation of one value, among those that `fits` takes. */
function ofValue(
  name: string,
  fits: (value: Json, key: string | number) => boolean,
  write: (value: Json, chance: Chance) => string,
): Mutation {
  return {
    name,
    apply(text, chance) {
      const value = JSON.parse(text) as Json;
      const places = placesIn(value).filter((path) => fits(at(value, path), path.at(-1) ?? ''));
      if (places.length === 0) return text.slice(0, -3);
      const path = chance.pick(places);
      return replaceAt(text, path, write(at(value, path), chance));
    },
  };
}

const isText = (value: Json) => typeof value === 'string';
const json = (value: Json) => JSON.stringify(value);

function insertAt(text: string, where: number, inserted: string): string {
  return text.slice(0, where) + inserted + text.slice(where);
}

/** Adds text behind a random opening brace. */
function insertKey(text: string, chance: Chance, key: string, written: string): string {
  const braces = [...text.matchAll(/\{(?=\s*")/g)].map(({ index }) => index + 1);
  return braces.length === 0
    ? text
    : insertAt(text, chance.pick(braces), `${json(key)}: ${written},`);
}

export const mutations: readonly Mutation[] = [
  ofValue(
    'another type',
    () => true,
    (_, chance) => json(chance.pick(WRONG)),
  ),
  ofValue(
    'a number out of range',
    (value) => typeof value === 'number',
    (_, chance) => chance.pick(NUMBERS),
  ),
  ofValue(
    'a number for anything',
    () => true,
    (_, chance) => chance.pick(NUMBERS),
  ),
  ofValue('odd letters', isText, (value, chance) => {
    const words = value as string;
    return json(insertAt(words, chance.below(words.length + 1), chance.pick(LETTERS)));
  }),
  ofValue('odd letters alone', isText, (_, chance) => json(chance.pick(LETTERS))),
  ofValue('markup', isText, (value, chance) => json(`${value as string}${chance.pick(SCRIPTS)}`)),
  ofValue('markup alone', isText, (_, chance) => json(chance.pick(SCRIPTS))),
  ofValue(
    'a way out of the folder',
    (_, key) => ['id', 'benchmark', 'protocol', 'harness', 'hub', 'model'].includes(String(key)),
    (_, chance) => json(chance.pick(IDS)),
  ),
  ofValue(
    'an odd address',
    (_, key) => ['source', 'link', 'url', '$schema'].includes(String(key)),
    (_, chance) => json(chance.pick(ADDRESSES)),
  ),
  ofValue(
    'an odd date',
    (_, key) => ['date', 'published', 'asOf'].includes(String(key)),
    (_, chance) => json(chance.pick(DATES)),
  ),
  ofValue('a text that repeats itself', isText, (_, chance) => {
    const part = chance.pick(REPETITIVE);
    return json(part.repeat(Math.ceil(chance.pick([80, 590, 20_000]) / part.length)));
  }),
  ofValue(
    'deep nesting',
    () => true,
    (_, chance) => {
      const depth = chance.pick([5, 19, 21, 1000, 100_000]);
      const [open, close] = chance.pick([
        ['[', ']'],
        ['{"a":', '}'],
      ] as const);
      return `${open.repeat(depth)}1${close.repeat(depth)}`;
    },
  ),
  ofValue(
    'a list made long',
    (value) => Array.isArray(value) && value.length > 0,
    (value, chance) => {
      const [first] = value as Json[];
      return `[${Array.from({ length: chance.pick([300, 5000]) }, () => json(first as Json)).join(',')}]`;
    },
  ),
  ofValue(
    'a list of wrong entries',
    Array.isArray,
    (_, chance) =>
      `[${Array.from({ length: chance.pick([3, 2000]) }, () => json(chance.pick(WRONG))).join(',')}]`,
  ),
  {
    name: 'markup in every text',
    apply: (text, chance) => {
      const script = chance.pick(SCRIPTS);
      return JSON.stringify(JSON.parse(text), (_, value) =>
        typeof value === 'string' ? script : value,
      );
    },
  },
  {
    name: 'markup in every free text',
    apply: (text, chance) => {
      const script = chance.pick(SCRIPTS);
      const free = [
        'name',
        'organization',
        'family',
        'setting',
        'locator',
        'note',
        'teacher',
        'description',
      ];
      return JSON.stringify(JSON.parse(text), (key, value) =>
        free.includes(key) && typeof value === 'string' ? script : value,
      );
    },
  },
  {
    name: 'a field removed',
    apply(text, chance) {
      const value = JSON.parse(text) as Json;
      const path = chance.pick(placesIn(value));
      const parent = at(value, path.slice(0, -1));
      if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
      else delete (parent as Record<string, Json>)[String(path.at(-1))];
      return JSON.stringify(value, null, 2);
    },
  },
  {
    name: 'an unknown key',
    apply: (text, chance) => insertKey(text, chance, chance.pick(KEYS), json(chance.pick(WRONG))),
  },
  {
    name: 'many unknown keys',
    apply: (text, chance) =>
      insertAt(
        text,
        1,
        Array.from({ length: chance.pick([100, 20_000]) }, (_, i) => `"k${i}": 1,`).join(''),
      ),
  },
  {
    name: 'a key twice',
    apply(text, chance) {
      const lines = text.split('\n');
      const own = [...lines.entries()].filter(([, line]) => /^\s*"[^"]+": [^[{]*,$/.test(line));
      if (own.length === 0) return `{"a": 1, "a": 1}`;
      const [index, line] = chance.pick(own);
      return lines
        .toSpliced(index, 0, chance.pick([line, line.replace(/: .*,$/, ': null,')]))
        .join('\n');
    },
  },
  {
    name: 'keys in another order',
    apply(text, chance) {
      const record = JSON.parse(text) as Record<string, Json>;
      const entries = Object.entries(record).sort(() => chance.below(3) - 1);
      return JSON.stringify(Object.fromEntries(entries));
    },
  },
  {
    name: 'no record at all',
    apply: (text, chance) =>
      chance.pick([
        '',
        ' ',
        'null',
        '[]',
        '0',
        '"x"',
        'true',
        '{}',
        'undefined',
        '<html></html>',
        `[${text}]`,
        '---\nid: x\n',
        '\u0000',
        `${text}${text}`,
      ]),
  },
  { name: 'a byte order mark', apply: (text) => `\uFEFF${text}` },
  { name: 'UTF-16', apply: (text) => new Uint8Array(Buffer.from(text, 'utf16le')) },
  {
    name: 'a byte changed',
    apply(text, chance) {
      const bytes = new TextEncoder().encode(text);
      for (let i = chance.below(3); i >= 0; i--)
        bytes[chance.below(bytes.length)] = chance.below(256);
      return bytes;
    },
  },
  {
    name: 'cut off',
    apply: (text, chance) => new TextEncoder().encode(text).slice(0, chance.below(text.length)),
  },
  {
    name: 'a letter inserted',
    apply: (text, chance) =>
      insertAt(
        text,
        chance.below(text.length),
        chance.pick([...'{}[]",:\\/0eE-+.\'`;#', '//', '/*', 'NaN', '\u0000']),
      ),
  },
  {
    name: 'a letter removed',
    apply(text, chance) {
      const where = chance.below(text.length);
      return text.slice(0, where) + text.slice(where + 1);
    },
  },
  {
    name: 'megabytes',
    apply: (text, chance) =>
      chance.pick([
        () => insertAt(text, 1, `"notes": [${json('x'.repeat(5_000_000))}],`),
        () => ' '.repeat(5_000_000) + text,
        () => text.replace(/"name": "[^"]*"/, () => `"name": ${json('y'.repeat(900_000))}`),
        () => '['.repeat(5_000_000),
        () => '['.repeat(900_000),
        () => '"'.repeat(900_000),
        () => `{${'"a":1,'.repeat(150_000)}"b":2}`,
        () => `{"a":${'9'.repeat(900_000)}}`,
        () => `{"a":"${'\\u0000'.repeat(150_000)}"}`,
      ])(),
  },
];
