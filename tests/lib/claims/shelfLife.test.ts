import { describe, expect, it } from 'vitest';
import { judgeShelfLife, lifeTable } from '../../../src/lib/claims/shelfLife.ts';
import { claimRecord, measured, noisyModels, wholeData } from '../../fixtures/claims.ts';
import type { MadeUpModel } from '../../fixtures/synthetic.ts';

const record = claimRecord('shelf-life', { panels: ['paper-five'] });
const lenient = { ...record.parameters, leastModels: 3, leastEvents: 1 };

function tableOf(models: readonly MadeUpModel[], part: number, parameters = lenient) {
  const data = wholeData(models);
  return lifeTable(measured(data, 0).headline, part, parameters);
}

const model = (id: string, day: number, parameters: number, effective: number): MadeUpModel => ({
  id,
  day,
  parameters,
  density: effective / parameters,
});

describe('lifeTable', () => {
  // The ruler's own models count as bystanders here: they are left out by family.
  const field = [
    model('a', 0, 8e9, 4e9),
    model('b', 100, 8e9, 4.5e9), // overtakes a, no smaller
    model('c', 250, 4e9, 4.2e9), // half of a's size and better than a, but not than b
    model('d', 300, 3e9, 6e9), // less than half of b, better than b
    model('e', 400, 6e9, 5e9), // worse and larger than d at its release
  ];

  it('ends a life with the first model no larger that is at least as able', () => {
    const { lives } = tableOf(field, 1);
    expect(lives.map(({ id, days, by }) => [id, days, by?.id ?? null])).toEqual([
      ['a', 100, 'b'],
      ['b', 200, 'd'],
      ['c', 50, 'd'],
      ['d', 1068, null], // 23 November 2026 is day 1368
    ]);
  });

  it('or with the first of at most half the size', () => {
    const { lives, overtaken } = tableOf(field, 0.5);
    expect(lives.map(({ id, days, by }) => [id, days, by?.id ?? null])).toEqual([
      ['a', 250, 'c'],
      ['b', 200, 'd'],
      ['c', 1118, null],
      ['d', 1068, null],
    ]);
    expect(overtaken).toBe(2);
  });

  it('refuses with too few models or successors', () => {
    const few = tableOf(field, 0.5, { ...lenient, leastModels: 5 });
    expect(few).toMatchObject({ median: null, interval: null, curve: [] });
    expect(few.refusal).toMatch(/there are 4 and 2/);
  });

  it('has no median where more than half still stand', () => {
    const standing = tableOf(
      [
        model('a', 0, 1e9, 1e9),
        model('b', 10, 2e9, 3e9),
        model('c', 20, 4e9, 8e9),
        model('d', 30, 9e8, 1.1e9),
      ],
      1,
    );
    expect(standing.median).toBeNull();
    expect(standing.refusal).toMatch(/still stand/);
  });

  it('counts one of two equals released on one day', () => {
    const twins = [...field, model('a2', 0, 8e9, 4e9)];
    const lives = tableOf(twins, 1).lives.filter(({ id }) => id.startsWith('a'));
    expect(lives.map(({ id, days }) => [id, days])).toEqual([['a', 100]]); // b, not its twin
  });
});

describe('judgeShelfLife', () => {
  const judge = (models: readonly MadeUpModel[], change = {}) => {
    const data = wholeData(models);
    const parameters = { ...record.parameters, ...change };
    return judgeShelfLife(data, measured(data), { ...record, parameters });
  };

  it('holds where the law runs at 100 days, although lives wait for the next release', () => {
    const claim = judge(noisyModels(Math.LN2 / 100));
    expect(claim.status).toBe('holds');
    const [halved, same] = claim.details.tables;
    expect(halved?.onLine).toBeGreaterThan(100); // a doubling, and the wait for a release
    expect(same?.median).toBeLessThan(halved?.median ?? 0);
  });

  it('holds at another rate where doubling takes 200 days', () => {
    expect(judge(noisyModels(Math.LN2 / 200)).status).toBe('holds at another rate');
  });

  it('fails where lives are not those of the line', () => {
    const data = wholeData(noisyModels(Math.LN2 / 100));
    const { headline } = measured(data);
    const { line } = headline.headline;
    if (!line) throw new Error('the made-up models have a line');
    // The same lives beside a line that claims ten times the pace.
    const fast = {
      ...headline,
      headline: { ...headline.headline, line: { ...line, slope: 0.07 } },
    };
    const claim = judgeShelfLife(data, { headline: fast, panels: [fast] }, record);
    expect(claim.status).toBe('fails');
    expect(claim.wouldChange).toContain('law’s line');
  });

  it('cannot be tested with few models', () => {
    const claim = judge(noisyModels(0.006, { count: 8 }));
    expect(claim.status).toBe('cannot be tested');
    expect(claim.effect.value).toBeNull();
    expect(claim.tests[0]?.refusal).toMatch(/Needs 12 models/);
  });

  it('falls back on the headline where its panels are not measured', () => {
    const claim = judge(noisyModels(0.006, { count: 60 }), { panels: ['elsewhere'] });
    expect(claim.details.tables[0]?.panel).toBe('paper-five');
  });
});
