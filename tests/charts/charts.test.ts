import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { ScoreSeries } from '../../src/components/charts/benchmarkScores.ts';
import {
  benchmarkScores,
  benchmarkScoresTable,
  describeBenchmarkScores,
} from '../../src/components/charts/benchmarkScores.ts';
import {
  densityTrend,
  densityTrendTable,
  describeDensityTrend,
} from '../../src/components/charts/densityTrend.ts';
import {
  describeDoublingForest,
  doublingForest,
  doublingForestTable,
} from '../../src/components/charts/doublingForest.ts';
import {
  describeEffectiveVsActual,
  effectiveVsActual,
  effectiveVsActualTable,
} from '../../src/components/charts/effectiveVsActual.ts';
import type { Frame } from '../../src/components/charts/frame.ts';
import { columnFrame, phoneFrame, wideFrame } from '../../src/components/charts/frame.ts';
import { describeModelPlace, modelPlace } from '../../src/components/charts/modelPlace.ts';
import {
  describeNullSimulation,
  nullSimulation,
  nullSimulationTable,
} from '../../src/components/charts/nullSimulation.ts';
import { renderChart } from '../../src/components/charts/render.ts';
import {
  describeRulerCurves,
  rulerCurves,
  rulerCurvesTable,
} from '../../src/components/charts/rulerCurves.ts';
import type { ChartTable } from '../../src/components/charts/table.ts';
import { bookExamples } from './bookExamples.ts';
import { corollaryExamples } from './corollaryExamples.ts';
import { economyExamples } from './economyExamples.ts';
import { growthExamples } from './growthExamples.ts';
import { predictionExamples } from './predictionExamples.ts';
import { madeUpPanels, madeUpResults, madeUpRuler, madeUpSimulation } from './madeUpResults.ts';

const published = [
  { days: 95, label: 'one place' },
  { days: 105, label: 'another' },
];
const series: ScoreSeries = {
  name: 'Example test',
  chance: 0.25,
  asOf: madeUpResults.asOf,
  points: madeUpResults.models.flatMap(({ name, released, stage }, i) =>
    released
      ? { name, released, score: 0.2 + ((i * 37) % 70) / 100, isBase: stage === 'base' }
      : [],
  ),
};

interface Example {
  draw: (frame: Frame) => Plot.PlotOptions;
  description: string;
  table?: ChartTable;
}

/** Every chart on results that never change; the key is the chart's file. */
const examples: Record<string, Example> = {
  ...corollaryExamples,
  ...growthExamples,
  ...economyExamples,
  ...predictionExamples,
  ...bookExamples,
  benchmarkScores: {
    draw: (frame) => benchmarkScores(series, frame),
    description: describeBenchmarkScores(series),
    table: benchmarkScoresTable(series),
  },
  densityTrend: {
    draw: (frame) => densityTrend(madeUpResults, frame),
    description: describeDensityTrend(madeUpResults),
    table: densityTrendTable(madeUpResults),
  },
  doublingForest: {
    draw: (frame) => doublingForest(madeUpPanels, published, frame),
    description: describeDoublingForest(madeUpPanels, published),
    table: doublingForestTable(madeUpPanels),
  },
  effectiveVsActual: {
    draw: (frame) => effectiveVsActual(madeUpResults, frame),
    description: describeEffectiveVsActual(madeUpResults),
    table: effectiveVsActualTable(madeUpResults),
  },
  modelPlace: {
    draw: (frame) => modelPlace(madeUpResults, 'model-14', frame),
    description: describeModelPlace(madeUpResults, 'model-14'),
  },
  nullSimulation: {
    draw: (frame) => nullSimulation(madeUpSimulation, frame),
    description: describeNullSimulation(madeUpSimulation),
    table: nullSimulationTable(madeUpSimulation),
  },
  rulerCurves: {
    draw: (frame) => rulerCurves(madeUpRuler, frame),
    description: describeRulerCurves(madeUpRuler),
    table: rulerCurvesTable(madeUpRuler),
  },
};

function draw(name: string, { draw: options, description }: Example, frame: Frame): string {
  const labels = { id: name, title: `Title of ${name}`, description, footer: `${name} · data 1` };
  return renderChart(options(frame), labels, frame);
}

/** One tag a line, so that a difference shows where it is. */
function oneTagALine(svg: string): string {
  return `${svg.replace(/></g, '>\n<')}\n`;
}

