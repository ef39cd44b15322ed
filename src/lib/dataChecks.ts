/** Checks of `data/` that need more than one field or more than one file. */
import type { ParsedFiles } from './data.ts';
import { type Problem, shorten } from './problems.ts';
import type { BenchmarkRecord, ModelRecord, PanelRecord } from './schema.ts';

interface Known {
  asOf: string | undefined;
  paths: ReadonlySet<string>;
  benchmarks: ReadonlyMap<string, BenchmarkRecord>;
  /** Model id or alias → file that has it. */
  models: ReadonlyMap<string, string>;
}

/** All problems that single files cannot show; files that failed their schema are not looked at. */
export function crossCheck(parsed: ParsedFiles): Problem[] {
  const problems: Problem[] = [];
  const known: Known = {
    asOf: parsed.singles['dataset.json']?.asOf,
    paths: parsed.paths,
    benchmarks: new Map([...parsed.benchmarks.values()].map((record) => [record.id, record])),
    models: modelNames(parsed.models, problems),
  };
  for (const [file, model] of parsed.models) checkModel(file, model, known, problems);
  for (const [file, record] of parsed.benchmarks) {
    checkDate(file, 'published', record.published, known, problems);
    checkUnique(file, 'protocols', record.protocols, problems);
  }
  for (const [file, panel] of parsed.panels) checkPanel(file, panel, known, problems);
  for (const [file, ruler] of parsed.rulers) {
    ruler.models.forEach((id, index) => {
      checkModelId(file, `models[${index}]`, id, parsed, problems);
    });
  }
  checkSingles(parsed, known, problems);
  return problems;
}

/** Ids first: an alias that is another model's id is the fault of the record that claims it. */
function modelNames(models: ParsedFiles['models'], problems: Problem[]): Map<string, string> {
  const owner = new Map<string, string>();
  const claim = (file: string, field: string, name: string, mend: string) => {
    const other = owner.get(name);
    if (other === undefined) {
      owner.set(name, file);
      return;
    }
    problems.push({
      file,
      field,
      value: shorten(name),
      rule: `names a model that data/${other} already has, as id or alias`,
      mend,
    });
  };
  for (const [file, { id }] of models) {
    claim(
      file,
      'id',
      id,
      'add the scores to that file, or choose another id if the weights differ',
    );
  }
  for (const [file, { aliases }] of models) {
    aliases.forEach((alias, index) => {
      claim(file, `aliases[${index}]`, alias, 'remove the alias, or add the scores to that file');
    });
  }
  return owner;
}

