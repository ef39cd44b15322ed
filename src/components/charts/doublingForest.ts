/** Doubling times side by side: every panel, estimator and window, beside the published values. */
import * as Plot from '@observablehq/plot';
import { estimators, windows } from '../../lib/choices.ts';
import type { Results, TrendResult } from '../../lib/compute.ts';
import { formatDays, formatInterval, formatSignificant } from '../../lib/format.ts';
import { doublingTime } from '../../lib/trend.ts';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, faint, halo, ink, place, planeOf, rule, soft } from './frame.ts';
import type { ChartTable } from './table.ts';

/** A doubling time somebody published, drawn as a vertical line. */
export interface PublishedTime {
  days: number;
  /** Short name of the paper and place: "preprint, section 3.3". */
  label: string;
}

/** A line of the chart: a heading, or a trend. */
interface Row {
  text: string;
  level: 'panel' | 'estimator' | 'trend';
  /** Vertical middle on the drawing. */
  y: number;
  trend?: TrendResult;
  isHeadline?: boolean;
}

const rowHeight = 17;

export function doublingForest(
  panels: readonly Results[],
  published: readonly PublishedTime[],
  frame: Frame,
): Plot.PlotOptions {
  const top = 48 + published.length * 16;
  const rows = layoutRows(panels, top, frame);
  const height = (rows.at(-1)?.y ?? top) + 14 + 36;
  const margins = { left: frame.phone ? 108 : 352, right: frame.phone ? 12 : 122, top, bottom: 36 };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain: timeDomain(panels, published), log: true },
    { domain: [height - margins.bottom, top], log: false },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'log', domain: plane.x.domain as [number, number] },
    y: { type: 'linear', domain: plane.y.domain as [number, number] },
    marks: [
      ...timeAxis(frame, plane),
      ...publishedLines(published, plane),
      ...rows.flatMap((row) => drawRow(row, frame, plane)),
    ],
  };
}

/** Headings and trends from top to bottom; on a wide drawing an estimator's name shares a line. */
function layoutRows(panels: readonly Results[], top: number, frame: Frame): Row[] {
  const rows: Row[] = [];
  let y = top;
  for (const { panel, trends, headline } of panels) {
    y += rows.length === 0 ? 16 : 28;
    rows.push({ text: panel.name, level: 'panel', y });
    for (const estimator of new Set(trends.map((trend) => trend.estimator))) {
      const own = trends.filter((trend) => trend.estimator === estimator);
      y += frame.phone ? rowHeight + 5 : 8;
      const first = frame.phone ? y : y + rowHeight;
      rows.push({ text: estimators[estimator].name, level: 'estimator', y: first });
      for (const trend of own) {
        y += rowHeight;
        const isHeadline = trend.estimator === headline.estimator;
        rows.push({ text: windows[trend.window].name, level: 'trend', y, trend, isHeadline });
      }
    }
  }
  return rows;
}

/** From below the shortest time to a limit beyond which a doubling is not worth telling apart. */
function timeDomain(
  panels: readonly Results[],
  published: readonly PublishedTime[],
): [number, number] {
  const times = panels.flatMap(({ trends }) =>
    trends.flatMap(({ doublingTime: time }) =>
      time?.status === 'bounded' ? [time.days, ...(time.interval ?? [])] : [],
    ),
  );
  const all = [...times, ...published.map(({ days }) => days)];
  return [Math.max(20, Math.min(...all) * 0.88), Math.min(1600, Math.max(400, ...all) * 1.1)];
}

function timeAxis(frame: Frame, plane: Plane): Plot.Markish[] {
  const ticks = [25, 50, 100, 200, 400, 800, 1600].filter(
    (days) => days >= plane.x.domain[0] && days <= plane.x.domain[1],
  );
  return [
    Plot.ruleX(ticks, { stroke: rule }),
    Plot.text(ticks, {
      x: (d: number) => d,
      frameAnchor: 'bottom',
      dy: 16,
      text: (d: number) => (d === ticks[0] ? formatDays(d) : String(d)),
      fill: soft,
    }),
    Plot.text(['Days in which density doubles, with 90 % intervals'], {
      frameAnchor: 'top-left',
      dx: -plane.left + 2,
      dy: -plane.top + 14,
      textAnchor: 'start',
      fill: soft,
    }),
    ...(frame.phone
      ? []
      : [
          Plot.text(['days'], {
            frameAnchor: 'top-right',
            dx: plane.right,
            dy: -10,
            textAnchor: 'end',
            fill: soft,
          }),
        ]),
  ];
}

/** Published values, each named on its own line above the drawing. */
function publishedLines(published: readonly PublishedTime[], plane: Plane): Plot.Markish[] {
  const sorted = [...published].sort((a, b) => b.days - a.days);
  return sorted.flatMap(({ days, label }, i) => {
    const y = plane.top - 14 - (sorted.length - 1 - i) * 16;
    return [
      Plot.ruleX([days], {
        y1: at(plane, 0, y).y,
        y2: plane.y.domain[0],
        stroke: ink,
        strokeDasharray: '1,3',
      }),
      Plot.text([`${formatSignificant(days, 3)} · ${label}`], {
        x: days,
        y: at(plane, 0, y).y,
        dx: 6,
        textAnchor: 'start',
        fill: ink,
        ...halo,
      }),
    ];
  });
}

