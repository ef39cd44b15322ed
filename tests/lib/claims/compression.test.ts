import { describe, expect, it } from 'vitest';
import { judgeCompression } from '../../../src/lib/claims/compression.ts';
import { modelPairs, perplexityPairs, sharedScores } from '../../../src/lib/claims/pairs.ts';
import type { ModelRecord } from '../../../src/lib/schema.ts';
import type { CompressedModelsFile } from '../../../src/lib/schemaEconomy.ts';
import { claimRecord, emptyContext, measured, wholeData } from '../../fixtures/claims.ts';
import { madeUpModel } from '../../fixtures/synthetic.ts';

const axes = ['alpha', 'beta', 'gamma'].map((benchmark) => ({ benchmark, protocols: ['plain'] }));
const record = claimRecord('compression', { axes, pairs: [] });

/** Parent number i of 8B with density 1, and its child of 4B with some density. */
function couple(i: number, density: number, method = 'pruning', size = 4e9): ModelRecord[] {
  const parent = madeUpModel({ id: `parent-${i}`, day: 10 * i, parameters: 8e9, density: 1 });
  const child = madeUpModel({ id: `child-${i}`, day: 10 * i + 5, parameters: size, density });
  const derivedFrom = { model: `parent-${i}`, method } as NonNullable<ModelRecord['derivedFrom']>;
  return [parent, { ...child, derivedFrom }];
}

function judge(models: readonly ModelRecord[], records: CompressedModelsFile['records'] = []) {
  const compression = { ...emptyContext.compression, records };
  const data = wholeData([], { extra: models, context: { compression } });
  return judgeCompression(data, measured(data, 0), record);
}

const losing = [0.5, 0.6, 0.7, 0.8, 0.9, 0.4];

describe('judgeCompression', () => {
  it('holds where children are less dense, with the ratio that was made', () => {
    const claim = judge(losing.flatMap((density, i) => couple(i, density)));
    expect(claim.status).toBe('holds');
    expect(claim.effect.value).toBeCloseTo(0.648, 2); // geometric middle of 0.6 and 0.7
    expect(claim.details.exceptions).toEqual([]);
    expect(claim.details.pairs.map(({ lnRatio }) => Math.exp(lnRatio ?? 0).toFixed(3))).toEqual(
      losing.map((density) => density.toFixed(3)),
    );
  });

  it('names the exceptions, densest first', () => {
    const claim = judge([...losing, 1.2, 1.9].flatMap((density, i) => couple(i, density)));
    expect(claim.details.exceptions.map(({ child }) => child)).toEqual(['child-7', 'child-6']);
  });

  it('fails where children are denser', () => {
    const claim = judge([1.5, 1.6, 1.7, 1.8, 2].flatMap((density, i) => couple(i, density)));
    expect(claim.status).toBe('fails');
    expect(claim.wouldChange).toContain('67 %');
  });

  it('cannot be tested with too few pairs', () => {
    const claim = judge(couple(1, 0.5));
    expect(claim.status).toBe('cannot be tested');
    expect(claim.tests[0]?.refusal).toMatch(/there are 1 of 1/);
  });

  it('cannot be tested where most lose but the median may not, whatever quantised models do', () => {
    const pruned = [0.3, 0.4, 0.9, 0.95, 1.9, 1.8].flatMap((density, i) => couple(i, density));
    const quantised = losing.flatMap((density, i) => couple(20 + i, density, 'quantisation', 8e9));
    const claim = judge([...pruned, ...quantised]);
    expect(claim.status).toBe('cannot be tested');
    expect(claim.tests.map(({ verdict }) => verdict)).toContain('agrees');
    expect(claim.effect.value).toBeLessThan(1);
  });

  it('is mixed where quantised models gain', () => {
    const pruned = losing.flatMap((density, i) => couple(i, density));
    const quantised = [1.1, 1.2, 1.3, 1.2, 1.1].flatMap((density, i) =>
      couple(20 + i, density, 'quantisation', 8e9),
    );
    expect(judge([...pruned, ...quantised]).status).toBe('mixed');
  });
});

