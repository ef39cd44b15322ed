/**
 * The one written form of a model's record: keys in the order of the schema, scores in order of
 * benchmark, protocol, source and value, two spaces, a line break at the end. The command line and
 * a form in a browser write the same bytes from the same record.
 */
import type { ScoreRecord } from '../schema.ts';
import { ModelRecord } from '../schema.ts';

/**
 * A record as the text of its file.
 *
 * @throws ZodError where the record breaks its schema
 */
export function formatModel(record: ModelRecord): string {
  const { $schema, ...rest } = ModelRecord.parse(record);
  const scores = [...rest.scores].sort(compareScores);
  const named = $schema === undefined ? {} : { $schema };
  return `${JSON.stringify({ ...named, ...rest, scores }, null, 2)}\n`;
}

/** The order of scores in a file: benchmark, protocol, source, value; ties stay as they are. */
export function compareScores(a: ScoreRecord, b: ScoreRecord): number {
  return (
    compareText(a.benchmark, b.benchmark) ||
    compareText(a.protocol, b.protocol) ||
    compareText(a.source, b.source) ||
    a.value - b.value
  );
}

/** Order by code units: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
