/** Neighbouring results beside the law: other quantities with rates of their own. */
import type { ChartTable } from '../../../components/charts/table.ts';
import { formatInterval } from '../../../lib/format.ts';
import { phrasePublished } from '../../../lib/published.ts';
import { quote } from '../../measured.ts';

/** What each measures and over which time, in our words; the value comes from the data. */
const neighbours: readonly (readonly [id: string, quantity: string])[] = [
  ['xiao-2024-doubling-sec33', 'Parameters at a fixed score, doubling of density'],
  ['xiao-2025-doubling', 'The same, with more models'],
  ['ho-2024-compute-halving', 'Training work for a fixed loss, halving'],
  [
    'gundlach-2025-algorithms',
    'Training work saved by changes that help at every size, 2012 to 2023',
  ],
  [
    'meta-2026-muse-spark',
    'Training work to reach an earlier model, one firm’s claim for one model',
  ],
  ['lesswrong-2025-catch-up', 'Training work to catch up with a given ability, fall in a year'],
  ['epoch-2025-price-median', 'Price of a fixed score, fall in a year, middle of many'],
  ['gundlach-2025-price', 'Price of running a test at a fixed score, fall in a year'],
  ['gundlach-2025-price-algorithms', 'The same without chips and competition'],
  ['a16z-2024-price', 'Price of a fixed score, fall in a year'],
  ['aiindex-2025-price', 'Price of one score of MMLU, whole fall'],
  ['du-2026-price-halflife', 'Price of the cheap tier, halving'],
  ['intelligence-per-watt-2025', 'Right answers for each watt of local models, whole gain'],
  ['epoch-2025-gpu-lag', 'How far one home computer’s chip lies behind the best models'],
  ['metr-2026-horizon', 'Length of the tasks that models finish, doubling'],
  ['gpu-price-performance-2022', 'Computing for each dollar of chip, doubling'],
];

const marks = { primary: 'read', secondary: 'read in a report' } as const;

export const neighbourTable: ChartTable = {
  columns: [
    { key: 'quantity', label: 'What is measured' },
    { key: 'rate', label: 'Rate', note: 'below it the range stated', align: 'end' },
    { key: 'source', label: 'Source' },
    { key: 'seen', label: 'How we know' },
  ],
  rows: neighbours.map(([id, quantity]) => {
    const record = quote(id);
    const { interval, by, source, seen } = record;
    return {
      quantity,
      rate: {
        text: phrasePublished(record),
        ...(interval && { note: formatInterval(interval, String) }),
      },
      source: { text: by, ...(source && { href: source }) },
      seen: marks[seen],
    };
  }),
};
