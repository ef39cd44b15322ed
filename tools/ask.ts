/** Questions on a terminal: each says what, in which unit and with which example, until the answer is valid. */
import { createInterface } from 'node:readline';
import type { Fields } from '../src/lib/records/answers.ts';
import type { Question } from '../src/lib/records/questions.ts';
import { isRead } from '../src/lib/records/readings.ts';

/** The input ended before the last answer. */
export class EndOfInput extends Error {
  override name = 'EndOfInput';
}

/** A person who answers in lines. */
export interface Person {
  say: (text: string) => void;
  /** The next line. Throws {@link EndOfInput} where there is none. */
  next: (prompt: string) => Promise<string>;
  close: () => void;
}

/** The person at the terminal, or a file of lines in their place. */
export function personAt(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Person {
  const lines: string[] = [];
  const waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  let hasEnded = false;
  const reader = createInterface({ input, terminal: false });
  reader.on('line', (line) => {
    const first = waiting.shift();
    if (first) first.resolve(line);
    else lines.push(line);
  });
  reader.on('close', () => {
    hasEnded = true;
    for (const { reject } of waiting.splice(0)) reject(new EndOfInput());
  });
  return {
    say: (text) => void output.write(`${text}\n`),
    next: (prompt) => {
      output.write(prompt);
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (hasEnded) return Promise.reject(new EndOfInput());
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    close: () => reader.close(),
  };
}

/**
 * Asks until the answer is valid.
 *
 * @param standard what an empty answer means instead of the question's own
 * @returns the answer as typed; empty for unknown
 */
export async function ask(person: Person, question: Question, standard?: string): Promise<string> {
  const { ask: sentence, unit, example, isRequired, read } = question;
  const empty = standard ?? question.standard;
  person.say(`\n${sentence}\n  ${unit}; for example ${example}`);
  const hint = empty ? ` [${empty}]` : isRequired ? '' : ' [empty: unknown]';
  for (;;) {
    const typed = (await person.next(`${question.key}${hint}: `)).trim();
    const text = typed === '' ? (empty ?? '') : typed;
    if (text === '' && !isRequired) return '';
    const reading = read(text);
    if (text !== '' && isRead(reading)) return text;
    const { rule, mend } =
      text === '' || isRead(reading)
        ? { rule: 'must be answered', mend: `write for example ${example}` }
        : reading;
    person.say(`  That ${rule}; ${mend}.`);
  }
}

/** Asks every question that has no answer yet; `skips` leaves out those that do not apply. */
export async function askAll(
  person: Person,
  questions: readonly Question[],
  given: Fields,
  standards: (key: string, answers: Fields) => string | undefined,
  skips: (key: string, answers: Fields) => boolean,
): Promise<Fields> {
  const answers: Record<string, string | undefined> = { ...given };
  for (const question of questions) {
    const { key } = question;
    if (answers[key] !== undefined || skips(key, answers)) continue;
    answers[key] = await ask(person, question, standards(key, answers));
  }
  return answers;
}
