/**
 * What each choice may be, how an address carries it, and what a reader calls it: one entry a
 * choice.
 */
import type { Choices } from './choices.ts';
import { estimatorIds, estimators, scoreRules, windowIds, windows } from './choices.ts';
import type { PanelData } from './panel.ts';
import { rulerRecords } from './ruler.ts';
import { dayNumber } from './time.ts';

/** What the names of panels, rulers, benchmarks and families are looked up in. */
export type ChoiceContext = Pick<
  PanelData,
  'panels' | 'benchmarks' | 'rulers' | 'models' | 'dataset' | 'reference'
>;

export interface ChoiceKind<T> {
  /** The choice as a heading: "ruler". */
  label: string;
  /** Name in an address. */
  key: string;
  toText(value: T): string;
  fromText(text: string): T;
  /** What is wrong with a value, as a sentence; null where nothing is. */
  complain(value: T, context: ChoiceContext, all: Choices): string | null;
  /** A short name such as "active parameters". */
  name(value: T, context: ChoiceContext, all: Choices): string;
}

/** Most bootstrap draws that one call takes. */
const MOST_DRAWS = 100_000;
const LARGEST_SEED = 2_147_483_647;
const LOWEST_CEILING = 0.8;
const MOST_BENCHMARKS = 50;
/** No model of the data is older. */
const FIRST_DAY = '2019-01-01';

const plainText = { toText: (text: string) => text, fromText: (text: string) => text };

export const choiceKinds: { readonly [K in keyof Choices]: ChoiceKind<Choices[K]> } = {
  panel: {
    label: 'panel',
    key: 'panel',
    ...plainText,
    complain: (id, { panels }) => unlessKnown('panel', id, idsOf(panels)),
    name: (id, { panels }) => `panel ${nameOf(panels, id)}`,
  },
  benchmarks: {
    label: 'benchmarks',
    key: 'benchmarks',
    toText: (ids) => ids?.join(',') ?? 'all',
    fromText: (text) => (text === 'all' ? null : text.split(',')),
    complain: complainOfBenchmarks,
    name: nameBenchmarks,
  },
  needs: {
    label: 'least number of benchmarks',
    key: 'needs',
    toText: (value) => (value === null ? 'panel' : String(value)),
    fromText: (text) => (text === 'panel' ? null : numberOf(text)),
    complain: (value) =>
      value === null ? null : unlessWhole('Least number of benchmarks', value, 1, MOST_BENCHMARKS),
    name: (value) =>
      value === null
        ? 'the panel’s own number'
        : `at least ${value} ${value === 1 ? 'benchmark' : 'benchmarks'}`,
  },
  ruler: {
    label: 'ruler',
    key: 'ruler',
    ...plainText,
    complain: (id, context) => unlessKnown('ruler', id, idsOf(rulerRecords(context))),
    name: (id, context) => `ruler ${nameOf(rulerRecords(context), id)}`,
  },
  ceiling: {
    label: 'ceiling of the score curves',
    key: 'ceiling',
    toText: String,
    fromText: numberOf,
    complain: (value) => unlessBetween('Ceiling', value, LOWEST_CEILING, 1),
    name: (value) => `ceiling ${value}`,
  },
  scoreRule: oneOf('score rule', 'scores', scoreRules, {
    median: 'median of the published scores',
    strict: 'only scores with the protocol’s own number of examples',
    developer: 'only developers’ own scores',
    'third-party': 'only third-party scores',
  }),
  weights: oneOf('weights of the benchmarks', 'weights', ['ruler', 'equal'], {
    ruler: 'benchmarks weighed by the ruler’s precision',
    equal: 'benchmarks weighed equally',
  }),
  parameters: oneOf('parameter count', 'parameters', ['total', 'active'], {
    total: 'total parameters',
    active: 'active parameters',
  }),
  derived: oneOf('derived models', 'derived', ['out', 'in'], {
    out: 'without derived models',
    in: 'with derived models',
  }),
  distilled: oneOf('models distilled in pre-training', 'distilled', ['in', 'out'], {
    in: 'with models distilled in pre-training',
    out: 'without models distilled in pre-training',
  }),
  window: oneOf('window', 'window', windowIds, {
    preprint: windows.preprint.name,
    journal: windows.journal.name,
    all: windows.all.name,
  }),
  estimator: oneOf('estimator', 'estimator', estimatorIds, {
    tau90: estimators.tau90.name,
    tau95: estimators.tau95.name,
    'all-models': estimators['all-models'].name,
    'running-maximum': estimators['running-maximum'].name,
  }),
  asOf: {
    label: 'last day counted',
    key: 'as-of',
    toText: (value) => value ?? 'today',
    fromText: (text) => (text === 'today' ? null : text),
    complain: complainOfDay,
    name: (value, { dataset }) => `as of ${value ?? dataset.asOf}`,
  },
  withoutFamily: {
    label: 'family left out',
    key: 'without',
    toText: (value) => value ?? '',
    fromText: (text) => (text === '' ? null : text),
    complain: complainOfFamily,
    name: (value) => (value === null ? 'every family' : `without ${value}`),
  },
  draws: {
    label: 'bootstrap draws',
    key: 'draws',
    toText: String,
    fromText: numberOf,
    complain: (value) => unlessWhole('Number of draws', value, 0, MOST_DRAWS),
    name: (value) => (value === 0 ? 'no intervals' : `${value} draws`),
  },
  seed: {
    label: 'seed of the draws',
    key: 'seed',
    toText: String,
    fromText: numberOf,
    complain: (value) => unlessWhole('Seed', value, 0, LARGEST_SEED),
    name: (value) => `seed ${value}`,
  },
};

