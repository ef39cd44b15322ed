import { describe, expect, it } from 'vitest';
import { judgeTrainingCost, operationsOf } from '../../../src/lib/claims/trainingCost.ts';
import type { ModelRecord } from '../../../src/lib/schema.ts';
import { claimRecord, measured, noisyModels, wholeData } from '../../fixtures/claims.ts';
import { madeUpModel } from '../../fixtures/synthetic.ts';
import { clockDay } from '../../../src/lib/panel.ts';

const levels = [
  { benchmark: 'alpha', protocols: ['plain'], levels: [0.4, 0.5, 0.6] },
  { benchmark: 'beta', protocols: ['plain'], levels: [0.1, 0.3] },
];
const record = claimRecord('training-cost', { levels, leastLevels: 3 });
const source = 'https://example.org';

/** Models whose density doubles in 100 days, with tokens that grow by `tokenRate` a day. */
function judge(tokenRate: number, rate = Math.LN2 / 100) {
  const data = wholeData(noisyModels(rate, { noise: 0.9 }));
  const models = data.models.map((model): ModelRecord => {
    const day = clockDay(model.released?.date ?? '2023-02-24');
    const scatter = Math.exp(0.3 * Math.sin(7 * day));
    return {
      ...model,
      trainingTokens: { value: 1e12 * Math.exp(tokenRate * day) * scatter, source },
    };
  });
  const whole = { ...data, models };
  return judgeTrainingCost(whole, measured(whole), record);
}

describe('judgeTrainingCost', () => {
  it('holds where tokens stay the same and size halves in 100 days', () => {
    const claim = judge(0);
    expect(claim.status).toBe('holds');
    expect(claim.tests.map(({ verdict }) => verdict).slice(0, 2)).toEqual(['agrees', 'agrees']);
  });

  it('is mixed where compute falls although tokens grow', () => {
    const claim = judge(0.003);
    expect(claim.status).toBe('mixed');
    expect(claim.details.tokens?.perDay).toBeCloseTo(0.003, 3); // as the models were made
    expect(claim.wouldChange).toContain('tokens that stop growing');
  });

  it('fails where tokens grow as fast as size falls', () => {
    expect(judge(Math.LN2 / 100).status).toBe('fails');
  });

  it('is mixed where tokens stay the same and nothing gets denser', () => {
    expect(judge(0, 0).status).toBe('mixed');
  });

  it('cannot be tested where no tokens are known', () => {
    const data = wholeData(noisyModels(0.006));
    const claim = judgeTrainingCost(data, measured(data), record);
    expect(claim).toMatchObject({ status: 'cannot be tested', n: 0 });
    expect(claim.tests.every(({ refusal }) => refusal)).toBe(true);
  });

  it('repeats the talk’s arithmetic', () => {
    const { arithmetic } = judge(0).details;
    expect(arithmetic.sizeRatio).toBe(12.5); // 750 / 60
    expect(arithmetic.halvingDaysBySize).toBeCloseTo(100.17, 2); // 365 ln 2 / ln 12.5
    expect(arithmetic.halvingDaysByCompute).toBeCloseTo(101.81, 2); // 365 ln 2 / ln 12
  });
});

it('operationsOf counts active parameters and is NaN where a count is unknown', () => {
  const model = madeUpModel({ id: 'a', day: 0, parameters: 8e9, active: 2e9, density: 1 });
  expect(operationsOf({ ...model, trainingTokens: { value: 1e12, source } })).toBe(1.2e22); // 6 · 2e9 · 1e12
  expect(operationsOf(model)).toBeNaN();
});
