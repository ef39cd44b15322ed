/** A figure's files: a picture that stands alone, and its data as a table of values. */
import { csvFormatRows } from 'd3-dsv';
import { escapeText } from '../lib/markup.ts';
import tokens from '../styles/tokens.css?raw';
import type { Cell, ChartTable } from './charts/table.ts';

/** The colours of the light theme by name, as the style sheet has them. */
const colours = new Map(
  [...tokens.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), #[0-9a-f]{6}\)/g)].map(
    ([, name = '', light = '']) => [name, light],
  ),
);

/** Room around a drawing that stands alone, in its units; the title takes the top. */
const margin = { side: 16, top: 46, bottom: 8 };

/** A drawing as a file: its own title, colours, background and name space; no style sheet needed. */
export function standAlone(svg: string, title: string): string {
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const [left, top] = [-margin.side, -margin.top];
  const across = Number(width) + 2 * margin.side;
  const down = Number(height) + margin.top + margin.bottom;
  const family = 'Observatory Sans, Source Sans 3, Helvetica, Arial, sans-serif';
  const opening = `<svg xmlns="http://www.w3.org/2000/svg" color="${palette('ink')}" font-family="${family}" `;
  const paper = `<rect x="${left}" y="${top}" width="${across}" height="${down}" fill="${palette('paper')}"/>`;
  const size = Math.min(18, (2 * across) / title.length);
  const heading = `<text text-anchor="start" x="0" y="${top + 26}" font-size="${size}" font-weight="600" fill="${palette('ink')}" aria-hidden="true">${escapeText(title)}</text>`;
  return svg
    .replace(/var\(--([a-z-]+)\)/g, (_, name: string) => palette(name))
    .replaceAll('currentColor', palette('ink'))
    .replace(/class="plot-footer"/, `fill="${palette('ink-faint')}"`)
    .replace(/ (width|height)="[\d.]+"/, ` width="${across}"`)
    .replace(/ height="[\d.]+"/, ` height="${down}"`)
    .replace(/viewBox="[^"]*"/, `viewBox="${left} ${top} ${across} ${down}"`)
    .replace(
      /^<svg ([^>]*)>/,
      (_, attributes: string) => `${opening}${attributes}>${paper}${heading}`,
    );
}

/** A colour of the light theme by its name. */
export function palette(name: string): string {
  const found = colours.get(name);
  if (!found) throw new RangeError(`the style sheet has no colour "--${name}"`);
  return found;
}

/** The value behind a cell: what it sorts by where that is a number, else its text. */
function cellValue(cell: Cell | undefined): string | number {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell.sort === 'number' ? cell.sort : cell.text;
}

/** A figure's table as CSV, one line of labels first. */
export function tableCsv({ columns, rows }: ChartTable): string {
  const head = columns.map(({ label, note }) => (note ? `${label} (${note})` : label));
  const body = rows.map((row) => columns.map(({ key }) => String(cellValue(row[key]))));
  return `${csvFormatRows([head, ...body])}\n`;
}

/** A figure's table as records with the columns' keys. */
export function tableRecordsOf({ columns, rows }: ChartTable): Record<string, string | number>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ key }) => [key, cellValue(row[key])])),
  );
}
