/** Puts names beside their points so that none covers another name or a point that matters. */

/** A name and the place of its point on the drawing. */
export interface LabelRequest {
  text: string;
  x: number;
  y: number;
}

export interface PlacedLabel extends LabelRequest {
  /** Where the text stands: its left, middle or right end, and its vertical middle. */
  labelX: number;
  labelY: number;
  anchor: 'start' | 'middle' | 'end';
  /** Whether the text stands so far off that a line to its point is needed. */
  far: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const narrow = new Set("iIl1.,:;'|!()[]ftjr -".split(''));
const broad = new Set('MWmw@%'.split(''));

/** An estimate, a little too wide, of a text's width in the site's sans-serif. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const letter of text) ems += narrow.has(letter) ? 0.31 : broad.has(letter) ? 0.82 : 0.53;
  return ems * fontSize;
}

/** Offsets tried in turn: near ones first, to the left of a rising line before the right. */
const tries = [10, 22, 36, 52].flatMap((reach) => [
  { reach, dx: -0.55 * reach, dy: -reach, anchor: 'end' as const },
  { reach, dx: 0, dy: -1.25 * reach, anchor: 'middle' as const },
  { reach, dx: -reach, dy: 0, anchor: 'end' as const },
  { reach, dx: 0.75 * reach, dy: 0.9 * reach, anchor: 'start' as const },
  { reach, dx: reach, dy: 0, anchor: 'start' as const },
  { reach, dx: 0, dy: 1.35 * reach, anchor: 'middle' as const },
  { reach, dx: 0.55 * reach, dy: -reach, anchor: 'start' as const },
]);

/**
 * Places labels one after the other, the most important first; one that finds no free place is left
 * out, since the table beside the chart has every name.
 *
 * @param obstacles points that must stay visible
 * @param bounds the drawing's inner edges
 * @param farthest how far from its point a label may stand
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly { x: number; y: number; radius: number }[],
  bounds: Box,
  fontSize: number,
  farthest: number = Number.POSITIVE_INFINITY,
): PlacedLabel[] {
  const taken: Box[] = obstacles.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    for (const { reach, dx, dy, anchor } of tries) {
      if (reach > farthest) break;
      const label = { ...request, labelX: request.x + dx, labelY: request.y + dy, anchor };
      const box = boxOf(label, fontSize);
      if (!inside(box, bounds) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      placed.push({ ...label, far: Math.abs(dx) + Math.abs(dy) > 20 });
      break;
    }
  }
  return placed;
}

function boxOf(label: Omit<PlacedLabel, 'far'>, fontSize: number): Box {
  const width = textWidth(label.text, fontSize);
  const share = { start: 0, middle: 0.5, end: 1 }[label.anchor];
  const left = label.labelX - width * share;
  const half = fontSize * 0.62;
  return { left, right: left + width, top: label.labelY - half, bottom: label.labelY + half };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}
