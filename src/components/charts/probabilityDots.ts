/** Probabilities given to predictions, with the outcome of each that is settled. */
import type * as Plot from '@observablehq/plot';
import { formatDate, formatDateShort, formatFixed, formatPercent } from '../../lib/format.ts';
import type { PredictionStatus } from '../../lib/predictions/resolution.ts';
import { between, canvasOptions, dots, strokes, words } from './canvas.ts';
import type { Frame } from './frame.ts';
import { accent, ink, rule, soft, strongRule } from './frame.ts';
import type { ChartTable } from './table.ts';

export interface GivenProbability {
  label: string;
  title: string;
  probability: number;
  deadline: string;
  status: PredictionStatus;
  /** (probability − outcome)², null until settled. */
  brier: number | null;
  href?: string;
}

export function probabilityDots(
  given: readonly GivenProbability[],
  frame: Frame,
): Plot.PlotOptions {
  const step = frame.phone ? 42 : 28;
  const top = 40;
  const left = frame.phone ? 10 : 300;
  const right = frame.width - (frame.phone ? 14 : 130);
  const height = top + given.length * step + 8;
  const x = (value: number) => between(value, [0, 1], [left, right]);
  const y = (i: number) => top + (i + 0.5) * step + (frame.phone ? 10 : 0);
  const rows = given.map((one, i) => ({ ...one, y: y(i) }));
  const marks = [0, 0.25, 0.5, 0.75, 1];
  const settled = rows.filter(({ brier }) => brier !== null);
  return canvasOptions(frame, height, [
    words([{ x: 0, y: 10, text: 'Probability that it comes true' }]),
    words(
      marks.map((value) => ({ x: x(value), y: 30, text: formatPercent(value, 0) })),
      { anchor: 'middle' },
    ),
    strokes(
      marks.map((value) => ({ x1: x(value), x2: x(value), y1: 40, y2: height })),
      { stroke: rule },
    ),
    strokes([{ x1: x(0.5), x2: x(0.5), y1: 40, y2: height }], { stroke: strongRule }),
    words(
      rows.map(({ label, title, y: at }) => ({
        x: 0,
        y: frame.phone ? at - 17 : at,
        text: `${label}  ${title}`,
      })),
      { fill: soft },
    ),
    strokes(
      rows.map(({ probability, y: at }) => ({ x1: x(0.5), x2: x(probability), y1: at, y2: at })),
      { stroke: accent, width: 2, opacity: 0.45 },
    ),
    dots(
      rows.map(({ probability, y: at }) => ({ x: x(probability), y: at })),
      { r: 5, color: accent },
    ),
    dots(
      settled.map(({ status, y: at }) => ({ x: x(status === 'met' ? 1 : 0), y: at })),
      { r: 5, color: ink, hollow: true },
    ),
    words(
      rows.map(({ probability, y: at }) => ({
        x: frame.phone ? x(probability) + 10 : right + 14,
        y: at,
        text: formatPercent(probability, 0),
      })),
      { fill: ink, bold: true, isClear: true },
    ),
    ...(frame.phone
      ? []
      : [
          words(
            rows.map(({ status, deadline, y: at }) => ({
              x: right + 56,
              y: at,
              text: status === 'open' ? formatDateShort(deadline) : status,
            })),
          ),
        ]),
  ]);
}

export function probabilityDotsTable(given: readonly GivenProbability[]): ChartTable {
  return {
    columns: [
      { key: 'label', label: 'Prediction' },
      { key: 'title', label: 'What', wraps: true },
      { key: 'probability', label: 'Probability', align: 'end' },
      { key: 'deadline', label: 'Deadline' },
      { key: 'status', label: 'Status' },
      { key: 'brier', label: 'Brier score', note: '0 is best', align: 'end' },
    ],
    rows: given.map(({ label, title, probability, deadline, status, brier, href }) => ({
      label: { text: label, ...(href ? { href } : {}) },
      title,
      probability: { text: formatPercent(probability, 0), sort: probability },
      deadline: { text: formatDateShort(deadline), sort: deadline },
      status,
      brier: brier === null ? 'not due' : { text: formatFixed(brier, 3), sort: brier },
    })),
  };
}

/** What the chart shows, in sentences computed from the data. */
export function describeProbabilityDots(given: readonly GivenProbability[]): string {
  const told = given.map(
    ({ label, title, probability, deadline, status }) =>
      `${label}, ${title}: ${formatPercent(probability, 0)}, ${status === 'open' ? `due ${formatDate(deadline)}` : status}`,
  );
  return `One dot for each prediction on an axis from never to surely. ${told.join('; ')}.`;
}
