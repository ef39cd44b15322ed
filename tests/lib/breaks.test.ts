import { expect, test } from 'vitest';
import { analyseBreaks } from '../../src/lib/breaks.ts';
import { makeStream } from '../../src/lib/numerics/random.ts';
import { RefusalError } from '../../src/lib/refusal.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

function fieldAlong(curve: (day: number) => number, first = -800) {
  const stream = makeStream(5, 'breaks');
  const models = growingModels(0, 120, 40).map((model, i) => ({
    ...model,
    day: first + 11 * i,
    density: Math.exp(curve(first + 11 * i) + 0.4 * stream.normal()),
  }));
  return madeUpData(models);
}

const choices = { withoutFamily: 'Ruler' };
// The clock's day of 2022-11-30, 86 days before 2023-02-24.
const known = -86;

test('a change of pace on the known day is measured with its interval', () => {
  const data = fieldAlong((day) => -3 + 0.001 * day + 0.003 * Math.max(0, day - known));
  const { known: change, found, placebo } = analyseBreaks(data, choices, { draws: 200 });
  expect(change?.date).toBe('2022-11-30');
  const errors = Math.abs((change?.change ?? 9) - 0.003) / (change?.standardError ?? 0);
  expect(errors).toBeLessThan(4); // within four standard errors of the truth
  expect(change?.interval?.[0]).toBeGreaterThan(0);
  expect(found?.p).toBeLessThan(0.02);
  expect(placebo.share).toBeLessThan(0.5);
});

test('steady growth shows no break once the search is allowed for', () => {
  const { found, since } = analyseBreaks(
    fieldAlong((day) => -3 + 0.002 * day),
    choices,
    { draws: 200 },
  );
  expect(found?.p).toBeGreaterThan(0.05);
  expect(since?.p).toBeGreaterThan(0.05);
});

test('without models before the known day the change cannot be tested, with the reason', () => {
  const {
    known: change,
    knownRefusal,
    placebo,
  } = analyseBreaks(
    fieldAlong((day) => -3 + 0.002 * day, 0),
    choices,
    { draws: 0 },
  );
  expect(change).toBeNull();
  expect(knownRefusal?.sentence).toMatch(/has 0 and 120\.$/);
  expect(placebo.share).toBeNull();
});

test('a panel without a trend is refused', () => {
  expect(() => analyseBreaks(madeUpData([]), {}, { draws: 0 })).toThrow(RefusalError);
});
