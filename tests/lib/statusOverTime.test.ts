import { expect, test } from 'vitest';
import { statusOverTime } from '../../src/lib/predictions/resolution.ts';

const made = '2024-12-21';

test.each([
  ['open', null, ['2024-12-21 open']],
  ['cannot be judged', null, ['2024-12-21 cannot be judged']],
  ['met', '2025-04-29', ['2024-12-21 open', '2025-04-29 met']],
  ['missed', '2026-12-31', ['2024-12-21 open', '2026-12-31 missed']],
  // A milestone that was reached before the talk named it.
  ['met', '2024-08-06', ['2024-12-21 met']],
] as const)('a prediction that is %s (%s) went through %j', (status, on, steps) => {
  expect(statusOverTime({ made, status, on }).map((step) => `${step.from} ${step.status}`)).toEqual(
    steps,
  );
});