function drawRow(row: Row, frame: Frame, plane: Plane): Plot.Markish[] {
  const spot = (x: number) => ({ ...at(plane, x, row.y) });
  if (row.level !== 'trend' || !row.trend) {
    const isPanel = row.level === 'panel';
    return [
      Plot.text([spot(2)], {
        x: 'x',
        y: 'y',
        text: () => row.text,
        textAnchor: 'start',
        fill: isPanel ? ink : soft,
        fontWeight: isPanel ? 600 : 400,
        ...(isPanel ? halo : {}),
      }),
    ];
  }
  const color = row.isHeadline ? accent : ink;
  return [
    Plot.text([spot(plane.left - 10)], {
      x: 'x',
      y: 'y',
      text: () => row.text,
      textAnchor: 'end',
      fill: soft,
    }),
    ...whisker(row.trend, color, row.y, plane),
    ...(frame.phone
      ? []
      : [
          Plot.text([spot(frame.width - 2)], {
            x: 'x',
            y: 'y',
            text: () => timeInWords(row.trend as TrendResult),
            textAnchor: 'end',
            fill: row.trend.doublingTime?.status === 'bounded' ? color : faint,
            fontVariant: 'tabular-nums',
          }),
        ]),
  ];
}

/** Interval and estimate; an open end as an arrow, an interval that is not valid as a dotted line. */
function whisker(trend: TrendResult, color: string, y: number, plane: Plane): Plot.Markish[] {
  const value = at(plane, 0, y).y;
  const [least, most] = plane.x.domain;
  const time = trend.doublingTime;
  if (!time || !trend.line) return [];
  const days = doublingTime(trend.line.slope);
  const [low, high] =
    time.status === 'bounded' ? (time.interval ?? [days, days]) : [time.atLeast ?? most, most * 2];
  const isOpen = high > most;
  const span = { from: Math.max(least, low), to: Math.min(most, high) };
  const dash = trend.intervalIsValid ? {} : { strokeDasharray: '2,3' };
  const tip = place(plane.x, most);
  return [
    ...(span.from < span.to
      ? [
          Plot.link([span], {
            x1: 'from',
            x2: 'to',
            y1: value,
            y2: value,
            stroke: color,
            strokeWidth: 1.6,
            ...dash,
          }),
        ]
      : []),
    ...(isOpen
      ? [
          Plot.line([at(plane, tip - 5, y - 4), at(plane, tip, y), at(plane, tip - 5, y + 4)], {
            x: 'x',
            y: 'y',
            stroke: color,
            strokeWidth: 1.6,
          }),
        ]
      : []),
    ...(days > 0 && days <= most
      ? [
          Plot.dot([days], {
            x: (d: number) => d,
            y: value,
            r: 4,
            fill: trend.intervalIsValid ? color : 'var(--paper)',
            stroke: color,
            strokeWidth: 1.4,
          }),
        ]
      : []),
  ];
}

/** "174 (142 to 286)", "over 300", or why there is no number. */
function timeInWords({ doublingTime: time, refusal, line }: TrendResult): string {
  if (refusal || !time || !line) return 'too little data';
  const days = (value: number) => String(Math.round(value));
  if (time.status === 'bounded') {
    const interval = time.interval ? ` (${formatInterval(time.interval, days)})` : '';
    return `${days(time.days)}${interval}`;
  }
  return time.atLeast === null ? 'no growth' : `over ${days(time.atLeast)}`;
}

export function doublingForestTable(panels: readonly Results[]): ChartTable {
  return {
    columns: [
      { key: 'panel', label: 'Panel' },
      { key: 'estimator', label: 'Estimator' },
      { key: 'window', label: 'Window' },
      { key: 'models', label: 'Models', align: 'end' },
      { key: 'time', label: 'Doubling time', note: 'days, 90 % interval', align: 'end' },
      { key: 'valid', label: 'Interval holds in simulation' },
    ],
    rows: panels.flatMap(({ panel, trends }) =>
      trends.map((trend) => ({
        panel: panel.name,
        estimator: estimators[trend.estimator].name,
        window: windows[trend.window].name,
        models: { text: String(trend.count), sort: trend.count },
        time: timeInWords(trend),
        valid: trend.intervalIsValid ? 'yes' : 'no',
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeDoublingForest(
  panels: readonly Results[],
  published: readonly PublishedTime[],
): string {
  const own = panels.map(({ panel, headline }) => `${panel.name}: ${timeInWords(headline)} days`);
  const papers = published.map(({ days, label }) => `${label}: ${formatSignificant(days, 3)}`);
  return `Doubling times by panel, estimator and window. ${own.join('; ')}. Published values, in days: ${papers.join('; ')}.`;
}
