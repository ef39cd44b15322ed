import { expect, test } from 'vitest';
import { minimise } from '../../../src/lib/numerics/lbfgs.ts';

test.each([[[-1.2, 1]], [[6, -9]], [[0, 0]]])(
  "Rosenbrock's valley is descended from %j to its end at (1, 1)",
  (start) => {
    const found = minimise((p, gradient) => {
      const [a, b] = [p[0]!, p[1]!];
      gradient[0] = -2 * (1 - a) - 400 * a * (b - a * a);
      gradient[1] = 200 * (b - a * a);
      return (1 - a) ** 2 + 100 * (b - a * a) ** 2;
    }, start);
    expect(found.converged).toBe(true);
    expect([...found.parameters]).toEqual([expect.closeTo(1, 8), expect.closeTo(1, 8)]);
  },
);

test('a badly scaled quadratic in ten dimensions is minimised', () => {
  const found = minimise(
    (p, gradient) => {
      let sum = 0;
      for (let j = 0; j < 10; j += 1) {
        const stiffness = 10 ** (j - 5);
        gradient[j] = 2 * stiffness * (p[j]! - j);
        sum += stiffness * (p[j]! - j) ** 2;
      }
      return sum;
    },
    new Float64Array(10),
    { gradientTolerance: 1e-12 },
  );
  expect(found.converged).toBe(true);
  found.parameters.forEach((value, j) => {
    expect(value).toBeCloseTo(j, 5);
  });
});

test('a kink at the minimum is reached, and the reason says that the gradient did not vanish', () => {
  const found = minimise(
    (p, gradient) => {
      gradient[0] = p[0]! < 3 ? -1 : 1;
      gradient[1] = p[1]! < -1 ? -2 : 2;
      return Math.abs(p[0]! - 3) + 2 * Math.abs(p[1]! + 1);
    },
    [0.1, 0.2],
  );
  expect(found).toMatchObject({
    converged: true,
    reason: 'no step gains anything more in double precision',
  });
  expect([...found.parameters]).toEqual([expect.closeTo(3, 7), expect.closeTo(-1, 7)]);
});

test('a start at the minimum stays there', () => {
  const found = minimise(
    (p, gradient) => {
      gradient[0] = 2 * p[0]!;
      return p[0]! * p[0]!;
    },
    [0],
  );
  expect(found).toMatchObject({ converged: true, iterations: 0, value: 0 });
});

test('forbidden ground is stepped around', () => {
  const found = minimise(
    (p, gradient) => {
      gradient[0] = 1 - 1 / p[0]!;
      return p[0]! > 0 ? p[0]! - Math.log(p[0]!) : Number.NaN;
    },
    [20],
  );
  expect(found.parameters[0]).toBeCloseTo(1, 7);
});

test('too few iterations and a bad start are said', () => {
  const parabola = (p: Float64Array, gradient: Float64Array) => {
    gradient[0] = 4 * p[0]! ** 3;
    return p[0]! ** 4;
  };
  expect(minimise(parabola, [9], { maxIterations: 2 })).toMatchObject({
    converged: false,
    reason: 'no minimum after 2 iterations',
  });
  expect(minimise(() => Number.NaN, [1])).toMatchObject({
    converged: false,
    reason: 'the function is not finite at the start',
  });
});
