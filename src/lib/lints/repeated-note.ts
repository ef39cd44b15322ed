import type { Lint } from './lint.ts';

export const repeatedNote: Lint = {
  id: 'repeated-note',
  severity: 'warning',
  group: 'form',
  title: 'Each note says something of its own.',
  why: 'A note that stands there twice comes from joining two records by hand.',
  example: {
    wrong: '"notes": ["The day is that of the upload.", "The day is that of the upload."]',
    right: '"notes": ["The day is that of the upload."]',
  },
  check({ record: { notes } }) {
    return notes.flatMap((note, i) =>
      notes.indexOf(note) === i
        ? []
        : [
            {
              path: ['notes', i],
              message: 'This note stands in the record already.',
              mend: 'Remove one.',
            },
          ],
    );
  },
};
