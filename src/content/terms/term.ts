/** A word of the field as the glossary explains it. */
export interface Term {
  /** Permanent, kebab-case: its address is /glossary/#<id>. */
  id: string;
  term: string;
  /** The word in Chinese, as the talk or the field says it; null where none is in use. */
  chinese: string | null;
  /** One to three sentences. The first must do alone, in a popover. */
  definition: string;
  /** Ids of terms to read next. */
  see?: readonly string[];
}
