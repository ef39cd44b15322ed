/** Judges and measures beside the page, so that typing stays smooth. Asks for one file of this site. */
import './withoutEval.ts';
import { judgeRecord, judgeText, type Trial } from '../../lib/trial/judgeTrial.ts';
import type { LawState } from '../../lib/trial/law.ts';
import type { TrialData } from '../../lib/trial/trialData.ts';
import { changeLaw, drawTrial, placeTrial } from './measureTrial.ts';
import type { Answer, Question } from './messages.ts';

let data: Promise<TrialData> | null = null;
let version = '';
/** The latest question; answers to earlier ones are of no use any more. */
let latest = 0;
/** Lines without a record, by the id that they leave out. */
const known = new Map<string, Map<string, LawState>>();

function say(answer: Answer): void {
  postMessage(answer);
}

async function load(address: string): Promise<TrialData> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The data did not arrive (${response.status}).`);
  return (await response.json()) as TrialData;
}

/** Lets messages that came in meanwhile be read. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

async function answer(question: Exclude<Question, { kind: 'begin' }>): Promise<void> {
  const { turn } = question;
  const isStale = async () => {
    await pause();
    return turn !== latest;
  };
  const all = await data;
  if (all === null || (await isStale())) return;
  const trial =
    question.kind === 'text' ? judgeText(question.text, all) : judgeRecord(question.record, all);
  say({ kind: 'judged', turn, trial });
  if (trial.accepted === null || (await isStale())) return;
  await measure(turn, trial.accepted.record, trial.isKnown, all, isStale);
}

async function measure(
  turn: number,
  record: NonNullable<Trial['accepted']>['record'],
  isKnown: boolean,
  all: TrialData,
  isStale: () => Promise<boolean>,
): Promise<void> {
  const standings = placeTrial(record, all);
  say({ kind: 'placed', turn, standings });
  if (await isStale()) return;
  const left = isKnown ? record.id : '';
  const lines = known.get(left) ?? new Map<string, LawState>();
  known.set(left, lines);
  const { drawn, moved } = standings;
  const drawing = drawn === null ? null : drawTrial(record, all, drawn, version);
  say({ kind: 'drawn', turn, drawing });
  for (const panel of moved) {
    if (await isStale()) return;
    say({ kind: 'law', turn, row: changeLaw(record, all, panel, lines) });
  }
  say({ kind: 'done', turn });
}

addEventListener('message', ({ data: question }: MessageEvent<Question>) => {
  if (question.kind === 'begin') {
    version = question.version;
    data = load(question.data);
    // Told when somebody asks.
    data.catch(() => undefined);
    return;
  }
  const { turn } = question;
  latest = turn;
  answer(question).catch((error: unknown) => {
    say({ kind: 'failed', turn, message: error instanceof Error ? error.message : String(error) });
  });
});
