import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DataError, parseData, type Problem } from '../../src/lib/data.ts';
import { readData } from '../../src/build/readData.ts';
import { BenchmarkRecord, ModelRecord, PanelRecord, RulerRecord } from '../../src/lib/schema.ts';
import { validBenchmark, validFiles, validModel, validScore } from '../fixtures/dataFolder.ts';

function problemsOf(files: Map<string, unknown>): readonly Problem[] {
  try {
    parseData(files);
  } catch (error) {
    if (error instanceof DataError) return error.problems;
    throw error;
  }
  return [];
}

/** The only problem of the valid folder after replacing one file. */
function onlyProblem(file: string, content: unknown): Problem {
  const problems = problemsOf(validFiles().set(file, content));
  expect(problems).toHaveLength(1);
  return problems[0] as Problem;
}

const MODEL = 'models/small-1b.json';
const ROOT = join(import.meta.dirname, '../../data');

describe('parseData accepts', () => {
  it('the smallest complete folder', () => {
    const data = parseData(validFiles());
    expect(data.models).toHaveLength(3);
    expect(data.dataset.asOf).toBe('2026-11-23');
  });

  it('files in any order and sorts each list by id in code units', () => {
    const files = validFiles();
    for (const id of ['a-10b', 'a-9b', 'a.1']) files.set(`models/${id}.json`, validModel(id));
    const reversed = new Map([...files].reverse());
    const ids = parseData(reversed).models.map(({ id }) => id);
    expect(ids).toEqual(['a-10b', 'a-9b', 'a.1', 'small-1b', 'small-2b', 'small-3b']);
    expect(parseData(reversed)).toEqual(parseData(files));
  });
});

