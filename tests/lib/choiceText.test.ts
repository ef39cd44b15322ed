import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkChoices,
  choicesFromQuery,
  choicesToQuery,
  nameChoices,
} from '../../src/lib/choiceText.ts';
import type { Choices } from '../../src/lib/choices.ts';
import { defaultChoices, estimatorIds, scoreRules, windowIds } from '../../src/lib/choices.ts';
import { RefusalError } from '../../src/lib/refusal.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

const data = madeUpData(growingModels(0.004));

/** Every combination that the made-up data admit. */
const anyChoices: fc.Arbitrary<Choices> = fc.record({
  panel: fc.constant('paper-five'),
  benchmarks: fc.option(fc.subarray(['alpha', 'beta', 'gamma'], { minLength: 1 })),
  needs: fc.option(fc.integer({ min: 1, max: 50 })),
  ruler: fc.constantFrom('qwen2.5', 'single'),
  ceiling: fc.integer({ min: 800, max: 1000 }).map((value) => value / 1000),
  scoreRule: fc.constantFrom(...scoreRules),
  weights: fc.constantFrom('ruler', 'equal'),
  parameters: fc.constantFrom('total', 'active'),
  derived: fc.constantFrom('out', 'in'),
  distilled: fc.constantFrom('in', 'out'),
  window: fc.constantFrom(...windowIds),
  estimator: fc.constantFrom(...estimatorIds),
  asOf: fc.constantFrom(null, '2023-12-31', '2024-02-29', '2026-11-23'),
  withoutFamily: fc.constantFrom(null, 'Family 3', 'Ruler'),
  draws: fc.integer({ min: 0, max: 100_000 }),
  seed: fc.integer({ min: 0, max: 2_147_483_647 }),
});

test('a query names the choices it was made from, whatever they are', () => {
  fc.assert(
    fc.property(anyChoices, (choices) => {
      expect(choicesFromQuery(choicesToQuery(choices))).toEqual(choices);
      expect(choicesFromQuery(`?${choicesToQuery(choices)}`)).toEqual(choices);
      checkChoices(choices, data);
    }),
  );
});

test('the headline has an empty query and no name', () => {
  expect(choicesToQuery(defaultChoices)).toBe('');
  expect(choicesFromQuery('')).toEqual(defaultChoices);
  expect(nameChoices(defaultChoices, data)).toEqual([]);
});

test('a family name survives the address with its spaces and signs', () => {
  const choices = { ...defaultChoices, withoutFamily: 'A & B = C + D é' };
  expect(choicesFromQuery(choicesToQuery(choices))).toEqual(choices);
});

test.each<[Partial<Record<keyof Choices, unknown>>, RegExp]>([
  [{ panel: 'none' }, /no panel called "none"; known are paper-five/],
  [{ benchmarks: [] }, /at least one benchmark/],
  [{ benchmarks: ['omega'] }, /no benchmark of panel paper-five called "omega"; known are alpha/],
  [{ benchmarks: ['alpha', 'alpha'] }, /"alpha" is named twice/],
  [{ needs: 0 }, /whole number from 1 to 50, not 0/],
  [{ needs: 2.5 }, /whole number from 1 to 50, not 2.5/],
  [{ ruler: 'gpt-5' }, /no ruler called "gpt-5"/],
  [{ ceiling: 1.2 }, /from 0.8 to 1, not 1.2/],
  [{ ceiling: Number.NaN }, /from 0.8 to 1, not NaN/],
  [{ scoreRule: 'best' }, /no score rule called "best"/],
  [{ weights: 'mine' }, /no weights of the benchmarks called "mine"/],
  [{ parameters: 'none' }, /no parameter count called "none"/],
  [{ derived: 'maybe' }, /no derived models called "maybe"; known are out, in/],
  [{ window: 'winter' }, /no window called "winter"/],
  [{ estimator: 'tau50' }, /no estimator called "tau50"; known are tau90/],
  [{ asOf: '2024-02-30' }, /calendar day from 2019-01-01 to 2026-11-23.*not 2024-02-30/],
  [{ asOf: '2030-01-01' }, /not 2030-01-01/],
  [{ withoutFamily: 'Nobody' }, /no model family called "Nobody"/],
  [{ draws: -1 }, /from 0 to 100000, not -1/],
  [{ seed: 1e12 }, /from 0 to 2147483647/],
])('checkChoices refuses %j with a sentence', (change, message) => {
  const check = () => checkChoices({ ...defaultChoices, ...change } as Choices, data);
  expect(check).toThrow(RefusalError);
  expect(check).toThrow(message);
});

test.each([
  ['colour=red', /no choice called "colour"; known are panel,/],
  ['ruler=a&ruler=b', /names ruler twice/],
])('choicesFromQuery refuses %s with a sentence', (query, message) => {
  expect(() => choicesFromQuery(query)).toThrow(RefusalError);
  expect(() => choicesFromQuery(query)).toThrow(message);
});

test.each(['draws=many', 'draws=1e3', 'draws=-5', 'ceiling=', 'seed=0x10'])(
  'a number that is none, as in %s, is refused by checkChoices',
  (query) => {
    expect(() => checkChoices(choicesFromQuery(query), data)).toThrow(RefusalError);
  },
);

test('names say what differs from the headline', () => {
  const choices = choicesFromQuery('benchmarks=alpha,gamma&parameters=active&needs=1&seed=5');
  expect(nameChoices(choices, data).map(({ name }) => name)).toEqual([
    'without beta',
    'at least 1 benchmark',
    'active parameters',
  ]);
  const single = { ...defaultChoices, benchmarks: ['beta'] };
  expect(nameChoices(single, data).map(({ name }) => name)).toEqual(['only beta']);
});
