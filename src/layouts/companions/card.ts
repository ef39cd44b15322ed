/** The picture that stands beside a shared link: title, number or figure, version; 1200 by 630. */
import { escapeText } from '../../lib/markup.ts';

export const cardSize = { width: 1200, height: 630 } as const;

export interface Card {
  /** What kind of page it is: "Number". */
  kicker: string;
  title: string;
  /** A sentence or two below the title; may be empty. */
  text: string;
  /** A number to print large. */
  value: string | null;
  /** A drawing that stands alone, as SVG. */
  figure: string | null;
  site: string;
  version: string;
}

/** A colour of the light theme by its name in the style sheet. */
type Colour = (name: string) => string;

const left = 72;
/** The room of a figure, on the right. */
const figureBox = { x: 468, y: 40, width: 672, height: 508 } as const;
/** Breadth of an average letter as a share of the size; on the wide side, so that lines fit. */
const breadth = { display: 0.49, sans: 0.5 };
const faces = { display: 'Observatory Display', sans: 'Observatory Sans' };

interface Block {
  text: string;
  face: keyof typeof faces;
  size: number;
  fill: string;
  width: number;
  most: number;
}

/** Draws the card. The same card is the same text, sign by sign. */
export function drawCard(card: Card, colour: Colour): string {
  const { width, height } = cardSize;
  let y = 84;
  let above = 40;
  const lines = blocksOf(card, colour).flatMap((block) => {
    y += 0.3 * Math.max(above, block.size);
    above = block.size;
    return wrapText(block).map((line) => {
      y += block.size * 1.18;
      return textLine(line, y, block);
    });
  });
  const parts = [
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    ...(card.figure === null ? [] : [placeFigure(card.figure)]),
    `<rect width="${width}" height="10" fill="${colour('accent')}"/>`,
    label(card.kicker, 78, colour('accent')),
    ...lines,
    `<rect x="${left}" y="560" width="${width - 2 * left}" height="1.5" fill="${colour('rule-strong')}"/>`,
    label(card.site, 598, colour('ink')),
    `<text x="${width - left}" y="598" text-anchor="end" font-family="${faces.sans}" font-size="22" fill="${colour('ink-faint')}">${escapeText(`data ${card.version}`)}</text>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}

/** Title, number and text, one below the other; smaller in the narrow column beside a figure. */
function blocksOf({ title, value, text, figure }: Card, colour: Colour): Block[] {
  const isNarrow = figure !== null;
  const width = isNarrow ? figureBox.x - left - 24 : cardSize.width - 2 * left;
  const display = { face: 'display', width, fill: colour('ink') } as const;
  const size = isNarrow ? 42 : title.length > 50 || value ? 54 : 72;
  const blocks: Block[] = [{ ...display, text: title, size, most: isNarrow ? 6 : 3 }];
  if (value !== null) {
    blocks.push({ ...display, text: value, size: 112, most: 1, fill: colour('accent-strong') });
  }
  // Beside a figure a long title leaves its text little room.
  const most = isNarrow ? Math.max(2, 9 - 1.6 * wrapText(blocks[0] as Block).length) : 4;
  const note = { face: 'sans', width, fill: colour('ink-soft'), size: isNarrow ? 25 : 34 } as const;
  if (text !== '') blocks.push({ ...note, text, most: Math.floor(most) });
  return blocks;
}

function label(text: string, y: number, fill: string): string {
  return `<text x="${left}" y="${y}" font-family="${faces.sans}" font-size="24" font-weight="600" fill="${fill}">${escapeText(text)}</text>`;
}

function textLine(line: string, y: number, { face, size, fill }: Block): string {
  return `<text x="${left}" y="${Math.round(y)}" font-family="${faces[face]}" font-size="${size}" fill="${fill}">${escapeText(line)}</text>`;
}

/** Lines of at most `width`; an ellipsis ends a text that has more than `most` of them. */
function wrapText({ text, face, size, width, most }: Block): string[] {
  const room = Math.floor(width / (size * breadth[face]));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= room)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  const shown = lines.slice(0, most).map((line) => cut(line, room));
  const end = shown.at(-1) ?? '';
  if (lines.length > most)
    shown.splice(-1, 1, `${end.slice(0, room - 1).replace(/[\s,;:.]+$/, '')}…`);
  return shown;
}

function cut(line: string, room: number): string {
  return line.length > room + 2 ? `${line.slice(0, room - 1)}…` : line;
}

/** A drawing scaled into its box. */
function placeFigure(svg: string): string {
  const { x, y, width, height } = figureBox;
  const size = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  return svg.trim().replace(/^<svg ([^>]*)>/, (_, attributes: string) => {
    const kept = attributes.replace(/\b(width|height|xmlns)="[^"]*" ?/g, '');
    return `<svg ${size} ${kept}>`;
  });
}
