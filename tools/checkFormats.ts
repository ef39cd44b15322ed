/** Verdicts of the check as text: for people, and as annotations for GitHub. */
import { styleText } from 'node:util';
import { excerpt } from '../src/lib/jsonText.ts';
import type { Severity } from '../src/lib/lints/lint.ts';
import type { Verdict } from '../src/lib/lints/judge.ts';

type Style = Parameters<typeof styleText>[0];
const STYLES: Record<Severity, Style> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** How many of each severity. */
export function countVerdicts(verdicts: readonly Verdict[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of verdicts) counts[severity] += 1;
  return counts;
}

/**
 * One block a verdict: place and rule, what is wrong, the lines with carets, the mend, the page.
 *
 * @param path the file as the reader would open it
 */
export function forPeople(
  verdict: Verdict,
  path: string,
  text: string | undefined,
  colour: boolean,
): string {
  const { line, column, length, severity, rule, message, mend, link } = verdict;
  const style = (name: Style, words: string) =>
    colour ? styleText(name, words, { validateStream: false }) : words;
  const place = style('bold', `${path}:${line}:${column}`);
  const shown = text === undefined ? [] : [excerpt(text, { line, column }, length)];
  return [
    `${place}  ${style(STYLES[severity], severity)}  ${rule}`,
    `  ${message}`,
    ...shown.map((lines) => lines.replace(/\^+$/, (carets) => style(STYLES[severity], carets))),
    `  ${style('dim', 'mend')}  ${mend}`,
    `  ${style('dim', 'why ')}  ${link}`,
    '',
  ].join('\n');
}

/** A workflow command that GitHub shows beside the line of the pull request. */
export function forGitHub(verdict: Verdict, path: string): string {
  const { severity, line, column, rule, message, mend, link } = verdict;
  const command = severity === 'note' ? 'notice' : severity;
  const at = { file: path, line, col: column, title: rule };
  const properties = Object.entries(at)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${command} ${properties}::${escapeData(`${message}\n${mend}\n${link}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** `1 error, 12 warnings, no notes` */
export function summarise(counts: Record<Severity, number>): string {
  return Object.entries(counts)
    .map(([name, n]) => `${n === 0 ? 'no' : n} ${name}${n === 1 ? '' : 's'}`)
    .join(', ');
}
