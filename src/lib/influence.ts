/**
 * Influence: what the chosen trend would be without one model, one family, one benchmark or one
 * source. Models and families leave the trend and keep the ruler; a benchmark or source leaves the
 * measurement as a whole, ruler included. Common random numbers make the change itself have an
 * interval, much narrower than those of the two slopes.
 */
import { checkChoices } from './choiceText.ts';
import type { Choices } from './choices.ts';
import { defaultChoices } from './choices.ts';
import { fitOrRefuse, validInterval, windowBounds, windowSlice } from './growth.ts';
import type { PanelData } from './panel.ts';
import { panelAxes } from './panel.ts';
import type { Refusal } from './refusal.ts';
import { RefusalError } from './refusal.ts';
import type { DensityDraws, TaskDraws } from './resample.ts';
import { fitDraws } from './resample.ts';
import type { Survey } from './survey.ts';
import { drawSurvey, surveyPanel } from './survey.ts';
import type { TrendLine, TrendPoints } from './trend.ts';

export type InfluenceKind = 'model' | 'family' | 'benchmark' | 'source';

export interface Influence {
  kind: InfluenceKind;
  id: string;
  name: string;
  /** How many of the trend's models are gone. */
  removed: number;
  /** Growth of ln ρ per day without it; null where the rest gives no line. */
  slope: number | null;
  slopeInterval: [number, number] | null;
  /** Slope without it minus slope with it, per day. */
  change: number | null;
  /** 90 % interval of the change, common random numbers; null without draws. */
  changeInterval: [number, number] | null;
  refusal: Refusal | null;
}

export interface InfluenceReport {
  slope: number;
  slopeInterval: [number, number] | null;
  /** Within each kind the largest change first; what cannot be done comes last. */
  influences: Influence[];
}

/** The chosen trend with everything that leaving something out is compared with. */
export interface Base {
  survey: Survey;
  /** First point of the window and one past the last. */
  begin: number;
  end: number;
  points: TrendPoints;
  line: TrendLine;
  draws: DensityDraws | null;
  /** The line in every draw. */
  drawn: TaskDraws | null;
}

/**
 * Leaves out everything in turn.
 *
 * @throws RefusalError where the whole trend cannot be fitted
 */
export function measureInfluence(data: PanelData, choices: Partial<Choices> = {}): InfluenceReport {
  const chosen: Choices = { ...defaultChoices, ...choices };
  checkChoices(chosen, data);
  const base = measureBase(data, chosen);
  const influences = [
    ...leaveOutPoints(base),
    ...leaveOutBenchmarks(data, chosen, base),
    ...leaveOutSources(data, chosen, base),
  ];
  return {
    slope: base.line.slope,
    slopeInterval: base.drawn && validInterval(base.drawn.slopes),
    influences: influences.sort(byKindThenChange),
  };
}

const kindOrder: readonly InfluenceKind[] = ['model', 'family', 'benchmark', 'source'];

