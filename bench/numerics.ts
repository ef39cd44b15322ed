/**
 * Prints what the hot paths of the numerics cost, and beside them the same work done by scipy in
 * the same run (skipped with a message where Python or scipy is absent).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { normalQuantile } from '../src/lib/numerics/distributions.ts';
import { exp, ln } from '../src/lib/numerics/elementary.ts';
import { fitLeastSquares } from '../src/lib/numerics/leastSquares.ts';
import { makeWorkspace } from '../src/lib/numerics/linearisation.ts';
import { fitLine } from '../src/lib/numerics/linear.ts';
import { fitQuantileLine } from '../src/lib/numerics/quantileRegression.ts';
import { makeStream } from '../src/lib/numerics/random.ts';
import { fitLossLaw, type LossLaw } from '../src/lib/numerics/robustFit.ts';

const stream = makeStream(1, 'bench');
const repeated = <Value>(count: number, make: () => Value) => Array.from({ length: count }, make);

/** Seconds per call: the best of five rounds, after one to warm up. */
function seconds<Input>(inputs: readonly Input[], work: (input: Input) => unknown): number {
  let best = Infinity;
  for (let round = 0; round < 6; round += 1) {
    const begin = performance.now();
    for (const input of inputs) work(input);
    if (round > 0) best = Math.min(best, (performance.now() - begin) / 1000 / inputs.length);
  }
  return best;
}

function show(what: string, each: number, beside = ''): void {
  const [value, unit] =
    each < 1e-6 ? [each * 1e9, 'ns'] : each < 1e-3 ? [each * 1e6, 'µs'] : [each * 1e3, 'ms'];
  console.log(`${what.padEnd(58)}${value.toFixed(1).padStart(8)} ${unit}${beside}`);
}

console.log('elementary and random, per call\n');
const arguments_ = repeated(200_000, () => 16 * stream.uniform() - 8);
const positive = arguments_.map((value) => value + 8.5);
const probabilities = repeated(200_000, () => stream.uniform());
let sink = 0;
const add = (value: number) => {
  sink += value;
};
show(
  'exp',
  seconds(arguments_, (value) => add(exp(value))),
  `   Math.exp ${(seconds(arguments_, (value) => add(Math.exp(value))) * 1e9).toFixed(1)} ns`,
);
show(
  'ln',
  seconds(positive, (value) => add(ln(value))),
  `   Math.log ${(seconds(positive, (value) => add(Math.log(value))) * 1e9).toFixed(1)} ns`,
);
show(
  'normal quantile',
  seconds(probabilities, (p) => add(normalQuantile(p))),
);
show(
  'uniform draw',
  seconds(probabilities, () => add(stream.uniform())),
);
show(
  'normal draw',
  seconds(probabilities, () => add(stream.normal())),
);
show(
  'poisson draw',
  seconds(probabilities, () => add(stream.poisson())),
);

const u = [20, 21.1, 21.8, 22.6, 23.4, 24.2, 25];
const curves = repeated(1000, () => ({
  u,
  y: u.map((each) => 0.25 + 0.75 / (1 + Math.exp(-0.6 * (each - 22.4))) + 0.015 * stream.normal()),
  start: [0.5, 22],
}));
const workspace = makeWorkspace(7, 2);
function fitCurve({ y, start }: { y: number[]; start: number[] }): number {
  const fit = fitLeastSquares(
    {
      count: 7,
      start,
      residuals(p, out) {
        for (let i = 0; i < 7; i += 1)
          out[i] = 0.25 + 0.75 / (1 + exp(-p[0]! * (u[i]! - p[1]!))) - y[i]!;
      },
      jacobian(p, out) {
        for (let i = 0; i < 7; i += 1) {
          const share = 1 / (1 + exp(-p[0]! * (u[i]! - p[1]!)));
          const slope = 0.75 * share * (1 - share);
          out[2 * i] = slope * (u[i]! - p[1]!);
          out[2 * i + 1] = -slope * p[0]!;
        }
      },
    },
    { workspace },
  );
  return fit.parameters[0]!;
}

interface Points {
  x: number[];
  y: number[];
  weights: number[];
  tau: number;
}
const days = repeated(150, () => Math.floor(1300 * stream.uniform()));
const heights = days.map((day) => 0.007 * day + 0.7 * stream.normal());
const resampled: Points[] = repeated(1000, () => ({
  x: days,
  y: heights,
  weights: days.map(() => stream.poisson()),
  tau: 0.9,
}));
const warm = fitQuantileLine(days, heights, 0.9);
const quantileOf = ({ x, y, weights, tau }: Points) =>
  fitQuantileLine(x, y, tau, weights, warm).objective;
const slopeOf = ({ x, y, weights }: Points) => fitLine(x, y, { weights }).slope;

const fixture: { runs: [number, number, number, boolean][] } = JSON.parse(
  readFileSync(new URL('../tests/fixtures/scipy/lossLaw.json', import.meta.url), 'utf8'),
);
const rows = fixture.runs.filter(([, , , outlier]) => !outlier);
const runs = {
  parameters: rows.map(([n]) => n),
  tokens: rows.map(([, d]) => d),
  loss: rows.map(([, , loss]) => loss),
};
const law: LossLaw = fitLossLaw(runs);
const refits = repeated(20, () => ({
  ...runs,
  weights: rows.map(() => stream.poisson()),
  start: law,
}));
const refitOf = (task: (typeof refits)[number]) => fitLossLaw(task, { start: law }).objective;

const ours = {
  curve: {
    what: 'score curve: 7 scores, 2 parameters',
    seconds: seconds(curves, fitCurve),
    results: curves.map(fitCurve),
  },
  quantile: {
    what: 'quantile line: 150 weighted points, warm start',
    seconds: seconds(resampled, quantileOf),
    results: resampled.map(quantileOf),
  },
  line: {
    what: 'least-squares line with HC3: 150 weighted points',
    seconds: seconds(resampled, slopeOf),
    results: resampled.map(slopeOf),
  },
  lossLaw: {
    what: 'loss law: 240 weighted runs, warm start',
    seconds: seconds(refits, refitOf),
    results: refits.map(refitOf),
  },
};

const few = {
  curve: curves.slice(0, 200),
  quantile: resampled.slice(0, 20),
  line: resampled.slice(0, 500),
  lossLaw: refits,
};
const python = spawnSync('python3', [new URL('./numerics.py', import.meta.url).pathname], {
  input: JSON.stringify(few),
  encoding: 'utf8',
  maxBuffer: 1e8,
});
type Task = keyof typeof ours;
const scipy: Record<Task, { seconds: number; results: number[] }> | null =
  python.status === 0 ? JSON.parse(python.stdout) : null;

console.log('\nfits, per fit\n');
for (const [name, { what, seconds: each, results }] of Object.entries(ours) as [
  Task,
  (typeof ours)[Task],
][]) {
  if (!scipy) {
    show(what, each);
    continue;
  }
  const other = scipy[name];
  const apart = Math.max(
    ...other.results.map((value, i) => Math.abs(value - results[i]!) / Math.abs(value)),
  );
  show(
    what,
    each,
    `   scipy ${(other.seconds * 1e6).toFixed(0).padStart(7)} µs: ${(other.seconds / each).toFixed(0)} times; apart by ${apart.toExponential(0)}`,
  );
}
if (!scipy) console.log('\nscipy left out: python3 with numpy and scipy was not found');
show(
  '\nloss law: 240 runs, 72 starts',
  seconds([runs, runs], (each) => fitLossLaw(each)),
);
if (!Number.isFinite(sink)) console.log(sink);
