/** Small multiples: for each claim, what was claimed beside what is measured, on a scale of its own. */
import * as Plot from '@observablehq/plot';
import type { ClaimGauge } from '../../lib/claims/gauge.ts';
import { shareOf } from '../../lib/claims/gauge.ts';
import { formatFixed, formatSignificant } from '../../lib/format.ts';
import type { Frame } from './frame.ts';
import { accent, ink, rule, soft, strongRule } from './frame.ts';
import type { ChartTable } from './table.ts';

/** A gauge with the words around it. */
export interface NamedGauge extends ClaimGauge {
  /** A few words that name the claim. */
  short: string;
  /** "183 days (149 to 307 days)", or that there is none. */
  words: string;
}

/** Where the parts of one small chart lie, from its own top and left. */
const PANEL = { height: 124, title: 16, words: 37, scale: 70, labels: 92, gap: 22 };
const GAP = 44;

export function claimGauges(gauges: readonly NamedGauge[], frame: Frame): Plot.PlotOptions {
  const across = frame.phone ? 1 : 2;
  const width = (frame.width - GAP * (across - 1) - 4) / across;
  const legend = frame.phone ? 44 : 30;
  const height = legend + Math.ceil(gauges.length / across) * PANEL.height - PANEL.gap;
  return {
    width: frame.width,
    height,
    margin: 0,
    axis: null,
    // One unit is one unit of the drawing, from the top left.
    x: { type: 'linear', domain: [0, frame.width] },
    y: { type: 'linear', domain: [height, 0] },
    marks: [
      ...drawLegend(frame),
      ...gauges.flatMap((gauge, i) => {
        const left = 2 + (i % across) * (width + GAP);
        const top = legend + Math.floor(i / across) * PANEL.height;
        return drawPanel(gauge, left, top, width);
      }),
    ],
  };
}

function words(x: number, y: number, text: string, options: Plot.TextOptions = {}): Plot.Markish {
  return Plot.text([text], { x: () => x, y: () => y, textAnchor: 'start', fill: soft, ...options });
}

function drawLegend(frame: Frame): Plot.Markish[] {
  const y = 10;
  const [second, third] = frame.phone ? [110, 238] : [150, 320];
  return [
    box(4, 22, y, 9),
    words(29, y, 'claimed'),
    stroke(second, second + 22, y),
    dot(second + 11, y),
    words(second + 29, y, frame.phone ? 'measured' : 'measured, interval'),
    hollow(third, y),
    words(third + 11, y, frame.phone ? 'by our line' : 'what the law’s line gives'),
  ];
}

function box(from: number, to: number, y: number, half: number): Plot.Markish {
  return Plot.rect([0], {
    x1: () => from,
    x2: () => to,
    y1: () => y - half,
    y2: () => y + half,
    fill: ink,
    fillOpacity: 0.2,
    stroke: ink,
    strokeWidth: 0.8,
    strokeOpacity: 0.6,
  });
}

function stroke(from: number, to: number, y: number): Plot.Markish {
  return Plot.link([0], {
    x1: () => from,
    x2: () => to,
    y1: () => y,
    y2: () => y,
    stroke: accent,
    strokeWidth: 3.5,
    strokeOpacity: 0.6,
  });
}

function dot(x: number, y: number): Plot.Markish {
  return Plot.dot([0], { x: () => x, y: () => y, r: 4.6, fill: accent });
}

function hollow(x: number, y: number): Plot.Markish {
  return Plot.dot([0], {
    x: () => x,
    y: () => y,
    symbol: 'diamond',
    r: 4.6,
    stroke: ink,
    strokeWidth: 1.4,
    fill: 'var(--paper)',
  });
}

function drawPanel(gauge: NamedGauge, left: number, top: number, width: number): Plot.Markish[] {
  const { scale, claimed, value, bar, reference } = gauge;
  const y = top + PANEL.scale;
  const inner = width - 16;
  const x = (amount: number) => left + 8 + inner * shareOf(scale, amount);
  // A band narrower than this would not be seen.
  const [from, to] = [x(claimed.from), x(claimed.to)];
  const pad = Math.max(0, (6 - (to - from)) / 2);
  return [
    words(left, top + PANEL.title, `${gauge.number}  ${gauge.short}`, {
      fill: ink,
      fontWeight: 600,
    }),
    words(left + width, top + PANEL.title, gauge.status, { textAnchor: 'end', fill: accent }),
    // On a phone two gauges share a row, and a long value takes two lines.
    words(left, top + PANEL.words, gauge.words, { fill: ink, lineWidth: width / 12 }),
    Plot.link([0], {
      x1: () => left + 8,
      x2: () => left + 8 + inner,
      y1: () => y,
      y2: () => y,
      stroke: strongRule,
    }),
    ...scale.ticks.flatMap((tick) => [
      Plot.link([0], {
        x1: () => x(tick),
        x2: () => x(tick),
        y1: () => y - 10,
        y2: () => y + 10,
        stroke: rule,
      }),
      words(x(tick), top + PANEL.labels, tickText(gauge, tick), tickAnchor(gauge, tick)),
    ]),
    box(from - pad, to + pad, y, 10),
    ...(bar ? [stroke(x(bar[0]), x(bar[1]), y)] : []),
    ...(reference ? [hollow(x(reference.value), y)] : []),
    ...(value === null ? [] : [dot(x(value), y)]),
  ];
}

/** The end labels stay inside their panel. */
function tickAnchor({ scale }: NamedGauge, tick: number): Plot.TextOptions {
  if (tick === scale.ticks[0]) return { textAnchor: 'start', dx: -8 };
  return tick === scale.ticks.at(-1) ? { textAnchor: 'end', dx: 8 } : { textAnchor: 'middle' };
}

/** The first tick of a scale of days carries the unit. */
function tickText({ unit, scale }: NamedGauge, tick: number): string {
  if (unit === 'times' && tick < 1) return `1/${formatFixed(1 / tick, 0)}`;
  if (unit === 'per day') return tick === 0 ? '0' : formatSignificant(tick, 1);
  const digits = formatFixed(tick, 0);
  return unit === 'days' && tick === scale.ticks[0] ? `${digits} days` : digits;
}

export function claimGaugesTable(gauges: readonly NamedGauge[]): ChartTable {
  return {
    columns: [
      { key: 'claim', label: 'Claim', wraps: true },
      { key: 'status', label: 'Status' },
      { key: 'claimed', label: 'Claimed', align: 'end' },
      { key: 'measured', label: 'Measured', note: '90 % interval', align: 'end' },
      { key: 'n', label: 'Rows', align: 'end' },
    ],
    rows: gauges.map(({ number, title, status, claimed, words: measured, n }) => ({
      claim: { text: `${number}. ${title}`, sort: number },
      status,
      claimed: claimed.text,
      measured,
      n: { text: formatFixed(n, 0), sort: n },
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeClaimGauges(gauges: readonly NamedGauge[]): string {
  const told = gauges.map(
    ({ short, words: measured, claimed, status }) =>
      `${short}: ${measured}, claimed ${claimed.text}, ${status}`,
  );
  return `Small charts, one for each claim. ${told.join('; ')}.`;
}
