/** Tables of the method and its limits, built from results. */
import { href } from '../../../components/href.ts';
import type { ChartTable } from '../../../components/charts/table.ts';
import type { DefinedMeasurement } from '../../../lib/examples.ts';
import {
  formatCount,
  formatDate,
  formatDensity,
  formatFixed,
  formatInterval,
  formatPercent,
} from '../../../lib/format.ts';
import { estimatorIds, estimators } from '../../../lib/choices.ts';
import { levelText, phraseDoubling } from '../../../lib/phrases.ts';
import { grades as gradeNames } from '../../../lib/reasons.ts';
import { predictScore } from '../../../lib/ruler.ts';
import { ln } from '../../../lib/numerics/elementary.ts';
import {
  all,
  data,
  examples,
  grades,
  headline,
  saturation,
  simulated,
  simulations,
  variants,
  families,
} from '../../measured.ts';
import { effectOf } from './caveats.ts';

/** The three examples, from size to density. */
export const exampleTable: ChartTable = {
  columns: [
    { key: 'name', label: 'Model' },
    { key: 'released', label: 'Released' },
    { key: 'actual', label: 'Own parameters', align: 'end' },
    { key: 'effective', label: `${headline.ruler.name} would need`, align: 'end' },
    { key: 'density', label: 'Density', align: 'end' },
    { key: 'interval', label: `${levelText} interval`, align: 'end' },
  ],
  rows: [examples.early, examples.level, examples.dense].map((model) => ({
    name: { text: model.name, href: href(`/m/${model.id}/`) },
    released: formatDate(model.released, model.releasedPrecision ?? 'day'),
    actual: formatCount(model.actual),
    effective: formatCount(model.effectiveParameters),
    density: formatDensity(model.density),
    interval: formatInterval(model.interval, formatDensity),
  })),
};

/** One model, benchmark by benchmark: its score, the ruler's at the joint size, the size alone. */
export function partTable({ parts, effectiveParameters }: DefinedMeasurement): ChartTable {
  return {
    columns: [
      { key: 'benchmark', label: 'Benchmark' },
      { key: 'score', label: 'Its score', align: 'end' },
      {
        key: 'fitted',
        label: `${headline.ruler.name} at ${formatCount(effectiveParameters)}`,
        align: 'end',
      },
      { key: 'alone', label: 'Size by this test alone', align: 'end' },
      { key: 'share', label: 'Share in the result', align: 'end' },
    ],
    rows: parts.map((part) => ({
      benchmark: nameOf(part.benchmark),
      score: formatPercent(part.score),
      fitted: part.fitted === null ? '–' : formatPercent(part.fitted),
      alone: part.effectiveParameters === null ? 'none' : formatCount(part.effectiveParameters),
      share: formatPercent(part.share, 0),
    })),
  };
}

function nameOf(benchmark: string): string {
  return headline.ruler.axes.find((axis) => axis.benchmark === benchmark)?.name ?? benchmark;
}

/** Each benchmark's mean share of the information behind the trend. */
export const shareTable: ChartTable = {
  columns: [
    { key: 'benchmark', label: 'Benchmark' },
    { key: 'share', label: 'Mean share', align: 'end' },
    { key: 'models', label: 'Models', align: 'end' },
    { key: 'sigma', label: 'Score error σ', align: 'end' },
    { key: 'without', label: 'Leaving it out' },
  ],
  rows: headline.shares.map(({ benchmark, share, models }) => ({
    benchmark: nameOf(benchmark),
    share: formatPercent(share, 0),
    models: String(models),
    sigma: formatFixed(
      100 * (headline.ruler.axes.find((a) => a.benchmark === benchmark)?.sigma ?? 0),
      1,
    ),
    without: effectOf(benchmark),
  })),
};

/** How far the trend's models lie from the ruler's own sizes. */
export const gradeTable: ChartTable = {
  columns: [
    { key: 'grade', label: 'Effective size' },
    { key: 'count', label: 'Models', align: 'end' },
    { key: 'share', label: 'Share', align: 'end' },
  ],
  rows: grades.map(({ grade, count, share }) => ({
    grade: gradeNames[grade].label,
    count: String(count),
    share: formatPercent(share, 0),
  })),
};

