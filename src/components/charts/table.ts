/** Tables of a chart's data and of the pages: what a cell may hold and how a column behaves. */

/** A cell with more than its text: an address, or the value that sorting compares. */
export interface RichCell {
  text: string;
  /** Complete address, made with `href()`. */
  href?: string;
  /** What the column sorts by; null sorts last. */
  sort?: number | string | null;
  /** Small print under the text. */
  note?: string;
  /** What a facet on this column finds the row under; the text when left out. */
  facets?: readonly string[];
}

export type Cell = string | RichCell | null;

export interface TableColumn {
  /** Name of the cell in each row. */
  key: string;
  label: string;
  /** Numbers stand at the end, words at the start. */
  align?: 'start' | 'end';
  /** Unit or definition, set small under the label. */
  note?: string;
  /** On for columns of words, which may break into lines. */
  wraps?: boolean;
  /** Off for columns whose order means nothing. */
  sortable?: boolean;
}

export type TableRow = Readonly<Record<string, Cell>>;

/** A table twin: everything that the chart shows, as text. */
export interface ChartTable {
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
}
