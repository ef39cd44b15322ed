import { describe, expect, it } from 'vitest';
import { countLevels, reignsOf } from '../../../src/lib/claims/levelSummary.ts';

const rate = (low: number, high: number) => ({
  perDay: (low + high) / 2,
  interval: [low, high] as const,
});

describe('countLevels', () => {
  const claimed = Math.LN2 / 100;

  it('sorts every level with an interval beside the claim', () => {
    const rates = [
      rate(claimed / 4, claimed / 2),
      rate(-claimed, claimed / 2),
      rate(claimed / 2, claimed * 2),
      rate(claimed * 2, claimed * 3),
      { perDay: claimed, interval: null },
      null,
    ];
    expect(countLevels(rates, 100)).toEqual({
      fitted: 4,
      slower: 2,
      within: 1,
      faster: 1,
      flat: 1,
    });
  });

  it('counts nothing where there is nothing', () => {
    expect(countLevels([], 100)).toEqual({ fitted: 0, slower: 0, within: 0, faster: 0, flat: 0 });
  });
});

describe('reignsOf', () => {
  const step = (id: string, date: string, cost: number) => ({ id, name: id, date, cost });
  const levels = [
    { benchmark: 'a', level: 0.5, steps: [step('x', '2024-01-01', 8), step('y', '2024-01-31', 4)] },
    { benchmark: 'b', level: 0.5, steps: [step('z', '2024-02-01', 8)] },
  ];

  it('gives the longest first, and says which still stand', () => {
    const reigns = reignsOf(levels, '2024-03-01');
    expect(reigns.map(({ id, days, isOpen }) => [id, days, isOpen])).toEqual([
      ['x', 30, false],
      ['y', 30, true],
      ['z', 29, true],
    ]);
  });
});
