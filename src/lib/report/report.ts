/** What a change of the data does, as plain values: the law with it against the law without it. */
import type { Data } from '../data.ts';
import { defaultChoices } from '../choices.ts';
import type { UndefinedReason } from '../effective.ts';
import { validInterval } from '../growth.ts';
import { exp } from '../numerics/elementary.ts';
import type { ModelRecord } from '../schema.ts';
import type { RecordChanges } from './changes.ts';
import { compareRecords } from './changes.ts';
import type { DataState, LeftOutModel, LineState, ModelState, PanelState } from './state.ts';

/** Where a model stands on one panel. */
export type Standing =
  | {
      kind: 'measured';
      panel: string;
      density: number;
      interval: [number, number] | null;
      grade: ModelState['grade'];
      /** Why it does not count in the line; null where it does. */
      bystander: ModelState['bystander'];
      /** Its place among the counted models released up to its day, 1 the densest. */
      rank: { place: number; of: number; from: number; to: number } | null;
      /** Density over the line's value on its day; null without a line or a date. */
      overLine: number | null;
      isRecord: boolean;
      /** Density before the change; null for a model that was not measured then. */
      before: number | null;
    }
  | { kind: 'undefined'; panel: string; status: UndefinedReason }
  | {
      kind: 'excluded';
      panel: string;
      reason: PanelState['excluded'][number]['reason'];
      benchmarks: number;
      needs: number;
    };

/** Who reported a model's scores, and from how many pages. */
export interface Evidence {
  scores: number;
  developer: number;
  thirdParty: number;
  suspect: number;
  /** Benchmarks with scores by the developer and by somebody else. */
  confirmed: number;
  /** `independent`: somebody else only; `developer`: the developer only. */
  grade: 'independent' | 'developer' | 'both' | 'none';
  pages: { source: string; scores: number }[];
  /** Addresses on GitHub whose content can change, since they name no commit. */
  unpinned: string[];
}

export interface ReportedModel {
  id: string;
  name: string;
  organization: string;
  stage: ModelRecord['stage'];
  released: ModelRecord['released'];
  change: 'added' | 'changed';
  standings: Standing[];
  evidence: Evidence;
  /** The headline without it; null where it does not count there. */
  influence: LeftOutModel | null;
}

export interface LineChange {
  panel: string;
  name: string;
  window: string;
  estimator: string;
  before: LineState | null;
  after: LineState | null;
}

export interface Shift<T> {
  id: string;
  about: string;
  before: T;
  after: T;
}

/** What differs between the pages built from both states. */
export interface PageChanges {
  compared: { figures: number; articles: number };
  figures: { id: string; title: string }[];
  /** Sentences and table rows of the articles; "–" where one side has none. */
  sentences: { page: string; before: string; after: string }[];
}

export interface Report {
  /** Version of the format of this file. */
  version: 1;
  asOf: { before: string; after: string };
  records: RecordChanges;
  models: ReportedModel[];
  /** How often data were redrawn for the intervals. */
  draws: number;
  /** The headline's slope, per day, and its change with a 90 % interval by common random numbers. */
  law: {
    before: number | null;
    after: number | null;
    change: number | null;
    changeInterval: [number, number] | null;
  };
  lines: LineChange[];
  frontier: { panel: string; joined: string[]; left: string[] }[];
  /** Panels whose densities and lines are the same to the last bit, and so every figure drawn from them. */
  unchangedPanels: string[];
  /** Models whose density moved though their record did not change: a moved ruler, mostly. */
  moved: { panel: string; count: number; largest: { id: string; factor: number } | null }[];
  verdicts: Shift<string>[];
  claims: Shift<string>[];
  claimTests: Shift<string>[];
  predictions: Shift<string>[];
  numbers: Shift<string>[];
  compared: { verdicts: number; claims: number; predictions: number; numbers: number };
  skippedTopics: number;
  /** Null where the pages were not built. */
  pages: PageChanges | null;
}

/**
 * Compares two states of the data.
 *
 * @param before state of the base; its `leftOut` is not used
 * @param after state with the change; its `leftOut` should hold every added and changed model
 * @param pages what the pages of both states differ in, if they were built
 */
