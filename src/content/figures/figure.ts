/** What a figure is: everything its article, its own page and its files need. */
import type { PlotOptions } from '@observablehq/plot';
import type { Frame } from '../../components/charts/frame.ts';
import type { ChartTable } from '../../components/charts/table.ts';

export interface FigureRecord {
  /** Permanent, kebab-case: the figure's address is /f/<id>/. */
  id: string;
  title: string;
  /** A sentence or two below the picture; numbers may be written `[[id]]`. */
  caption: string;
  /** What it was made from, in words; the data version is added. */
  sources: string;
  /** What is to be seen, for those who do not see it. */
  description: string;
  draw: (frame: Frame) => PlotOptions;
  /** Everything the picture shows. */
  table: ChartTable;
  /** `text`: the reading column; `wide`: with the margin; `full`: the whole window. */
  width?: 'text' | 'wide' | 'full';
}
