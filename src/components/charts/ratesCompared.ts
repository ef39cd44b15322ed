/** Doubling times as claimed, as measured and as others state them, on one logarithmic axis. */
import * as Plot from '@observablehq/plot';
import type { Doubling } from '../../lib/exponentialGrowth.ts';
import { formatFixed, formatInterval } from '../../lib/format.ts';
import type { Frame, Plane } from './frame.ts';
import { accent, at, baseOptions, faint, ink, place, planeOf, rule, soft } from './frame.ts';
import type { ChartTable } from './table.ts';

/** One quantity with its doubling times, in years. */
export interface Rate {
  /** "Transistors per processor" */
  name: string;
  /** What the talk says, where it speaks of the quantity. */
  claimed: number | null;
  measured: Doubling | null;
  /** Why nothing is measured, short. */
  refusal: string | null;
  /** What others state, without an interval. */
  stated: readonly number[];
}

/** Rates under one heading. */
export interface RateGroup {
  name: string;
  rates: readonly Rate[];
}

interface Row {
  text: string;
  y: number;
  rate?: Rate;
}

const ticks = [
  { years: 0.125, label: '⅛' },
  { years: 0.25, label: '¼' },
  { years: 0.5, label: '½' },
  { years: 1, label: '1 year' },
  { years: 2, label: '2' },
  { years: 5, label: '5' },
  { years: 10, label: '10' },
  { years: 20, label: '20' },
];
const domain: [number, number] = [0.11, 32];

export function ratesCompared(groups: readonly RateGroup[], frame: Frame): Plot.PlotOptions {
  const top = frame.phone ? 66 : 48;
  const rows = layoutRows(groups, top, frame);
  const height = (rows.at(-1)?.y ?? top) + 18 + 36;
  const margins = { left: frame.phone ? 14 : 270, right: frame.phone ? 14 : 178, top, bottom: 36 };
  const plane = planeOf(
    frame,
    height,
    margins,
    { domain, log: true },
    { domain: [height - margins.bottom, top], log: false },
  );
  return {
    ...baseOptions(frame, height, plane),
    x: { type: 'log', domain },
    y: { type: 'linear', domain: plane.y.domain as [number, number] },
    marks: [
      ...axis(plane),
      ...legend(plane, frame),
      ...rows.flatMap((row) => drawRow(row, frame, plane)),
    ],
  };
}

/** Headings and rates from top to bottom; on the phone a name stands above its marks. */
function layoutRows(groups: readonly RateGroup[], top: number, frame: Frame): Row[] {
  const rows: Row[] = [];
  let y = top;
  for (const { name, rates } of groups) {
    y += rows.length === 0 ? 18 : 36;
    rows.push({ text: name, y });
    for (const rate of rates) {
      y += frame.phone ? 40 : 26;
      rows.push({ text: rate.name, y, rate });
    }
  }
  return rows;
}

function axis(plane: Plane): Plot.Markish[] {
  return [
    Plot.ruleX(ticks, { x: 'years', stroke: rule }),
    Plot.text(ticks, { x: 'years', text: 'label', frameAnchor: 'bottom', dy: 17, fill: soft }),
    Plot.text(['Years in which the quantity doubles'], {
      frameAnchor: 'top-left',
      dx: -plane.left + 2,
      dy: -plane.top + 14,
      textAnchor: 'start',
      fill: soft,
    }),
  ];
}

/** One of each mark with its name, above the drawing. */
function legend(plane: Plane, frame: Frame): Plot.Markish[] {
  const y = frame.phone ? 38 : 14;
  const starts = frame.phone
    ? [10, 108, 218]
    : [frame.width - 400, frame.width - 268, frame.width - 124];
  const [claim = 0, own = 0, other = 0] = starts;
  const name = (x: number, text: string) =>
    Plot.text([at(plane, x + 11, y)], {
      x: 'x',
      y: 'y',
      text: () => text,
      textAnchor: 'start',
      fill: soft,
    });
  return [
    claimMark(at(plane, claim, y)),
    name(claim, 'the talk'),
    Plot.dot([at(plane, own, y)], { x: 'x', y: 'y', r: 4, fill: accent }),
    name(own, 'measured'),
    Plot.dot([at(plane, other, y)], { x: 'x', y: 'y', r: 3.5, stroke: ink }),
    name(other, frame.phone ? 'stated' : 'others state'),
  ];
}

