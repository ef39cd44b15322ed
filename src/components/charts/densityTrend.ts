/** Density of every model against its day of release, with the line and the records of the headline. */
import * as Plot from '@observablehq/plot';
import { windows } from '../../lib/choices.ts';
import type { Results } from '../../lib/compute.ts';
import {
  formatCount,
  formatDate,
  formatDays,
  formatDensity,
  formatInterval,
} from '../../lib/format.ts';
import { dayNumber } from '../../lib/time.ts';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, faint, fontSizeOf, halo, ink, place, soft } from './frame.ts';
import { placeLabels } from './labels.ts';
import type { ChartTable } from './table.ts';
import type { TrendDot } from './trendScene.ts';
import {
  edgeMarks,
  trendAxes,
  trendDots,
  trendEdges,
  trendLine,
  trendPlane,
  trendScales,
} from './trendScene.ts';

export function densityTrend(results: Results, frame: Frame): Plot.PlotOptions {
  const height = frame.phone ? 484 : 560;
  const plane = trendPlane(results, frame, height, {
    left: 38,
    right: frame.phone ? 8 : 158,
    top: frame.phone ? 92 : 34,
    bottom: 82,
  });
  const dots = trendDots(results);
  const [counted, beside] = [dots.filter((d) => d.counts), dots.filter((d) => !d.counts)];
  const place = { x: 'day', y: 'density', title: 'name' } as const;
  return {
    ...baseOptions(frame, height, plane),
    ...trendScales(plane),
    marks: [
      ...trendAxes(results, frame, plane),
      ...windowSpans(results, plane),
      Plot.dot(beside, { ...place, r: frame.phone ? 1.6 : 2, stroke: faint, strokeOpacity: 0.7 }),
      ...trendLine(results),
      ...recordSteps(results, counted),
      Plot.dot(counted, { ...place, r: frame.phone ? 2 : 2.8, fill: ink, fillOpacity: 0.55 }),
      ...trendEdges(results, plane),
      Plot.dot(
        counted.filter((d) => d.isRecord),
        { ...place, r: frame.phone ? 3.2 : 4.2, fill: accent, stroke: 'var(--paper)' },
      ),
      ...recordNames(counted, frame, plane),
      ...(frame.phone ? keyAbove(results, plane) : namesBeside(results, counted, plane)),
      ...dotKey(results, frame, plane),
    ],
  };
}

/** The highest density so far, day by day. */
function recordSteps(results: Results, counted: readonly TrendDot[]): Plot.Markish[] {
  const records = counted.filter((d) => d.isRecord);
  const last = records.at(-1);
  if (!last) return [];
  const end = { ...last, day: dayNumber(results.asOf) };
  return [
    Plot.lineY([...records, end], {
      x: 'day',
      y: 'density',
      curve: 'step-after',
      stroke: ink,
      strokeWidth: 1,
      strokeDasharray: '4,3',
    }),
  ];
}

/** Names of the record holders: the last first, then the first, then those between. */
function recordNames(counted: readonly TrendDot[], frame: Frame, plane: Plane): Plot.Markish[] {
  const point = ({ name, day, density }: TrendDot) => ({
    text: name,
    x: place(plane.x, day),
    y: place(plane.y, density),
  });
  const records = counted.filter((d) => d.isRecord).map(point);
  const order = [...records.slice(-1), ...records.slice(0, 1), ...records.slice(1, -1).reverse()];
  const obstacles = [
    ...counted.map((d) => ({ ...point(d), radius: frame.phone ? 1.5 : 2.5 })),
    ...records.map((d) => ({ ...d, radius: 5 })),
  ];
  const bounds = {
    left: plane.left + 2,
    right: plane.x.range[1] + (frame.phone ? 4 : 60),
    top: plane.top + 4,
    bottom: plane.y.range[0] - 8,
  };
  const labels = placeLabels(order, obstacles, bounds, fontSizeOf(frame), frame.phone ? 12 : 60);
  return [
    Plot.link(
      labels.filter(({ far }) => far),
      {
        x1: (d) => at(plane, d.x, d.y).x,
        y1: (d) => at(plane, d.x, d.y).y,
        x2: (d) => at(plane, d.labelX, d.labelY).x,
        y2: (d) => at(plane, d.labelX, d.labelY).y,
        stroke: faint,
        strokeWidth: 0.8,
      },
    ),
    ...(['start', 'middle', 'end'] as const).map((anchor) =>
      Plot.text(
        labels.filter((label) => label.anchor === anchor),
        {
          x: (d) => at(plane, d.labelX, d.labelY).x,
          y: (d) => at(plane, d.labelX, d.labelY).y,
          text: 'text',
          textAnchor: anchor,
          fill: ink,
          ...halo,
        },
      ),
    ),
  ];
}

