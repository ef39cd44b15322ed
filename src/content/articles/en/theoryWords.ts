/** Sentences of the theory, one per state of the data; numbers stand as [[id]]. */
import { formatFixed, formatNumeral } from '../../../lib/format.ts';
import type { DriverId } from '../../../lib/drivers.ts';
import type { KindOfDensity } from '../../../lib/kindsOfDensity.ts';
import { capitalise, phraseList } from '../../../lib/phrases.ts';
import type { Drift } from '../../../lib/recipes.ts';
import { compareAbout, judgeShare, sentenceFor } from '../../../lib/sentences.ts';
import { drivers, headline, kinds, recipes, trained } from '../../measured.ts';
import { findNumber } from '../../numbers.ts';
import { computePicture, recipeReport, tokensPicture } from '../../theoryPictures.ts';

type Sign = 'above' | 'below' | 'unclear';

function signOf([low, high]: readonly [number, number]): Sign {
  if (low > 0) return 'above';
  return high < 0 ? 'below' : 'unclear';
}

/** On how many panels a part of the growth surely goes with a column, and on the headline's. */
function signsOf(id: DriverId) {
  const signs = drivers.flatMap(({ drivers: parts, panel }) => {
    const part = parts.find((driver) => driver.id === id);
    return part ? [{ panel, sign: signOf(part.shareInterval) }] : [];
  });
  const above = signs.filter(({ sign }) => sign === 'above').length;
  const below = signs.filter(({ sign }) => sign === 'below').length;
  const own = signs.find(({ panel }) => panel === headline.panel.id)?.sign ?? 'unclear';
  return { own, above, below, all: signs.length };
}

const panelWord = (count: number, all: number) =>
  count === all
    ? `all ${formatNumeral(all)} panels`
    : `${formatNumeral(count)} of ${formatNumeral(all)} panels`;

const tokenSigns = signsOf('tokens-per-parameter');
const timeSigns = signsOf('time');
const expertSigns = signsOf('experts');

/** How much of the growth goes with more tokens. */
export const tokensPart = sentenceFor(
  judgeShare(tokenSigns.above, tokenSigns.all),
  {
    all: `On ${panelWord(tokenSigns.all, tokenSigns.all)} a part of the growth goes with training tokens for each parameter: [[split-tokens-per-parameter]] on the headline’s ([[split-tokens-per-parameter|interval]])`,
    some: `On ${panelWord(tokenSigns.above, tokenSigns.all)} a part of the growth goes with training tokens for each parameter; on the headline’s it is [[split-tokens-per-parameter]] ([[split-tokens-per-parameter|interval]])`,
    none: 'On no panel does a part of the growth surely go with training tokens for each parameter',
  },
  'tokens part',
);

const distillationSigns = signsOf('distillation');
/** Whether distillation leaves a trace in the growth. */
export const distillationPart = sentenceFor(
  distillationSigns.above > 0 ? 'adds' : distillationSigns.below > 0 ? 'takes' : 'nothing',
  {
    nothing: 'Its part of the growth cannot be told from nothing on any panel: few models use it',
    adds: `It adds to the growth on ${panelWord(distillationSigns.above, distillationSigns.all)}`,
    takes: `It goes with slower growth on ${panelWord(distillationSigns.below, distillationSigns.all)}`,
  },
  'distillation part',
);

/** How fast tokens for each parameter grow among the models of the split. */
export const tokenDrift =
  findNumber('tokens-ratio-doubling').value === null
    ? 'Tokens for each parameter do not grow among these models'
    : 'Among these models tokens for each parameter double every [[tokens-ratio-doubling]]';

/** What is left for time alone. */
export const timePart = sentenceFor(
  timeSigns.own,
  {
    above: `[[split-time]] is left for time alone ([[split-time|interval]])`,
    below: 'For time alone less than nothing is left: without the rest, density would fall',
    unclear: 'What is left for time alone cannot be told from nothing',
  },
  'time part',
);

/** Whether the panels agree that something is left for time. */
export const timeElsewhere = sentenceFor(
  judgeShare(timeSigns.above, timeSigns.all),
  {
    all: `The same holds on ${panelWord(timeSigns.all, timeSigns.all)}`,
    some: `Something is left for time on ${panelWord(timeSigns.above, timeSigns.all)}; on the rest it cannot be told from nothing`,
    none: 'No panel shows it surely',
  },
  'time elsewhere',
);

