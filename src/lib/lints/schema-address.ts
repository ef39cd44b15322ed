import { schemaAddressOf } from '../jsonSchema.ts';
import type { Lint } from './lint.ts';

export const schemaAddress: Lint = {
  id: 'schema-address',
  severity: 'note',
  group: 'form',
  title: 'A record names its schema.',
  why: 'With "$schema" on its first line any editor completes the fields, explains them and marks mistakes while you type.',
  example: {
    wrong: '{ "id": "small-1b", … }',
    right: `{ "$schema": "${schemaAddressOf('model')}", "id": "small-1b", … }`,
  },
  check({ raw }) {
    const named = (raw as { $schema?: unknown } | null)?.$schema;
    if (named === schemaAddressOf('model')) return [];
    return [
      {
        path: named === undefined ? [] : ['$schema'],
        message:
          named === undefined
            ? 'The record does not name its schema.'
            : 'This is not the address of the schema.',
        mend: `Write "$schema": "${schemaAddressOf('model')}" on the first line, or run npm run check -- --fix.`,
      },
    ];
  },
};
