/** The files of a figure: one picture for the wide layout, its data, and all of it as one record. */
import { dataHash, dataVersion } from '../../build/results.ts';
import { wideFrame, columnFrame } from '../../components/charts/frame.ts';
import { renderChart } from '../../components/charts/render.ts';
import { standAlone, tableCsv, tableRecordsOf } from '../../components/figureFiles.ts';
import { plainSentence } from '../numbers.ts';
import type { FigureRecord } from './figure.ts';

/** The figure as a picture that needs nothing beside it. */
export function figureSvg({ id, title, description, draw, width }: FigureRecord): string {
  const frame = width === 'text' ? columnFrame : wideFrame;
  const labels = {
    id: `f-${id}`,
    title,
    description: plainSentence(description),
    footer: `f-${id} · data ${dataVersion}`,
  };
  return `${standAlone(renderChart(draw(frame), labels, frame), title)}\n`;
}

export function figureCsv({ table }: FigureRecord): string {
  return tableCsv(table);
}

export function figureJson({ id, title, caption, description, sources, table }: FigureRecord) {
  const words = { caption: plainSentence(caption), description: plainSentence(description) };
  const { columns } = table;
  const record = { id, title, ...words, sources, dataVersion, dataHash };
  const content = {
    ...record,
    columns: columns.map(({ key, label, note }) => ({ key, label, ...(note && { note }) })),
    rows: tableRecordsOf(table),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
