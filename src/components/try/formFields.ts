/** The form's fields: reading answers from them, writing answers into them, faults beside them. */
import type { Answers, Fields } from '../../lib/records/answers.ts';
import type { AskedField } from '../../lib/trial/fieldNames.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** What is wrong with one answer. */
export interface Fault extends AskedField {
  words: string;
}

export interface FormFields {
  read(): Answers;
  write(answers: Answers): void;
  /** Adds an empty score at the end, with the page of the one before it. */
  addScore(): void;
  /** Puts words beside the fields; those of all other fields go. */
  showFaults(faults: readonly Fault[]): void;
  find(at: AskedField): Field | null;
}

/** What a score has in it where somebody has begun to answer. */
const telling = ['benchmark', 'value', 'shots', 'source', 'locator', 'setting', 'harness', 'note'];

export function formFields(form: HTMLFormElement, onChange: () => void): FormFields {
  const list = form.querySelector<HTMLElement>('[data-scores]') as HTMLElement;
  const template = form.querySelector<HTMLTemplateElement>('[data-score]') as HTMLTemplateElement;
  const entries = () => [...list.querySelectorAll<HTMLFieldSetElement>('[data-entry]')];
  const answered = () => entries().filter(isBegun);
  let count = 0;

  function append(fields: Fields): HTMLFieldSetElement {
    const entry = template.content.firstElementChild?.cloneNode(true) as HTMLFieldSetElement;
    count += 1;
    nameParts(entry, `try-score-${count}`);
    list.append(entry);
    fill(entry, fields);
    entry.querySelector('[data-remove]')?.addEventListener('click', () => {
      const next = (entry.nextElementSibling ?? entry.previousElementSibling) as HTMLElement | null;
      entry.remove();
      number(entries());
      const focus = next?.querySelector<HTMLElement>('select, input');
      (focus ?? form.querySelector<HTMLElement>('[data-add]'))?.focus();
      onChange();
    });
    number(entries());
    return entry;
  }

  function find({ score, key }: AskedField): Field | null {
    const part: ParentNode | undefined = score === null ? form : answered()[score];
    if (score !== null) return part?.querySelector<Field>(`[name="${key}"]`) ?? null;
    return form.querySelector<Field>(`#try-${key}`);
  }

  return {
    find,
    read: () => ({
      fields: valuesOf([...form.querySelectorAll<Field>('[name]')].filter(isOfModel)),
      scores: answered().map((entry) => valuesOf([...entry.querySelectorAll<Field>('[name]')])),
    }),
    write({ fields, scores }) {
      fill(form, fields);
      list.replaceChildren();
      count = 0;
      for (const score of scores.length > 0 ? scores : [{}]) append(score);
    },
    addScore() {
      const source = valuesOf([
        ...(entries().at(-1)?.querySelectorAll<Field>('[name="source"]') ?? []),
      ]);
      append(source).querySelector<HTMLElement>('select, input')?.focus();
    },
    showFaults(faults) {
      for (const place of form.querySelectorAll<HTMLElement>('[data-fault]'))
        place.textContent = '';
      for (const field of form.querySelectorAll('[aria-invalid]')) {
        field.removeAttribute('aria-invalid');
      }
      for (const fault of faults) showFault(find(fault), fault.words);
    },
  };
}

function showFault(field: Field | null, words: string): void {
  const place = field?.closest('[data-field]')?.querySelector<HTMLElement>('[data-fault]');
  if (!field || !place) return;
  place.textContent = [place.textContent, words].filter(Boolean).join(' ');
  field.setAttribute('aria-invalid', 'true');
  const folded = field.closest('details');
  if (folded) folded.open = true;
}

function isOfModel(field: Field): boolean {
  return field.closest('[data-entry]') === null;
}

function isBegun(entry: HTMLElement): boolean {
  return [...entry.querySelectorAll<Field>('[name]')].some(
    ({ name, value }) => telling.includes(name) && value.trim() !== '',
  );
}

/** Answers by the name of their field; what is empty is left out. */
function valuesOf(fields: readonly Field[]): Fields {
  return Object.fromEntries(
    fields.flatMap(({ name, value }) => (value.trim() === '' ? [] : [[name, value]])),
  );
}

function fill(part: HTMLElement, fields: Fields): void {
  const own = [...part.querySelectorAll<Field>('[name]')];
  const isWhole = part instanceof HTMLFormElement;
  for (const field of own) {
    if (isWhole && !isOfModel(field)) continue;
    const answer = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
    if (field instanceof HTMLSelectElement) chooseOption(field, answer);
    else field.value = answer ?? '';
  }
}

function chooseOption(field: HTMLSelectElement, answer: string | undefined): void {
  const options = [...field.options];
  const chosen = options.find(({ value }) => value === answer);
  field.value =
    (chosen ?? options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
}

/** Ids for a copy of the template, and labels, hints and faults tied to their fields. */
function nameParts(entry: HTMLElement, prefix: string): void {
  for (const part of entry.querySelectorAll<HTMLElement>('[data-field]')) {
    const field = part.querySelector<Field>('[name]');
    if (!field) continue;
    field.id = `${prefix}-${field.name}`;
    part.querySelector('label')?.setAttribute('for', field.id);
    for (const kind of ['hint', 'fault'] as const) {
      const words = part.querySelector<HTMLElement>(`[data-${kind}]`);
      if (words) words.id = `${field.id}-${kind}`;
    }
    field.setAttribute('aria-describedby', `${field.id}-hint ${field.id}-fault`);
  }
}

function number(entries: readonly HTMLElement[]): void {
  for (const [i, entry] of entries.entries()) {
    const legend = entry.querySelector('legend');
    if (legend) legend.textContent = `Score ${i + 1}`;
  }
}