/** One name, two tests: a model's scores on one benchmark by protocol class. */
export function protocolTable(modelId: string, benchmarkId: string): ChartTable {
  const model = data.models.find(({ id }) => id === modelId);
  const benchmark = data.benchmarks.find(({ id }) => id === benchmarkId);
  if (!model || !benchmark) throw new RangeError(`no record of ${modelId} on ${benchmarkId}`);
  const rows = benchmark.protocols.flatMap(({ id, name, chance, description }) => {
    const values = model.scores
      .filter((score) => score.benchmark === benchmarkId && score.protocol === id && !score.suspect)
      .map(({ value }) => value);
    if (values.length === 0) return [];
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return {
      name: { text: name, note: description },
      score:
        low === high ? formatPercent(low) : formatInterval([low, high], (x) => formatPercent(x)),
      chance: formatPercent(chance, 0),
    };
  });
  if (rows.length < 2) throw new RangeError(`${modelId} has one protocol of ${benchmarkId} only`);
  return {
    columns: [
      { key: 'name', label: `${benchmark.name} as run by` },
      { key: 'score', label: `Score of ${model.name}`, align: 'end' },
      { key: 'chance', label: 'By guessing', align: 'end' },
    ],
    rows,
  };
}

const choiceNames: Record<string, string> = {
  active: 'active instead of total parameters',
  derived: 'derived models counted, too',
  distilled: 'models distilled in pre-training left out',
  equal: 'every benchmark weighed equally',
  ceiling: 'score curves that end at 95 %',
  strict: 'only scores with the protocol’s number of examples',
  developer: 'only scores that developers report',
  'third-party': 'only scores that third parties report',
};

/** The headline under each single changed decision. */
export const variantTable: ChartTable = {
  columns: [
    { key: 'choice', label: 'Changed decision' },
    { key: 'days', label: 'Doubling time', align: 'end' },
    { key: 'count', label: 'Models', align: 'end' },
  ],
  rows: [
    { choice: 'none: the headline', days: phraseDoubling(all), count: String(all.count) },
    ...variants.map((variant) => ({
      choice: { text: choiceName(variant), note: variant.refusal ?? '' },
      days: variant.days === null ? 'no value' : `${formatFixed(variant.days, 0)} days`,
      count: variant.count > 0 ? String(variant.count) : '–',
    })),
    ...families.slice(0, 3).map(({ family, days, models }) => ({
      choice: `without the family ${family}`,
      days: days === null ? 'no value' : `${formatFixed(days, 0)} days`,
      count: String(all.count - models),
    })),
  ],
};

function choiceName({ group, id }: (typeof variants)[number]): string {
  if (group === 'ruler') return `ruler ${data.rulers.find((ruler) => ruler.id === id)?.name ?? id}`;
  if (group === 'benchmarks') return `without ${nameOf(id)}`;
  const name = choiceNames[id];
  if (!name) throw new RangeError(`the variant "${id}" has no name`);
  return name;
}

/** How each estimator fares on made-up data of known growth. */
export const knownTruthTable: ChartTable = {
  columns: [
    { key: 'estimator', label: 'Line' },
    { key: 'still', label: 'Mean growth found', note: 'where nothing grows', align: 'end' },
    { key: 'stillHeld', label: 'Intervals with the truth', note: 'nothing grows', align: 'end' },
    {
      key: 'growing',
      label: 'Mean growth found',
      note: `truth ${rateText(simulations.growing.rate)}`,
      align: 'end',
    },
    {
      key: 'growingHeld',
      label: 'Intervals with the truth',
      note: 'growth as published',
      align: 'end',
    },
  ],
  rows: estimatorIds.map((id) => {
    const [still, growing] = [simulated(simulations.still, id), simulated(simulations.growing, id)];
    return {
      estimator: estimators[id].name,
      still: rateText(still.mean),
      stillHeld: shareText(still.coverage),
      growing: rateText(growing.mean),
      growingHeld: shareText(growing.coverage),
    };
  }),
};

function rateText(rate: number): string {
  return `${formatFixed(rate, 4)} a day`;
}

function shareText(share: number | null): string {
  return share === null ? '–' : formatPercent(share, 0);
}

/** How near the trend's models have come to the top of each benchmark. */
export const saturationTable: ChartTable = {
  columns: [
    { key: 'name', label: 'Benchmark' },
    { key: 'best', label: 'Best score', align: 'end' },
    { key: 'holder', label: 'Held by' },
    { key: 'point', label: 'One more point adds', align: 'end', note: 'to the effective size' },
  ],
  rows: saturation.map(({ name, best, holder, onePoint }) => ({
    name,
    best: formatPercent(best),
    holder,
    point: formatPercent(onePoint, 0),
  })),
};

/** A score that the ruler's curve gives a size, for examples in the text. */
export function rulerScore(benchmark: string, parameters: number): string {
  const axis = headline.ruler.axes.find((candidate) => candidate.benchmark === benchmark);
  if (!axis) throw new RangeError(`the ruler has no curve on "${benchmark}"`);
  return formatPercent(predictScore(axis, ln(parameters)), 0);
}
