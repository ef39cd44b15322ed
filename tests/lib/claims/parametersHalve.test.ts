import { describe, expect, it } from 'vitest';
import { isOpenBase, modelOffers } from '../../../src/lib/claims/modelOffers.ts';
import { judgeParametersHalve } from '../../../src/lib/claims/parametersHalve.ts';
import type { ModelRecord } from '../../../src/lib/schema.ts';
import { claimRecord, measured, noisyModels, wholeData } from '../../fixtures/claims.ts';
import { madeUpModel } from '../../fixtures/synthetic.ts';

const levels = [
  { benchmark: 'alpha', protocols: ['plain'], levels: [0.4, 0.5, 0.6] },
  { benchmark: 'beta', protocols: ['plain'], levels: [0.1, 0.3] },
  { benchmark: 'gamma', protocols: ['plain'], levels: [0.3, 0.4] },
];
const record = claimRecord('parameters-halve', { levels, leastLevels: 3 });

function judge(rate: number, options = {}) {
  const data = wholeData(noisyModels(rate, options));
  const claim = judgeParametersHalve(data, measured(data), record);
  return { ...claim, verdicts: claim.tests.map(({ verdict }) => verdict) };
}

describe('judgeParametersHalve', () => {
  it('holds where density doubles and sizes halve every 100 days', () => {
    const claim = judge(Math.LN2 / 100);
    expect(claim.status).toBe('holds');
    expect(claim.verdicts).toEqual(['agrees', 'agrees']);
    expect(claim.details.levelsCounted).toBeGreaterThanOrEqual(3);
  });

  it('holds at another rate where both take 250 days', () => {
    const claim = judge(Math.LN2 / 250);
    expect(claim.status).toBe('holds at another rate');
    expect(claim.effect.value).toBeGreaterThan(200);
    expect(claim.wouldChange).toContain('95 days to 107 days');
  });

  it('fails where nothing moves, although the smallest model shrinks', () => {
    const claim = judge(0);
    expect(claim.status).toBe('fails');
    expect(claim.verdicts).toEqual(['denies', 'denies']);
    const shrinking = claim.details.levels.filter(({ leastCost }) => (leastCost?.perDay ?? 0) > 0);
    expect(shrinking.length).toBeGreaterThan(3);
  });

  it('cannot be tested with few models, and says why of each level', () => {
    const claim = judge(0.005, { count: 6 });
    expect(claim.status).toBe('cannot be tested');
    expect(claim.effect.value).toBeNull();
    expect(claim.tests.every(({ refusal }) => refusal)).toBe(true);
    expect(claim.details.levels.every(({ refusal }) => refusal?.endsWith('.'))).toBe(true);
  });

  it('does not depend on the order of the records', () => {
    const data = wholeData(noisyModels(0.006));
    const back = { ...data, models: [...data.models].reverse() };
    const [one, two] = [data, back].map((each) =>
      judgeParametersHalve(each, measured(each), record),
    );
    expect(two).toEqual(one);
  });
});

describe('isOpenBase', () => {
  const model = madeUpModel({ id: 'a', day: 100, parameters: 1e9, density: 1 });
  it.each<[string, Partial<ModelRecord>, boolean]>([
    ['an open base model from scratch', {}, true],
    ['an instruct model', { stage: 'instruct' }, false],
    ['closed weights', { openWeights: false }, false],
    ['borrowed weights', { derivedFrom: { model: 'b', method: 'pruning' } }, false],
    ['an unknown day', { released: null }, false],
  ])('of %s', (_, change, expected) => {
    expect(isOpenBase({ ...model, ...change }, '2023-02-24', '2026-01-01')).toBe(expected);
  });

  it('keeps to its days', () => {
    expect(isOpenBase(model, '2023-06-05', '2026-01-01')).toBe(false); // day 100 is 2023-06-04
    expect(isOpenBase(model, '2023-02-24', '2023-06-03')).toBe(false);
  });
});

it('modelOffers leaves out models without a score, a cost or a day', () => {
  const model = madeUpModel({ id: 'a', day: 100, parameters: 1e9, density: 1 });
  const models = [
    model,
    { ...model, id: 'b', scores: [] },
    { ...model, id: 'c', parameters: null },
    { ...model, id: 'd', released: null },
  ];
  const set = { benchmark: 'alpha', protocols: ['plain'] };
  const size = ({ parameters }: ModelRecord) => parameters?.total ?? Number.NaN;
  expect(modelOffers(models, set, size).map(({ id }) => id)).toEqual(['a']);
});