describe('parseData refuses', () => {
  it('an unknown key', () => {
    expect(onlyProblem(MODEL, { ...validModel(), size: 7 })).toEqual({
      file: MODEL,
      field: 'size',
      value: '7',
      rule: 'is not a field of this record',
      mend: 'remove "size", or check its spelling against data/README.md',
    });
  });

  it.each([
    ['one of the record', { organisation: 'x' }, 'organisation', 'organization'],
    ['a field in capitals', { StageNotes: 'x' }, 'StageNotes', 'stageNote'],
    ['one of a score', { scores: [{ ...validScore(), Note: 'x' }] }, 'scores[0].Note', 'note'],
    [
      'one of a fact that may be null',
      { released: { ...validModel().released, notes: 'x' } },
      'released.notes',
      'note',
    ],
  ])('a misspelt key, and names the field that is meant: %s', (_, change, field, meant) => {
    const { organization, ...rest } = validModel();
    const record = { ...rest, ...('organisation' in change ? {} : { organization }), ...change };
    const problem = problemsOf(validFiles().set(MODEL, record)).find((one) => one.field === field);
    expect(problem?.rule).toBe(`is not a field of this record (did you mean "${meant}"?)`);
    expect(problem?.mend).toContain(`write "${meant}" instead of`);
  });

  it('a key of two letters, or one beside the field it resembles, without a guess', () => {
    for (const key of ['xx', 'names', 'notez']) {
      expect(onlyProblem(MODEL, { ...validModel(), [key]: 7 }).mend).toContain('remove');
    }
  });

  it('a percentage, and shows the fraction to write', () => {
    const scores = [validScore(), { ...validScore(), locator: 'Table 2', value: 45.3 }];
    expect(onlyProblem(MODEL, { ...validModel(), scores })).toEqual({
      file: MODEL,
      field: 'scores[1].value',
      value: '45.3',
      rule: 'must be a fraction between 0 and 1, not a percentage',
      mend: 'write 0.453 instead of 45.3',
    });
  });

  it('a missing field, with an example of it', () => {
    const { reporter: _, ...score } = validScore();
    const problem = onlyProblem(MODEL, { ...validModel(), scores: [score] });
    expect(problem).toMatchObject({ field: 'scores[0].reporter', rule: 'is missing' });
    expect(problem.mend).toContain('"developer"');
  });

  it('a release after the day on which the data were gathered', () => {
    const released = { ...validModel().released, date: '2026-11-24' };
    const problem = onlyProblem(MODEL, { ...validModel(), released });
    expect(problem).toMatchObject({ field: 'released.date', value: '"2026-11-24"' });
    expect(problem.rule).toContain('2026-11-23');
  });

  it('an alternative release date after that day', () => {
    const model = validModel();
    model.alternatives.released = [{ ...model.released, date: '2027-01-01' }];
    expect(onlyProblem(MODEL, model).field).toBe('alternatives.released[0].date');
  });

  it('a benchmark, a published value and an event after that day', () => {
    const event = { date: '2027', event: 'Any', kind: 'model', source: null, seenIn: 'talk' };
    const files = validFiles().set('benchmarks/mmlu.json', {
      ...validBenchmark(),
      published: '2027-01-01',
    });
    files.set('context/events.json', {
      ...(files.get('context/events.json') as object),
      records: [event],
    });
    expect(problemsOf(files).map(({ field }) => field)).toEqual(['published', 'records[0].date']);
  });

  it('a day that no calendar has', () => {
    const released = { ...validModel().released, date: '2023-02-30' };
    const problem = onlyProblem(MODEL, { ...validModel(), released });
    expect(problem).toMatchObject({
      field: 'released.date',
      rule: 'must be a day of the calendar, written YYYY-MM-DD',
      mend: 'write for example "2024-09-19"',
    });
  });

  it('more active than total parameters', () => {
    const parameters = { ...validModel().parameters, active: 2_000_000_000 };
    expect(onlyProblem(MODEL, { ...validModel(), parameters })).toMatchObject({
      field: 'parameters.active',
      value: '2000000000',
      rule: 'must not exceed parameters.total (1000000000)',
    });
  });

  it('more parameters without embeddings than with them', () => {
    const parameters = { ...validModel().parameters, nonEmbedding: 1_100_000_000 };
    expect(onlyProblem(MODEL, { ...validModel(), parameters }).field).toBe(
      'parameters.nonEmbedding',
    );
  });

  const { scores: _, ...withoutScores } = validModel();
  it.each([
    [
      'trainingTokens.value',
      { trainingTokens: { value: '5.6T', source: 'https://x.example/' } },
      'must be a number, without quotes',
      'write 5600000000000 in full digits, without quotes',
    ],
    [
      'trainingTokens.value',
      { trainingTokens: { value: 'many', source: 'https://x.example/' } },
      'must be a number, without quotes',
      'write for example 18000000000000, the count in full digits',
    ],
    [
      'trainingTokens.value',
      { trainingTokens: { value: '7,616,000', source: 'https://x.example/' } },
      'must be a number, without quotes',
      'write 7616000 in full digits',
    ],
    [
      'parameters.active',
      { parameters: { ...validModel().parameters, active: undefined } },
      'is missing',
      'a dense model has active = total',
    ],
    ['openWeights', { openWeights: 'True' }, 'must be true or false', 'write true, without quotes'],
    ['openWeights', { openWeights: 'yes' }, 'must be true or false, without quotes', 'true'],
    ['stage', { stage: 'chat' }, 'must be base, instruct or reasoning', '"base"'],
    [
      'scores[0].locator',
      { scores: [{ ...validScore(), locator: '' }] },
      'must not be empty',
      '"Table 3"',
    ],
    [
      'scores[0].reporter',
      { scores: [{ ...validScore(), reporter: 'Ai2' }] },
      'must be developer',
      'own maker',
    ],
    ['scores', null, 'is missing', '"benchmark": "mmlu"'],
  ])('%s in plain words', (field, change, rule, mend) => {
    const record = change === null ? withoutScores : { ...validModel(), ...change };
    const problem = onlyProblem(MODEL, record);
    expect(problem.field).toBe(field);
    expect(problem.rule).toContain(rule);
    expect(problem.mend).toContain(mend);
  });

  it.each([
    ['0.453', 'write 0.453, without quotes'],
    ['45.3%', 'write 0.453, without quotes'],
    ['45.3', 'write for example 0.742'],
    ['0,453', 'write for example 0.742'],
  ])('a score in quotes: %j', (value, mend) => {
    const scores = [{ ...validScore(), value }];
    expect(onlyProblem(MODEL, { ...validModel(), scores })).toMatchObject({
      field: 'scores[0].value',
      mend,
    });
  });

  it('a list where a record should be', () => {
    const problem = onlyProblem('models/small-9b.json', [validModel('small-9b')]);
    expect(problem.rule).toContain('one record');
    expect(problem.mend).toContain('take the outer [ ] away');
  });

  it('an alias that is the id of another model', () => {
    const problem = onlyProblem('models/small-2b.json', {
      ...validModel('small-2b'),
      aliases: ['small-1b'],
    });
    expect(problem).toMatchObject({ field: 'aliases[0]', value: '"small-1b"' });
    expect(problem.rule).toContain('data/models/small-1b.json');
  });

  it('an alias that is the id of a model whose file comes later', () => {
    const problem = onlyProblem('models/a-1b.json', {
      ...validModel('a-1b'),
      aliases: ['small-1b'],
    });
    expect(problem).toMatchObject({ file: 'models/a-1b.json', field: 'aliases[0]' });
  });

  it('an id that two files share', () => {
    const problems = problemsOf(validFiles().set('models/copy.json', validModel('small-1b')));
    expect(problems.map(({ field }) => field)).toEqual(['id', 'id']);
    expect(problems.map(({ rule }) => rule).join()).toContain('already has');
  });

  it('a file name that is not the id', () => {
    expect(onlyProblem('models/other.json', validModel('other-1b'))).toEqual({
      file: 'models/other.json',
      field: 'id',
      value: '"other-1b"',
      rule: 'must equal the file name without .json',
      mend: 'write "other", or rename the file to other-1b.json',
    });
  });

  it('a score on a benchmark that has no record', () => {
    const scores = [{ ...validScore(), benchmark: 'mmmlu' }];
    expect(onlyProblem(MODEL, { ...validModel(), scores })).toMatchObject({
      field: 'scores[0].benchmark',
      rule: 'names no file in data/benchmarks',
      mend: 'write one of mmlu, or add data/benchmarks/mmmlu.json',
    });
  });

  it('a score under a protocol that the benchmark does not have', () => {
    const scores = [{ ...validScore(), protocol: 'cloze' }];
    expect(onlyProblem(MODEL, { ...validModel(), scores })).toMatchObject({
      field: 'scores[0].protocol',
      mend: 'write one of generated, reported, or add the protocol there',
    });
  });

  it('the same score twice', () => {
    const scores = [validScore(), validScore()];
    expect(onlyProblem(MODEL, { ...validModel(), scores })).toMatchObject({
      field: 'scores[1]',
      mend: 'remove one of the two',
    });
  });

  it('a panel with an unknown benchmark, and one that pools different chance levels', () => {
    const panel = validFiles().get('panels/one.json') as object;
    const entry = (benchmark: string, ...protocols: string[]) => ({
      ...panel,
      benchmarks: [{ benchmark, protocols }],
    });
    expect(onlyProblem('panels/one.json', entry('bbh', 'reported')).field).toBe(
      'benchmarks[0].benchmark',
    );
    expect(onlyProblem('panels/one.json', entry('mmlu', 'reported', 'generated')).rule).toBe(
      'pools protocols with different chance levels',
    );
  });

  it('a panel that needs more benchmarks than it has', () => {
    const panel = validFiles().get('panels/one.json') as object;
    expect(onlyProblem('panels/one.json', { ...panel, needs: 2 }).field).toBe('needs');
  });

  it('a ruler with a model that has no record', () => {
    const ruler = {
      id: 'small',
      name: 'S',
      models: ['small-1b', 'small-2b', 'tiny'],
      note: 'Any.',
    };
    expect(onlyProblem('rulers/small.json', ruler)).toMatchObject({
      field: 'models[2]',
      rule: 'names no file in data/models',
    });
  });

  it('a file that the folder does not know', () => {
    const problem = onlyProblem('model/small-1b.json', validModel());
    expect(problem.rule).toBe('is no file that the data folder knows');
  });

  it('a folder from which a file is missing', () => {
    const files = validFiles();
    files.delete('reference/losses.json');
    expect(problemsOf(files)).toMatchObject([
      { file: 'reference/losses.json', rule: 'the file is missing' },
    ]);
  });

  it('a context row whose source is not in its file, and one without any evidence', () => {
    const file = 'context/events.json';
    const row = { date: '2024', event: 'Any', kind: 'model' };
    const records = [
      { ...row, source: 'nowhere' },
      { ...row, source: null },
    ];
    const problems = problemsOf(
      validFiles().set(file, { ...(validFiles().get(file) as object), records }),
    );
    expect(problems.map(({ field }) => field)).toEqual(['records[0].source', 'records[1].source']);
  });

  it('all faults at once, in order of file, whatever the order of the files', () => {
    const files = validFiles()
      .set('models/small-3b.json', { ...validModel('small-3b'), stage: 'chat' })
      .set('benchmarks/mmlu.json', { ...validBenchmark(), colour: 'red' })
      .set(MODEL, { ...validModel(), id: 'Small' });
    const problems = problemsOf(files);
    expect(problems.map(({ file, field }) => [file, field])).toContainEqual([MODEL, 'id']);
    expect(problems.map(({ file }) => file)).toEqual(problems.map(({ file }) => file).sort());
    expect(problemsOf(new Map([...files].reverse()))).toEqual(problems);
  });

  it('with a message that names file, field, value, rule and mend of each', () => {
    const scores = [{ ...validScore(), value: 45.3 }];
    expect(() => parseData(validFiles().set(MODEL, { ...validModel(), scores }))).toThrowError(
      [
        'data/ has one problem:',
        '',
        'data/models/small-1b.json',
        '  field  scores[0].value',
        '  value  45.3',
        '  rule   must be a fraction between 0 and 1, not a percentage',
        '  mend   write 0.453 instead of 45.3',
      ].join('\n'),
    );
  });
});

