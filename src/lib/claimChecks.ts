/** Checks that claims and predictions name only what the data have, and that their dates make sense. */
import type { ParsedFiles } from './data.ts';
import { type Problem, shorten } from './problems.ts';
import type { ClaimRecord } from './schemaClaims.ts';
import type { PredictionRecord } from './schemaPredictions.ts';

/** A name in a record, and the folder or list that must have it. */
interface Reference {
  field: string;
  kind: 'model' | 'panel' | 'ruler' | 'published value' | 'test';
  id: string;
  /** Protocol of a test. */
  protocol?: string;
}

/** All problems of `claims/` and `predictions/` that their schemas cannot show. */
export function checkClaims(parsed: ParsedFiles): Problem[] {
  const problems: Problem[] = [];
  for (const [file, record] of parsed.claims) {
    checkReferences(file, claimReferences(record), parsed, problems);
    checkNotAfter(file, 'fixedOn', record.fixedOn, parsed, problems);
  }
  for (const [file, record] of parsed.predictions) {
    checkReferences(file, predictionReferences(record), parsed, problems);
    checkNotAfter(file, 'made', record.made, parsed, problems);
    checkForecast(file, record, problems);
  }
  return problems;
}

function claimReferences(record: ClaimRecord): Reference[] {
  const quoted = record.predicts.flatMap(({ published }, i): Reference[] =>
    published === null
      ? []
      : [{ field: `predicts[${i}].published`, kind: 'published value', id: published }],
  );
  return [...quoted, ...parameterReferences(record)];
}

function parameterReferences(record: ClaimRecord): Reference[] {
  const at = (list: string, i: number, key: string) => `parameters.${list}[${i}]${key}`;
  switch (record.id) {
    case 'parameters-halve':
    case 'training-cost':
      return testReferences('parameters.levels', record.parameters.levels);
    case 'inference-cost':
      return [];
    case 'acceleration': {
      const { tests, slowdown } = record.parameters;
      return [
        ...tests.map(({ panel }, i) => reference(at('tests', i, '.panel'), 'panel', panel)),
        reference('parameters.slowdown.panel', 'panel', slowdown.panel),
      ];
    }
    case 'on-device': {
      const { abilities, chips } = record.parameters;
      return [
        ...abilities.map(({ model }, i) => reference(at('abilities', i, '.model'), 'model', model)),
        ...chips.map((id, i) => reference(at('chips', i, ''), 'published value', id)),
      ];
    }
    case 'compression': {
      const { axes, pairs, ruler } = record.parameters;
      return [
        ...testReferences('parameters.axes', axes),
        ...pairs.flatMap(({ child, parent }, i) => [
          reference(at('pairs', i, '.child'), 'model', child),
          reference(at('pairs', i, '.parent'), 'model', parent),
        ]),
        reference('parameters.ruler', 'ruler', ruler),
      ];
    }
    case 'shelf-life':
      return record.parameters.panels.map((id, i) => reference(at('panels', i, ''), 'panel', id));
  }
}

function predictionReferences({ resolver }: PredictionRecord): Reference[] {
  if (resolver.kind === 'scores-at-size') {
    const tests = [...resolver.tests, ...resolver.beside].map(({ benchmark, protocol }) => ({
      benchmark,
      protocols: [protocol],
    }));
    return [
      reference('resolver.yardstick', 'model', resolver.yardstick),
      ...testReferences('resolver.tests', tests),
    ];
  }
  return 'panel' in resolver ? [reference('resolver.panel', 'panel', resolver.panel)] : [];
}

function reference(field: string, kind: Reference['kind'], id: string): Reference {
  return { field, kind, id };
}

function testReferences(
  list: string,
  tests: readonly { benchmark: string; protocols: readonly string[] }[],
): Reference[] {
  return tests.flatMap(({ benchmark, protocols }, i) =>
    protocols.map((protocol) => ({
      field: `${list}[${i}]`,
      kind: 'test' as const,
      id: benchmark,
      protocol,
    })),
  );
}

function checkReferences(
  file: string,
  references: readonly Reference[],
  parsed: ParsedFiles,
  problems: Problem[],
): void {
  for (const { field, kind, id, protocol } of references) {
    if (isKnown({ field, kind, id, ...(protocol === undefined ? {} : { protocol }) }, parsed))
      continue;
    problems.push({
      file,
      field,
      value: shorten(protocol === undefined ? id : `${id}/${protocol}`),
      rule: `names no ${kind} of the data`,
      mend: mends[kind],
    });
  }
}

const mends: Readonly<Record<Reference['kind'], string>> = {
  model: 'write the id of a file in data/models, such as "qwen2.5-7b"',
  panel: 'write the id of a file in data/panels, such as "paper-five"',
  ruler: 'write the id of a file in data/rulers, such as "qwen2.5"',
  'published value': 'write an id of data/published.json, such as "xiao-2025-doubling"',
  test: 'write a benchmark of data/benchmarks and one of its protocols, such as "mmlu" and "reported"',
};

/** A file that failed its own schema counts as known: it has its own problems. */
function isKnown({ kind, id, protocol }: Reference, parsed: ParsedFiles): boolean {
  switch (kind) {
    case 'model':
      return parsed.paths.has(`models/${id}.json`);
    case 'panel':
      return parsed.paths.has(`panels/${id}.json`);
    case 'ruler':
      return parsed.paths.has(`rulers/${id}.json`);
    case 'published value': {
      const published = parsed.singles['published.json'];
      return published === undefined || published.some((record) => record.id === id);
    }
    case 'test': {
      const benchmark = parsed.benchmarks.get(`benchmarks/${id}.json`);
      if (!benchmark) return parsed.paths.has(`benchmarks/${id}.json`);
      return benchmark.protocols.some((known) => known.id === protocol);
    }
  }
}

function checkNotAfter(
  file: string,
  field: string,
  date: string,
  { singles }: ParsedFiles,
  problems: Problem[],
): void {
  const asOf = singles['dataset.json']?.asOf;
  if (asOf === undefined || date <= asOf) return;
  problems.push({
    file,
    field,
    value: shorten(date),
    rule: `must not lie after the data's own date, ${asOf} (asOf in data/dataset.json)`,
    mend: 'correct the date, or move asOf on if the data were gathered later',
  });
}

/** Our own predictions have a probability with its origin and a deadline ahead; others have none. */
function checkForecast(file: string, record: PredictionRecord, problems: Problem[]): void {
  const { kind, probability, frozen, deadline, made } = record;
  const complain = (field: string, value: unknown, rule: string, mend: string) =>
    problems.push({ file, field, value: shorten(value), rule, mend });
  const isForward = kind === 'forward';
  if (isForward !== (probability !== null && frozen !== null)) {
    complain(
      'probability',
      probability,
      isForward
        ? 'a prediction of kind "forward" needs a probability and its origin in "frozen"'
        : 'only a prediction of kind "forward" has a probability',
      isForward ? 'write both, as "npm run fit -- --forecast" prints them' : 'write null in both',
    );
  }
  if (isForward && (deadline === null || deadline <= made)) {
    complain('deadline', deadline, 'must lie after "made"', 'write a later day');
  }
}
