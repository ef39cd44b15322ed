/**
 * What is wrong with a file of `data/`, in words a contributor can act on: file, field, value,
 * rule, and an example of the fix.
 */
import type { z } from 'zod';

export interface Problem {
  /** Path relative to `data/`. */
  file: string;
  /** Path inside the record, such as `scores[3].value`; empty for the file as a whole. */
  field: string;
  /** The offending value as JSON, shortened. */
  value: string;
  rule: string;
  /** An example of the fix. */
  mend: string;
  /** Where in the text, for faults of the text itself; lines and columns count from 1. */
  at?: { line: number; column: number };
}

/** All problems of all files at once; `message` prints one block a problem. */
export class DataError extends Error {
  override name = 'DataError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    super(`data/ has ${count}:\n\n${problems.map(formatProblem).join('\n\n')}`);
    this.problems = problems;
  }
}

function formatProblem(problem: Problem): string {
  const where = problem.field === '' ? '' : `\n  field  ${problem.field}`;
  const value = problem.value === '' ? '' : `\n  value  ${problem.value}`;
  return `data/${problem.file}${where}${value}\n  rule   ${problem.rule}\n  mend   ${problem.mend}`;
}

/** A value as JSON of at most 80 characters; empty when there is none. */
export function shorten(value: unknown): string {
  return printable(JSON.stringify(value) ?? '', 80);
}

/** Text of a stranger as a terminal may show it: no letter that it would obey, and not for ever. */
export function printable(text: string, longest: number): string {
  const short = text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
  return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD');
}

/** Problems of one file that are told one by one; more hide the first, which often made the rest. */
const TOLD = 20;

/** At most {@link TOLD} problems a file, and how many more there are. */
export function fewOf(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  const told = problems.filter(({ file }) => {
    const count = (counts.get(file) ?? 0) + 1;
    counts.set(file, count);
    return count <= TOLD;
  });
  for (const [file, count] of counts) {
    if (count <= TOLD) continue;
    told.push({
      file,
      field: '',
      value: '',
      rule: `has ${count - TOLD} more problems`,
      mend: 'mend those above first; they often cause the rest',
    });
  }
  return told;
}

/** `['scores', 3, 'value']` → `scores[3].value`. */
function fieldName(path: readonly PropertyKey[]): string {
  let name = '';
  for (const key of path) {
    if (typeof key === 'number') name += `[${key}]`;
    else name += name === '' ? String(key) : `.${String(key)}`;
  }
  return name;
}

/** One Zod issue as problems: an issue on several unknown keys becomes one problem a key. */
export function problemsOf(file: string, record: unknown, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      field: printable(fieldName([...issue.path, key]), 200),
      value: shorten(valueAt(record, [...issue.path, key])),
      rule: 'is not a field of this record',
      mend: `remove "${printable(key, 80)}", or check its spelling against data/README.md`,
    }));
  }
  const value = valueAt(record, issue.path);
  const field = fieldName(issue.path);
  return [
    { file, field, value: shorten(value), rule: ruleOf(issue, value), mend: mendOf(issue, value) },
  ];
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  let value = record;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function ruleOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    return 'must be a day of the calendar, written YYYY-MM-DD';
  }
  if (isPercent(issue, value)) return 'must be a fraction between 0 and 1, not a percentage';
  if (issue.code === 'invalid_type') {
    const quoted = typeof value === 'string' ? ', without quotes' : '';
    if (isNoRecord(issue)) return 'must be one record, an object in braces';
    if (issue.expected === 'number') return `must be a number${quoted}`;
    if (issue.expected === 'boolean') return `must be true or false${quoted}`;
  }
  if (issue.code === 'invalid_value' && issue.values.length > 1) {
    return `must be ${listOf(issue.values.map(String))}`;
  }
  if (value === '' && issue.code === 'too_small') return 'must not be empty';
  const message = issue.message
    .replace(/^(?:Invalid input|Too \w+): /, '')
    .replace(/^Invalid /, 'is no valid ');
  return message === '' ? 'is not valid' : message;
}

