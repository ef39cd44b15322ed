/** Two models on the tests of one table, and what the training of one may have cost. */
import { operationsOf } from './claims/trainingCost.ts';
import type { ModelRecord } from './schema.ts';

/** One test on which one source gives both models a score. */
export interface TablePair {
  benchmark: string;
  protocol: string;
  source: string;
  /** Scores, fractions. */
  first: number;
  second: number;
}

/**
 * Tests that one source reports of both models under one protocol. A source with several scores of
 * one model on one test is left out: which of them belong together cannot be told.
 */
export function pairInTables(
  a: Pick<ModelRecord, 'scores'>,
  b: Pick<ModelRecord, 'scores'>,
): TablePair[] {
  const keyOf = ({ benchmark, protocol, source }: ModelRecord['scores'][number]) =>
    `${benchmark} ${protocol} ${source}`;
  return a.scores.flatMap((row) => {
    const key = keyOf(row);
    const [own, its] = [a, b].map(({ scores }) => scores.filter((other) => keyOf(other) === key));
    const [first, second] = [own?.[0], its?.[0]];
    if (own?.length !== 1 || its?.length !== 1 || !first || !second) return [];
    const { benchmark, protocol, source } = row;
    return [{ benchmark, protocol, source, first: first.value, second: second.value }];
  });
}

/** What is not on record and has to be assumed to turn operations into money. */
export interface BillAssumptions {
  /** Share of a chip's peak that training reaches. */
  use: number;
  /** Yuan for a dollar. */
  yuanPerDollar: number;
}

/** A model's training in chips and money. */
export interface TrainingBill {
  /** 6 · parameters · tokens. */
  operations: number;
  /** Hours of one chip. */
  chipHours: number;
  /** Dollars for an hour of one chip at which the bill named would be met. */
  dollarsPerHour: number;
}

/**
 * The price of a chip's hour that a bill implies: operations over what a chip does in an hour, and
 * the bill over these hours.
 *
 * @param yuan the bill
 * @param peak operations a second of one chip, dense, at the precision of training
 * @throws RangeError where parameters or tokens are not on record
 */
export function impliedBill(
  model: ModelRecord,
  yuan: number,
  peak: number,
  { use, yuanPerDollar }: BillAssumptions,
): TrainingBill {
  const operations = operationsOf(model);
  if (!(operations > 0)) {
    throw new RangeError(`impliedBill requires parameters and tokens of "${model.id}"`);
  }
  const chipHours = operations / (peak * use * 3600);
  return { operations, chipHours, dollarsPerHour: yuan / yuanPerDollar / chipHours };
}

/**
 * Most tokens a second that a chip can write with one model: its memory must pass all weights to it
 * for each token.
 *
 * @param bandwidth bytes a second
 * @param parameters weights read for each token
 * @param bits bits of one weight
 */
export function mostTokensPerSecond(bandwidth: number, parameters: number, bits: number): number {
  return bandwidth / ((parameters * bits) / 8);
}
