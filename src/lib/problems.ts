/**
 * What is wrong with a file of `data/`, in words a contributor can act on: file, field, value,
 * rule, and an example of the fix.
 */
import type { z } from 'zod';
import { thousands } from './records/readings.ts';

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

/**
 * One Zod issue as problems: an issue on several unknown keys becomes one problem a key.
 *
 * @param schema that of the record; knows the keys that an unknown one may be a misspelling of
 */
export function problemsOf(
  file: string,
  record: unknown,
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
): Problem[] {
  const value = valueAt(record, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, issue.path)).filter(
      (key) => !Object.hasOwn(value as object, key),
    );
    return issue.keys.map((key) => {
      const meant = nearest(key, known);
      return {
        file,
        field: printable(fieldName([...issue.path, key]), 200),
        value: shorten(valueAt(record, [...issue.path, key])),
        rule: `is not a field of this record${meant === undefined ? '' : ` (did you mean "${meant}"?)`}`,
        mend:
          meant === undefined
            ? `remove "${printable(key, 80)}", or check its spelling against data/README.md`
            : `write "${meant}" instead of "${printable(key, 80)}"`,
      };
    });
  }
  const field = fieldName(issue.path);
  const mend = unquoted(issue, value, schemaAt(schema, issue.path)) ?? mendOf(issue, value);
  return [{ file, field, value: shorten(value), rule: ruleOf(issue, value), mend }];
}

/** The schema of the value at a path; nothing where the path leads through a choice of schemas. */
function schemaAt(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = bare(schema);
  for (const key of path) {
    const { def } = (at as z.core.$ZodTypes)._zod;
    if (def.type === 'object')
      at = Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined;
    else at = def.type === 'array' ? def.element : undefined;
    if (at === undefined) return undefined;
    at = bare(at);
  }
  return at;
}

/** A schema without "or null" and "or missing". */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'nullable' || def.type === 'optional' ? bare(def.innerType) : schema;
}

function keysOf(schema: z.core.$ZodType | undefined): string[] {
  const def = (schema as z.core.$ZodTypes | undefined)?._zod.def;
  return def?.type === 'object' ? Object.keys(def.shape) : [];
}

/** The known key that an unknown one is at most two letters away from, in small and capital letters alike. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const near = known
    .map((name) => ({ name, away: distance(key.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, away }) => away <= 2 && 2 * away <= Math.min(key.length, name.length))
    .sort((a, b) => a.away - b.away);
  return near[0]?.name;
}

/** Letters to add, drop or change from one word to the other (Levenshtein); 3 for any more than 2 by length. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** The mend where a number or boolean stands in quotes: what is meant by it, if the schema takes that. */
function unquoted(
  issue: z.core.$ZodIssue,
  value: unknown,
  schema: z.core.$ZodType | undefined,
): string | undefined {
  if (issue.code !== 'invalid_type' || typeof value !== 'string') return undefined;
  if (issue.expected === 'boolean') {
    return `write ${/^(?:true|false)$/i.test(value) ? value.toLowerCase() : 'true or false'}, without quotes`;
  }
  if (issue.expected !== 'number' || schema === undefined) return undefined;
  const [, digits, size] = /^([\d ,]{1,30}(?:\.\d{1,20})?) ?([KMBT%]?)$/i.exec(value.trim()) ?? [];
  if (digits === undefined || size === undefined) return undefined;
  // A comma followed by three digits parts thousands; any other may be a decimal comma.
  if (/,(?!\d{3}(?!\d))/.test(digits)) return undefined;
  const power = size === '%' ? -2 : (thousands[size.toLowerCase()] ?? 0);
  const meant = Number(`${digits.replace(/[ ,]/g, '')}e${power}`);
  if (!(schema as z.ZodType).safeParse(meant).success) return undefined;
  return `write ${meant}${meant >= 1000 ? ' in full digits' : ''}, without quotes`;
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
  ['alternatives.trainingTokens', '[{"value": 18000000000000, "source": "https://…"}], or []'],
  ['alternatives.parameters', '[{"total": 7616000000, "active": 7616000000, …}], or []'],
  ['alternatives.released', '[{"date": "2024-09-19", "precision": "day", …}], or []'],
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
