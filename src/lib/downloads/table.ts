/**
 * A downloadable table: its fields with units and descriptions, and its rows. The list of fields is
 * the only dictionary; headers, JSON keys and the page that explains them are all made from it.
 */

export type Value = string | number | boolean | null;

export interface Field {
  /** Column of the CSV and key of the JSON; lower case with underscores. Never renamed, only added. */
  name: string;
  unit: Unit;
  /** How machines hold the values; follows from the unit unless a column says otherwise. */
  type: FieldType;
  description: string;
}

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

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
export interface Column<Row> extends Omit<Field, 'type'> {
  /** Only where it is not what the unit implies: a count that is estimated need not be whole. */
  type?: FieldType;
  value: (row: Row) => Value;
}

const typeOfUnit: Readonly<Record<Unit, FieldType>> = {
  text: 'string',
  id: 'string',
  'ids, space-separated': 'string',
  URL: 'string',
  date: 'date',
  'true or false': 'boolean',
  count: 'integer',
  fraction: 'number',
  ratio: 'number',
  days: 'number',
  'per day': 'number',
  'natural logarithm': 'number',
  number: 'number',
};

/** Lays rows out by columns, in the order given. */
export function tabulate<Row>(
  head: Pick<DownloadTable, 'id' | 'title' | 'about'>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): DownloadTable {
  return {
    ...head,
    fields: columns.map(({ name, unit, type, description }) => ({
      name,
      unit,
      type: type ?? typeOfUnit[unit],
      description,
    })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

/** Rows as objects with the fields' names as keys: the JSON of the table. */
export function tableRecords({ fields, rows }: DownloadTable): Record<string, Value>[] {
  return rows.map((row) =>
    Object.fromEntries(fields.map(({ name }, i) => [name, row[i] as Value])),
  );
}
