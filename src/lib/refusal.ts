/** A result that cannot be given, with a code for machines and a sentence for readers. */
export interface Refusal {
  code: RefusalCode;
  /** A whole sentence that a page can print. */
  sentence: string;
}

export type RefusalCode =
  | 'unknown-choice'
  | 'unusable-ruler'
  | 'too-few-models'
  | 'too-few-families'
  | 'too-few-records'
  | 'too-many-undefined'
  | 'one-day'
  | 'no-convergence';

/** Thrown where a computation as a whole cannot be done; carries the {@link Refusal}. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.sentence);
    this.name = 'RefusalError';
    this.refusal = refusal;
  }
}