export function makeReport(
  base: { data: Data; state: DataState },
  head: { data: Data; state: DataState },
  pages: PageChanges | null = null,
): Report {
  const records = compareRecords(base.data, head.data);
  const [before, after] = [base.state, head.state];
  const touched = new Set([...records.added, ...records.changed].map(({ id }) => id));
  return {
    version: 1,
    asOf: { before: before.asOf, after: after.asOf },
    records,
    models: head.data.models
      .filter(({ id }) => touched.has(id))
      .map((model) => describeModel(model, records, before, after)),
    draws: after.slopes.length,
    law: compareLaw(before, after),
    lines: compareLines(before, after),
    frontier: compareFrontiers(before, after),
    unchangedPanels: after.panels.flatMap((panel) => (isSamePanel(panel, before) ? panel.id : [])),
    moved: after.panels.map((panel) => comparePanel(panel, before, touched)),
    verdicts: shifts(before.verdicts, after.verdicts, ({ state }) => state),
    claims: shifts(before.claims, after.claims, ({ status }) => status, aboutClaim),
    claimTests: shifts(testsOf(before), testsOf(after), ({ state }) => state),
    predictions: shifts(
      before.predictions,
      after.predictions,
      ({ status, by }) => (by === null ? status : `${status} (${by})`),
      ({ statement }) => statement,
    ),
    numbers: shifts(before.numbers, after.numbers, printed, ({ name }) => name),
    compared: {
      verdicts: after.verdicts.length,
      claims: after.claims.length,
      predictions: after.predictions.length,
      numbers: after.numbers.length,
    },
    skippedTopics: after.skippedTopics,
    pages,
  };
}

/** Ids of the models that a change adds or alters, for {@link DataState.leftOut}. */
export function touchedModels(before: Data, after: Data): string[] {
  const { added, changed } = compareRecords(before, after);
  return [...added, ...changed].map(({ id }) => id);
}

function describeModel(
  model: ModelRecord,
  { added }: RecordChanges,
  before: DataState,
  after: DataState,
): ReportedModel {
  const { id, name, organization, stage, released } = model;
  const standings = after.panels.flatMap((panel) => {
    const former = before.panels.find((other) => other.id === panel.id);
    return standingOf(id, panel, former) ?? [];
  });
  return {
    ...{ id, name, organization, stage, released },
    change: added.some((record) => record.id === id) ? 'added' : 'changed',
    standings,
    evidence: weighEvidence(model),
    influence: after.leftOut.find((left) => left.id === id) ?? null,
  };
}

/** Where a model stands on a panel; null where it has no score of it. */
function standingOf(id: string, panel: PanelState, former?: PanelState): Standing | null {
  const model = panel.models.find((one) => one.id === id);
  if (!model) {
    const left = panel.excluded.find((one) => one.id === id);
    if (!left || left.benchmarks === 0) return null;
    const { reason, benchmarks } = left;
    return { kind: 'excluded', panel: panel.id, reason, benchmarks, needs: panel.needs };
  }
  if (model.density === null) {
    return { kind: 'undefined', panel: panel.id, status: model.status as UndefinedReason };
  }
  const { density, interval, grade, bystander } = model;
  const line = panel.lines.find(
    ({ estimator, window }) =>
      estimator === defaultChoices.estimator && window === defaultChoices.window,
  )?.line;
  return {
    kind: 'measured',
    panel: panel.id,
    ...{ density, interval, grade, bystander },
    rank: rankOf(model, panel),
    overLine:
      line && model.day !== null ? density / exp(line.intercept + line.slope * model.day) : null,
    isRecord: panel.frontier.includes(id),
    before: former?.models.find((one) => one.id === id)?.density ?? null,
  };
}

type RankedModel = Pick<ModelState, 'id' | 'released' | 'density' | 'interval' | 'bystander'>;

/** The place among the counted models released up to its day, and its range by the intervals. */
export function rankOf(model: RankedModel, { models }: { models: readonly RankedModel[] }) {
  const { id, released, density, interval, bystander } = model;
  if (bystander !== null || released === null || density === null) return null;
  const others = models.filter(
    (other) =>
      other.id !== id &&
      other.bystander === null &&
      other.density !== null &&
      other.released !== null &&
      other.released <= released,
  );
  const count = (isDenser: (other: RankedModel) => boolean) => others.filter(isDenser).length;
  const ends = interval ?? [density, density];
  return {
    place: 1 + count((other) => (other.density as number) > density),
    of: others.length + 1,
    from: 1 + count((other) => (other.interval?.[0] ?? (other.density as number)) > ends[1]),
    to: 1 + count((other) => (other.interval?.[1] ?? (other.density as number)) > ends[0]),
  };
}

function weighEvidence({ scores }: ModelRecord): Evidence {
  const developer = scores.filter(({ reporter }) => reporter === 'developer');
  const thirdParty = scores.filter(({ reporter }) => reporter === 'third-party');
  const pages = [...new Set(scores.map(({ source }) => source))].sort();
  const byOthers = new Set(thirdParty.map(({ benchmark }) => benchmark));
  const both = new Set(developer.map(({ benchmark }) => benchmark).filter((b) => byOthers.has(b)));
  const [own, foreign] = [developer.length, thirdParty.length];
  return {
    scores: scores.length,
    developer: own,
    thirdParty: foreign,
    suspect: scores.filter(({ suspect }) => suspect !== undefined).length,
    confirmed: both.size,
    grade:
      own > 0 && foreign > 0
        ? 'both'
        : own > 0
          ? 'developer'
          : foreign > 0
            ? 'independent'
            : 'none',
    pages: pages.map((source) => ({
      source,
      scores: scores.filter((score) => score.source === source).length,
    })),
    unpinned: pages.filter(isUnpinned),
  };
}

