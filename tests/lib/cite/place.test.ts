import { expect, test } from 'vitest';
import { cardOf, filesOf, kindOfPage, stepsTo } from '../../../src/lib/cite/place.ts';

test.each([
  ['/', 'site'],
  ['/law/', 'text'],
  ['/n/', 'text'],
  ['/n/doubling-time/', 'number'],
  ['/v/2026.12/n/doubling-time/', 'number'],
  ['/v/2026.12/', 'text'],
  ['/m/qwen3-8b/', 'model'],
  ['/data/', 'dataset'],
  ['/corollaries/on-device/', 'text'],
  ['/nowhere/deep/down/', 'text'],
] as const)('%s is a %s', (path, kind) => {
  expect(kindOfPage(path)).toBe(kind);
});

test('a path that is no page is refused', () => {
  expect(() => kindOfPage('/law')).toThrow(/ends with a slash, unlike "\/law"/);
});

test('the way to a page goes through the list that holds it', () => {
  const names = (path: string) => stepsTo(path, 'X').map((step) => step.path);
  expect(names('/')).toEqual([]);
  expect(names('/law/')).toEqual(['/', '/law/']);
  expect(names('/m/x/')).toEqual(['/', '/models/', '/m/x/']);
  expect(names('/v/1/')).toEqual(['/', '/releases/', '/v/1/']);
  expect(names('/v/1/n/x/')).toEqual(['/', '/releases/', '/v/1/', '/v/1/n/x/']);
});

test('a record has its files beside it', () => {
  expect(filesOf('/n/x/').map(({ path }) => path)).toEqual(['/n/x.json']);
  expect(filesOf('/f/x/')).toHaveLength(4);
  expect(filesOf('/law/')).toEqual([]);
  expect(filesOf('/v/1/n/x/').map(({ path }) => path)).toEqual(['/v/1/n/x.json']);
  expect(filesOf('/v/1/f/x/').map(({ path }) => path)).toEqual(['/v/1/f/x.svg', '/v/1/f/x.csv']);
  expect(filesOf('/v/1/')).toEqual([]);
});

test('a page has a card of its own, save for models and benchmarks', () => {
  expect(cardOf('/n/x/')).toBe('/n/x/card.png');
  expect(cardOf('/')).toBe('/card.png');
  expect(cardOf('/models/')).toBe('/models/card.png');
  expect(cardOf('/m/x/')).toBe('/models/card.png');
});
