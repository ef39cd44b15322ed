/** Statements of the talk with what a check finds; the page of questions prints them with anchors. */
import { data } from '../../../build/results.ts';
import type { ChartTable } from '../../../components/charts/table.ts';
import { href } from '../../../components/href.ts';
import { formatCount, formatDays, formatFixed, formatInWords } from '../../../lib/format.ts';
import { exp, ln } from '../../../lib/numerics/elementary.ts';
import { daysOf, phrasePublished } from '../../../lib/published.ts';
import { dayNumber } from '../../../lib/time.ts';
import { quote, record } from '../../measured.ts';

/** One statement; the anchor is its address on the page and never changes. */
interface TalkCheck {
  anchor: string;
  said: string;
  check: string;
  verdict: 'slip' | 'holds' | 'in part' | 'two numbers' | 'not checked';
  /** Where more is said. */
  more?: { text: string; path: string };
}

const talk = daysOf(quote('liu-2024-talk-doubling'));
const chips = quote('liu-2024-chip-doubling');
const wall = { size: quote('liu-2024-wall-parameters'), chips: quote('liu-2024-wall-chips') };
const now = quote('liu-2024-size-now').value;
const doublings = 365 / talk;

const left = now / exp(doublings * Math.LN2);
const wholeDoublings = now / exp(Math.floor(doublings) * Math.LN2);
const gpt3 = {
  size: quote('liu-2024-gpt-3-size').value,
  match: quote('liu-2024-gpt-3-match-size').value,
};
const halvings = ln(gpt3.size / gpt3.match) / Math.LN2;
const span = dayNumber(record('minicpm-2b').released?.date ?? '') - dayNumber('2020-05-28');
const monthsOfChips = 18 * 30.4375;

const event = (part: string) => data.context.events.records.find((row) => row.event.includes(part));
if (!event('Moore: components'))
  throw new RangeError('data/context/events.json lost Moore’s article');

const gpt1 = data.context.training.records.find(({ model }) => model === 'GPT-1')?.parameters;
if (!gpt1) throw new RangeError('data/context/training.json lost GPT-1 or its size');

const shipped = (id: string) => wall.chips.value / quote(id).value;

/** Whether the talk's chips are several times the output of a year. */
export const chipsOver2023 = `${formatFixed(shipped('ft-2023-h100'), 0)} times, if H100 chips are counted; ${formatFixed(shipped('techinsights-2023-gpus'), 1)} times, if all chips for data centres are.`;
/** Whether models grew as fast as the talk says. */
export const growthOfSize = `GPT-1 of 2018 had ${formatInWords(gpt1)}, GPT-3 of 2020 ${formatInWords(gpt3.size)}. Two years sufficed.`;

/** What the talk of 2024 says of it. */
export const talkOnGrowth =
  'A talk on the law in 2024 said that models grew from tens of millions to hundreds of billions of parameters in five years.';