/** What mixtures of experts do to growth by total size. */
export const expertsPart = sentenceFor(
  expertSigns.own,
  {
    below:
      'By the count of all parameters it works against density: its part of the growth is [[split-experts]] ([[split-experts|interval]]), less than nothing',
    above: 'By the count of all parameters it adds to density: [[split-experts]] of the growth',
    unclear: 'By the count of all parameters its effect on the growth cannot be told from nothing',
  },
  'experts part',
);

const steepness = (drift: Drift | null) => (drift ? signOf(drift.interval) : 'unclear');
const report = recipeReport;
const id = report?.benchmark ?? '';

/** Whether newer families have steeper curves. */
export const steeper = sentenceFor(
  steepness(report?.steepness ?? null),
  {
    above: `On this test newer families are also steeper, by [[recipe-steepness-${id}]] a year ([[recipe-steepness-${id}|interval]])`,
    below: `On this test newer families are flatter, [[recipe-steepness-${id}]] a year ([[recipe-steepness-${id}|interval]])`,
    unclear: `The shapes nearly cover each other. Steepness has not moved that we could tell: [[recipe-steepness-${id}]] a year, where one is no change ([[recipe-steepness-${id}|interval]])`,
  },
  'steeper',
);

const others = recipes.filter((other) => other !== report && other.steepness);
const risen = others.filter(({ steepness: drift }) => steepness(drift) === 'above');

/** The same on the panel's other tests. */
export const steeperElsewhere = sentenceFor(
  judgeShare(risen.length, others.length),
  {
    all: 'On every other test of the panel they are steeper',
    some: `Of the ${formatNumeral(others.length)} other tests of the panel, ${phraseList(risen.map(({ name }) => name))} ${risen.length === 1 ? 'shows' : 'show'} a steeper curve with time; the rest ${others.length - risen.length === 1 ? 'does' : 'do'} not`,
    none: `Nor has it on the ${formatNumeral(others.length)} other tests of the panel`,
  },
  'steeper elsewhere',
);

/** How fast the curves move along the axis of size. */
export const slide = report?.midpoint
  ? sentenceFor(
      signOf(report.midpoint.interval),
      {
        below: `What has moved is the place. The size at which a family is half way up has halved every [[recipe-halving-${id}]] ([[recipe-halving-${id}|interval]])`,
        above: 'The place has moved the wrong way: newer families need more parameters',
        unclear: 'Whether the place has moved cannot be told from these families',
      },
      'slide',
    )
  : 'There are too few families to say whether the curves move';

/** What the curves say of the talk's picture. */
export const recipeVerdict = sentenceFor(
  report?.midpoint && signOf(report.midpoint.interval) === 'below'
    ? steepness(report.steepness) === 'unclear'
      ? 'moves'
      : 'moves-and-tilts'
    : 'neither',
  {
    moves:
      'So on the scale on which size is usually drawn, where each step is a factor, a better recipe moves the curve more than it tilts it. On a plain scale of size the same move looks like a steeper rise. This also answers a worry: a ruler assumes that all recipes have one shape, and for this test that is nearly so',
    'moves-and-tilts':
      'So a better recipe both moves the curve and changes its tilt. That is a worry for every ruler, since it assumes that all recipes have one shape',
    neither: 'So these families do not show what the talk says of recipes',
  },
  'recipe verdict',
);

/** First and newest families of the figure. */
export const oldest = report?.recipes[0]?.family ?? 'the oldest family';
export const newest = report?.recipes.at(-1)?.family ?? 'the newest family';

const byTokens = [...trained].sort((a, b) => a.tokensPerParameter - b.tokensPerParameter);
const [leanest, fattest] = [byTokens[0], byTokens.at(-1)];
const whole = (value: number) => formatFixed(value, 0);
/** The ends of the axis of tokens, by name. */
export const tokenSpan =
  leanest && fattest
    ? `from ${whole(leanest.tokensPerParameter)} for each parameter (${leanest.name}) to ${whole(fattest.tokensPerParameter)} (${fattest.name})`
    : 'over a range that is not on record';

const lineState = (slope: readonly [number, number] | undefined) =>
  slope ? signOf(slope) : 'unclear';