describe('modelPairs', () => {
  const pairsOf = (models: readonly ModelRecord[], parameters = record.parameters) =>
    modelPairs(wholeData([], { extra: models }), parameters);

  it('counts a child no better than guessing as a loss without a size', () => {
    const [parent, child] = couple(1, 0.5) as [ModelRecord, ModelRecord];
    const guessing = { ...child, scores: child.scores.map((score) => ({ ...score, value: 0 })) };
    expect(pairsOf([parent, guessing])).toMatchObject([
      { direction: 'loses', by: 'chance', lnRatio: null },
    ]);
  });

  it('judges a quantised model without a test of the ruler by its score', () => {
    const [parent, child] = couple(1, 1, 'quantisation', 8e9) as [ModelRecord, ModelRecord];
    const other = (model: ModelRecord, value: number) => ({
      ...model,
      scores: model.scores.slice(0, 1).map((score) => ({ ...score, protocol: 'other', value })),
    });
    expect(pairsOf([other(parent, 0.6), other(child, 0.55)])).toMatchObject([
      { direction: 'loses', by: 'score' },
    ]);
    expect(pairsOf([other(parent, 0.6), other(child, 0.6)])[0]?.direction).toBe('equal');
  });

  it('leaves out other methods, unknown parents, children that are no smaller, and strangers', () => {
    const [parent, child] = couple(1, 0.5) as [ModelRecord, ModelRecord];
    const elsewhere = child.scores.map((score) => ({
      ...score,
      source: 'https://example.org/other',
    }));
    const method = 'fine-tuning' as const;
    expect(pairsOf([child])).toEqual([]);
    expect(pairsOf([parent, { ...child, derivedFrom: { model: parent.id, method } }])).toEqual([]);
    expect(pairsOf([parent, { ...child, parameters: parent.parameters }])).toEqual([]);
    expect(pairsOf([parent, { ...child, scores: elsewhere }])).toEqual([]);
  });

  it('adds the pairs that the claim names', () => {
    const [parent, child] = couple(1, 0.5) as [ModelRecord, ModelRecord];
    const pairs = [{ child: child.id, parent: parent.id }];
    const named = pairsOf([parent, { ...child, derivedFrom: null }], {
      ...record.parameters,
      pairs,
    });
    expect(named).toMatchObject([{ method: 'distillation', direction: 'loses' }]);
  });
});

it('sharedScores keeps what both have from one source, suspect values left out', () => {
  const [parent, child] = couple(1, 0.5) as [ModelRecord, ModelRecord];
  const [first, second, third] = child.scores as [
    ModelRecord['scores'][number],
    ModelRecord['scores'][number],
    ModelRecord['scores'][number],
  ];
  const scores = [first, { ...second, suspect: 'a slip' }, { ...third, shots: 5 }];
  const [own, its] = sharedScores({ ...child, scores }, parent);
  expect(own).toEqual([first]);
  expect(its.map(({ benchmark }) => benchmark)).toEqual([first.benchmark]);
});

describe('perplexityPairs', () => {
  const row = (model: string, parent: string, parameters: number, ppl: number, own: number) => ({
    model,
    parent,
    method: 'made up',
    date: '2023-09-22',
    parameters,
    parentParameters: 2 * parameters,
    bits: 16,
    parentBits: 16,
    scores: {},
    parentScores: {},
    perplexities: { wikitext: ppl },
    parentPerplexities: { wikitext: own },
    source: 'made-up',
  });
  const parameters = {
    ...record.parameters,
    perplexityRuler: [
      { parent: 'small', parameters: 1e9, test: 'wikitext' },
      { parent: 'large', parameters: 4e9, test: 'wikitext' },
    ],
  };

  it('places a perplexity on the family’s own line', () => {
    const records = [row('a', 'small', 5e8, 8, 8), row('b', 'large', 2e9, 4 * Math.SQRT2, 4)];
    const [same, halfway] = perplexityPairs({ records }, parameters);
    expect(Math.exp(same?.lnRatio ?? 0)).toBeCloseTo(2, 9); // as good as its parent with half the weights
    expect(Math.exp(halfway?.lnRatio ?? 0)).toBeCloseTo(1, 9); // half way between 1e9 and 4e9 is 2e9
    expect(halfway?.by).toBe('perplexity');
  });

  it('needs two sizes of the family', () => {
    expect(perplexityPairs({ records: [row('a', 'small', 5e8, 9, 8)] }, parameters)).toEqual([]);
  });
});