function byKindThenChange(a: Influence, b: Influence): number {
  const size = ({ change }: Influence) => (change === null ? -1 : Math.abs(change));
  return (
    kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
    size(b) - size(a) ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * The chosen trend on its own window.
 *
 * @throws RefusalError where it cannot be fitted
 */
export function measureBase(data: PanelData, choices: Choices): Base {
  const survey = surveyPanel(data, choices);
  const { from, to } = windowBounds(choices.window, choices.asOf ?? data.dataset.asOf);
  const [begin, end] = windowSlice(survey.input.points, from, to);
  const points = pointsWithout(survey.input.points, begin, end, []);
  const { line, refusal } = fitOrRefuse(points, choices.estimator);
  if (!line) throw new RefusalError(refusal as Refusal);
  const task = { estimator: choices.estimator, begin, end, line };
  const draws = choices.draws > 0 ? drawSurvey(survey) : null;
  const drawn = draws && (fitDraws(survey.input.points, draws, [task])[0] as TaskDraws);
  return { survey, begin, end, points, line, draws, drawn };
}

function pointsWithout(
  { x, y, family }: TrendPoints,
  begin: number,
  end: number,
  without: readonly number[],
): TrendPoints {
  const isKept = (_: number, i: number) => i >= begin && i < end && !without.includes(i);
  return { x: x.filter(isKept), y: y.filter(isKept), family: family.filter(isKept) };
}

function leaveOutPoints({ survey, begin, end, line, draws, drawn }: Base): Influence[] {
  const { input, choices } = survey;
  const positions = Array.from({ length: end - begin }, (_, i) => begin + i);
  const models = positions.map((i) => {
    const model = input.candidates[i]?.model;
    return { kind: 'model' as const, id: model?.id ?? '', name: model?.name ?? '', without: [i] };
  });
  const families = input.families.map((family, f) => ({
    kind: 'family' as const,
    id: family,
    name: family,
    without: positions.filter((i) => input.points.family[i] === f),
  }));
  const several = families.filter(({ without }) => without.length > 1);
  return [...models, ...several].map(({ without, ...what }) => {
    const rest = fitOrRefuse(pointsWithout(input.points, begin, end, without), choices.estimator);
    const task = { estimator: choices.estimator, begin, end, line: rest.line ?? line, without };
    const slopes = draws && rest.line ? fitDraws(input.points, draws, [task])[0]?.slopes : null;
    return describe({ ...what, removed: without.length }, rest, line, slopes ?? null, drawn);
  });
}

function leaveOutBenchmarks(data: PanelData, choices: Choices, base: Base): Influence[] {
  const axes = panelAxes(data, choices);
  if (axes.length < 2) return [];
  return axes.map(({ benchmark: id, name }) => {
    const benchmarks = axes.flatMap(({ benchmark }) => (benchmark === id ? [] : [benchmark]));
    return remeasure(data, { ...choices, benchmarks }, base, { kind: 'benchmark', id, name });
  });
}

/** The site and first two steps of an address: one repository, one paper, one page. */
export function sourceName(address: string): string {
  const { host, pathname } = new URL(address);
  return [host, ...pathname.split('/').filter(Boolean).slice(0, 2)].join('/');
}

function leaveOutSources(data: PanelData, choices: Choices, base: Base): Influence[] {
  const counted = new Set<string>();
  const { input, members } = base.survey;
  const behind = [...input.candidates, ...members.map(({ candidate }) => candidate)];
  for (const { model, scores } of behind) {
    for (const row of scores.flatMap((score) => score?.rows ?? [])) {
      counted.add(sourceName(model.scores[row]?.source ?? ''));
    }
  }
  return [...counted].sort().map((id) => {
    const models = data.models.map((model) => ({
      ...model,
      scores: model.scores.filter(({ source }) => sourceName(source) !== id),
    }));
    return remeasure({ ...data, models }, choices, base, { kind: 'source', id, name: id });
  });
}

function remeasure(
  data: PanelData,
  choices: Choices,
  base: Base,
  what: Pick<Influence, 'kind' | 'id' | 'name'>,
): Influence {
  try {
    const { line, drawn, points } = measureBase(data, choices);
    const removed = base.points.x.length - points.x.length;
    const rest = { line, refusal: null };
    return describe({ ...what, removed }, rest, base.line, drawn?.slopes ?? null, base.drawn);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const rest = { line: null, refusal: error.refusal };
    return describe({ ...what, removed: 0 }, rest, base.line, null, null);
  }
}

function describe(
  what: Pick<Influence, 'kind' | 'id' | 'name' | 'removed'>,
  { line, refusal }: { line: TrendLine | null; refusal: Refusal | null },
  whole: TrendLine,
  slopes: Float64Array | null,
  drawn: TaskDraws | null,
): Influence {
  const changes = slopes && drawn && slopes.map((slope, d) => slope - (drawn.slopes[d] as number));
  return {
    ...what,
    slope: line?.slope ?? null,
    slopeInterval: slopes && validInterval(slopes),
    change: line ? line.slope - whole.slope : null,
    changeInterval: changes && validInterval(changes),
    refusal,
  };
}
