import { expect, test } from 'vitest';
import { hashString, makeStream } from '../../../src/lib/numerics/random.ts';

const N = 100_000;

function draw(kind: 'uniform' | 'normal' | 'poisson', count = N): number[] {
  const stream = makeStream(1, `test/${kind}`);
  return Array.from({ length: count }, () => stream[kind]());
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test('equal seeds and names give equal draws', () => {
  const [one, two] = [makeStream(7, 'trend'), makeStream(7, 'trend')];
  for (let i = 0; i < 100; i += 1) expect(one.normal()).toBe(two.normal());
});

test('the draws of a name do not change from one version to the next', () => {
  const stream = makeStream(20250101, 'headline');
  expect([stream.uniform(), stream.uniform(), stream.normal(), stream.poisson()])
    .toMatchInlineSnapshot(`
    [
      0.9584435088765418,
      0.45281573579207246,
      -1.341370020950895,
      1,
    ]
  `);
});

test.each([
  ['another name', 1, 'b'],
  ['another seed', 2, 'a'],
  ['a seed that differs only beyond 32 bits', 1 + 2 ** 32, 'a'],
  ['a negative seed', -1, 'a'],
  ['an empty name', 1, ''],
])('%s gives an unrelated stream', (_, seed, name) => {
  const [one, two] = [makeStream(1, 'a'), makeStream(seed, name)];
  let product = 0;
  for (let i = 0; i < N; i += 1) product += (one.uniform() - 0.5) * (two.uniform() - 0.5);
  // The product of two independent uniforms about zero has standard deviation 1/12.
  expect(Math.abs(product / N)).toBeLessThan(4.5 / 12 / Math.sqrt(N));
});

test('uniform draws fill the open unit interval evenly', () => {
  const values = draw('uniform');
  expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThan(0);
  expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1);
  const counts = new Array(100).fill(0);
  for (const value of values) counts[Math.floor(value * 100)] += 1;
  // Chi-squared with 99 degrees of freedom: 99.99 % point 161 (scipy.stats.chi2.ppf(0.9999, 99) = 160.06).
  const chiSquared = counts.reduce((sum, count) => sum + (count - N / 100) ** 2 / (N / 100), 0);
  expect(chiSquared).toBeLessThan(160.06);
});

test('normal draws have mean 0, variance 1, skewness 0 and kurtosis 3', () => {
  const values = draw('normal');
  const bound = (variance: number) => 4.5 * Math.sqrt(variance / N);
  expect(Math.abs(meanOf(values))).toBeLessThan(bound(1));
  expect(Math.abs(meanOf(values.map((z) => z * z)) - 1)).toBeLessThan(bound(2));
  expect(Math.abs(meanOf(values.map((z) => z * z * z)))).toBeLessThan(bound(15));
  expect(Math.abs(meanOf(values.map((z) => z * z * z * z)) - 3)).toBeLessThan(bound(96));
});

test('poisson draws have the probabilities e⁻¹ / k!', () => {
  const values = draw('poisson');
  let probability = 0.36787944117144233;
  for (let k = 0; k < 6; k += 1) {
    const share = values.filter((value) => value === k).length / N;
    expect(Math.abs(share - probability)).toBeLessThan(
      4.5 * Math.sqrt((probability * (1 - probability)) / N),
    );
    probability /= k + 1;
  }
  expect(Math.abs(meanOf(values) - 1)).toBeLessThan(4.5 / Math.sqrt(N));
});

test('hashString tells texts apart and is an unsigned 32-bit number', () => {
  const hashes = new Set(Array.from({ length: 20_000 }, (_, i) => hashString(`name ${i}`)));
  expect(hashes.size).toBe(20_000);
  for (const hash of hashes) expect(hash).toBe(hash >>> 0);
  expect(hashString('ab')).not.toBe(hashString('ba'));
});

test('a seed that is no whole number is refused', () => {
  expect(() => makeStream(0.5, 'a')).toThrow(/whole number/);
  expect(() => makeStream(Number.NaN, 'a')).toThrow(RangeError);
});
