/** Whether some open model of at most a size does as well as a yardstick. */
import type { Data } from '../data.ts';
import { formatCount, formatDate, formatFixed } from '../format.ts';
import { selectScore } from '../panel.ts';
import type { ModelRecord, ScoreRecord } from '../schema.ts';
import type { PredictionRecord, ResolverOf } from '../schemaPredictions.ts';
import type { Finding } from './resolution.ts';
import { lastDay, pending } from './resolution.ts';

type Rule = ResolverOf<'scores-at-size'>;
type Test = Rule['tests'][number];

/** A model beside the yardstick on the tests that both have. */
export interface Match {
  id: string;
  name: string;
  released: string;
  parameters: number;
  tests: number;
  /** Tests on which it is at least as good. */
  wins: number;
  /** Mean of its score less the yardstick's, fractions. */
  meanLead: number;
  thinking: boolean;
  /** Both scores on each shared test, fractions. */
  shared: readonly SharedTest[];
}

/** One test that a model and the yardstick have both taken. */
export interface SharedTest extends Test {
  own: number;
  its: number;
}

/**
 * Every open model that a rule admits, beside the yardstick, in order of release: first without
 * thinking, then with it. A model stands in each half for which it has scores; empty where the data
 * lack the yardstick.
 *
 * @param until last day of release, YYYY-MM-DD
 */
export function matchesAtSize(
  { models }: Pick<Data, 'models'>,
  rule: Rule,
  until: string,
): Match[] {
  const yardstick = models.find(({ id }) => id === rule.yardstick);
  if (!yardstick) return [];
  return [false, true].flatMap((thinking) =>
    matchAll(models, yardstick, { ...rule, thinking }, until),
  );
}

/**
 * Met on the release of the first model whose mean score over the shared tests is at least the
 * yardstick's. Rows hold three readings (on average, on most tests, on every test), each with and
 * without thinking: the first model and its day, null where there is none.
 */
export function resolveScoresAtSize(
  { models }: Pick<Data, 'models'>,
  { made, deadline }: Pick<PredictionRecord, 'made' | 'deadline'>,
  rule: Rule,
  asOf: string,
): Finding {
  const yardstick = models.find(({ id }) => id === rule.yardstick);
  if (!yardstick) {
    const evidence = `There is no model called "${rule.yardstick}" to compare with.`;
    return { status: 'cannot be judged', on: null, by: null, evidence, rows: [] };
  }
  const until = lastDay(deadline, asOf);
  const matches = matchesAtSize({ models }, rule, until);
  const rows = readings.flatMap(({ reading, isMet }) =>
    [false, true].map((thinking) => describe(reading, thinking, matches, isMet)),
  );
  const counted = matches.filter((match) => match.thinking === rule.thinking);
  const first = counted.find(({ meanLead }) => meanLead >= 0);
  const beside = first ? sayBeside(models, yardstick, rule, first) : '';
  if (first) {
    const { id, name, released } = first;
    const isEarly = released < made && (deadline === null || deadline >= made);
    const early = isEarly ? ', before the prediction was made' : '';
    const evidence = `${sayMatch(first, yardstick)}${early}.${beside}`;
    return { status: 'met', on: released, by: { id, name }, evidence, rows };
  }
  const [best] = [...counted].sort((a, b) => b.meanLead - a.meanLead);
  const evidence = best
    ? `Nearest so far: ${sayMatch(best, yardstick)}.`
    : `No open model of at most ${formatCount(rule.most)} parameters shares ${rule.least} tests with ${yardstick.name}.`;
  const status = best ? pending(deadline, asOf) : notComparable(deadline, asOf);
  return { status, on: status === 'missed' ? deadline : null, by: null, evidence, rows };
}

function notComparable(deadline: string | null, asOf: string): Finding['status'] {
  return pending(deadline, asOf) === 'open' ? 'open' : 'cannot be judged';
}

const readings = [
  { reading: 'on average', isMet: ({ meanLead }: Match) => meanLead >= 0 },
  { reading: 'on most tests', isMet: ({ wins, tests }: Match) => 2 * wins > tests },
  { reading: 'on every test', isMet: ({ wins, tests }: Match) => wins === tests },
] as const;

