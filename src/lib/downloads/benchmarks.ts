/** Download of the benchmarks with their protocol classes. */
import type { Data } from '../data.ts';
import type { BenchmarkRecord, ProtocolRecord } from '../schema.ts';
import type { Column, DownloadTable } from './table.ts';
import { tabulate } from './table.ts';

interface ProtocolRow {
  benchmark: BenchmarkRecord;
  protocol: ProtocolRecord;
  panels: string[];
}

const protocolColumns: readonly Column<ProtocolRow>[] = [
  {
    name: 'benchmark',
    unit: 'id',
    description: 'Id of the benchmark; the page is /b/<id>/.',
    value: ({ benchmark }) => benchmark.id,
  },
  {
    name: 'name',
    unit: 'text',
    description: 'Name of the benchmark.',
    value: ({ benchmark }) => benchmark.name,
  },
  {
    name: 'tests',
    unit: 'text',
    description: 'What it tests.',
    value: ({ benchmark }) => benchmark.tests,
  },
  {
    name: 'metric',
    unit: 'text',
    description: 'What the score counts.',
    value: ({ benchmark }) => benchmark.metric,
  },
  {
    name: 'published',
    unit: 'date',
    description: 'Day on which the benchmark was published.',
    value: ({ benchmark }) => benchmark.published,
  },
  {
    name: 'link',
    unit: 'URL',
    description: 'Page of the benchmark.',
    value: ({ benchmark }) => benchmark.link,
  },
  {
    name: 'protocol',
    unit: 'id',
    description: 'Id of the protocol class, unique within the benchmark.',
    value: ({ protocol }) => protocol.id,
  },
  {
    name: 'protocol_name',
    unit: 'text',
    description: 'Name of the protocol class.',
    value: ({ protocol }) => protocol.name,
  },
  {
    name: 'description',
    unit: 'text',
    description: 'What is asked under this protocol, and how the answer is judged.',
    value: ({ protocol }) => protocol.description,
  },
  {
    name: 'chance',
    unit: 'fraction',
    description: 'Expected score of guessing.',
    value: ({ protocol }) => protocol.chance,
  },
  {
    name: 'items',
    unit: 'count',
    description: 'Number of test items; for a mean of tests, the number of tests.',
    value: ({ protocol }) => protocol.items,
  },
  {
    name: 'shots',
    unit: 'count',
    description: 'The protocol’s own number of worked examples; empty where it varies.',
    value: ({ protocol }) => protocol.shots,
  },
  {
    name: 'panels',
    unit: 'ids, space-separated',
    description: 'Panels that use this class.',
    value: ({ panels }) => panels.join(' ') || null,
  },
];

/** One row per benchmark and protocol class. */
export function benchmarksTable({ benchmarks, panels }: Data): DownloadTable {
  const rows = benchmarks.flatMap((benchmark) =>
    benchmark.protocols.map((protocol) => ({
      benchmark,
      protocol,
      panels: panels
        .filter((panel) =>
          panel.benchmarks.some(
            (use) => use.benchmark === benchmark.id && use.protocols.includes(protocol.id),
          ),
        )
        .map(({ id }) => id),
    })),
  );
  const about =
    'One row per benchmark and protocol class: two protocols of one name are two tests.';
  return tabulate({ id: 'benchmarks', title: 'Benchmarks', about }, protocolColumns, rows);
}
