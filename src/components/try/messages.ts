/** What the page and its worker say to each other. */
import type { Trial } from '../../lib/trial/judgeTrial.ts';
import type { ModelRecord } from '../../lib/schema.ts';
import type { Drawing, LawRow, Standings } from './measureTrial.ts';

/** From the page. The first one says where the data are. */
export type Question =
  | { kind: 'begin'; data: string; version: string }
  | { kind: 'text'; turn: number; text: string }
  | { kind: 'record'; turn: number; record: ModelRecord };

/** From the worker, each naming the question by its turn; one row of the law for each panel. */
export type Answer =
  | { kind: 'judged'; turn: number; trial: Trial }
  | { kind: 'placed'; turn: number; standings: Standings }
  | { kind: 'drawn'; turn: number; drawing: Drawing | null }
  | { kind: 'law'; turn: number; row: LawRow }
  | { kind: 'done'; turn: number }
  | { kind: 'failed'; turn: number; message: string };