/** What the lines are, at their right ends. */
function namesBeside(results: Results, counted: readonly TrendDot[], plane: Plane): Plot.Markish[] {
  const x = plane.x.range[1] + 8;
  const end = results.band.at(-1)?.density;
  const top = counted.filter((d) => d.isRecord).at(-1)?.density;
  if (end === undefined || top === undefined) return [];
  let [lineY, recordY] = [place(plane.y, end), place(plane.y, top)];
  const apart = lineY - recordY;
  if (Math.abs(apart) < 62) {
    const shift = (62 - Math.abs(apart)) / 2;
    lineY += apart >= 0 ? shift : -shift;
    recordY -= apart >= 0 ? shift : -shift;
  }
  const common = {
    textAnchor: 'start',
    lineAnchor: 'middle',
    lineWidth: 11.5,
    lineHeight: 1.2,
    text: 'text',
  } as const;
  return [
    Plot.text([{ ...at(plane, x, lineY), text: trendSentence(results) }], {
      ...common,
      x: 'x',
      y: 'y',
      fill: accent,
      fontWeight: 600,
    }),
    Plot.text([{ ...at(plane, x, recordY), text: 'running maximum (the paper’s method)' }], {
      ...common,
      x: 'x',
      y: 'y',
      fill: ink,
    }),
  ];
}

/** What the lines are, in a key above the chart. */
function keyAbove(results: Results, plane: Plane): Plot.Markish[] {
  const rows = [
    { ...at(plane, 2, 10), end: at(plane, 24, 10).x, text: trendSentence(results), isTrend: true },
    {
      ...at(plane, 2, 30),
      end: at(plane, 24, 30).x,
      text: 'running maximum (the paper’s method)',
      isTrend: false,
    },
  ];
  return rows.flatMap((row) => [
    Plot.link([row], {
      x1: 'x',
      x2: 'end',
      y1: 'y',
      y2: 'y',
      stroke: row.isTrend ? accent : ink,
      strokeWidth: row.isTrend ? 2.25 : 1,
      ...(row.isTrend ? {} : { strokeDasharray: '4,3' }),
    }),
    Plot.text([row], {
      x: 'end',
      y: 'y',
      dx: 6,
      text: 'text',
      textAnchor: 'start',
      fill: row.isTrend ? accent : ink,
      ...(row.isTrend ? { fontWeight: 600 } : {}),
    }),
  ]);
}

/** What the marks are: at the foot of the right margin, or in one row above the chart. */
function dotKey(results: Results, frame: Frame, plane: Plane): Plot.Markish[] {
  const hasEdges = edgeMarks(results).length > 0;
  const entries = [
    { text: 'counted', symbol: 'circle', fill: ink, stroke: 'none', width: 68 },
    { text: 'not counted', symbol: 'circle', fill: 'none', stroke: faint, width: 88 },
    ...(hasEdges
      ? [{ text: 'off the scale', symbol: 'triangle', fill: 'none', stroke: soft, width: 0 }]
      : []),
  ];
  let x = frame.phone ? 8 : plane.x.range[1] + 14;
  let y = frame.phone ? 50 : plane.y.range[0] - 12 - 18 * (entries.length - 1);
  return entries.flatMap(({ text, symbol, fill, stroke, width }) => {
    const spot = [{ ...at(plane, x, y), text }];
    if (frame.phone) x += width;
    else y += 18;
    return [
      Plot.dot(spot, { x: 'x', y: 'y', r: 3, symbol: symbol as Plot.SymbolType, fill, stroke }),
      Plot.text(spot, { x: 'x', y: 'y', dx: 9, text: 'text', textAnchor: 'start', fill: soft }),
    ];
  });
}

