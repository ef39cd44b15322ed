/** Fingerprints of single records, by which a reader can tell that one was not edited. */
import { createHash } from 'node:crypto';

/** SHA-256 of a record as JSON in the order of its schema, in hexadecimal digits. */
export function hashRecord(record: object): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex');
}
