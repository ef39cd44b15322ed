/**
 * The whole check of a data folder: the door first, then the lints on every model that passed it.
 * Each verdict names file, line and column. Pure: `tools/check.ts` reads files and prints.
 */
import { examine } from '../data.ts';
import { locator, pathOf, type Range } from '../jsonText.ts';
import { type Problem, printable } from '../problems.ts';
import { lintContext, type Severity } from './lint.ts';
import { type LintFinding, runLints } from './run.ts';

/** The page that explains every rule, one anchor a rule. */
export const checksPage = 'https://densing-law.github.io/contribute/checks/';
/** The rule of everything that the door refuses. */
export const shapeRule = 'shape';

/** One thing to look at. */
export interface Verdict {
  /** Relative to `data/`. */
  file: string;
  line: number;
  column: number;
  /** Length of the value in the text, in UTF-16 code units. */
  length: number;
  /** Path inside the record; empty for the file as a whole. */
  field: string;
  severity: Severity;
  /** Id of the lint, or `shape`. */
  rule: string;
  message: string;
  mend: string;
  link: string;
}

/** The files of a data folder, by path relative to it. */
export interface JudgedFiles {
  texts: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, unknown>;
  /** What is wrong with the texts. */
  problems: readonly Problem[];
}

export interface JudgeOptions {
  /** Models whose meaning is judged; all when absent. The shape of every file is looked at. */
  only?: ReadonlySet<string>;
  /** Called before each model, for a progress line. */
  onModel?: (done: number, all: number) => void;
}

/** All verdicts, sorted by file, line and column. */
export function judge(input: JudgedFiles, { only, onModel }: JudgeOptions = {}): Verdict[] {
  const { texts, files } = input;
  const illegible = new Set(
    input.problems.map(({ file }) => file).filter((file) => !files.has(file)),
  );
  // A file that cannot be read is still there: others may name it.
  const values = new Map([...files, ...[...illegible].map((file) => [file, undefined] as const)]);
  const { parsed, problems } = examine(values);
  const door = [...input.problems, ...problems.filter(({ file }) => !illegible.has(file))];
  const locators = new Map<string, ReturnType<typeof locator>>();
  const locatorOf = (file: string) => {
    // What is no JSON, or nested without end, has no places.
    const known = locators.get(file) ?? locator(files.has(file) ? (texts.get(file) ?? '') : '');
    locators.set(file, known);
    return known;
  };
  const verdicts = door.map((problem) => ofProblem(problem, locatorOf));
  const asOf = parsed.singles['dataset.json']?.asOf ?? '9999-12-31';
  const models = [...parsed.models].filter(([file]) => only?.has(file) ?? true);
  const context = lintContext([...parsed.models.values()], [...parsed.benchmarks.values()], asOf);
  models.forEach(([file, record], done) => {
    onModel?.(done, models.length);
    const text = texts.get(file) ?? null;
    const findings = runLints({ record, raw: files.get(file), text }, context);
    if (findings.length === 0) return;
    const locate = locatorOf(file);
    verdicts.push(...findings.map((finding) => ofFinding(file, finding, locate(finding.path))));
  });
  return verdicts.sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);
}

function ofProblem(
  problem: Problem,
  locatorOf: (file: string) => ReturnType<typeof locator>,
): Verdict {
  const { file, field, value, rule, mend, at } = problem;
  const place = at ? { ...at, length: 1 } : locatorOf(file)(pathOf(field));
  const shown = value === '' ? '' : ` It is ${value}.`;
  return {
    file,
    ...{ line: place.line, column: place.column, length: place.length },
    field,
    severity: 'error',
    rule: shapeRule,
    message: printable(`${field === '' ? 'The file' : `"${field}"`} ${rule}.${shown}`, 800),
    // The place is shown by whoever prints the verdict.
    mend: sentence(mend.split(':\n')[0] as string),
    link: `${checksPage}#${shapeRule}`,
  };
}

function sentence(words: string): string {
  return printable(`${words.replace(/^./, (letter) => letter.toUpperCase())}.`, 800);
}

function ofFinding(file: string, finding: LintFinding, { line, column, length }: Range): Verdict {
  const { path, lint, severity, message, mend } = finding;
  const field = path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
  const link = `${checksPage}#${lint}`;
  const told = { message: printable(message, 800), mend: printable(mend, 800) };
  return { file, line, column, length, field, severity, rule: lint, ...told, link };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
