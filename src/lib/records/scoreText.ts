/** A score in one line, as a flag carries it: `mmlu=0.653:5:https://…:Table 3`. */
import type { Fields } from './answers.ts';
import type { Reading } from './readings.ts';

const mend =
  'write benchmark=value:shots:address:locator, such as mmlu=0.653:5:https://arxiv.org/abs/2412.15115:Table 3; another protocol than "reported" stands as mmlu@zero-shot-cot=…; shots may be empty';

/**
 * Takes the line apart; the parts are read by their questions. A colon inside the address other
 * than that of its scheme or port must be written %3A.
 */
export function readScoreText(text: string): Reading<Fields> {
  const match = /^([^=@:]+)(?:@([^=@:]+))?=([^:]*):([^:]*):(https?:\/\/.+)$/.exec(text.trim());
  if (!match) return { rule: 'is no score in one line', mend };
  const [, benchmark = '', protocol, value = '', shots = '', rest = ''] = match;
  const end = /^https?:\/\/(?:[^\s:]|:\d+(?=\/))+:/.exec(rest)?.[0].length;
  if (end === undefined) return { rule: 'has no locator after the address', mend };
  const fields = {
    benchmark,
    value,
    shots,
    source: rest.slice(0, end - 1),
    locator: rest.slice(end),
  };
  return { value: protocol === undefined ? fields : { ...fields, protocol } };
}