function claimMark(spot: { x: number; y: number }): Plot.Markish {
  return Plot.dot([spot], { x: 'x', y: 'y', symbol: 'diamond', r: 5.5, fill: ink });
}

function drawRow({ text, y, rate }: Row, frame: Frame, plane: Plane): Plot.Markish[] {
  const isPhone = frame.phone;
  const label = (x: number, dy: number, words: string, fill: string, weight = 400) =>
    Plot.text([at(plane, x, y + dy)], {
      x: 'x',
      y: 'y',
      text: () => words,
      textAnchor: 'start',
      fill,
      fontWeight: weight,
    });
  if (!rate) return [label(2, 0, text, ink, 600)];
  const words = rateInWords(rate);
  return [
    label(2, isPhone ? -16 : 0, isPhone ? `${text}: ${words}` : text, soft),
    ...(isPhone
      ? []
      : [label(frame.width - plane.right + 16, 0, words, rate.measured ? accent : faint)]),
    ...marksOf(rate, y, plane),
  ];
}

function marksOf({ claimed, measured, stated }: Rate, y: number, plane: Plane): Plot.Markish[] {
  const value = at(plane, 0, y).y;
  const spot = (years: number) => at(plane, place(plane.x, years), y);
  const [least, most] = domain;
  const range: [number, number] | null =
    measured === null
      ? null
      : measured.status === 'bounded'
        ? measured.interval
        : measured.atLeast === null
          ? null
          : [measured.atLeast, most];
  return [
    Plot.ruleY([value], { stroke: rule, strokeDasharray: '1,4' }),
    Plot.dot(stated.map(spot), { x: 'x', y: 'y', r: 3.5, stroke: ink, fill: 'var(--paper)' }),
    ...(range
      ? [
          Plot.link([{ from: Math.max(least, range[0]), to: Math.min(most, range[1]) }], {
            x1: 'from',
            x2: 'to',
            y1: value,
            y2: value,
            stroke: accent,
            strokeWidth: 3,
            strokeOpacity: 0.55,
          }),
        ]
      : []),
    ...(measured?.status === 'bounded'
      ? [Plot.dot([spot(measured.years)], { x: 'x', y: 'y', r: 4, fill: accent })]
      : []),
    ...(claimed === null ? [] : [claimMark(spot(claimed))]),
  ];
}

/** "2.0 (1.9 to 2.1) years", days where a year is long, or why there is no number. */
function rateInWords({ measured, refusal }: Rate): string {
  if (!measured) return refusal ?? 'not measured';
  if (measured.status === 'unbounded') {
    return measured.atLeast === null
      ? 'no growth'
      : `over ${formatFixed(measured.atLeast, 1)} years`;
  }
  const inDays = measured.years < 0.9;
  const format = (years: number) =>
    inDays ? String(Math.round(years * 365.25)) : formatFixed(years, 1);
  const unit = inDays ? 'days' : 'years';
  return `${format(measured.years)} (${formatInterval(measured.interval, format)}) ${unit}`;
}

/** A doubling time somebody names: "100 days", "1.5 years", "10 years". */
function yearsNamed(years: number): string {
  if (years < 0.9) return `${Math.round(years * 365.25)} days`;
  return `${formatFixed(years, Number.isInteger(years) ? 0 : 1)} years`;
}

export function ratesComparedTable(groups: readonly RateGroup[]): ChartTable {
  return {
    columns: [
      { key: 'group', label: 'Engine' },
      { key: 'name', label: 'Quantity', wraps: true },
      { key: 'claimed', label: 'The talk', align: 'end' },
      { key: 'measured', label: 'Measured', note: '90 % interval', align: 'end' },
      { key: 'stated', label: 'Others state', align: 'end' },
    ],
    rows: groups.flatMap(({ name: group, rates }) =>
      rates.map((rate) => ({
        group,
        name: rate.name,
        claimed: rate.claimed === null ? '–' : yearsNamed(rate.claimed),
        measured: rateInWords(rate),
        stated: rate.stated.length === 0 ? '–' : rate.stated.map(yearsNamed).join(', '),
      })),
    ),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeRatesCompared(groups: readonly RateGroup[]): string {
  const rates = groups.flatMap((group) => group.rates);
  const told = rates.map((rate) => {
    const claim = rate.claimed === null ? '' : `, the talk says ${yearsNamed(rate.claimed)}`;
    return `${rate.name}: ${rateInWords(rate)}${claim}`;
  });
  return `Doubling times on one logarithmic axis of years. ${told.join('; ')}.`;
}