/** Density along tokens for each parameter. */
export const withTokens = sentenceFor(
  lineState(tokensPicture.line?.interval),
  {
    above:
      'Where tokens for each parameter double, density is [[density-with-twice-tokens]] as high ([[density-with-twice-tokens|interval]]). The line explains [[density-explained-tokens]] of the differences; the rest is something else',
    below: 'Where tokens for each parameter double, density is lower',
    unclear: 'Whether density rises with tokens for each parameter cannot be told',
  },
  'with tokens',
);
/** Density along the work of training. */
export const withCompute = sentenceFor(
  lineState(computePicture.line?.interval),
  {
    above:
      'Denser models took more work, on the whole: [[density-with-twice-compute]] the density for twice the work ([[density-with-twice-compute|interval]])',
    below: 'Denser models took less work, on the whole',
    unclear: 'Density does not clearly go with the work of training',
  },
  'with compute',
);
/** Whether density and a cheap training go together. */
export const greenVerdict = sentenceFor(
  lineState(computePicture.line?.interval),
  {
    above:
      'Green is thus not the same as dense. A dense model saves each time it answers; it may have cost more to make. Which of the two weighs more depends on how often it will be asked',
    below: 'Dense models are thus green twice over: when they are made and when they answer',
    unclear:
      'What a dense model saves each time it answers comes, then, without a clear price in training',
  },
  'green verdict',
);
const frugal = trained
  .filter(({ density }) => density >= 1)
  .sort((a, b) => a.compute - b.compute)[0];
/** The model level with the ruler that took least work. */
export const green = frugal
  ? `Of those at least as dense as the ruler, ${frugal.name} took the least`
  : 'None of them is as dense as the ruler';

const own = kinds.filter(({ panel }) => panel === headline.panel.id);
const slopeOf = ({ trend }: KindOfDensity) => trend.line?.slope ?? Number.NEGATIVE_INFINITY;
const sorted = [...own].sort((a, b) => slopeOf(b) - slopeOf(a));
const [fastest, slowest] = [sorted[0], sorted.at(-1)];
const intervalOf = (kind: KindOfDensity | undefined) => kind?.trend.slopeInterval;
const [fast, slow] = [intervalOf(fastest), intervalOf(slowest)];
const isBounded = (kind: KindOfDensity | undefined) =>
  kind?.trend.doublingTime?.status === 'bounded';
const pace = (kind: KindOfDensity | undefined) =>
  kind && isBounded(kind)
    ? `a doubling in [[pace-on-${kind.benchmark}]] on ${kind.name}`
    : `none in bounded time on ${kind?.name ?? 'the slowest'}`;

/** Whether the tests of the headline panel share a pace. */
export const kindsApart = sentenceFor(
  !fast || !slow ? 'unmeasured' : fast[0] > slow[1] ? 'apart' : 'touch',
  {
    apart: `They do not share a pace: ${pace(fastest)}, ${pace(slowest)}, and the two intervals do not touch`,
    touch: `The ends lie far apart: ${pace(fastest)}, ${pace(slowest)}. But the intervals touch, so one pace could still be behind all`,
    unmeasured: 'There are no intervals to compare them by',
  },
  'kinds apart',
);

const paceOn = (benchmark: string) => own.find((kind) => kind.benchmark === benchmark);
const [facts, sums] = [paceOn('mmlu'), paceOn('math')];
/** The test that asks for most knowledge beside the one that asks for working out. */
export const factsBeside = capitalise(
  sentenceFor(
    !isBounded(facts) || !isBounded(sums)
      ? 'unmeasured'
      : compareAbout(slopeOf(facts as KindOfDensity), slopeOf(sums as KindOfDensity)),
    {
      less: 'the test that asks for facts of many subjects, MMLU, gets dense more slowly than the one that asks to work things out, MATH. That is what a ceiling on facts would do. It is no proof: leaked tests of mathematics, or training made for them, would do the same',
      about: 'facts and sums get dense at about one pace, so no ceiling on facts shows yet',
      more: 'the test that asks for facts of many subjects, MMLU, gets dense faster than MATH, the reverse of what a ceiling on facts would do',
      unmeasured: 'whether facts and sums differ cannot be said',
    },
    'facts beside sums',
  ),
);
