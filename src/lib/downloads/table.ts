/**
 * A downloadable table: its fields with units and descriptions, and its rows. The list of fields is
 * the only dictionary; headers, JSON keys and the page that explains them are all made from it.
 */

export type Value = string | number | boolean | null;

export interface Field {
  /** Column of the CSV and key of the JSON; lower case with underscores. Never renamed, only added. */
  name: string;
  unit: Unit;
  description: string;
}

export type Unit =
  | 'text'
  | 'id'
  | 'ids, space-separated'
  | 'URL'
  | 'date'
  | 'true or false'
  | 'count'
  | 'fraction'
  | 'ratio'
  | 'days'
  | 'per day'
  | 'natural logarithm'
  | 'number';

export interface DownloadTable {
  /** Name of the files: `models` for models.csv and models.json. */
  id: string;
  title: string;
  /** What one row is, and what is in and out. */
  about: string;
  fields: readonly Field[];
  /** One value per field, in the order of the fields. */
  rows: readonly (readonly Value[])[];
}

/** A field together with the way to its value. */
export interface Column<Row> extends Field {
  value: (row: Row) => Value;
}

/** Lays rows out by columns, in the order given. */
export function tabulate<Row>(
  head: Pick<DownloadTable, 'id' | 'title' | 'about'>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): DownloadTable {
  return {
    ...head,
    fields: columns.map(({ name, unit, description }) => ({ name, unit, description })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

/** Rows as objects with the fields' names as keys: the JSON of the table. */
export function tableRecords({ fields, rows }: DownloadTable): Record<string, Value>[] {
  return rows.map((row) =>
    Object.fromEntries(fields.map(({ name }, i) => [name, row[i] as Value])),
  );
}
