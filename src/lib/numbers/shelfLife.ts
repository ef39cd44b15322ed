/** Numbers of the seventh corollary beside its main one, and of two cases of overtaking. */
import { doublingDaysOf } from '../claims/chipArithmetic.ts';
import { findClaim } from '../claims/claims.ts';
import type { Overtaking } from '../claims/overtaking.ts';
import { compareOvertaking, shareAfter } from '../claims/overtaking.ts';
import type { LifeTable } from '../claims/shelfLife.ts';
import { findPublished } from '../published.ts';
import type { Findings } from './findings.ts';
import type { NumberDraft, NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

const inputs = [{ label: 'The claim, its test and its result', path: '/c/shelf-life/' }];

/** The two cases that talk and preprint name: older model, newer model, and the ids of their numbers. */
const overtakings = [
  { id: 'mistral-minicpm', older: 'mistral-7b-v0.1', newer: 'minicpm-2b' },
  { id: 'gemma-minicpm', older: 'gemma-2-9b', newer: 'minicpm3-4b' },
  { id: 'gemma-it-minicpm', older: 'gemma-2-9b-it', newer: 'minicpm3-4b' },
] as const;

export function shelfLifeNumbers({ data, claims, observatory }: Findings): NumberRecord[] {
  const claim = findClaim(claims, 'shelf-life');
  const [halved, same] = claim?.details.tables ?? [];
  if (!halved || !same) return [];
  const doubling = doublingDaysOf(findPublished(data, 'xiao-2024-slope-highlights'));
  return [
    ...lifeNumbers('shelf-life', 'half the size', halved),
    ...lifeNumbers('shelf-life-same-size', 'its size', same),
    sameSizeMedian(same),
    ...overtakings.flatMap(({ id, older, newer }) =>
      overtakingNumbers(id, compareOvertaking(observatory.headline, older, newer), doubling),
    ),
  ];
}

function lifeNumbers(id: string, size: string, table: LifeTable): NumberRecord[] {
  const { onLine, lives, overtaken } = table;
  const base = { inputs, code: 'src/lib/claims/shelfLife.ts' };
  const count = (part: string, name: string, value: number): NumberDraft => ({
    ...base,
    id: `${id}-${part}`,
    name,
    value,
    unit: 'count',
    counted: 'models',
    definition: `Models on the edge at their release; the rival has at most ${size}.`,
    formula: 'count of rows',
  });
  return [
    {
      ...base,
      id: `${id}-on-line`,
      name: `days until a model of at most ${size} does as well, if every model lay on the law’s own line, median`,
      value: onLine,
      refusal: onLine === null ? 'There is no line of density.' : null,
      unit: 'days',
      definition:
        'The same releases and sizes, each with the density that the line gives for its day: the doubling time and the wait for a model of the right size.',
      formula: 'Kaplan–Meier median of the lives on the line',
    } satisfies NumberDraft,
    count('overtaken', `models overtaken by one of at most ${size}`, overtaken),
    count(
      'standing',
      `models that none of at most ${size} has overtaken`,
      lives.length - overtaken,
    ),
  ].map(defineNumber);
}

/** Its counterpart for half the size is the claim's own number. */
function sameSizeMedian({ median, interval, refusal }: LifeTable): NumberRecord {
  return defineNumber({
    inputs,
    code: 'src/lib/claims/shelfLife.ts',
    id: 'shelf-life-same-size-median',
    name: 'days until a model no larger does as well, median',
    value: median,
    refusal: median === null ? (refusal ?? 'Half of the models still stand.') : null,
    interval: median === null ? null : interval,
    unit: 'days',
    definition:
      'Median life of a model that was on the edge at its release; models that still stand count as far as they got.',
    formula: 'Kaplan–Meier median; the interval resamples families',
  });
}

function overtakingNumbers(
  id: string,
  found: Overtaking | null,
  doublingDays: number,
): NumberRecord[] {
  const missing = 'One of the two models is not measured on the headline panel.';
  const base = {
    inputs: [{ label: 'Densities of every model', path: '/data/v1/densities.csv' }],
    code: 'src/lib/claims/overtaking.ts',
  };
  const names = found ? `${found.newer} and ${found.older}` : 'two models';
  const refusal = found ? null : missing;
  return [
    {
      ...base,
      id: `${id}-days`,
      name: `days between the releases of ${names}`,
      value: found?.days ?? null,
      refusal,
      unit: 'days',
      definition: 'From the release of the older model to that of the newer.',
      formula: 'difference of the two dates',
    } satisfies NumberDraft,
    {
      ...base,
      id: `${id}-predicted`,
      name: `share of the size that the preprint’s pace leaves over the same days, ${names}`,
      value: found && shareAfter(found.days, doublingDays),
      refusal,
      unit: 'fraction',
      definition: 'What is left of the size after that many days of halving.',
      formula: '2^(−days / (ln 2 / 0.007))',
    } satisfies NumberDraft,
    {
      ...base,
      id: `${id}-size`,
      name: `size of the newer model over that of the older, ${names}`,
      value: found?.sizeRatio ?? null,
      refusal,
      unit: 'fraction',
      definition: 'All weights, embeddings included.',
      formula: 'parameters of the newer / parameters of the older',
    } satisfies NumberDraft,
    {
      ...base,
      id: `${id}-ability`,
      name: `effective size of the newer model over that of the older, ${names}`,
      value: found?.abilityRatio ?? null,
      refusal: found?.abilityRatio === null ? 'One of the two has no effective size.' : refusal,
      interval: found?.interval ?? null,
      unit: 'times',
      definition:
        'At one, the newer model does as well as the older. The interval comes from the two standard errors, the ruler held fixed.',
      formula: 'effective parameters of the newer / effective parameters of the older',
    } satisfies NumberDraft,
  ].map(defineNumber);
}
