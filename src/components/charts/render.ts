/** Options in, SVG text out: the only place where a chart becomes markup, and no browser is needed. */
import * as Plot from '@observablehq/plot';
import type { ChartElement } from './dom.ts';
import { ChartDocument } from './dom.ts';
import type { Frame } from './frame.ts';
import { fontSizeOf } from './frame.ts';

export interface ChartLabels {
  /** Unique on the page; every id inside the chart begins with it. */
  id: string;
  /** What the chart shows, a phrase: its name for assistive technology. */
  title: string;
  /** What is to be seen in it, one or more sentences. */
  description: string;
  /** Small print inside the picture: figure and data version, so that a copied image stays dated. */
  footer: string;
}

/** Room under the chart for the small print, in units of the drawing. */
const footerHeight = 20;

/**
 * Draws a chart.
 *
 * The markup differs from Plot's own: no style element and no style attribute (the site's style
 * sheet and its security policy), one accessible name instead of labels on parts that may not have
 * one, ids of its own, coordinates cut to two decimals.
 *
 * @returns an `<svg>` element as text; equal arguments give equal text
 * @throws RangeError when the options ask for something that cannot be one plain SVG
 */
export function renderChart(options: Plot.PlotOptions, labels: ChartLabels, frame: Frame): string {
  const document = new ChartDocument();
  const svg = Plot.plot({
    className: 'plot',
    width: frame.width,
    ...options,
    document: document as unknown as Document,
  }) as unknown as ChartElement;
  if (svg.tagName !== 'svg') throw new RangeError(`renderChart requires one svg (${labels.id})`);
  prefixIds(svg, labels.id);
  for (const element of descendants(svg)) clean(element, labels.id);
  addFooter(svg, labels.footer, fontSizeOf(frame));
  addName(svg, labels);
  return svg.outerHTML;
}

function descendants(element: ChartElement): ChartElement[] {
  return [element, ...element.children.flatMap(descendants)];
}

/** Plot numbers its ids for the whole process; a page and a build need them to be the chart's own. */
function prefixIds(svg: ChartElement, prefix: string): void {
  const elements = descendants(svg);
  const renamed = new Map<string, string>();
  for (const element of elements) {
    const id = element.getAttribute('id');
    if (id) renamed.set(id, `${prefix}-part-${renamed.size + 1}`);
  }
  for (const element of elements) {
    for (const [name, value] of element.attributes) {
      const target =
        name === 'id' ? value : /^url\(#(.*)\)$|^#(.*)$/.exec(value)?.slice(1).join('');
      const own = target && renamed.get(target);
      if (own) element.setAttribute(name, value.replace(target, own));
    }
  }
}

const geometry = /^(d|transform|points|x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|width|height|viewBox)$/;

function clean(element: ChartElement, id: string): void {
  for (const child of element.children) {
    if (child.tagName === 'style') element.removeChild(child);
  }
  for (const name of ['aria-label', 'aria-description']) element.removeAttribute(name);
  if (element.getAttribute('style')) throw new RangeError(`renderChart requires no style in ${id}`);
  for (const [name, value] of element.attributes) {
    if (geometry.test(name)) element.setAttribute(name, roundNumbers(value));
    if (/NaN|undefined|Infinity/.test(value)) {
      throw new RangeError(`renderChart requires finite values: ${name}="${value}" in ${id}`);
    }
  }
}

/** Every decimal in a path or a transform cut to two places. */
function roundNumbers(text: string): string {
  return text.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => {
    const rounded = Math.round(Number(number) * 100) / 100;
    return String(rounded === 0 ? 0 : rounded);
  });
}

function addFooter(svg: ChartElement, footer: string, fontSize: number): void {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const text = svg.ownerDocument.createElementNS(svg.namespaceURI, 'text');
  text.setAttribute('class', 'plot-footer');
  text.setAttribute('x', width - 2);
  text.setAttribute('y', height + footerHeight - 6);
  text.setAttribute('text-anchor', 'end');
  text.setAttribute('font-size', fontSize - 3);
  text.textContent = footer;
  svg.append(text);
  svg.setAttribute('height', height + footerHeight);
  svg.setAttribute('viewBox', `0 0 ${width} ${height + footerHeight}`);
  svg.setAttribute('font-size', fontSize);
  svg.removeAttribute('font-family');
}

/** Name and description for assistive technology; ticks, dots and small print say nothing there. */
function addName(svg: ChartElement, { id, title, description }: ChartLabels): void {
  for (const child of svg.children) child.setAttribute('aria-hidden', 'true');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title`);
  svg.setAttribute('aria-describedby', `${id}-desc`);
  const before = svg.firstChild;
  for (const [name, text] of [
    ['title', title],
    ['desc', description],
  ] as const) {
    const element = svg.ownerDocument.createElementNS(svg.namespaceURI, name);
    element.setAttribute('id', `${id}-${name}`);
    element.textContent = text;
    svg.insertBefore(element, before);
  }
}
