/** The bytes of the downloads: tables as CSV, JSON and Parquet, with checksums. */
import { createHash } from 'node:crypto';
import { csvFormatRows } from 'd3-dsv';
import type { DownloadTable, Value } from '../../lib/downloads/table.ts';
import { tableRecords } from '../../lib/downloads/table.ts';
import { parquetFile } from './parquet.ts';

/** What every JSON file says of itself. */
export interface Edition {
  dataVersion: string;
  licence: string;
  credit: string;
}

/** Folder of the downloads on the site. What was published there stays; things are only added. */
export const downloadFolder = '/data/v1/';

/**
 * RFC 4180 CSV with a header. Text that a spreadsheet would take for a formula gets an apostrophe
 * in front; numbers are written in full precision.
 */
export function csvFile({ fields, rows }: DownloadTable): string {
  const header = fields.map(({ name }) => name);
  return `${csvFormatRows([header, ...rows.map((row) => row.map(csvCell))])}\n`;
}

function csvCell(value: Value): string {
  if (typeof value === 'string') return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return value === null ? '' : String(value);
}

/** The table as JSON: the edition, the fields with units and descriptions, the rows as objects. */
export function jsonFile(table: DownloadTable, edition: Edition): string {
  const { id, title, about, fields } = table;
  return serialise({ id, title, about, ...edition, fields, rows: tableRecords(table) });
}

/** One line break after every row keeps files readable and differences small. */
export function serialise(content: Record<string, unknown>): string {
  const parts = Object.entries(content).map(([key, value]) => {
    const lines = Array.isArray(value) && value.map((item) => `  ${JSON.stringify(item)}`);
    const text = lines && lines.length > 0 ? `[\n${lines.join(',\n')}\n]` : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

export interface DownloadFile {
  /** Name within {@link downloadFolder}. */
  name: string;
  table: DownloadTable;
  format: 'CSV' | 'JSON' | 'Parquet';
  content: string | Uint8Array<ArrayBuffer>;
  bytes: number;
  sha256: string;
}

/** All files of every table. */
export function downloadFiles(tables: readonly DownloadTable[], edition: Edition): DownloadFile[] {
  return tables.flatMap((table) => [
    describe(`${table.id}.csv`, table, 'CSV', csvFile(table)),
    describe(`${table.id}.json`, table, 'JSON', jsonFile(table, edition)),
    describe(`${table.id}.parquet`, table, 'Parquet', parquetFile(table, edition)),
  ]);
}

function describe(
  name: string,
  table: DownloadTable,
  format: DownloadFile['format'],
  content: DownloadFile['content'],
): DownloadFile {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const bytes = (typeof content === 'string' ? new TextEncoder().encode(content) : content).length;
  return { name, table, format, content, bytes, sha256 };
}
