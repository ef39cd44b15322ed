/** Compressed models beside their parents: density of the one over density of the other. */
import type { Choices } from '../choices.ts';
import { defaultChoices } from '../choices.ts';
import type { Data } from '../data.ts';
import type { Measurement } from '../measure.ts';
import { ln } from '../numerics/elementary.ts';
import type { PanelData } from '../panel.ts';
import type { ModelRecord, ScoreRecord } from '../schema.ts';
import type { ClaimOf } from '../schemaClaims.ts';
import { surveyPanel } from '../survey.ts';

type Parameters = ClaimOf<'compression'>['parameters'];

export type PairMethod = 'pruning' | 'pruning and distillation' | 'distillation' | 'quantisation';

/** A compressed model beside its parent. */
export interface Pair {
  child: string;
  childName: string;
  parent: string;
  parentName: string;
  method: PairMethod;
  /** Parameters of the child over those of the parent. */
  sizeRatio: number;
  /** `benchmark/protocol` that both have from one source. */
  shared: string[];
  /** ln (density of the child / density of the parent); null where one has no density. */
  lnRatio: number | null;
  /** Standard error of lnRatio, ruler held fixed; null with it. */
  standardError: number | null;
  /** Mean score of the child less that of the parent on the shared tests. */
  scoreChange: number;
  direction: 'loses' | 'gains' | 'equal';
  /** What the direction rests on. */
  by: 'density' | 'score' | 'chance' | 'perplexity';
}

const methods: Readonly<Record<string, PairMethod>> = {
  pruning: 'pruning',
  'pruning-and-distillation': 'pruning and distillation',
  distillation: 'distillation',
  quantisation: 'quantisation',
};

/** All pairs in `data/models` whose parent is there too and that can be compared, by the child's id. */
export function modelPairs(data: PanelData, parameters: Parameters): Pair[] {
  const byId = new Map(data.models.map((model) => [model.id, model]));
  const stated = data.models.flatMap((child) => {
    const parent = byId.get(child.derivedFrom?.model ?? '');
    const method = methods[child.derivedFrom?.method ?? ''];
    return parent && method ? [{ child, parent, method }] : [];
  });
  const named = parameters.pairs.flatMap(({ child, parent }) => {
    const [small, large] = [byId.get(child), byId.get(parent)];
    return small && large ? [{ child: small, parent: large, method: 'distillation' as const }] : [];
  });
  return [...stated, ...named]
    .sort((a, b) => (a.child.id < b.child.id ? -1 : 1))
    .flatMap((pair) => comparePair(data, pair, parameters) ?? []);
}

interface Candidates {
  child: ModelRecord;
  parent: ModelRecord;
  method: PairMethod;
}

function comparePair(
  data: PanelData,
  { child, parent, method }: Candidates,
  parameters: Parameters,
): Pair | null {
  const sizes = [child.parameters?.total, parent.parameters?.total];
  const sizeRatio = (sizes[0] ?? Number.NaN) / (sizes[1] ?? Number.NaN);
  const [own, its] = sharedScores(child, parent);
  const isCompressed = method === 'quantisation' ? sizeRatio <= 1.05 : sizeRatio < 0.95;
  if (!isCompressed || own.length === 0) return null;
  const scoreChange = meanOf(own.map((score, i) => score.value - (its[i] as ScoreRecord).value));
  const pair = {
    child: child.id,
    childName: child.name,
    parent: parent.id,
    parentName: parent.name,
    method,
    sizeRatio,
    shared: [...new Set(own.map(({ benchmark, protocol }) => `${benchmark}/${protocol}`))].sort(),
    scoreChange,
  };
  const measured = measureBoth(
    data,
    { ...child, scores: own },
    { ...parent, scores: its },
    parameters,
  );
  const verdict = measured && compareMeasured(...measured);
  if (verdict) return { ...pair, ...verdict };
  // At one size the change of density has the sign of the change of score, whatever the ruler.
  if (Math.abs(sizeRatio - 1) > 0.05) return null;
  return {
    ...pair,
    lnRatio: null,
    standardError: null,
    direction: signOf(scoreChange),
    by: 'score',
  };
}

/** Scores that both models have from one source, test and protocol; the same tests in one order. */
export function sharedScores(
  child: ModelRecord,
  parent: ModelRecord,
): [ScoreRecord[], ScoreRecord[]] {
  const keyOf = ({ benchmark, protocol, source, shots }: ScoreRecord) =>
    JSON.stringify([source, benchmark, protocol, shots]);
  const theirs = new Map(
    parent.scores.filter(({ suspect }) => !suspect).map((score) => [keyOf(score), score]),
  );
  const own: ScoreRecord[] = [];
  const its: ScoreRecord[] = [];
  for (const score of child.scores) {
    const match = theirs.get(keyOf(score));
    if (score.suspect || !match) continue;
    own.push(score);
    its.push(match);
  }
  return [own, its];
}

