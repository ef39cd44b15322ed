import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { densityTrend } from '../../src/components/charts/densityTrend.ts';
import { ChartDocument } from '../../src/components/charts/dom.ts';
import { doublingForest } from '../../src/components/charts/doublingForest.ts';
import { phoneFrame, wideFrame } from '../../src/components/charts/frame.ts';
import { rulerCurves } from '../../src/components/charts/rulerCurves.ts';
import { madeUpPanels, madeUpResults, madeUpRuler } from './madeUpResults.ts';

/** A node as text that does not depend on the order of attributes. */
function outline(node: Node, depth = 0): string {
  const indent = ' '.repeat(depth);
  if (node.nodeType === 3) return `${indent}"${node.textContent}"\n`;
  const element = node as Element;
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== 'xmlns')
    .map(({ name, value }) => `${name}=${value.replace(/plot-clip-\d+/g, 'clip')}`)
    .sort();
  const children = [...element.childNodes].map((child) => outline(child, depth + 1));
  return `${indent}${element.localName} ${attributes.join(' ')}\n${children.join('')}`;
}

const clipped: Plot.PlotOptions = {
  marks: [
    Plot.frame(),
    Plot.dot([[1, 2, 'a & b <c>']], {
      title: '2',
      clip: true,
      href: () => 'https://example.org/?a&b',
    }),
    Plot.text([[1, 1]], { text: () => 'two\nlines "quoted"', stroke: 'white' }),
    Plot.tip([[1, 2]], { title: () => 'a tip' }),
  ],
};

test.each([
  ['a chart with clip, tip, link and escapes', clipped],
  ['the trend', densityTrend(madeUpResults, wideFrame)],
  ['the trend on a phone', densityTrend(madeUpResults, phoneFrame)],
  ['the forest', doublingForest(madeUpPanels, [], wideFrame)],
  ['the facets of the ruler', rulerCurves(madeUpRuler, wideFrame)],
])('our document and jsdom hold the same tree of %s', (_, options) => {
  const ours = Plot.plot({ ...options, document: new ChartDocument() as unknown as Document });
  const theirs = Plot.plot({ ...options, document: new JSDOM('').window.document });
  const parsed = new JSDOM(`<body>${ours.outerHTML}</body>`).window.document.body.firstChild;
  expect(parsed).not.toBeNull();
  theirs.normalize();
  expect(outline(parsed as Node)).toBe(outline(theirs));
});

test('querySelector refuses a question it cannot answer', () => {
  const document = new ChartDocument();
  expect(() => document.documentElement.querySelector('.a')).toThrow(RangeError);
});
