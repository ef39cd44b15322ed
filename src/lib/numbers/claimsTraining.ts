/** Numbers of the third and fourth claims: the computation of training, and the change of pace. */
import type { Bend } from '../claims/bend.ts';
import type { ClaimResultOf } from '../claims/claims.ts';
import { countLevels } from '../claims/levelSummary.ts';
import type { Findings } from './findings.ts';
import { claimOf, levelNumbers, rateNumber, testNumber } from './claimParts.ts';
import { eraSlopes } from '../quotedArithmetic.ts';
import type { NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

const runsFigure = { label: 'Tokens per parameter of every run', path: '/f/tokens-per-parameter/' };
const computeFigure = { label: 'Halving time at every level', path: '/f/compute-halving/' };
const bendFigure = { label: 'Density since 2019 with its bend', path: '/f/density-bend/' };
const slowFigure = { label: 'Density since LLaMA 1 with its bend', path: '/f/density-slowdown/' };
const bendCode = 'src/lib/claims/bend.ts';

export function trainingNumbers(findings: Findings): NumberRecord[] {
  const training = claimOf(findings, 'training-cost');
  return [...computeNumbers(training), ...tokenNumbers(training), ...accelerationNumbers(findings)];
}

function computeNumbers(claim: ClaimResultOf<'training-cost'>): NumberRecord[] {
  const counts = countLevels(
    claim.details.levels.map(({ tradeOff }) => tradeOff),
    claim.details.arithmetic.halvingDaysByCompute,
  );
  return [
    testNumber(claim, 'halving time of training compute at fixed scores, median over levels', {
      id: 'compute-halving-time',
      name: 'halving time of training computation at fixed scores',
      definition:
        'The days in which the computation halves that reaches a fixed score with given odds: the median over all levels that have enough models.',
      formula: 'as for parameters, with 6 · active parameters · tokens in place of the size',
      inputs: [computeFigure],
      code: 'src/lib/claims/trainingCost.ts',
    }),
    ...levelNumbers('compute', 'training computation', counts, [computeFigure]),
    defineNumber({
      id: 'training-runs',
      name: 'open base models with known tokens',
      value: claim.details.runs.length,
      unit: 'count',
      counted: 'models',
      definition: 'Open base models trained from scratch whose makers state the training tokens.',
      formula: 'count of rows',
      inputs: [runsFigure],
      code: 'src/lib/claims/trainingCost.ts',
    }),
  ];
}

/** Runs that the article names: the smallest and largest token counts of their day. */
const named = ['llama-1-65b', 'llama-3-8b', 'qwen3-4b-base'] as const;

function tokenNumbers({ details }: ClaimResultOf<'training-cost'>): NumberRecord[] {
  const words = { inputs: [runsFigure], code: 'src/lib/claims/trainingCost.ts' };
  return [
    rateNumber(details.tokens, {
      ...words,
      id: 'tokens-doubling-time',
      name: 'doubling time of training tokens',
      definition: 'The days in which the tokens double that open base models are trained on.',
      formula: 'ln 2 / slope of ln(tokens) on day, families resampled',
    }),
    rateNumber(details.tokensPerParameter, {
      ...words,
      id: 'tokens-per-parameter-doubling-time',
      name: 'doubling time of tokens per parameter',
      definition: 'The days in which tokens per active parameter double.',
      formula: 'ln 2 / slope of ln(tokens / active parameters) on day',
    }),
    ...named.flatMap((id) => {
      const run = details.runs.find((candidate) => candidate.id === id);
      const refusal = run ? null : `There is no run of "${id}" with known tokens.`;
      return [
        defineNumber({
          ...words,
          id: `tokens-${id}`,
          name: `training tokens of ${run?.name ?? id}`,
          value: run?.tokens ?? null,
          unit: 'tokens',
          refusal,
          definition: 'Tokens of pre-training, as the developer states them.',
          formula: 'as recorded',
        }),
        defineNumber({
          ...words,
          id: `tokens-per-parameter-${id}`,
          name: `tokens per parameter of ${run?.name ?? id}`,
          value: run ? run.tokens / (run.operations / (6 * run.tokens)) : null,
          unit: 'count',
          counted: 'tokens',
          refusal,
          definition: 'Training tokens divided by active parameters.',
          formula: 'tokens / parameters',
        }),
      ];
    }),
  ];
}

function accelerationNumbers(findings: Findings): NumberRecord[] {
  const { details } = claimOf(findings, 'acceleration');
  const [alone, whole] = details.bends;
  if (!alone || !whole) throw new RangeError('the numbers need both tests of "acceleration"');
  const { change, faster, monthsBefore, monthsAfter } = eraSlopes(findings.data);
  const quoted = {
    inputs: [{ label: 'Change of pace, claimed and measured', path: '/f/bend-change/' }],
    code: 'src/lib/quotedArithmetic.ts',
  };
  return [
    ...bendNumbers('acceleration', whole, 'the release of ChatGPT', bendFigure),
    ...bendNumbers('slowdown', details.slowdown, 'the end of the preprint’s data', slowFigure),
    ...countNumbers('acceleration-mmlu', alone, 'on MMLU alone', bendFigure),
    defineNumber({
      ...quoted,
      id: 'quoted-change',
      name: 'change of growth that the preprint claims',
      value: change,
      unit: 'per day',
      definition: 'The slope after ChatGPT less the slope before.',
      formula: '0.0073 − 0.0048',
    }),
    defineNumber({
      ...quoted,
      id: 'quoted-faster',
      name: 'how much faster growth became, by the preprint’s slopes',
      value: faster,
      unit: 'fraction',
      definition: 'The change of slope as a part of the slope before.',
      formula: '0.0073 / 0.0048 − 1',
    }),
    ...(
      [
        ['before', '0.0048', monthsBefore],
        ['after', '0.0073', monthsAfter],
      ] as const
    ).map(([era, slope, value]) =>
      defineNumber({
        ...quoted,
        id: `quoted-months-${era}`,
        name: `doubling time ${era} ChatGPT, by the preprint’s slope`,
        value,
        unit: 'months',
        definition: 'Months of 30 days.',
        formula: `ln 2 / ${slope} / 30`,
      }),
    ),
  ];
}

function bendNumbers(
  id: string,
  bend: Bend,
  where: string,
  figure: { label: string; path: string },
): NumberRecord[] {
  const { refusal } = bend;
  const words = { inputs: [figure], code: bendCode, refusal };
  const slope = (part: 'before' | 'after', value: number | null) =>
    defineNumber({
      ...words,
      id: `${id}-slope-${part}`,
      name: `growth of ln density per day ${part} ${where}`,
      value,
      unit: 'per day',
      definition: 'The slope of the bent line, by least squares over all models.',
      formula: 'ln density = a + b · day + c · max(0, day − break)',
    });
  return [
    slope('before', bend.slopeBefore),
    slope('after', bend.slopeAfter),
    defineNumber({
      ...words,
      id: `${id}-change`,
      name: `change of growth at ${where}`,
      value: bend.change,
      interval: bend.interval,
      unit: 'per day',
      definition: 'The slope after less the slope before; families resampled.',
      formula: 'c of ln density = a + b · day + c · max(0, day − break)',
    }),
    defineNumber({
      ...words,
      id: `${id}-placebo`,
      name: `part of the days tried at which a bend fits as well as at ${where}`,
      refusal: refusal ?? (bend.placebo === null ? 'No other day could be tried.' : null),
      value: bend.placebo,
      unit: 'fraction',
      definition: 'Every release day but those near the ends is tried as the day of the bend.',
      formula: 'count of days with F at least as large / count of days',
    }),
    ...countNumbers(id, bend, `around ${where}`, figure),
  ];
}

function countNumbers(
  id: string,
  bend: Bend,
  where: string,
  figure: { label: string; path: string },
): NumberRecord[] {
  const counts = [
    ['before', 'models before the break'],
    ['after', 'models after the break'],
    ['leftOut', 'models left out for scores near chance'],
  ] as const;
  return counts.map(([part, name]) =>
    defineNumber({
      id: `${id}-${part === 'leftOut' ? 'left-out' : part}`,
      name: `${name}, ${where}`,
      value: bend[part],
      unit: 'count',
      counted: 'models',
      definition: 'Open base models with a density and a date.',
      formula: 'count of rows',
      inputs: [figure],
      code: bendCode,
    }),
  );
}