/** In the order of the talk. */
const talkChecks: readonly TalkCheck[] = [
  {
    anchor: 'moore-year',
    said: 'Moore’s law was put forward in 1956.',
    check: 'The article is of April 1965; the digits were swapped.',
    verdict: 'slip',
    more: { text: 'The law', path: '/law/#why-not-simply-build-bigger-models' },
  },
  {
    anchor: 'moore-period',
    said: `Chips double in two years, and in ${phrasePublished(chips)}.`,
    check: `Both are named. Moore himself said one year, then ${phrasePublished(quote('moore-1975-doubling'))}.`,
    verdict: 'two numbers',
    more: { text: 'The engines', path: '/engines/' },
  },
  {
    anchor: 'battery-period',
    said: `Batteries double in ${phrasePublished(quote('liu-2024-battery-doubling'))}.`,
    check: 'Too few cells are on record to give a rate.',
    verdict: 'not checked',
    more: { text: 'The engines', path: '/engines/' },
  },
  {
    anchor: 'size-and-speed',
    said: 'The larger a model, the greater its speed, strictly.',
    check:
      'The next sentence says that larger is slower. What is meant is the time that an answer takes.',
    verdict: 'slip',
  },
  {
    anchor: 'months-and-days',
    said: 'Density doubles in 3.3 months, or 100 days.',
    check: `3.3 months of 30 days are ${formatDays(3.3 * 30)}. The paper’s own regression has ${formatDays(daysOf(quote('xiao-2024-doubling-sec33')))}.`,
    verdict: 'holds',
    more: { text: 'The law', path: '/law/' },
  },
  {
    anchor: 'two-rates',
    said: `3.3 months since 2023, and ${phrasePublished(quote('liu-2024-doubling-after-chatgpt'))} since ChatGPT.`,
    check: 'Two fits: one over five tests, one over MMLU alone.',
    verdict: 'two numbers',
    more: { text: 'Acceleration', path: '/c/acceleration/' },
  },
  {
    anchor: 'year-of-halving',
    said: `In a year density doubles more than three times; ${formatCount(now)} becomes less than ${formatCount(quote('liu-2024-size-in-a-year').value)}, and computation one twelfth.`,
    check: `A year holds ${formatFixed(doublings, 2)} times ${formatDays(talk)}. That leaves ${formatCount(left)}, less by a factor of ${formatFixed(now / left, 1)}. Just three doublings would leave ${formatCount(wholeDoublings)} and an eighth.`,
    verdict: 'holds',
    more: { text: 'Training cost', path: '/c/training-cost/' },
  },
  {
    anchor: 'gpt-3-in-2b',
    said: `GPT-3 with ${formatCount(gpt3.size)} in 2020, a model of ${formatCount(gpt3.match)} in February 2024.`,
    check: `That is one halving in ${formatDays(span / halvings)}, not in ${formatDays(talk)}. It is a bound: the small model scores higher, and most of the time lies before 2023.`,
    verdict: 'in part',
    more: { text: 'M1', path: '/p/m1-gpt-3/' },
  },
  {
    anchor: 'eighteen-months',
    said: 'Eighteen months is near to two months.',
    check: `Eighteen months are ${formatFixed(monthsOfChips / talk, 1)} times ${formatDays(talk)}. A word was misheard, perhaps “years”.`,
    verdict: 'slip',
  },
  {
    anchor: 'first-computer',
    said: `The first computer weighed ${phrasePublished(quote('liu-2024-first-computer'))}.`,
    check: `The team’s release of 2025 has ${phrasePublished(quote('modelbest-2025-first-computer'))}; a factor of ten was lost.`,
    verdict: 'slip',
    more: { text: 'Everywhere', path: '/everywhere/' },
  },
  {
    anchor: 'watson',
    said: 'Watson saw a market for five computers.',
    check: 'We found no source in which he says so, and print no verdict.',
    verdict: 'not checked',
  },
  {
    anchor: 'four-million-chips',
    said: `A model of ${phrasePublished(wall.size)} needs ${formatInWords(wall.chips.value)} H100, several times what NVIDIA made in 2023.`,
    check: chipsOver2023,
    verdict: 'in part',
    more: { text: 'Everywhere', path: '/everywhere/#so-many-chips-is-that-much' },
  },
  {
    anchor: 'growth-of-size',
    said: 'Models grew from tens of millions to hundreds of billions of parameters in five years.',
    check: growthOfSize,
    verdict: 'in part',
    more: { text: 'The law', path: '/law/#why-not-simply-build-bigger-models' },
  },
  {
    anchor: 'counts-of-machines',
    said: 'PCs, phones, connected things and processors in use in 2024, in billions.',
    check: 'Set beside counts with a source.',
    verdict: 'in part',
    more: { text: 'Everywhere', path: '/everywhere/#how-many-machines-are-there' },
  },
  {
    anchor: 'connected-things',
    said: 'Eighteen billion connected things in the talk, tens of billions in the interview.',
    check: 'The two do not agree.',
    verdict: 'two numbers',
    more: { text: 'Everywhere', path: '/everywhere/#how-many-machines-are-there' },
  },
  {
    anchor: 'model-name',
    said: 'A model called MiniCPM-2.6V.',
    check: `It is ${record('minicpm-v-2.6').name}.`,
    verdict: 'slip',
    more: { text: record('minicpm-v-2.6').name, path: '/m/minicpm-v-2.6/' },
  },
  {
    anchor: 'equal-density',
    said: 'Models of one recipe, fully trained, have one density, whatever their size; MiniCPM is set to one.',
    check: 'An assumption. Ours is the same, with another family; its size is measured.',
    verdict: 'in part',
    more: { text: 'The method', path: '/method/' },
  },
  {
    anchor: 'crossing-curves',
    said: 'The falling size of models and the rising power of devices must cross.',
    check:
      'Only in equal units: parameters needed against parameters that fit. On a phone memory sets the limit.',
    verdict: 'in part',
    more: { text: 'On devices', path: '/c/on-device/' },
  },
  {
    anchor: 'three-factors',
    said: 'Density rests on architecture, on data, and on how data become knowledge.',
    check: 'What the data can say of each stands in the theory.',
    verdict: 'in part',
    more: { text: 'The theory', path: '/theory/' },
  },
  {
    anchor: 'gemma-bill',
    said: `Gemma 2 9B cost ${phrasePublished(quote('liu-2024-gemma-bill'))} to train.`,
    check: 'Not in the preprint that it is ascribed to, and low for its operations: see above.',
    verdict: 'in part',
    more: { text: 'The pace of overtaking', path: '/questions/#how-fast-is-a-model-overtaken' },
  },
];

export const talkCheckTable: ChartTable = {
  columns: [
    { key: 'said', label: 'The report of the talk has' },
    { key: 'check', label: 'What we find' },
    { key: 'verdict', label: 'In short' },
    { key: 'more', label: 'More' },
  ],
  rows: talkChecks.map(({ anchor, said, check, verdict, more }) => ({
    anchor,
    said,
    check,
    verdict,
    more: more ? { text: more.text, href: href(more.path) } : '–',
  })),
};
