import { describe, expect, it } from 'vitest';
import { judgeAcceleration } from '../../../src/lib/claims/acceleration.ts';
import { makeStream } from '../../../src/lib/numerics/random.ts';
import { claimRecord, measured, wholeData } from '../../fixtures/claims.ts';
import type { MadeUpModel } from '../../fixtures/synthetic.ts';

const record = claimRecord('acceleration', {
  tests: [
    { name: 'alpha alone', panel: 'paper-five', benchmarks: ['alpha'], needs: 1 },
    { name: 'whole panel', panel: 'paper-five', benchmarks: null, needs: 2 },
  ],
});

/** Models from 2019 to 2026 whose growth changes at the release of ChatGPT and in October 2024. */
function bent(before: number, after: number, late = after, height = 0.3): MadeUpModel[] {
  const stream = makeStream(5, 'bent');
  return Array.from({ length: 240 }, (_, i) => {
    const day = Math.round(-1400 + (2700 * i) / 240);
    const early = Math.min(day, -86);
    const middle = Math.min(Math.max(day + 86, 0), 670);
    const growth = before * (early + 1400) + after * middle + late * Math.max(0, day - 584);
    return {
      id: `m${String(i).padStart(3, '0')}`,
      family: `Family ${Math.floor(i / 3)}`,
      day,
      parameters: Math.round(1e9 * Math.exp(4 * stream.uniform())),
      density: height * Math.exp(growth - 5 + 0.3 * stream.normal()),
    };
  });
}

function judge(models: readonly MadeUpModel[]) {
  const data = wholeData(models);
  return judgeAcceleration(data, measured(data), record);
}

describe('judgeAcceleration', () => {
  it('holds where growth rises as claimed', () => {
    const claim = judge(bent(0.0023, 0.0048, 0.0048, 0.6));
    expect(claim.status).toBe('holds');
    expect(claim.effect.value).toBeCloseTo(0.0025, 3); // 0.0048 − 0.0023, as made
    expect(claim.details.bends[1]).toMatchObject({ refusal: null });
  });

  it('holds at another rate where the rise is larger', () => {
    expect(judge(bent(0, 0.0065, 0.0065, 0.6)).status).toBe('holds at another rate');
  });

  it('fails where growth does not change', () => {
    const claim = judge(bent(0.0035, 0.0035));
    expect(claim.status).toBe('fails');
    expect(claim.details.bends[1]?.placebo).toBeGreaterThan(0.05);
  });

  it('is mixed where growth rose and has slowed since', () => {
    const claim = judge(bent(0, 0.0065, 0, 0.6));
    expect(claim.status).toBe('mixed');
    expect(claim.details.hasSlowed).toBe(true);
    expect(claim.details.slowdown.edge?.change).toBeLessThan(0);
  });

  it('cannot be tested without older models', () => {
    const claim = judge(bent(0, 0.006).filter(({ day }) => day > -60));
    expect(claim.status).toBe('cannot be tested');
    expect(claim.details.bends[0]?.refusal).toMatch(/there are 0 before/);
    expect(claim.wouldChange).toContain('8 or more models');
  });

  it('does not count scores near chance', () => {
    const weak = bent(0.002, 0.004).map((model) =>
      model.day < -86 ? { ...model, density: 1e-9 } : model,
    );
    const [alone] = judge(weak).details.bends;
    expect(alone?.before).toBe(0);
    expect(alone?.leftOut).toBeGreaterThan(100);
  });

  it('gives F at its own day and at every day that was tried, in order', () => {
    const [, whole] = judge(bent(0.0023, 0.0048, 0.0048, 0.6)).details.bends;
    const days = whole?.candidates.map(({ date }) => date) ?? [];
    expect(days.length).toBeGreaterThan(50);
    expect(days).toEqual([...days].sort());
    const stronger = whole?.candidates.filter(({ f }) => f >= (whole.f ?? Infinity)).length ?? 0;
    expect(whole?.placebo).toBe(stronger / days.length);
  });
});
