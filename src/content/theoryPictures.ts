/** The figures of the theory: what each of them draws. */
import type { ForestPicture, ForestRow } from '../components/charts/intervalForest.ts';
import type { ScatterPicture } from '../components/charts/logScatter.ts';
import type { DriverId } from '../lib/drivers.ts';
import { formatCount, formatFixed, formatInterval } from '../lib/format.ts';
import type { KindOfDensity } from '../lib/kindsOfDensity.ts';
import { ln } from '../lib/numerics/elementary.ts';
import { associate } from '../lib/training.ts';
import { all, data, drivers, headline, kinds, recipes, trained } from './measured.ts';

const panelName = (id: string) => data.panels.find((panel) => panel.id === id)?.short ?? id;
const percent = (share: number) => `${formatFixed(100 * share, 0)} %`;
const bare = (share: number) => formatFixed(100 * share, 0);

const headlineFirst = (a: string, b: string) =>
  Number(b === headline.panel.id) - Number(a === headline.panel.id);

/** What the regression calls each of its columns, for readers. */
const driverNames: Record<DriverId, string> = {
  time: 'time alone',
  'tokens-per-parameter': 'tokens for each parameter',
  size: 'size',
  experts: 'mixture of experts',
  distillation: 'distillation',
};

export const splitPicture: ForestPicture = {
  quantity: 'Part of the growth of density that goes with it',
  groups: [...drivers]
    .sort((a, b) => headlineFirst(a.panel, b.panel))
    .map(({ panel, drivers: parts, refusal, models }) => ({
      name: `${panelName(panel)}, ${models} models`,
      rows: refusal
        ? [{ name: 'refused', value: null, interval: null, words: 'too few models' }]
        : parts.map(({ id, share, shareInterval }) => ({
            name: driverNames[id],
            value: share,
            interval: shareInterval,
            words: `${percent(share)} (${formatInterval(shareInterval, bare)})`,
          })),
    })),
  references: [],
  axis: { log: false, domain: [-0.75, 1.2], ticks: [-0.5, 0, 0.5, 1], format: percent },
};

function kindRow({ name, trend }: KindOfDensity): ForestRow {
  const time = trend.doublingTime;
  const days = (value: number) => String(Math.round(value));
  if (time?.status === 'bounded') {
    const interval = time.interval;
    const words = `${days(time.days)}${interval ? ` (${formatInterval(interval, days)})` : ''}`;
    return { name, value: time.days, interval, words };
  }
  if (!time) return { name, value: null, interval: null, words: 'too little data' };
  return time.atLeast === null
    ? { name, value: null, interval: null, words: 'no growth' }
    : { name, value: null, interval: [time.atLeast, null], words: `over ${days(time.atLeast)}` };
}

const paceOf = ({ trend }: KindOfDensity) => trend.line?.slope ?? Number.NEGATIVE_INFINITY;

export const kindPicture: ForestPicture = {
  quantity: 'Days to double, one benchmark at a time',
  groups: data.panels
    .map(({ id }) => id)
    .sort(headlineFirst)
    .map((panel) => ({
      name: panelName(panel),
      rows: kinds
        .filter((kind) => kind.panel === panel)
        .sort((a, b) => paceOf(b) - paceOf(a))
        .map(kindRow),
    })),
  references:
    all.doublingTime?.status === 'bounded'
      ? [{ value: all.doublingTime.days, label: 'the five together' }]
      : [],
  axis: { log: true, domain: [45, 900], ticks: [50, 100, 200, 400, 800], format: String },
};

export const tokensPicture: ScatterPicture = {
  models: trained,
  quantity: 'Training tokens for each parameter',
  value: ({ tokensPerParameter }) => tokensPerParameter,
  format: (value) => formatCount(value),
  ticks: [10, 100, 1000, 10_000, 100_000],
  line: associate(trained, ({ tokensPerParameter }) => tokensPerParameter),
};

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** "10²³" for a power of ten, two digits before it else. */
function formatOperations(value: number): string {
  const power = Math.floor(ln(value) / Math.LN10 + 1e-9);
  const digits = [...String(power)].map((digit) => superscripts[Number(digit)]).join('');
  const lead = value / Number(`1e${power}`);
  return Math.abs(lead - 1) < 1e-6 ? `10${digits}` : `${formatFixed(lead, 1)} × 10${digits}`;
}

export const computePicture: ScatterPicture = {
  models: trained,
  quantity: 'Operations of training',
  value: ({ compute }) => compute,
  format: formatOperations,
  ticks: [1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26],
  line: associate(trained, ({ compute }) => compute),
};

/** Families on the benchmark on which most of them have a curve. */
export const recipeReport = [...recipes].sort((a, b) => b.recipes.length - a.recipes.length)[0];
