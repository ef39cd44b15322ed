import { describe, expect, test } from 'vitest';
import { excerpt, locator, parseJson, pathOf } from '../../src/lib/jsonText.ts';

const FILE = 'models/small-1b.json';
const rulesOf = (text: string) => parseJson(FILE, text).problems.map(({ rule }) => rule);

describe('parseJson', () => {
  test('gives the value of sound JSON', () => {
    expect(parseJson(FILE, '{"a": [1, "é 😀", null]}')).toEqual({
      value: { a: [1, 'é 😀', null] },
      problems: [],
    });
  });

  test('refuses a key written twice, and names its second line', () => {
    const { problems, value } = parseJson(
      FILE,
      '{\n"value": 0.4,\n"b": {"value": 1},\n"value": 0.5}',
    );
    expect(problems).toMatchObject([{ file: FILE, field: 'value', at: { line: 4, column: 1 } }]);
    expect(problems[0]?.rule).toContain('line 4');
    expect(value).toEqual({ value: 0.5, b: { value: 1 } });
  });

  test('takes an escaped key for the same key', () => {
    expect(rulesOf('{"a": 1, "\\u0061": 2}')).toHaveLength(1);
  });

  test('lets one key stand in two groups and a text be like a key', () => {
    expect(rulesOf('{"a": {"x": "a"}, "b": [{"x": 1}, {"x": 2}], "c": "a"}')).toEqual([]);
  });

  test.each([
    ['a null letter', '\\u0000', 'U+0000'],
    ['a line break', '\\n', 'U+000A'],
    ['a mark that turns the text around', '\u202E', 'U+202E'],
    ['a letter without width', '\u200B', 'U+200B'],
    ['half a letter', '\\uD83D', 'U+D83D'],
    ['the sign for a broken letter', '\uFFFD', 'U+FFFD'],
    ['a letter that is none', '\uFDD0', 'U+FDD0'],
  ])('refuses %s in a text, and names field and letter', (_, letter, code) => {
    const { problems } = parseJson(FILE, `{"scores": [{"note": "x${letter}y"}]}`);
    expect(problems).toMatchObject([{ field: 'scores[0].note', value: '"x�y"' }]);
    expect(problems[0]?.rule).toContain(code);
  });

  test('refuses them in a key, too', () => {
    expect(parseJson(FILE, '{"na\u200Bme": 1}').problems).toMatchObject([{ field: 'name' }]);
  });

  test.each([
    ['a byte order mark', '\uFEFF{}', /byte order mark/],
    ['brackets without end', '['.repeat(500_000), /500000 levels deep/],
    ['deep nesting', `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`, /30 levels deep/],
    ['a file of five million letters', `"${'x'.repeat(5_000_000)}"`, /5\.0 million characters/],
    ['nothing', '', /must be valid JSON/],
    ['a comment', '{ // no\n}', /must be valid JSON; it breaks at line 1, column 3/],
    ['a trailing comma', '{"a": 1,}', /must be valid JSON/],
    ['NaN', '{"a": NaN}', /must be valid JSON/],
  ])('refuses %s in under a second', (_, text, message) => {
    const start = performance.now();
    const [rule, ...others] = rulesOf(text);
    expect(rule).toMatch(message);
    expect(others).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('the faults of habit are named with their mend', () => {
  test.each([
    ['an empty file', ' \n', 1, 'is empty', 'write a record'],
    ['a trailing comma', '{"a": [1, 2],\n}', 13, 'a comma stands before', 'remove the comma'],
    ['one in a list', '{"a": [1, 2, ]}', 12, 'a comma stands before', 'remove the comma'],
    ['a comment', '{"a": 1, // no\n"b": 2}', 10, 'JSON has no comments', 'under notes'],
    ['single quotes', "{'a': 1}", 2, 'single quote', 'use straight double quotes'],
    ['curly quotes', '{"a": “x”}', 7, 'curly', 'use straight double quotes'],
    ['a curly quote at the end', '{"a”: 1}', 4, 'curly', 'use straight double quotes'],
  ])('%s', (_, text, column, rule, mend) => {
    const [problem] = parseJson(FILE, text).problems;
    expect(problem?.at).toEqual({ line: 1, column });
    expect(problem?.rule).toContain(rule);
    expect(problem?.mend).toContain(mend);
  });

  test('quotes and slashes within a text are none of them', () => {
    expect(rulesOf('{"a": "it’s “so” // \'x\',]"}')).toEqual([]);
    expect(rulesOf('{"a": "it’s" "b": 1}')[0]).not.toContain('quote stands');
  });
});

describe('locator', () => {
  const text = '{\n  "id": "a",\n  "scores": [\n    { "value": 0.4 }\n  ]\n}';
  const locate = locator(text);

  test('finds a value', () => {
    expect(locate(['scores', 0, 'value'])).toEqual({ line: 4, column: 16, offset: 44, length: 3 });
  });

  test('shows a list by its key and an entry by its bracket', () => {
    expect(locate(['scores'])).toMatchObject({ line: 3, column: 3, length: 8 });
    expect(locate(['scores', 0])).toMatchObject({ line: 4, column: 5, length: 1 });
  });

  test('falls back to what encloses a missing value', () => {
    expect(locate(['scores', 0, 'source'])).toMatchObject({ line: 4, column: 5 });
    expect(locate(['nothing'])).toMatchObject({ line: 1, column: 1 });
    expect(locator('no JSON')(['a'])).toMatchObject({ line: 1, column: 1 });
  });
});

test('pathOf reads a field as problems name it', () => {
  expect(pathOf('alternatives.released[2].date')).toEqual(['alternatives', 'released', 2, 'date']);
  expect(pathOf('[3].id')).toEqual([3, 'id']);
  expect(pathOf('')).toEqual([]);
});

test('excerpt shows the line before, a caret for each letter, and no more than fits', () => {
  expect(excerpt('{\n  "a": 45.3,\n}', { line: 2, column: 8 }, 4)).toBe(
    '       1 | {\n       2 |   "a": 45.3,\n         |        ^^^^',
  );
  const long = excerpt(`"${'x'.repeat(10_000)}`, { line: 1, column: 5000 }, 9000);
  expect(Math.max(...long.split('\n').map(({ length }) => length))).toBeLessThan(130);
});