describe('readData', () => {
  const dir = mkdtempSync(join(tmpdir(), 'data-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  function write(name: string, files: Map<string, unknown>, texts: Record<string, string> = {}) {
    const root = join(dir, name);
    const all = [...files].map(([path, content]) => [path, JSON.stringify(content)] as const);
    for (const [path, text] of [...all, ...Object.entries(texts)]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  }

  it('reads a folder and passes by its README', () => {
    const root = write('good', validFiles(), { 'README.md': '# data' });
    expect(readData(root)).toEqual(parseData(validFiles()));
  });

  it('shows file, line, column and text of broken JSON', () => {
    const text = '{\n  "id": "small-1b",\n  "name": Small\n}\n';
    const root = write('broken', validFiles(), { [MODEL]: text });
    expect(() => readData(root)).toThrowError(
      /data\/models\/small-1b\.json[\s\S]*line 3, column 11/,
    );
    expect(() => readData(root)).toThrowError(/3 \| {3}"name": Small\n +\| +\^/);
  });

  it('shows where JSON that ends too early ends', () => {
    const root = write('short', validFiles(), { [MODEL]: '{\n  "id": "small-1b",' });
    expect(() => readData(root)).toThrowError(/line 2, column 20/);
  });

  it('refuses files that are no data', () => {
    const root = write('stray', validFiles(), { 'models/notes.txt': 'Any.' });
    expect(() => readData(root)).toThrowError(/data\/models\/notes\.txt/);
  });

  it('says so when the folder is missing', () => {
    expect(() => readData(join(dir, 'nowhere'))).toThrowError(
      /there is no data folder at ".*nowhere"/,
    );
  });
});

describe('the data of this repository', () => {
  const data = readData(ROOT);
  const raw = JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/raw-counts.json'), 'utf8'),
  ) as { counts: Record<string, Record<string, number>> };

  it('lost no score that was gathered', () => {
    const lost: string[] = [];
    for (const [id, counts] of Object.entries(raw.counts)) {
      const model = data.models.find((record) => record.id === id);
      for (const [benchmark, gathered] of Object.entries(counts)) {
        const kept = model?.scores.filter((score) => score.benchmark === benchmark).length ?? 0;
        if (kept < gathered) lost.push(`${id} ${benchmark}: ${kept} of ${gathered}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it.each([
    ['models', ModelRecord],
    ['benchmarks', BenchmarkRecord],
    ['panels', PanelRecord],
    ['rulers', RulerRecord],
  ])('writes %s in one form: keys in the order of the schema, two spaces', (folder, schema) => {
    for (const name of readdirSync(join(ROOT, folder))) {
      const file = readFileSync(join(ROOT, folder, name), 'utf8');
      const canonical = JSON.stringify(schema.parse(JSON.parse(file)), null, 2);
      expect(file, name).toBe(`${canonical}\n`);
    }
  });

  it('keeps scores in order of benchmark, protocol, source, value', () => {
    for (const { scores } of data.models) {
      const keys = scores.map((s) => [s.benchmark, s.protocol, s.source, s.value] as const);
      expect(keys).toEqual([...keys].sort(byParts));
    }
  });

  it('holds nothing from a source that forbids republishing', () => {
    expect(JSON.stringify(data)).not.toMatch(/aa_data_with_math5|artificialanalysis/i);
  });
});

function byParts(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] as string | number;
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}
