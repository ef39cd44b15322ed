/** The list of what is missing most, with the way to add it. */
import { formatFixed, formatNumeral } from '../../lib/format.ts';
import type { MissingItem } from '../../lib/missing/missing.ts';
import type { BenchmarkRecord } from '../../lib/schema.ts';
import type { ChartTable } from '../charts/table.ts';
import { href } from '../href.ts';

/** The page on which GitHub lets anybody edit a file in the browser, in a copy of their own. */
export function editAddress(repository: string, model: string): string {
  return `${repository}/edit/main/data/models/${model}.json`;
}

/** What is asked for, in words: "scores on MMLU, BBH and MBPP". */
export function wanted(
  { kind, benchmarks }: Pick<MissingItem, 'kind' | 'benchmarks'>,
  names: ReadonlyMap<string, string>,
): string {
  const list = benchmarks.map((id) => names.get(id) ?? id);
  const last = list.at(-1) ?? '';
  const tests = list.length > 1 ? `${list.slice(0, -1).join(', ')} and ${last}` : last;
  switch (kind) {
    case 'score':
    case 'first-scores':
      return `${list.length > 1 ? 'scores' : 'a score'} on ${tests}`;
    case 'parameters':
      return 'the number of parameters';
    case 'day':
      return 'the day of release; the month is known';
    case 'release-date':
      return 'the date of release';
  }
}

/** One row per item, in the order of the ranking. */
export function missingRows(
  items: readonly MissingItem[],
  benchmarks: readonly BenchmarkRecord[],
  repository: string,
): ChartTable {
  const names = new Map(benchmarks.map(({ id, name }) => [id, name]));
  return {
    columns: [
      { key: 'model', label: 'Model' },
      { key: 'wanted', label: 'What is missing', wraps: true },
      { key: 'gain', label: 'Interval narrower by', note: 'per value', align: 'end' },
      { key: 'whole', label: 'All together', align: 'end' },
      { key: 'add', label: 'Add it' },
    ],
    rows: items.map((item) => ({
      model: { text: item.name, href: href(`/m/${item.model}/`), note: item.organization },
      wanted: {
        text: wanted(item, names),
        ...(!item.openWeights && { note: 'only its maker can measure it' }),
      },
      gain: { text: `${formatFixed(100 * item.perValue, 2)} %`, sort: item.perValue },
      whole: {
        text: `${formatFixed(100 * item.gain, 1)} %`,
        note: item.values === 1 ? 'one value' : `${formatNumeral(item.values)} values`,
      },
      add: { text: 'Edit the record', href: editAddress(repository, item.model) },
    })),
  };
}