/** Whether the whole file is something other than a record. */
function isNoRecord(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'object' && issue.path.length === 0;
}

/** "base, instruct or reasoning" */
function listOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Whether a number above 1 and up to 100 stands where at most 1 is allowed. */
function isPercent(issue: z.core.$ZodIssue, value: unknown): value is number {
  return (
    issue.code === 'too_big' &&
    issue.maximum === 1 &&
    typeof value === 'number' &&
    value > 1 &&
    value <= 100
  );
}

function mendOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (isPercent(issue, value)) {
    return `write ${Number((value / 100).toPrecision(12))} instead of ${value}`;
  }
  if (isNoRecord(issue) && Array.isArray(value)) {
    return 'take the outer [ ] away: a file holds one record';
  }
  const keys = issue.path.filter((part) => typeof part === 'string');
  const example = EXAMPLES.get(keys.slice(-2).join('.')) ?? EXAMPLES.get(keys.at(-1) ?? '');
  if (example !== undefined) return `write for example ${example}`;
  if (issue.code === 'invalid_value')
    return `write one of ${issue.values.map((v) => JSON.stringify(v)).join(', ')}`;
  if (issue.code === 'too_big') return `write at most ${issue.maximum}`;
  if (issue.code === 'too_small') return `write at least ${issue.minimum}`;
  if (issue.code === 'invalid_type') return `write a value of type ${issue.expected}`;
  return 'see the example records in data/README.md';
}

/** A valid value by field name, for the fields that contributors write. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['id', '"qwen2.5-7b" (lower case, digits, dots and hyphens)'],
  ['name', '"Qwen2.5 7B"'],
  ['organization', '"Alibaba"'],
  ['family', '"Qwen2.5"'],
  ['stage', '"base", "instruct" or "reasoning"'],
  ['modality', '"text" or "multimodal"'],
  ['openWeights', 'true'],
  ['hub', '"Qwen/Qwen2.5-7B", or null'],
  ['aliases', '[]'],
  ['released', '{"date": "2024-09-19", "precision": "day", "source": "https://…"}, or null'],
  ['date', '"2024-09-19"'],
  ['published', '"2020-09-07", or null'],
  ['asOf', '"2026-11-23"'],
  ['precision', '"day" or "month" for a date; "exact", "rounded" or "nominal" for a count'],
  [
    'parameters',
    '{"total": 7616000000, "active": 7616000000, "precision": "exact", "source": "https://…"}, or null',
  ],
  ['total', '7616000000'],
  ['active', '7616000000; a dense model has active = total'],
  ['trainingTokens.value', '18000000000000, the count in full digits'],
  ['trainingTokens', '{"value": 18000000000000, "source": "https://…"}, or null'],
  ['alternatives', '{"released": [], "parameters": [], "trainingTokens": []}'],
  ['derivedFrom', 'null, or {"model": "llama-3.1-8b", "method": "pruning"}'],
  ['distilledInPretraining', 'null'],
  ['notes', '[]'],
  [
    'scores',
    '[{"benchmark": "mmlu", "protocol": "reported", "value": 0.742, "shots": 5, …}], as data/README.md has it',
  ],
  ['benchmark', '"mmlu"'],
  ['protocol', '"reported"'],
  ['value', '0.742'],
  ['shots', '5, or null where the source does not say'],
  ['setting', '"5-shot"'],
  ['harness', '"lm-eval-harness", or null'],
  ['reporter', '"developer" where the model’s own maker printed it, else "third-party"'],
  ['source', '"https://arxiv.org/abs/2412.15115"'],
  ['url', '"https://arxiv.org/abs/2412.15115"'],
  ['link', '"https://arxiv.org/abs/2009.03300"'],
  ['locator', '"Table 3"'],
  ['note', '"family release date"'],
]);
