/** Numbers of the first two claims: parameters at fixed ability, and the price of tokens. */
import { countLevels } from '../claims/levelSummary.ts';
import { exp } from '../numerics/elementary.ts';
import { DAYS_PER_MONTH, milestone, yearOfHalving } from '../quotedArithmetic.ts';
import { claimOf, levelNumbers, testNumber } from './claimParts.ts';
import type { Findings } from './findings.ts';
import type { NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

const models = { label: 'Every model and score', path: '/models/' };
const sizeFigure = { label: 'Halving time of size at every level', path: '/f/size-halving/' };
const priceFigure = { label: 'Halving time of price at every level', path: '/f/price-halving/' };
const priceRows = { label: 'Lowest prices at fixed scores', path: '/f/price-floor/' };
const quoted = { label: 'The corollary with its sources', path: '/corollaries/parameters-halve/' };
const arithmetic = 'src/lib/quotedArithmetic.ts';

export function economyNumbers(findings: Findings): NumberRecord[] {
  return [...sizeNumbers(findings), ...sizeQuotes(findings), ...priceNumbers(findings)];
}

function sizeNumbers(findings: Findings): NumberRecord[] {
  const claim = claimOf(findings, 'parameters-halve');
  const { levels } = claim.details;
  const record = findings.data.claims.find(({ id }) => id === claim.id);
  const claimed = record?.id === 'parameters-halve' ? record.parameters.claimedDays : 100;
  const counts = countLevels(
    levels.map(({ tradeOff }) => tradeOff),
    claimed,
  );
  return [
    testNumber(claim, 'halving time of parameters at fixed scores, median over levels', {
      id: 'size-halving-time',
      name: 'halving time of parameters at fixed scores',
      definition:
        'The days in which the size halves that reaches a fixed score with given odds: the median over all levels that have enough models. No ruler enters.',
      formula: 'ln 2 · b / c of P(score ≥ level) = 1 / (1 + exp(−(a + b ln size + c day)))',
      inputs: [sizeFigure, models],
      code: 'src/lib/claims/levels.ts',
    }),
    defineNumber({
      id: 'size-models',
      name: 'open base models behind the halving time of parameters',
      value: claim.tests[1]?.n ?? 0,
      unit: 'count',
      counted: 'models',
      definition: 'Open base models trained from scratch, released since LLaMA 1.',
      formula: 'count of rows',
      inputs: [models],
      code: 'src/lib/claims/modelOffers.ts',
    }),
    ...levelNumbers('size', 'parameters', counts, [sizeFigure]),
    ...floorNumbers(findings),
  ];
}

/** One level as an example: the first and the last smallest model. */
function floorNumbers(findings: Findings): NumberRecord[] {
  const level = claimOf(findings, 'parameters-halve').details.levels.find(
    ({ benchmark, level: score, protocols }) =>
      benchmark === 'mmlu' && score === 0.65 && protocols.includes('reported'),
  );
  const [first, last] = [level?.steps[0], level?.steps.at(-1)];
  const words = (end: string) => ({
    id: `size-floor-${end}`,
    name: `the ${end} smallest model to reach 65 % on MMLU`,
    definition: 'Total parameters of the smallest open base model so far at or above the score.',
    formula: 'least parameters among the models released up to a day',
    inputs: [{ label: 'Smallest models by day', path: '/f/size-floor/' }],
    code: 'src/lib/claims/levels.ts',
  });
  const refusal = 'No model reaches the level.';
  return [
    defineNumber({
      ...words('first'),
      value: first?.cost ?? null,
      unit: 'parameters',
      refusal: first ? null : refusal,
    }),
    defineNumber({
      ...words('last'),
      value: last?.cost ?? null,
      unit: 'parameters',
      refusal: last ? null : refusal,
    }),
    defineNumber({
      ...words('ratio'),
      name: 'how many times smaller the smallest model at 65 % on MMLU has become',
      value: first && last ? first.cost / last.cost : null,
      unit: 'times',
      refusal: first && last ? null : refusal,
    }),
  ];
}

/** The talk's arithmetic on size, from its own numbers. */
function sizeQuotes({ data }: Findings): NumberRecord[] {
  const { ratio, halvingDays, large, small } = milestone(data);
  const year = yearOfHalving(data);
  const common = { inputs: [quoted, models], code: arithmetic };
  const training = { label: 'The corollary on training', path: '/corollaries/training-cost/' };
  return [
    defineNumber({
      ...common,
      id: 'quoted-milestone-ratio',
      name: 'size of GPT-3 beside the model of 2024 said to match it',
      value: ratio,
      unit: 'times',
      definition: 'The talk’s milestone: 175 billion parameters in 2020, 2.4 billion in 2024.',
      formula: 'quotient of the two quoted sizes',
    }),
    defineNumber({
      ...common,
      id: 'quoted-milestone-halving',
      name: 'halving time that the talk’s milestone implies',
      value: halvingDays,
      unit: 'days',
      definition:
        'Days between the releases of GPT-3 and MiniCPM-2B for each halving between their sizes. The true pace is faster, since the small model scores more.',
      formula: 'days · ln 2 / ln(175 / 2.4)',
    }),
    ...(
      [
        ['large', 'GPT-3 175B', large],
        ['small', 'MiniCPM-2B', small],
      ] as const
    ).map(([which, name, value]) =>
      defineNumber({
        ...common,
        id: `quoted-milestone-${which}`,
        name: `score of ${name} on MMLU`,
        value,
        unit: 'fraction',
        definition: 'The median of the published scores of this model.',
        formula: 'median',
      }),
    ),
    defineNumber({
      id: 'quoted-year-share',
      name: 'what is left after a year of halving every 100 days',
      value: year.share,
      unit: 'fraction',
      definition: 'A year holds 3.65 spans of 100 days, so 3.65 halvings.',
      formula: '2^(−365 / 100)',
      inputs: [training],
      code: arithmetic,
    }),
    defineNumber({
      id: 'quoted-year-size',
      name: 'what is left of 750 billion parameters after a year of halving every 100 days',
      value: year.size,
      unit: 'parameters',
      definition: 'The talk says fewer than 60 billion.',
      formula: '750 billion · 2^(−365 / 100)',
      inputs: [training],
      code: arithmetic,
    }),
    defineNumber({
      id: 'quoted-year-size-three',
      name: 'what is left of 750 billion parameters after exactly three halvings',
      value: year.sizeByThree,
      unit: 'parameters',
      definition: 'Three halvings leave an eighth.',
      formula: '750 billion / 8',
      inputs: [training],
      code: arithmetic,
    }),
  ];
}

function priceNumbers(findings: Findings): NumberRecord[] {
  const claim = claimOf(findings, 'inference-cost');
  const { levels, levelsCounted, lead, ratios } = claim.details;
  const slope = findings.observatory.headline.headline.line?.slope ?? Number.NaN;
  const price = lead ? lead.perDay + slope : Number.NaN;
  const hasPrice = Number.isFinite(price);
  return [
    testNumber(claim, 'halving time of the lowest price at fixed scores, median over levels', {
      id: 'price-halving-time',
      name: 'halving time of the lowest price at fixed scores',
      definition:
        'The days in which the lowest list price of a million tokens halves, at a fixed score: the median over all levels with enough price cuts.',
      formula: 'ln 2 / slope of the line through ln(lowest price), one point a month',
      inputs: [priceFigure, priceRows],
      code: 'src/lib/claims/inferenceCost.ts',
    }),
    testNumber(claim, 'rate of the price less the rate of density', {
      id: 'price-lead',
      name: 'how much faster price falls than density grows',
      definition:
        'The rate at which ln(price) falls less the rate at which ln(density) grows, per day.',
      formula: 'rate of price − slope of density',
      inputs: [priceFigure, { label: 'Every line of density', path: '/data/v1/trends.csv' }],
      code: 'src/lib/claims/inferenceCost.ts',
    }),
    defineNumber({
      id: 'price-fall-per-year',
      name: 'by how much the lowest price at a fixed score falls in a year',
      value: hasPrice ? exp(365.25 * price) : null,
      unit: 'times a year',
      refusal: hasPrice ? null : 'There is no rate of price, or none of density, to compare.',
      definition: 'The price at the start of a year divided by the price at its end.',
      formula: 'exp(365.25 · rate of price)',
      inputs: [priceFigure],
      code: 'src/lib/claims/inferenceCost.ts',
    }),
    defineNumber({
      id: 'price-levels-all',
      name: 'fixed scores at which prices were looked at',
      value: levels.length,
      unit: 'count',
      counted: 'levels',
      definition: 'Fixed scores on MMLU, GPQA Diamond and HumanEval.',
      formula: 'count',
      inputs: [priceFigure],
      code: 'src/lib/claims/inferenceCost.ts',
    }),
    defineNumber({
      id: 'price-levels-fitted',
      name: 'fixed scores with a halving time of price',
      value: levelsCounted,
      unit: 'count',
      counted: 'levels',
      definition: 'Levels with enough price cuts over enough months.',
      formula: 'count',
      inputs: [priceFigure],
      code: 'src/lib/claims/inferenceCost.ts',
    }),
    ...ratios.map(({ price: kind, until, halvingDays }) =>
      defineNumber({
        id: `quoted-price-months-${kind}-${until.endsWith('-01') ? 'short' : 'long'}`,
        name: `halving time of the preprint’s pair of prices (${kind} price, to ${until})`,
        value: halvingDays / DAYS_PER_MONTH,
        unit: 'months',
        definition: 'Months of 30 days from 30 November 2022 for each halving of the price.',
        formula: 'months · ln 2 / ln(ratio)',
        inputs: [priceRows],
        code: 'src/lib/claims/inferenceCost.ts',
      }),
    ),
    ...(['input', 'blended'] as const).map((kind) =>
      defineNumber({
        id: `quoted-price-ratio-${kind}`,
        name: `ratio of the preprint’s two prices (${kind} price at the end)`,
        value: ratios.find(({ price: other }) => other === kind)?.ratio ?? 0,
        unit: 'count',
        counted: 'times',
        definition:
          kind === 'input'
            ? '20 dollars divided by 0.075, the price of input tokens.'
            : '20 dollars divided by three parts of the input price and one of the output price.',
        formula: kind === 'input' ? '20 / 0.075' : '20 / ((3 · 0.075 + 0.30) / 4)',
        inputs: [priceRows],
        code: 'src/lib/claims/inferenceCost.ts',
      }),
    ),
  ];
}