describe.each(Object.entries(examples))('%s', (name, example) => {
  test.each([
    ['wide', wideFrame],
    ['phone', phoneFrame],
  ] as const)('looks as accepted: %s', async (format, frame) => {
    const svg = oneTagALine(draw(name, example, frame));
    await expect(svg).toMatchFileSnapshot(`snapshots/${name}-${format}.svg`);
  });

  test.each([wideFrame, columnFrame, phoneFrame])('is clean at %o', (frame) => {
    const svg = draw(name, example, frame);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|>null</);
    expect(svg).not.toMatch(/<style|style="|plot-clip|aria-label=|aria-description=/);
    const { document } = new JSDOM(svg).window;
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith(`${name}-`))).toBe(true);
  });

  test('is one image with a name and a description, and nothing else for assistive technology', () => {
    const { document } = new JSDOM(draw(name, example, wideFrame)).window;
    const svg = document.querySelector('svg');
    expect(svg?.getAttribute('role')).toBe('img');
    const name_ = document.getElementById(svg?.getAttribute('aria-labelledby') ?? '');
    const description = document.getElementById(svg?.getAttribute('aria-describedby') ?? '');
    expect(name_?.textContent).toBe(`Title of ${name}`);
    expect(description?.textContent).toBe(example.description);
    const spoken = [...(svg?.children ?? [])].filter(
      (child) => !['title', 'desc'].includes(child.tagName) && !child.hasAttribute('aria-hidden'),
    );
    expect(spoken).toEqual([]);
  });

  test('draws the same twice, and writes its text inside the drawing', () => {
    expect(draw(name, example, wideFrame)).toBe(draw(name, example, wideFrame));
    for (const frame of [wideFrame, phoneFrame]) {
      const { document } = new JSDOM(draw(name, example, frame)).window;
      const [, , width = 0, height = 0] = (
        document.querySelector('svg')?.getAttribute('viewBox') ?? ''
      )
        .split(' ')
        .map(Number);
      const texts = [...document.querySelectorAll('text[transform]')];
      expect(texts.length).toBeGreaterThan(5);
      for (const text of texts) {
        const position = (text.getAttribute('transform') ?? '').match(/-?[\d.]+/g) ?? [];
        const [x = -1, y = -1] = position.map(Number);
        expect(x, text.textContent ?? '').toBeGreaterThanOrEqual(-40);
        expect(x, text.textContent ?? '').toBeLessThanOrEqual(width + 20);
        expect(y, text.textContent ?? '').toBeGreaterThanOrEqual(-40);
        expect(y, text.textContent ?? '').toBeLessThanOrEqual(height + 20);
      }
    }
  });

  test('says in words and in its table what it shows', () => {
    expect(example.description).not.toMatch(/NaN|undefined|null/);
    expect(example.description.length).toBeGreaterThan(40);
    if (!example.table) return;
    const { columns, rows } = example.table;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      for (const { key } of columns) expect(row[key], key).toBeDefined();
    }
  });
});

/** A chart's file exports a function of the file's own name. */
async function chartFiles(): Promise<string[]> {
  const files = globSync('src/components/charts/*.ts');
  const names = files.map((file) => basename(file, '.ts'));
  return names.filter((name) =>
    new RegExp(`^export function ${name}\\b`, 'm').test(
      readFileSync(`src/components/charts/${name}.ts`, 'utf8'),
    ),
  );
}

test('every chart has its example, every example its snapshots, and no snapshot is left over', async () => {
  const charts = await chartFiles();
  expect(charts.length).toBeGreaterThan(5);
  expect(Object.keys(examples).sort()).toEqual(charts.sort());
  const expected = charts.flatMap((name) => [`${name}-phone.svg`, `${name}-wide.svg`]).sort();
  expect(readdirSync('tests/charts/snapshots').sort()).toEqual(expected);
});

test('a chart that would need a style of its own is refused', () => {
  const options: Plot.PlotOptions = { style: { color: 'red' }, marks: [] };
  const labels = { id: 'a', title: 'a', description: 'a', footer: 'a' };
  expect(() => renderChart(options, labels, wideFrame)).toThrow();
});

test('a model without a date has no place', () => {
  expect(() => modelPlace(madeUpResults, 'model-30', wideFrame)).toThrow(RangeError);
  expect(() => modelPlace(madeUpResults, 'nobody', wideFrame)).toThrow(RangeError);
});
