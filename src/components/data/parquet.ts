/** A table as Apache Parquet: typed columns in one compressed file, the same bytes every time. */
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { DownloadTable, Field, Value } from '../../lib/downloads/table.ts';
import type { Edition } from './files.ts';

/** Nothing about a file may depend on the version of the library that wrote it, or on the clock. */
const WRITER = 'Densing Law Observatory';

/**
 * Every column may hold nothing; whole numbers are INT64, dates DATE, text UTF-8.
 *
 * @throws RangeError where a field of whole numbers holds another one; names table, field and row
 */
export function parquetFile(table: DownloadTable, edition: Edition): Uint8Array<ArrayBuffer> {
  const { id, title, about, fields, rows } = table;
  const buffer = parquetWriteBuffer({
    columnData: fields.map((field, i) => ({
      name: field.name,
      data: rows.map((row, r) => parquetValue(row[i] ?? null, field, `${id}, row ${r}`)),
    })),
    schema: [{ name: 'root', num_children: fields.length }, ...fields.map(schemaElement)],
    kvMetadata: [
      { key: 'title', value: title },
      { key: 'about', value: about },
      { key: 'data_version', value: edition.dataVersion },
      { key: 'licence', value: edition.licence },
      { key: 'credit', value: edition.credit },
    ],
    createdBy: WRITER,
  });
  return new Uint8Array(buffer);
}

function schemaElement({ name, type }: Field): SchemaElement {
  const element = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type) {
    case 'string':
      return { ...element, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'date':
      return { ...element, type: 'INT32', converted_type: 'DATE' };
    case 'boolean':
      return { ...element, type: 'BOOLEAN' };
    case 'integer':
      return { ...element, type: 'INT64' };
    case 'number':
      return { ...element, type: 'DOUBLE' };
  }
}

function parquetValue(value: Value, { name, type }: Field, where: string) {
  if (value === null) return null;
  if (type === 'date') {
    return new Date(Date.parse(`${String(value)}T00:00:00Z`));
  }
  if (type !== 'integer') return value;
  if (!Number.isInteger(value)) {
    throw new RangeError(`${name} of ${where} must be a whole number, not ${String(value)}`);
  }
  return BigInt(value as number);
}