function describe(
  reading: string,
  thinking: boolean,
  matches: readonly Match[],
  isMet: (match: Match) => boolean,
): Finding['rows'][number] {
  const first = matches.find((match) => match.thinking === thinking && isMet(match));
  return {
    reading,
    thinking,
    on: first?.released ?? null,
    model: first?.id ?? null,
    parameters: first?.parameters ?? null,
    tests: first?.tests ?? null,
    wins: first?.wins ?? null,
    meanLead: first?.meanLead ?? null,
  };
}

function matchAll(
  models: readonly ModelRecord[],
  yardstick: ModelRecord,
  rule: Rule,
  until: string,
): Match[] {
  return models
    .flatMap((model) => {
      const { openWeights, released, parameters, stage } = model;
      const isCandidate =
        openWeights &&
        released !== null &&
        parameters !== null &&
        rule.stages.includes(stage) &&
        parameters.total <= rule.most &&
        released.date <= until &&
        (rule.from === null || released.date >= rule.from);
      return isCandidate ? (match(model, yardstick, rule) ?? []) : [];
    })
    .sort((a, b) =>
      a.released !== b.released ? (a.released < b.released ? -1 : 1) : a.id < b.id ? -1 : 1,
    );
}

function match(model: ModelRecord, yardstick: ModelRecord, rule: Rule): Match | null {
  const shared = rule.tests.flatMap((test): SharedTest[] => {
    const own = scoreOn(usableScores(model, rule.thinking), test, rule.thinking);
    const its = scoreOn(yardstick.scores, test, false);
    return own === null || its === null ? [] : [{ ...test, own, its }];
  });
  const isAmong = shared.some(({ benchmark }) => rule.oneOf.includes(benchmark));
  if (shared.length < rule.least || (rule.oneOf.length > 0 && !isAmong)) return null;
  const leads = shared.map(({ own, its }) => own - its);
  return {
    id: model.id,
    name: model.name,
    released: model.released?.date as string,
    parameters: model.parameters?.total as number,
    tests: leads.length,
    wins: leads.filter((lead) => lead >= 0).length,
    meanLead: leads.reduce((sum, lead) => sum + lead, 0) / leads.length,
    thinking: rule.thinking,
    shared,
  };
}

function isThought({ protocol, setting }: ScoreRecord): boolean {
  return protocol === 'thinking' || /^thinking/.test(setting);
}

/**
 * Scores that count without thinking: all of a base or instruct model; of a reasoning model those
 * not got by thinking, if its record keeps the two apart; else none. A value that stands under both
 * names is one run told twice, and was got by thinking.
 */
function usableScores(model: ModelRecord, thinking: boolean): readonly ScoreRecord[] {
  if (thinking) return model.scores;
  const thought = model.scores.filter(isThought);
  const isTwin = (score: ScoreRecord) =>
    thought.some(({ benchmark, value }) => benchmark === score.benchmark && value === score.value);
  const plain = model.scores.filter((score) => !isThought(score) && !isTwin(score));
  const isApart = plain.length < model.scores.length;
  return model.stage !== 'reasoning' || isApart ? plain : [];
}

function scoreOn(
  scores: readonly ScoreRecord[],
  { benchmark, protocol }: Test,
  thinking: boolean,
): number | null {
  const thought = thinking
    ? selectScore(scores, { benchmark, protocols: ['thinking'] }, 'median', null)
    : null;
  const plain = selectScore(scores, { benchmark, protocols: [protocol] }, 'median', null);
  return (thought ?? plain)?.value ?? null;
}

function sayMatch(best: Match, yardstick: ModelRecord): string {
  const { name, parameters, released, tests, wins, meanLead } = best;
  const lead = `${formatFixed(Math.abs(meanLead) * 100, 1)} points ${meanLead < 0 ? 'below' : 'above'}`;
  return `${name} (${formatCount(parameters)} parameters, ${formatDate(released)}) is on average ${lead} ${yardstick.name} over ${tests} shared ${tests === 1 ? 'test' : 'tests'} and at least as good on ${wins}`;
}

function sayBeside(
  models: readonly ModelRecord[],
  yardstick: ModelRecord,
  rule: Rule,
  { id }: Match,
): string {
  const model = models.find((candidate) => candidate.id === id);
  return rule.beside
    .flatMap((test) => {
      const own = model ? scoreOn(usableScores(model, rule.thinking), test, rule.thinking) : null;
      const its = scoreOn(yardstick.scores, test, false);
      if (own === null || its === null) return [];
      const points = (value: number) => formatFixed(value * 100, 1);
      return ` On ${test.benchmark.toUpperCase()} alone it has ${points(own)} against ${points(its)}.`;
    })
    .join('');
}
