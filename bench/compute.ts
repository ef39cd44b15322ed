/**
 * Prints what the measurement costs: one call without bootstrap, the headline with 2,000 draws
 * beside the same computation in scipy (skipped with a message where Python or scipy is absent),
 * and the growth of time with the number of models.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readData } from '../src/build/readData.ts';
import type { Choices } from '../src/lib/choices.ts';
import { defaultChoices, estimatorIds, windowIds } from '../src/lib/choices.ts';
import { compute, findTrend } from '../src/lib/compute.ts';
import { windowBounds, windowSlice } from '../src/lib/growth.ts';
import { ln } from '../src/lib/numerics/elementary.ts';
import { panelOrder } from '../src/lib/observatory.ts';
import type { PanelData } from '../src/lib/panel.ts';
import { surveyPanel } from '../src/lib/survey.ts';
import { dateOfDay, dayNumber } from '../src/lib/time.ts';

const data = readData(fileURLToPath(new URL('../data', import.meta.url)));
const panels = panelOrder(data);
const DRAWS = 2000;
/** scipy is given fewer draws, since it needs minutes for all. */
const SCIPY_DRAWS = 40;

function milliseconds(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function medianOf(rounds: number, work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => milliseconds(work)).sort((a, b) => a - b);
  return times[rounds >> 1] as number;
}

function show(what: string, ms: number, beside = ''): void {
  console.log(`${what.padEnd(64)}${ms.toFixed(1).padStart(9)} ms${beside}`);
}

/** The survey of one panel in the form that scipy_headline.py reads. */
function headlineInput(panel: string) {
  const choices: Choices = { ...defaultChoices, panel };
  const { input, members, ruler } = surveyPanel(data, choices);
  const others = members.map(({ candidate }) => candidate);
  const rows = [...input.candidates, ...others.filter((one) => !input.candidates.includes(one))];
  return {
    draws: SCIPY_DRAWS,
    axes: ruler.axes.map(({ chance, ceiling, sigma, slope, midpoint }, b) => {
      const measured = members.filter(({ candidate }) => candidate.scores[b]);
      return {
        ...{ chance, ceiling, sigma, slope, midpoint },
        rows: measured.map(({ candidate }) => rows.indexOf(candidate)),
        positions: measured.map(({ position }) => position),
      };
    }),
    scores: rows.map(({ scores }) => scores.map((score) => score?.value ?? null)),
    errors: rows.map(({ scores }) =>
      scores.map((score, b) => Math.hypot(ruler.axes[b]?.sigma ?? 0, score?.spread ?? 0)),
    ),
    lnActual: input.candidates.map(({ actual }) => ln(actual)),
    start: Array.from(input.effective),
    day: Array.from(input.points.x),
    family: Array.from(input.points.family),
    windows: windowIds.map((window) => {
      const { from, to } = windowBounds(window, data.dataset.asOf);
      return windowSlice(input.points, from, to);
    }),
  };
}

interface ScipyHeadline {
  seconds: number;
  /** By window, then estimator. */
  slopes: number[][];
  /** Of τ = 0.9, by window. */
  intervals: [number, number][];
}

function runScipy(panel: string): ScipyHeadline | string {
  const script = fileURLToPath(new URL('scipy_headline.py', import.meta.url));
  const { status, stdout, stderr, error } = spawnSync('python3', [script], {
    input: JSON.stringify(headlineInput(panel)),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (error) return error.message;
  if (status !== 0) return stderr.trim().split('\n').at(-1) ?? `python3 stopped with ${status}`;
  return JSON.parse(stdout) as ScipyHeadline;
}

/** Largest relative difference between our slopes and scipy's, all windows and estimators. */
function largestDifference(panel: string, { slopes }: ScipyHeadline): number {
  const { trends } = compute(data, { panel, draws: 0 });
  const differences = windowIds.flatMap((window, w) =>
    estimatorIds.flatMap((estimator, e) => {
      const { line } = findTrend(trends, estimator, window);
      return line ? [Math.abs((slopes[w]?.[e] ?? Number.NaN) / line.slope - 1)] : [];
    }),
  );
  return Math.max(...differences);
}

function benchOneCall(): void {
  console.log('one call without bootstrap\n');
  for (const panel of panels) {
    const first = milliseconds(() => compute(data, { panel, draws: 0 }));
    const ms = medianOf(25, () => compute(data, { panel, draws: 0 }));
    show(`compute, ${panel}`, ms, `   first call ${first.toFixed(0)} ms`);
  }
  const slider = medianOf(25, () => compute(data, { draws: 0, ceiling: 0.97 }, 'chosen'));
  show('compute, only the chosen trend', slider);
}

function benchHeadline(): void {
  console.log(
    `\nheadline: ${DRAWS} draws, ${windowIds.length} windows, ${estimatorIds.length} estimators\n`,
  );
  let total = 0;
  for (const panel of panels) {
    const ms = medianOf(3, () => compute(data, { panel, draws: DRAWS }));
    total += ms;
    const scipy = runScipy(panel);
    if (typeof scipy === 'string') {
      show(`${panel}`, ms, `   scipy skipped: ${scipy}`);
      continue;
    }
    const whole = (scipy.seconds * 1000 * DRAWS) / SCIPY_DRAWS;
    const apart = largestDifference(panel, scipy).toExponential(0);
    show(
      panel,
      ms,
      `   scipy ${(whole / 1000).toFixed(0)} s (${DRAWS} draws, from ${SCIPY_DRAWS}), ${(whole / ms).toFixed(0)} times as long; slopes agree to ${apart}`,
    );
  }
  show('all panels', total);
}

/** The data with every model copied under other names and families, some days apart. */
function multiply(times: number): PanelData {
  const models = Array.from({ length: times }, (_, copy) =>
    data.models.map((model) => ({
      ...model,
      id: copy === 0 ? model.id : `${model.id}-copy-${copy}`,
      family: copy === 0 ? model.family : `${model.family} ${copy}`,
      released: model.released && {
        ...model.released,
        date: dateOfDay(dayNumber(model.released.date) - (copy % 29)),
      },
    })),
  ).flat();
  return { ...data, models };
}

function benchGrowth(): void {
  console.log('\ngrowth with the number of models\n');
  for (const times of [1, 10, 100]) {
    const many = multiply(times);
    const without = medianOf(times === 100 ? 3 : 9, () => compute(many, { draws: 0 }));
    const drawn = medianOf(3, () => compute(many, { draws: 100 }));
    show(`${many.models.length} models`, without, `   with 100 draws ${drawn.toFixed(0)} ms`);
  }
}

benchOneCall();
benchHeadline();
benchGrowth();