/** "τ = 0.9: doubles every 175 days (128 to 240)", or that no doubling is certain. */
function trendSentence({ headline, choices }: Results): string {
  const name = choices.estimator === 'tau95' ? 'τ = 0.95' : 'τ = 0.9';
  const time = headline.doublingTime;
  if (time?.status !== 'bounded') return `${name}: growth not certain`;
  const interval = time.interval
    ? ` (${formatInterval(time.interval, (days) => formatDays(days).replace(/ days?$/, ''))})`
    : '';
  return `${name}: doubles every ${formatDays(time.days)}${interval}`;
}

/** The windows that trends are fitted to, as spans under the axis of time. */
function windowSpans(results: Results, plane: Plane): Plot.Markish[] {
  const seen = new Map(results.trends.map((trend) => [trend.window, trend]));
  const spans = [...seen.values()].map(({ window, from, to }, i) => ({
    from: dayNumber(from),
    to: dayNumber(to),
    y: plane.y.range[0] + 36 + i * 16,
    name: windows[window].name,
  }));
  return spans.flatMap((span) => {
    const [y, above, below] = [0, -3, 3].map((d) => valueAtY(plane, span.y + d)) as [
      number,
      number,
      number,
    ];
    return [
      Plot.link([span], { x1: 'from', x2: 'to', y1: y, y2: y, stroke: faint, strokeWidth: 1.2 }),
      Plot.ruleX([span.from, span.to], { y1: above, y2: below, stroke: faint, strokeWidth: 1.2 }),
      Plot.text([span], {
        x: (d) => (d.from + d.to) / 2,
        y,
        text: 'name',
        fill: soft,
        fontSize: 11,
        ...halo,
        strokeWidth: 8,
      }),
    ];
  });
}

function valueAtY(plane: Plane, y: number): number {
  return at(plane, plane.left, y).y;
}

/** Every model on the chart, the record holders and those beyond the edges included. */
export function densityTrendTable(results: Results): ChartTable {
  const records = new Set(results.frontier);
  const rows = results.models
    .filter(({ released }) => released !== null)
    .map((model) => ({
      name: model.name,
      released: {
        text: formatDate(model.released ?? '', model.releasedPrecision ?? 'day'),
        sort: model.released,
      },
      actual: { text: formatCount(model.actual), sort: model.actual },
      density: {
        text: model.density === null ? 'none' : formatDensity(model.density),
        sort: model.density,
      },
      interval: model.interval ? formatInterval(model.interval, formatDensity) : '',
      role: roleOf(model, records),
    }));
  return {
    columns: [
      { key: 'name', label: 'Model' },
      { key: 'released', label: 'Released' },
      { key: 'actual', label: 'Parameters', align: 'end' },
      { key: 'density', label: 'Density', align: 'end' },
      { key: 'interval', label: '90 % interval', align: 'end' },
      { key: 'role', label: 'On the chart' },
    ],
    rows,
  };
}

function roleOf(model: Results['models'][number], records: ReadonlySet<string>): string {
  if (records.has(model.id)) return 'record holder';
  if (model.bystander !== null) return `beside the trend: ${model.bystander.replace(/-/g, ' ')}`;
  if (model.status === 'at-or-above-ceiling') return 'above the ruler’s reach';
  if (model.status === 'at-or-below-chance') return 'below the ruler’s reach';
  return 'counted';
}

/** What the chart shows, in sentences computed from the data. */
export function describeDensityTrend(results: Results): string {
  const dots = trendDots(results).filter(({ counts }) => counts);
  const edges = edgeMarks(results).length;
  const records = dots.filter(({ isRecord }) => isRecord);
  const [first, last] = [records[0], records.at(-1)];
  const climb =
    first && last
      ? ` The running maximum climbs from ${first.name} at ${formatDensity(first.density)} to ${last.name} at ${formatDensity(last.density)}.`
      : '';
  const beyond = edges > 0 ? ` Models without a density, drawn at the edges: ${edges}.` : '';
  return `Density of ${dots.length} base models against release date on a logarithmic scale; the line at ${trendSentence(results)}.${climb}${beyond}`;
}