/** Both models on the tests they share, by the claim's own ruler. */
function measureBoth(
  data: PanelData,
  child: ModelRecord,
  parent: ModelRecord,
  { axes, ruler }: Parameters,
): [Measurement, Measurement] | null {
  const isAxis = ({ benchmark, protocol }: ScoreRecord) =>
    axes.some((axis) => axis.benchmark === benchmark && axis.protocols.includes(protocol));
  const used = axes.filter((axis) =>
    child.scores.some(
      ({ benchmark, protocol }) =>
        axis.benchmark === benchmark && axis.protocols.includes(protocol),
    ),
  );
  if (!child.scores.some(isAxis)) return null;
  const members = data.rulers.find(({ id }) => id === ruler);
  const family = data.models.filter(({ id }) => members?.models.includes(id));
  const rename = (model: ModelRecord, id: string) => ({ ...model, id });
  const panel = {
    id: 'pair',
    name: 'pair',
    short: 'pair',
    why: 'pair',
    benchmarks: used,
    needs: 1,
  };
  const models = [...family, rename(child, '~child'), rename(parent, '~parent')];
  const choices: Choices = { ...defaultChoices, panel: 'pair', ruler, draws: 0 };
  const { models: measured } = surveyPanel({ ...data, models, panels: [panel] }, choices);
  const find = (id: string) => measured.find((model) => model.id === id);
  const [small, large] = [find('~child'), find('~parent')];
  return small && large ? [small, large] : null;
}

type Comparison = Pick<Pair, 'lnRatio' | 'standardError' | 'direction' | 'by'>;

function compareMeasured(child: Measurement, parent: Measurement): Comparison | null {
  if (child.density !== null && parent.density !== null) {
    const lnRatio = ln(child.density / parent.density);
    const [a, b] = [child.standardError ?? 0, parent.standardError ?? 0];
    const standardError = Math.sqrt(a * a + b * b);
    return { lnRatio, standardError, direction: signOf(lnRatio), by: 'density' };
  }
  // A child no better than guessing, of a parent that is, has lost everything.
  if (parent.density !== null && child.status === 'at-or-below-chance') {
    return { lnRatio: null, standardError: null, direction: 'loses', by: 'chance' };
  }
  return null;
}

/**
 * Pairs that are known by perplexity only: the parent's family is the ruler, ln perplexity a line of
 * ln parameters between its sizes, so that every parent has density 1.
 */
export function perplexityPairs(
  { records }: Pick<Data['context']['compression'], 'records'>,
  { perplexityRuler }: Parameters,
): Pair[] {
  const points = perplexityRuler.flatMap(({ parent, parameters, test }) => {
    const row = records.find(
      (record) => record.parent === parent && record.parentPerplexities[test],
    );
    const perplexity = row?.parentPerplexities[test];
    return perplexity ? [{ parent, parameters, test, perplexity }] : [];
  });
  if (points.length < 2) return [];
  return records.flatMap((record): Pair[] => {
    const size = points.find(({ parent }) => parent === record.parent);
    const perplexity = size && record.perplexities[size.test];
    if (!size || !perplexity) return [];
    const effective = sizeAtPerplexity(points, perplexity);
    const lnRatio = effective - ln(record.parameters);
    return [
      {
        child: record.model,
        childName: record.model,
        parent: record.parent,
        parentName: record.parent,
        method: 'pruning',
        sizeRatio: record.parameters / record.parentParameters,
        shared: [`${size.test}/perplexity`],
        lnRatio,
        standardError: null,
        scoreChange: 0,
        direction: signOf(lnRatio),
        by: 'perplexity',
      },
    ];
  });
}

/** ln parameters at which the family has a perplexity; the first or last piece is carried on. */
function sizeAtPerplexity(
  points: readonly { parameters: number; perplexity: number }[],
  perplexity: number,
): number {
  let i = 0;
  while (i + 2 < points.length && perplexity < (points[i + 1]?.perplexity ?? 0)) i++;
  const [a, b] = [points[i], points[i + 1]] as [(typeof points)[number], (typeof points)[number]];
  const slope = (ln(b.parameters) - ln(a.parameters)) / (ln(b.perplexity) - ln(a.perplexity));
  return ln(a.parameters) + slope * (ln(perplexity) - ln(a.perplexity));
}

function signOf(change: number): Pair['direction'] {
  return change < 0 ? 'loses' : change > 0 ? 'gains' : 'equal';
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
