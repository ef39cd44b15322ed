import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DataError, parseData, type Problem } from '../../src/lib/data.ts';
import { validFiles } from '../fixtures/dataFolder.ts';

function problemsOf(files: Map<string, unknown>): readonly Problem[] {
  try {
    parseData(files);
  } catch (error) {
    if (error instanceof DataError) return error.problems;
    throw error;
  }
  return [];
}

// biome-ignore lint/suspicious/noExplicitAny: records as they stand in files, before any check
type Raw = Record<string, any>;

function claim(id: string): Raw {
  const path = new URL(`../../data/claims/${id}.json`, import.meta.url);
  const record = JSON.parse(readFileSync(path, 'utf8'));
  return { ...record, predicts: [{ name: 'days', value: 100, unit: 'days', published: null }] };
}

/** The claim on lives, on the panel of the smallest data folder. */
function validClaim(): Raw {
  const record = claim('shelf-life');
  return { ...record, parameters: { ...record['parameters'], panels: ['one'] } };
}

function validPrediction(): Raw {
  return {
    id: 'soon',
    kind: 'forward',
    label: 'F1',
    title: 'Soon',
    statement: 'It will be faster.',
    reading: 'As computed.',
    made: '2026-11-23',
    deadline: '2027-11-23',
    source: null,
    seenIn: null,
    resolver: { kind: 'doubling-time', panel: 'one', atLeast: null, atMost: 100 },
    settledBy: 'Models.',
    probability: 0.2,
    frozen: { command: 'fit', asOf: '2026-11-23', seed: 1, sets: 100, basis: 'Made up.' },
    notes: [],
  };
}

const withClaim = (record: Raw) =>
  problemsOf(validFiles().set(`claims/${record['id']}.json`, record));
const withPrediction = (change: Raw) =>
  problemsOf(validFiles().set('predictions/soon.json', { ...validPrediction(), ...change }));

describe('the door accepts', () => {
  it('a claim and a prediction that name what the data have', () => {
    const files = validFiles()
      .set('claims/shelf-life.json', validClaim())
      .set('predictions/soon.json', validPrediction());
    const data = parseData(files);
    expect(data.claims.map(({ id }) => id)).toEqual(['shelf-life']);
    expect(data.predictions.map(({ id }) => id)).toEqual(['soon']);
  });
});

describe('the door refuses', () => {
  it('an unknown parameter of a claim', () => {
    const record = validClaim();
    const parameters = { ...record['parameters'], patience: 3 };
    expect(withClaim({ ...record, parameters })).toMatchObject([
      { field: 'parameters.patience', rule: 'is not a field of this record' },
    ]);
  });

  it('a band whose ends are swapped, and a claim that is none of the seven', () => {
    const record = validClaim();
    const parameters = { ...record['parameters'], band: [106, 95] };
    const [problem] = withClaim({ ...record, parameters });
    expect(problem).toMatchObject({ field: 'parameters.band' });
    expect(withClaim({ ...record, id: 'eighth' })[0]?.field).toBe('id');
  });

  it.each<[string, string, Raw, string]>([
    ['panel', 'shelf-life', { panels: ['two'] }, 'parameters.panels[0]'],
    [
      'test',
      'parameters-halve',
      { levels: [{ benchmark: 'mmlu', protocols: ['guessed'], levels: [0.5] }] },
      'parameters.levels[0]',
    ],
    [
      'model',
      'on-device',
      { abilities: [{ model: 'nobody', name: 'Nobody' }], chips: [] },
      'parameters.abilities[0].model',
    ],
    [
      'published value',
      'on-device',
      { abilities: [{ model: 'small-1b', name: 'S' }], chips: ['none'] },
      'parameters.chips[0]',
    ],
    [
      'ruler',
      'compression',
      { axes: [{ benchmark: 'mmlu', protocols: ['reported'] }], pairs: [], ruler: 'inch' },
      'parameters.ruler',
    ],
    [
      'model',
      'compression',
      {
        axes: [{ benchmark: 'mmlu', protocols: ['reported'] }],
        pairs: [{ child: 'small-1b', parent: 'x' }],
        ruler: 'small',
      },
      'parameters.pairs[0].parent',
    ],
  ])('a claim that names an unknown %s', (kind, id, change, field) => {
    const record = claim(id);
    const parameters = { ...record['parameters'], ...change };
    expect(withClaim({ ...record, parameters })).toMatchObject([
      { file: `claims/${id}.json`, field, rule: `names no ${kind} of the data` },
    ]);
  });

  it('an unknown panel of a bend, before or since', () => {
    const record = claim('acceleration');
    const tests = [{ name: 'x', panel: 'two', benchmarks: null, needs: 1 }];
    const parameters = { ...record['parameters'], tests };
    const fields = withClaim({ ...record, parameters }).map(({ field }) => field);
    expect(fields).toEqual(['parameters.tests[0].panel', 'parameters.slowdown.panel']);
  });

  it('a quoted value that is not published', () => {
    const record = validClaim();
    const predicts = [{ name: 'days', value: 100, unit: 'days', published: 'nowhere' }];
    expect(withClaim({ ...record, predicts })).toMatchObject([
      { field: 'predicts[0].published', value: '"nowhere"' },
    ]);
  });

  it('a test fixed or a prediction made after the data’s own date', () => {
    expect(withClaim({ ...validClaim(), fixedOn: '2026-11-24' })).toMatchObject([
      { field: 'fixedOn' },
    ]);
    expect(withPrediction({ made: '2026-11-24' })).toMatchObject([{ field: 'made' }]);
  });

  it('a yardstick, a test or a panel of a prediction that the data lack', () => {
    const resolver = {
      kind: 'scores-at-size',
      most: 8e9,
      yardstick: 'nobody',
      stages: ['base'],
      tests: [{ benchmark: 'mmlu', protocol: 'guessed' }],
      least: 1,
      oneOf: [],
      beside: [{ benchmark: 'none', protocol: 'reported' }],
      thinking: false,
      from: null,
    };
    const fields = withPrediction({ resolver }).map(({ field }) => field);
    expect(fields).toEqual(['resolver.yardstick', 'resolver.tests[0]', 'resolver.tests[1]']);
    const range = { kind: 'doubling-time', panel: 'two', atLeast: null, atMost: 100 };
    expect(withPrediction({ resolver: range })).toMatchObject([{ field: 'resolver.panel' }]);
  });

  it('a prediction of our own without probability or a day ahead, and others’ with one', () => {
    expect(withPrediction({ probability: null })).toMatchObject([{ field: 'probability' }]);
    expect(withPrediction({ frozen: null })[0]?.mend).toContain('--forecast');
    expect(withPrediction({ deadline: null })).toMatchObject([{ field: 'deadline' }]);
    expect(withPrediction({ deadline: '2026-11-23' })).toMatchObject([{ field: 'deadline' }]);
    expect(withPrediction({ kind: 'talk' })).toMatchObject([{ field: 'probability' }]);
  });
});
