/** Which question of the form a field of the record answers to, so that a finding stands beside it. */

const fields: Readonly<Record<string, string>> = {
  id: 'id',
  name: 'name',
  organization: 'organization',
  family: 'family',
  stage: 'stage',
  modality: 'modality',
  openWeights: 'open-weights',
  hub: 'hub',
  released: 'released',
  'released.date': 'released',
  'released.precision': 'released',
  'released.source': 'released-source',
  parameters: 'parameters',
  'parameters.total': 'parameters',
  'parameters.active': 'active',
  'parameters.precision': 'parameters-precision',
  'parameters.source': 'parameters-source',
  trainingTokens: 'tokens',
  'trainingTokens.value': 'tokens',
  'trainingTokens.source': 'tokens-source',
  derivedFrom: 'derived-from',
  'derivedFrom.model': 'derived-from',
  'derivedFrom.method': 'derived-from',
  'notes[0]': 'note',
};

/** A question of the form; `score` is the place of its score, null for questions about the model. */
export interface AskedField {
  score: number | null;
  key: string;
}

/** The question behind a field of the record, or behind an answer; null where none is. */
export function askedField(field: string): AskedField | null {
  const [, place, rest] = /^scores\[(\d+)\](?:\.(.*))?$/.exec(field) ?? [];
  if (place !== undefined) return { score: Number(place), key: rest ?? 'benchmark' };
  const own = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return own === undefined ? null : { score: null, key: own };
}
