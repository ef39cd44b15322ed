import { expect, test } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import { RefusalError } from '../../src/lib/refusal.ts';
import { monthEnds, runTimeMachine } from '../../src/lib/timeMachine.ts';
import { growingModels, madeUpData } from '../fixtures/synthetic.ts';

const data = madeUpData(growingModels(0.004));

test('monthEnds runs from March 2023 over leap years to the given day', () => {
  const days = monthEnds('2024-03-15');
  expect(days[0]).toBe('2023-03-31');
  expect(days).toContain('2024-02-29');
  expect(days.at(-1)).toBe('2024-03-15');
  expect(days).toHaveLength(13);
  expect(monthEnds('2023-04-30')).toEqual(['2023-03-31', '2023-04-30']);
});

test('every moment equals the whole computation as of that day, interval included', () => {
  const { moments } = runTimeMachine(data, { draws: 60 });
  for (const moment of [moments[6], moments[20], moments.at(-1)]) {
    const { headline } = compute(data, { draws: 60, asOf: moment?.asOf ?? null });
    expect(moment?.trend).toEqual(headline);
  }
});

test('a moment with too few models is refused with a sentence, and the leader is named', () => {
  const { moments } = runTimeMachine(data, { draws: 0 });
  expect(moments[0]?.trend.refusal?.sentence).toMatch(/at least 8 models/);
  expect(moments[0]?.leader?.id).toBe('model-001'); // the denser of days 0 and 20
});

test('the leader never gets less dense', () => {
  const leaders = runTimeMachine(data, { draws: 0 }).moments.map(
    ({ leader }) => leader?.density ?? 0,
  );
  for (const [i, density] of leaders.slice(1).entries()) {
    expect(density).toBeGreaterThanOrEqual(leaders[i] as number);
  }
});

test('unknown choices are refused', () => {
  expect(() => runTimeMachine(data, { ruler: 'none' })).toThrow(RefusalError);
});