function oneOf<T extends string>(
  label: string,
  key: string,
  known: readonly T[],
  names: Readonly<Record<T, string>>,
): ChoiceKind<T> {
  return {
    label,
    key,
    toText: (value) => value,
    // An unknown word passes here and is refused, with the known ones, by `complain`.
    fromText: (text) => text as T,
    complain: (value) => unlessKnown(label, value, known),
    name: (value) => names[value],
  };
}

function numberOf(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}

function nameOf(records: readonly { id: string; name: string }[], id: string): string {
  return records.find((record) => record.id === id)?.name ?? id;
}

function unlessKnown(what: string, value: unknown, known: readonly string[]): string | null {
  if (typeof value === 'string' && known.includes(value)) return null;
  return `There is no ${what} called "${String(value)}"; known are ${known.join(', ')}.`;
}

function unlessBetween(what: string, value: unknown, low: number, high: number): string | null {
  if (typeof value === 'number' && value >= low && value <= high) return null;
  return `${what} must be a number from ${low} to ${high}, not ${String(value)}.`;
}

function unlessWhole(what: string, value: unknown, low: number, high: number): string | null {
  if (Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high) {
    return null;
  }
  return `${what} must be a whole number from ${low} to ${high}, not ${String(value)}.`;
}

function panelBenchmarks({ panels }: ChoiceContext, panel: string): string[] {
  const record = panels.find(({ id }) => id === panel);
  return record?.benchmarks.map(({ benchmark }) => benchmark) ?? [];
}

function complainOfBenchmarks(
  ids: Choices['benchmarks'],
  context: ChoiceContext,
  { panel }: Choices,
): string | null {
  if (ids === null) return null;
  if (!Array.isArray(ids) || ids.length === 0) {
    return 'A measurement needs at least one benchmark; this choice names none.';
  }
  const known = panelBenchmarks(context, panel);
  for (const [i, id] of ids.entries()) {
    const sentence = unlessKnown(`benchmark of panel ${panel}`, id, known);
    if (sentence !== null) return sentence;
    if (ids.indexOf(id) < i) return `The benchmark "${id}" is named twice; name it once.`;
  }
  return null;
}

function nameBenchmarks(
  ids: Choices['benchmarks'],
  context: ChoiceContext,
  { panel }: Choices,
): string {
  const known = panelBenchmarks(context, panel);
  if (ids === null) return 'every benchmark of the panel';
  const missing = known.filter((id) => !ids.includes(id));
  const list = (chosen: readonly string[]) =>
    chosen.map((id) => nameOf(context.benchmarks, id)).join(', ');
  if (missing.length === 1 && ids.length > 1) return `without ${list(missing)}`;
  return `only ${list(known.filter((id) => ids.includes(id)))}`;
}

function complainOfDay(value: Choices['asOf'], { dataset }: ChoiceContext): string | null {
  if (value === null) return null;
  const rule = `must be a calendar day from ${FIRST_DAY} to ${dataset.asOf}, such as 2024-09-30`;
  const sentence = `The last day counted ${rule}, not ${String(value)}.`;
  try {
    dayNumber(value);
  } catch {
    return sentence;
  }
  return value >= FIRST_DAY && value <= dataset.asOf ? null : sentence;
}

function complainOfFamily(
  value: Choices['withoutFamily'],
  { models }: ChoiceContext,
): string | null {
  if (value === null || models.some(({ family }) => family === value)) return null;
  return `There is no model family called "${String(value)}" in the data.`;
}
