/** Numbers on how sure the law is: the choice map, the time machine, influence, and the wall of size. */
import type { MapSummary } from '../choiceMapSummary.ts';
import { summariseMap } from '../choiceMapSummary.ts';
import type { Influence, InfluenceKind, InfluenceReport } from '../influence.ts';
import { publishedDoublings } from '../published.ts';
import { sizeRecords } from '../sizeRecords.ts';
import type { TimeMachine } from '../timeMachine.ts';
import type { Findings } from './findings.ts';
import type { NumberDraft, NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

const choices = { label: 'The choice map', path: '/f/choice-map/' };
const months = { label: 'The time machine', path: '/f/time-machine/' };
const absences = { label: 'Influence', path: '/f/influence/' };
const models = { label: 'Models with their sizes', path: '/data/v1/models.csv' };

export function surenessNumbers(findings: Findings): NumberRecord[] {
  const days = publishedDoublings(findings.data).map((published) => published.days);
  const band: [number, number] = [Math.min(...days), Math.max(...days)];
  return [
    ...mapNumbers(summariseMap(findings.choiceMap, band)),
    ...monthNumbers(findings.timeMachine),
    ...absenceNumbers(findings.influence),
    ...sizeNumbers(findings),
  ];
}

function mapNumbers({ lines, shares, slopes }: MapSummary): NumberRecord[] {
  const share = (id: string, value: number, what: string): NumberRecord =>
    defineNumber({
      id,
      name: `share of the choice map’s lines ${what}`,
      value,
      unit: 'fraction',
      definition: `How many of all lines of the choice map, one for each combination of choices, grow ${what}. A share of choices, not a probability.`,
      formula: 'lines of that kind / all lines',
      inputs: [choices],
      code: 'src/lib/choiceMapSummary.ts',
    });
  const time = (id: string, slope: number, which: string): NumberRecord =>
    defineNumber({
      id,
      name: `${which} doubling time of the choice map`,
      ...(slope > 0
        ? { value: Math.LN2 / slope }
        : { value: null, refusal: 'At this place of the map density does not grow.' }),
      unit: 'days',
      definition: `The ${which} doubling time when all lines of the choice map are put in order of growth.`,
      formula: 'ln 2 / percentile of the slopes',
      inputs: [choices],
      code: 'src/lib/choiceMapSummary.ts',
    });
  return [
    defineNumber({
      id: 'choice-lines',
      name: 'lines of the choice map',
      value: lines,
      unit: 'count',
      counted: 'lines',
      definition:
        'Combinations of tests, ruler, count of parameters, line and months for which the data give a line.',
      formula: 'count of lines',
      inputs: [choices],
      code: 'src/lib/choiceMap.ts',
    }),
    share('choice-share-slower', shares.slower, 'more slowly than every published value'),
    share('choice-share-faster', shares.faster, 'faster than every published value'),
    share('choice-share-inside', shares.inside, 'at a published pace'),
    time('choice-middle', slopes[2], 'middle'),
    time('choice-slow-end', slopes[0], 'slow end (one line in twenty is slower) of the'),
    time('choice-fast-end', slopes[4], 'fast end (one line in twenty is faster) of the'),
  ];
}

function monthNumbers({ moments }: TimeMachine): NumberRecord[] {
  const known = (id: string, day: string | null, when: string): NumberRecord => {
    const moment =
      day === null
        ? moments.find(({ trend }) => trend.doublingTime?.status === 'bounded')
        : moments.find(({ asOf }) => asOf >= day);
    const time = moment?.trend.doublingTime;
    const draft: Pick<NumberDraft, 'value' | 'interval' | 'refusal'> =
      time?.status === 'bounded'
        ? { value: time.days, interval: time.interval }
        : { value: null, refusal: 'On that day the data bounded no doubling time.' };
    return defineNumber({
      ...draft,
      id,
      name: `doubling time as known ${when}`,
      unit: 'days',
      definition: `What the headline would have said ${when}, from the models released by then and today’s ruler.`,
      formula: 'as the headline, with the data cut at that day',
      inputs: [months],
      code: 'src/lib/timeMachine.ts',
    });
  };
  return [
    known('known-first', null, 'at the end of the first month that bounds it'),
    known('known-at-preprint', '2024-12-06', 'when the preprint came out'),
    known('known-at-journal', '2025-11-06', 'when the journal article came out'),
  ];
}

const kindNames: Record<InfluenceKind, string> = {
  model: 'model',
  family: 'family',
  benchmark: 'benchmark',
  source: 'source',
};

/** The largest change of each kind; the list is sorted by it. */
export function mostInfluential(
  { influences }: InfluenceReport,
  kind: InfluenceKind,
): Influence | undefined {
  return influences.find((entry) => entry.kind === kind && entry.change !== null);
}

function absenceNumbers(report: InfluenceReport): NumberRecord[] {
  return (Object.keys(kindNames) as InfluenceKind[]).map((kind) => {
    const most = mostInfluential(report, kind);
    const slope = most?.slope ?? 0;
    const ends = most?.changeInterval?.map((change) => report.slope + change) ?? null;
    const [low = 0, high = 0] = ends ?? [];
    return defineNumber({
      id: `without-top-${kind}`,
      name: `doubling time without the ${kindNames[kind]} that moves it most`,
      ...(slope > 0
        ? { value: Math.LN2 / slope }
        : { value: null, refusal: 'Without it there is no growth, or no line.' }),
      interval: slope > 0 && low > 0 ? [Math.LN2 / high, Math.LN2 / low] : null,
      unit: 'days',
      definition: `The headline after leaving out, in turn, each ${kindNames[kind]}, and keeping the result that differs most. The interval is that of the change alone.`,
      formula: 'ln 2 / slope without it',
      inputs: [absences],
      code: 'src/lib/influence.ts',
    });
  });
}

/** GPT-2 in its first size, GPT-3, and the largest model on record. */
function sizeNumbers({ data }: Findings): NumberRecord[] {
  const records = sizeRecords(data.models);
  const sizeOf = (id: string) =>
    data.models.find((model) => model.id === id)?.parameters?.total ?? null;
  const largest = records.at(-1)?.parameters ?? null;
  const [first, third] = [sizeOf('gpt2-124m'), sizeOf('gpt-3-175b')];
  const size = (id: string, value: number | null, name: string): NumberRecord =>
    defineNumber({
      id,
      name,
      value,
      refusal: value === null ? 'No record states this size.' : null,
      unit: 'parameters',
      definition: 'The number of parameters as its makers state it.',
      formula: 'as stated',
      inputs: [models],
      code: 'src/lib/sizeRecords.ts',
    });
  const ratio = (id: string, to: number | null, from: number | null, name: string): NumberRecord =>
    defineNumber({
      id,
      name,
      ...(to && from
        ? { value: to / from }
        : { value: null, refusal: 'One of the two sizes is not on record.' }),
      unit: 'times',
      definition: 'One size divided by the other.',
      formula: 'later size / earlier size',
      inputs: [models],
      code: 'src/lib/sizeRecords.ts',
    });
  return [
    size('size-gpt-2', first, 'parameters of the first GPT-2'),
    size('size-gpt-3', third, 'parameters of GPT-3'),
    size('size-largest', largest, 'parameters of the largest base model on record'),
    ratio('size-leap', third, first, 'GPT-3 over the first GPT-2, in parameters'),
    ratio(
      'size-since',
      largest,
      third,
      'the largest base model on record over GPT-3, in parameters',
    ),
  ];
}