function checkModel(file: string, model: ModelRecord, known: Known, problems: Problem[]): void {
  checkDate(file, 'released.date', model.released?.date, known, problems);
  model.alternatives.released.forEach((release, index) => {
    checkDate(file, `alternatives.released[${index}].date`, release.date, known, problems);
  });
  checkCounts(file, 'parameters', model.parameters, problems);
  model.alternatives.parameters.forEach((counts, index) => {
    checkCounts(file, `alternatives.parameters[${index}]`, counts, problems);
  });
  const seen = new Map<string, number>();
  model.scores.forEach((score, index) => {
    checkProtocol(file, `scores[${index}]`, score.benchmark, score.protocol, known, problems);
    const key = JSON.stringify([
      score.benchmark,
      score.protocol,
      score.source,
      score.locator,
      score.value,
    ]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else {
      problems.push({
        file,
        field: `scores[${index}]`,
        value: shorten(score),
        rule: `repeats scores[${first}]: same benchmark, protocol, source, locator and value`,
        mend: 'remove one of the two',
      });
    }
  });
}

type Counts = NonNullable<ModelRecord['parameters']>;

function checkCounts(
  file: string,
  field: string,
  counts: Counts | null,
  problems: Problem[],
): void {
  if (counts === null) return;
  for (const part of ['active', 'nonEmbedding'] as const) {
    const value = counts[part];
    if (value === undefined || value <= counts.total) continue;
    problems.push({
      file,
      field: `${field}.${part}`,
      value: shorten(value),
      rule: `must not exceed ${field}.total (${counts.total})`,
      mend: `write ${counts.total} or less; a dense model has active = total`,
    });
  }
}

function checkDate(
  file: string,
  field: string,
  date: string | null | undefined,
  known: Known,
  problems: Problem[],
): void {
  if (date === null || date === undefined || known.asOf === undefined) return;
  if (date <= known.asOf) return;
  problems.push({
    file,
    field,
    value: shorten(date),
    rule: `must not lie after the data's own date, ${known.asOf} (asOf in data/dataset.json)`,
    mend: 'correct the date, or move asOf on if the data were gathered later',
  });
}

function checkProtocol(
  file: string,
  field: string,
  benchmark: string,
  protocol: string,
  known: Known,
  problems: Problem[],
): void {
  const record = known.benchmarks.get(benchmark);
  if (record === undefined) {
    // A benchmark file that failed its schema has its own problems; don't add one per score.
    if (known.paths.has(`benchmarks/${benchmark}.json`)) return;
    problems.push({
      file,
      field: `${field}.benchmark`,
      value: shorten(benchmark),
      rule: 'names no file in data/benchmarks',
      mend: `write one of ${list(known.benchmarks.keys())}, or add data/benchmarks/${benchmark}.json`,
    });
  } else if (!record.protocols.some((known) => known.id === protocol)) {
    problems.push({
      file,
      field: `${field}.protocol`,
      value: shorten(protocol),
      rule: `is no protocol of data/benchmarks/${benchmark}.json`,
      mend: `write one of ${list(record.protocols.map((known) => known.id))}, or add the protocol there`,
    });
  }
}

function checkPanel(file: string, panel: PanelRecord, known: Known, problems: Problem[]): void {
  panel.benchmarks.forEach((entry, index) => {
    const field = `benchmarks[${index}]`;
    for (const protocol of entry.protocols) {
      checkProtocol(file, field, entry.benchmark, protocol, known, problems);
    }
    const classes = known.benchmarks
      .get(entry.benchmark)
      ?.protocols.filter((protocol) => entry.protocols.includes(protocol.id));
    if (classes !== undefined && new Set(classes.map((protocol) => protocol.chance)).size > 1) {
      problems.push({
        file,
        field: `${field}.protocols`,
        value: shorten(entry.protocols),
        rule: 'pools protocols with different chance levels',
        mend: 'keep only protocols of one chance level',
      });
    }
  });
  if (panel.needs > panel.benchmarks.length) {
    problems.push({
      file,
      field: 'needs',
      value: shorten(panel.needs),
      rule: `must not exceed the number of benchmarks (${panel.benchmarks.length})`,
      mend: `write ${panel.benchmarks.length} or less`,
    });
  }
}

function checkModelId(
  file: string,
  field: string,
  id: string,
  parsed: ParsedFiles,
  problems: Problem[],
): void {
  if (parsed.paths.has(`models/${id}.json`)) return;
  problems.push({
    file,
    field,
    value: shorten(id),
    rule: 'names no file in data/models',
    mend: 'write the id of a model, such as "qwen2.5-7b"; an alias does not count',
  });
}

function checkUnique(
  file: string,
  field: string,
  records: readonly { id: string }[],
  problems: Problem[],
): void {
  const seen = new Set<string>();
  records.forEach(({ id }, index) => {
    if (seen.has(id)) {
      problems.push({
        file,
        field: `${field === '' ? '' : field}[${index}].id`,
        value: shorten(id),
        rule: 'appears twice in this list',
        mend: 'give each entry its own id',
      });
    }
    seen.add(id);
  });
}

function checkSingles(parsed: ParsedFiles, known: Known, problems: Problem[]): void {
  const { singles } = parsed;
  checkUnique('bibliography.json', '', singles['bibliography.json'] ?? [], problems);
  const published = singles['published.json'] ?? [];
  checkUnique('published.json', '', published, problems);
  published.forEach((record, index) => {
    checkDate('published.json', `[${index}].date`, record.date, known, problems);
  });
  checkUnique('dataset.json', 'credits', singles['dataset.json']?.credits ?? [], problems);
  singles['reference/compression.json']?.runs.forEach((run, index) => {
    checkModelId('reference/compression.json', `runs[${index}].model`, run.model, parsed, problems);
  });
  for (const [file, content] of Object.entries(singles)) {
    if (file.startsWith('context/')) checkContext(file, content, known, problems);
  }
}

/** Rows of every list of a context file: dates, source keys, and evidence for rows without source. */
function checkContext(file: string, content: object, known: Known, problems: Problem[]): void {
  const sources = (content as { sources: Record<string, unknown> }).sources;
  for (const [list, rows] of Object.entries(content)) {
    if (!Array.isArray(rows)) continue;
    rows.forEach((row: Record<string, unknown>, index) => {
      const field = `${list}[${index}]`;
      const { date, kind, source, seenIn, unverified } = row;
      if (typeof date === 'string' && kind !== 'forecast') {
        checkDate(file, `${field}.date`, date, known, problems);
      }
      if (typeof source === 'string' && !Object.hasOwn(sources, source)) {
        problems.push({
          file,
          field: `${field}.source`,
          value: shorten(source),
          rule: 'is no key of the sources of this file',
          mend: 'add the page to "sources" and use its key here',
        });
      }
      if (source === null && seenIn === undefined && unverified !== true) {
        problems.push({
          file,
          field: `${field}.source`,
          value: 'null',
          rule: 'a row without a source must say in seenIn where the figure was seen',
          mend: 'write the key of a source, or add "seenIn"',
        });
      }
    });
  }
}

function list(ids: Iterable<string>): string {
  return [...ids].sort().join(', ');
}