/** Whether an address on GitHub names a branch, so that what it shows can change. */
function isUnpinned(address: string): boolean {
  const match = /^https:\/\/(?:github\.com|raw\.githubusercontent\.com)\/[^/]+\/[^/]+\/?(.*)$/.exec(
    address,
  );
  return match !== null && !/(?:^|\/)[0-9a-f]{7,40}(?:\/|$)/.test(match[1] ?? '');
}

function compareLaw(before: DataState, after: DataState): Report['law'] {
  const slope = (state: DataState) => headlineOf(state)?.line?.slope ?? null;
  const [was, is] = [slope(before), slope(after)];
  const size = Math.min(before.slopes.length, after.slopes.length);
  const changes = Float64Array.from({ length: size }, (_, d) => {
    const [old, fresh] = [before.slopes[d], after.slopes[d]];
    return old == null || fresh == null ? Number.NaN : fresh - old;
  });
  return {
    before: was,
    after: is,
    change: was === null || is === null ? null : is - was,
    changeInterval: validInterval(changes),
  };
}

/** The headline's line. */
function headlineOf({ panels }: DataState): LineState | undefined {
  return panels[0]?.lines.find(isHeadline);
}

function isHeadline({ estimator, window }: LineState): boolean {
  return estimator === defaultChoices.estimator && window === defaultChoices.window;
}

/** Every window of the headline, its running maximum, and the other panels' own line. */
function compareLines(before: DataState, after: DataState): LineChange[] {
  return after.panels.flatMap((panel, p) => {
    const former = before.panels.find(({ id }) => id === panel.id);
    const shown = panel.lines.filter(
      (line) =>
        isHeadline(line) ||
        (p === 0 &&
          (line.estimator === defaultChoices.estimator ||
            (line.estimator === 'running-maximum' && line.window === defaultChoices.window))),
    );
    return shown.map((line) => ({
      panel: panel.id,
      name: panel.name,
      window: line.window,
      estimator: line.estimator,
      before:
        former?.lines.find(
          ({ estimator, window }) => estimator === line.estimator && window === line.window,
        ) ?? null,
      after: line,
    }));
  });
}

function compareFrontiers(before: DataState, after: DataState): Report['frontier'] {
  return after.panels.flatMap(({ id, frontier }) => {
    const former = before.panels.find((panel) => panel.id === id)?.frontier ?? [];
    const joined = frontier.filter((model) => !former.includes(model));
    const left = former.filter((model) => !frontier.includes(model));
    return joined.length + left.length > 0 ? [{ panel: id, joined, left }] : [];
  });
}

function isSamePanel(panel: PanelState, before: DataState): boolean {
  const former = before.panels.find(({ id }) => id === panel.id);
  // A model that the panel cannot measure is in no figure of it.
  const drawn = (state: PanelState) => JSON.stringify({ ...state, excluded: [] });
  return former !== undefined && drawn(former) === drawn(panel);
}

/** Densities that moved without a change of their record. */
function comparePanel(
  { id, models }: PanelState,
  before: DataState,
  touched: ReadonlySet<string>,
): Report['moved'][number] {
  const former = new Map(
    before.panels.find((panel) => panel.id === id)?.models.map((model) => [model.id, model]),
  );
  let largest: { id: string; factor: number } | null = null;
  let count = 0;
  for (const model of models) {
    const [was, is] = [former.get(model.id)?.density ?? null, model.density];
    if (touched.has(model.id) || was === is) continue;
    count += 1;
    if (was === null || is === null) continue;
    const size = (factor: number) => Math.max(factor, 1 / factor);
    if (!largest || size(is / was) > size(largest.factor))
      largest = { id: model.id, factor: is / was };
  }
  return { panel: id, count, largest };
}

function aboutClaim({ number, id }: DataState['claims'][number]): string {
  return `corollary ${number}, ${id}`;
}

function testsOf({ claims }: DataState) {
  return claims.flatMap(({ id, number, tests }) =>
    tests.map(({ name, verdict }) => ({
      id: `${id}/${name}`,
      about: `corollary ${number}: ${name}`,
      state: verdict,
    })),
  );
}

function printed({ value, interval }: DataState['numbers'][number]): string {
  return interval === null ? value : `${value} (${interval})`;
}

/** Entries whose value is another than before; entries that came or went have "–" on one side. */
function shifts<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  value: (entry: T) => string,
  about: (entry: T) => string = (entry) => (entry as { about?: string }).about ?? entry.id,
): Shift<string>[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const fresh = new Map(after.map((entry) => [entry.id, entry]));
  const ids = [...new Set([...old.keys(), ...fresh.keys()])];
  return ids.flatMap((id) => {
    const [was, is] = [old.get(id), fresh.get(id)];
    const [from, to] = [was ? value(was) : '–', is ? value(is) : '–'];
    if (from === to) return [];
    return [{ id, about: about((is ?? was) as T), before: from, after: to }];
  });
}
