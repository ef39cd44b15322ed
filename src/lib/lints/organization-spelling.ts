import type { Lint } from './lint.ts';
import { isOneSlipApart, squash } from './names.ts';

export const organizationSpelling: Lint = {
  id: 'organization-spelling',
  severity: 'warning',
  group: 'identity',
  title: 'An organization is spelled as in the other records.',
  why: 'Tables and charts group by organization. Two spellings make two makers of one.',
  example: { wrong: '"organization": "Mistral-AI"', right: '"organization": "Mistral AI"' },
  check({ record: { organization } }, { organizations }) {
    const own = organizations.get(organization)?.length ?? 0;
    const known = [...organizations].find(
      ([other, { length }]) =>
        other !== organization && length >= own && isNear(other, organization),
    );
    if (!known) return [];
    return [
      {
        path: ['organization'],
        message: `${known[1].length} records are of "${known[0]}"; this one is of "${organization}".`,
        mend: `Write "${known[0]}" if it is the same.`,
      },
    ];
  },
};

function isNear(a: string, b: string): boolean {
  return squash(a) === squash(b) || isOneSlipApart(a.toLowerCase(), b.toLowerCase());
}
