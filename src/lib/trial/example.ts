/** A record to begin with: a known one that the questions of the form can express. */
import type { Answers } from '../records/answers.ts';
import type { ModelRecord } from '../schema.ts';
import { asAnswers } from './asAnswers.ts';

/**
 * @param ids of models in the order in which they would be shown; the last that fits is taken
 * @throws RangeError where none fits
 */
export function exampleOf(
  models: readonly ModelRecord[],
  ids: readonly string[],
): { record: ModelRecord; answers: Answers } {
  for (const id of [...ids].reverse()) {
    const record = models.find((model) => model.id === id);
    const answers = record ? asAnswers(record) : null;
    if (record && answers) return { record, answers };
  }
  throw new RangeError('exampleOf requires a model that the form can express');
}
