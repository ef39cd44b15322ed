/** A small picture of one number, for readmes and slides: its name, its value, where it is from. */
import { escapeText } from '../lib/markup.ts';
import { palette } from './figureFiles.ts';

export interface BadgeText {
  label: string;
  value: string;
  /** "release 2026.11" or "data 2026-11-23". */
  edition: string;
}

/** Width of text in units, from the mean width of its letters: room enough, not exact. */
const widthOf = (text: string, size: number) => Math.ceil(text.length * size * 0.56);

const HEIGHT = 44;
const pad = 12;

/** The badge as SVG; it needs no style sheet and no font of its own. */
export function badge({ label, value, edition }: BadgeText): string {
  const left = Math.max(widthOf(label, 12), widthOf(edition, 10)) + 2 * pad;
  const right = widthOf(value, 17) + 2 * pad;
  const width = left + right;
  const [paper, ink, soft, accent] = [
    palette('paper'),
    palette('ink'),
    palette('ink-faint'),
    palette('accent'),
  ];
  const text = (x: number, y: number, size: number, fill: string, words: string, weight = 400) =>
    `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeText(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" font-family="Source Sans 3, Helvetica, Arial, sans-serif"><title>${escapeText(`${label}: ${value} (${edition})`)}</title><rect width="${width}" height="${HEIGHT}" fill="${paper}"/><rect x="${left}" width="${right}" height="${HEIGHT}" fill="${accent}"/>${text(pad, 19, 12, ink, label)}${text(pad, 34, 10, soft, edition)}${text(left + pad, 28, 17, paper, value, 600)}</svg>\n`;
}
