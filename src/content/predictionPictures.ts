/** What the figures of the predictions and of the questions show. */
import { data, futures, observatory } from '../build/results.ts';
import type { Calendar, CalendarRow } from '../components/charts/predictionCalendar.ts';
import type { FanPicture } from '../components/charts/futuresFan.ts';
import type { GivenProbability } from '../components/charts/probabilityDots.ts';
import type { SizesOverTime } from '../components/charts/smallestOverTime.ts';
import type { Duel } from '../components/charts/tableDuel.ts';
import type { Race, RacePanel } from '../components/charts/testsOverTime.ts';
import { sourceName } from '../components/data/sourceName.ts';
import { href } from '../components/href.ts';
import { contestOf, overtakingOf } from '../lib/numbers/predictions.ts';
import { smallestSteps } from '../lib/predictions/smallest.ts';
import { matchesAtSize } from '../lib/predictions/scoresAtSize.ts';
import type { PredictionRecord } from '../lib/schemaPredictions.ts';
import type { Prediction } from './predictions.ts';
import { predictions } from './predictions.ts';

const { asOf } = data.dataset;

function calendarRow({ record, resolution }: Prediction): CalendarRow {
  const { id, label, title, made, deadline } = record;
  const { status, on } = resolution;
  return { label, title, made, deadline, status, on, href: href(`/p/${id}/`) };
}

const latest = '9999-12-31';
const byDeadline = (a: Prediction, b: Prediction) => {
  const [one, other] = [a, b].map(({ record }) => record.deadline ?? latest) as [string, string];
  if (one !== other) return one < other ? -1 : 1;
  return a.record.label < b.record.label ? -1 : 1;
};

function ofKind(kind: PredictionRecord['kind']): Prediction[] {
  return predictions.filter(({ record }) => record.kind === kind).sort(byDeadline);
}

/** Every prediction by who made it, the earliest deadline first. */
export const calendar: Calendar = {
  asOf,
  groups: [
    { name: 'The talk: reached or due', rows: ofKind('milestone').map(calendarRow) },
    { name: 'The talk: predicted', rows: ofKind('talk').map(calendarRow) },
    { name: 'This site', rows: ofKind('forward').map(calendarRow) },
  ],
};

const benchmarkOf = (id: string) => data.benchmarks.find((benchmark) => benchmark.id === id);

/** "MMLU", with the protocol where it is not the one usually reported. */
function testName(id: string, protocol: string): string {
  const benchmark = benchmarkOf(id);
  return `${benchmark?.name ?? id}${protocol === 'zero-shot-cot' ? ', no examples' : ''}`;
}

/** Whether a model has a score on a benchmark that it got by thinking at length. */
function isThought(model: string, benchmark: string): boolean {
  const scores = data.models.find(({ id }) => id === model)?.scores ?? [];
  return scores.some((score) => score.benchmark === benchmark && score.protocol === 'thinking');
}

/** Fewest small models on a test that is worth a panel. */
const LEAST_POINTS = 3;

/** Small models on every test of a contest, beside the yardstick. */
function raceOf(id: string, yardstick: string): Race {
  const { record } = contestOf({ data }, id);
  if (record.resolver.kind !== 'scores-at-size') throw new RangeError(`${id} compares no scores`);
  const rule = { ...record.resolver, least: 1, oneOf: [] };
  const matches = matchesAtSize(data, rule, asOf);
  const panels = rule.tests.flatMap(({ benchmark, protocol }): RacePanel[] => {
    const own = matches.flatMap(({ id: model, shared, name, released, thinking }) =>
      shared
        .filter((test) => test.benchmark === benchmark && test.protocol === protocol)
        .map((test) => ({ model, name, released, thinking, score: test.own, level: test.its })),
    );
    const thought = new Map(
      own
        .filter((one) => one.thinking && isThought(one.model, benchmark))
        .map((one) => [one.model, one]),
    );
    // Some tables print the score of a thinking model without saying so: what is the same was thought.
    const points = own.filter((one) =>
      one.thinking ? thought.has(one.model) : thought.get(one.model)?.score !== one.score,
    );
    const level = own[0]?.level;
    if (level === undefined || points.length < LEAST_POINTS) return [];
    return [{ test: testName(benchmark, protocol), level, points }];
  });
  return { yardstick, asOf, panels };
}

export const gpt4Race = raceOf('p1-gpt-4', 'GPT-4');
export const gpt4oRace = raceOf('p1-gpt-4o', 'GPT-4o');

/** Models of any size that do as well as the yardstick of a contest, each smaller than before. */
function sizesOf(id: string, thinking: boolean) {
  const { record } = contestOf({ data }, id);
  if (record.resolver.kind !== 'scores-at-size') throw new RangeError(`${id} compares no scores`);
  const rule = { ...record.resolver, most: Number.MAX_VALUE };
  const matches = matchesAtSize(data, rule, asOf);
  return smallestSteps(matches.filter((match) => match.thinking === thinking));
}

export const smallest: SizesOverTime = {
  asOf,
  series: [
    { yardstick: 'GPT-4', steps: sizesOf('p1-gpt-4', false) },
    { yardstick: 'GPT-3.5', steps: sizesOf('m2-chatgpt-4b', false) },
    { yardstick: 'GPT-4o, thinking', steps: sizesOf('p1-gpt-4o', true) },
  ],
};

/** The fan with our own thresholds of density; null where there is no line to go on. */
export const fan: FanPicture | null = futures && {
  fan: futures,
  past: observatory.headline.frontier.flatMap((id) => {
    const model = observatory.headline.models.find((candidate) => candidate.id === id);
    return model?.released && model.density
      ? [{ released: model.released, density: model.density, name: model.name }]
      : [];
  }),
  thresholds: predictions.flatMap(({ record: { label, resolver, deadline, probability } }) =>
    resolver.kind === 'model-reaches' && resolver.density && deadline && probability !== null
      ? [{ label, density: resolver.density, deadline, probability }]
      : [],
  ),
};

export const probabilities: GivenProbability[] = predictions.flatMap(({ record, resolution }) => {
  const { id, label, title, probability, deadline } = record;
  const { status, brier } = resolution;
  if (probability === null || deadline === null) return [];
  return [{ label, title, probability, deadline, status, brier, href: href(`/p/${id}/`) }];
});

const tableNames: Record<string, string> = {
  OpenBMB: 'Table of MiniCPM’s makers',
  QwenLM: 'Table of Qwen’s makers',
};

/** "Table of MiniCPM’s makers", or the address of a source without a name here. */
function tableName(source: string): string {
  const owner = /github\.com\/([^/]+)/.exec(source)?.[1] ?? '';
  return tableNames[owner] ?? `Table of ${sourceName(source)}`;
}

const { first, second, pairs } = overtakingOf({ data });
/** Gemma 2 9B and MiniCPM3 4B, both tuned, in the tables that have both. */
export const duel: Duel = {
  first: first.name,
  second: second.name,
  groups: [...new Set(pairs.map(({ source }) => source))].map((source) => ({
    name: tableName(source),
    rows: pairs
      .filter((pair) => pair.source === source)
      .map((pair) => ({
        test: testName(pair.benchmark, pair.protocol),
        first: pair.first,
        second: pair.second,
      })),
  })),
};
