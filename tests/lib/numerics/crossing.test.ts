import { describe, expect, test } from 'vitest';
import { findCrossing } from '../../../src/lib/numerics/crossing.ts';
import { fitLine } from '../../../src/lib/numerics/linear.ts';
import { makeStream } from '../../../src/lib/numerics/random.ts';
import { expectClose } from './fixture.ts';

const certain = { intercept: 0, slope: 0, both: 0 };
const critical = 1.959963984540054;

test('two lines known exactly cross at a point', () => {
  const found = findCrossing(
    { intercept: 0, slope: 2, covariance: certain },
    { intercept: 6, slope: -1, covariance: certain },
    critical,
  );
  expect(found).toMatchObject({ estimate: 2, kind: 'interval', low: 2, high: 2, g: 0 });
});

test('at both ends of the interval the difference of the lines is critical standard errors from zero', () => {
  const first = {
    intercept: 1,
    slope: 0.5,
    covariance: { intercept: 0.04, slope: 0.001, both: -0.003 },
  };
  const second = {
    intercept: 5,
    slope: 0.1,
    covariance: { intercept: 0.02, slope: 0.0005, both: 0.001 },
  };
  const { estimate, kind, low, high } = findCrossing(first, second, critical);
  expect(kind).toBe('interval');
  expectClose(estimate, 10, 1e-14);
  expect(low).toBeLessThan(10);
  expect(high).toBeGreaterThan(10);
  for (const t of [low, high]) {
    const difference = 1 - 5 + (0.5 - 0.1) * t;
    const variance = 0.06 + 2 * t * -0.002 + t * t * 0.0015;
    expectClose(Math.abs(difference) / Math.sqrt(variance), critical, 1e-10);
  }
});

test('slopes that may be equal give no finite interval', () => {
  const uncertain = { intercept: 0.01, slope: 1, both: 0 };
  const far = findCrossing(
    { intercept: 0, slope: 0.4, covariance: uncertain },
    { intercept: 5, slope: 0.1, covariance: uncertain },
    critical,
  );
  expect(far.kind).toBe('outside');
  expect(far.g).toBeGreaterThan(1);
  const near = findCrossing(
    { intercept: 0, slope: 0.4, covariance: uncertain },
    { intercept: 0.01, slope: 0.1, covariance: uncertain },
    critical,
  );
  expect(near).toMatchObject({ kind: 'anywhere', low: -Infinity, high: Infinity });
});

test('parallel lines have no crossing, and that is no number', () => {
  const some = { intercept: 0.1, slope: 0.1, both: 0 };
  const found = findCrossing(
    { intercept: 0, slope: 1, covariance: some },
    { intercept: 9, slope: 1, covariance: some },
    critical,
  );
  expect(found.estimate).toBeNaN();
  expect(found.kind).not.toBe('interval');
});

test('the 95 % set covers the true crossing in about 95 % of simulated pairs of lines', () => {
  const stream = makeStream(4, 'crossing');
  const x = Array.from({ length: 12 }, (_, i) => i);
  const sets = 2000;
  let covered = 0;
  for (let set = 0; set < sets; set += 1) {
    const first = fitLine(
      x,
      x.map((t) => 0.3 * t + stream.normal()),
    );
    const second = fitLine(
      x,
      x.map((t) => 6 - 0.1 * t + stream.normal()),
    );
    // Student's quantile with 20 degrees of freedom, both residual variances being equal in truth.
    const { kind, low, high } = findCrossing(
      { ...first, covariance: first.covariance.classical },
      { ...second, covariance: second.covariance.classical },
      2.085963447265837,
    );
    const inside = low <= 15 && 15 <= high;
    if (kind === 'anywhere' || (kind === 'outside' ? !inside : inside)) covered += 1;
  }
  expect(covered / sets).toBeGreaterThan(0.93);
  expect(covered / sets).toBeLessThan(0.97);
});

describe('refusals', () => {
  test('lines without a finite error, or no critical value, throw', () => {
    const line = { intercept: 0, slope: 1, covariance: certain };
    const open = {
      intercept: 0,
      slope: 2,
      covariance: { intercept: Infinity, slope: Infinity, both: Infinity },
    };
    expect(() => findCrossing(line, open, critical)).toThrow(/three points/);
    expect(() => findCrossing(line, { ...line, slope: 3 }, 0)).toThrow(RangeError);
  });
});
