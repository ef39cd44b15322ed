/** The script of the page that tries a record: form and text to the worker, its answers to the page. */
import type { Verdict } from '../../lib/lints/judge.ts';
import type { Problem } from '../../lib/problems.ts';
import type { Answers } from '../../lib/records/answers.ts';
import { recordFromAnswers } from '../../lib/records/answers.ts';
import { suggestId } from '../../lib/records/readings.ts';
import { type AskedField, askedField } from '../../lib/trial/fieldNames.ts';
import type { Trial } from '../../lib/trial/judgeTrial.ts';
import { type Fault, formFields } from './formFields.ts';
import type { LawRow } from './measureTrial.ts';
import { forget, recall, remember } from './memory.ts';
import type { Answer, Question } from './messages.ts';
import { showFile } from './showFile.ts';
import { countFindings, showDrawing, showFindings, showLaw, showStandings } from './showTrial.ts';

/** Milliseconds of rest in typing after which the record is judged. */
const REST = 600;

/** What the page's markup hands over. */
interface Settings {
  data: string;
  version: string;
  repository: string;
  checks: string;
  schema: string;
  example: { text: string; answers: Answers };
}

/** A part of the page; the markup has them all. */
function part<T extends HTMLElement>(root: HTMLElement, name: string): T {
  const found = root.querySelector<T>(`[data-${name}]`);
  if (!found) throw new RangeError(`the page has no part "${name}"`);
  return found;
}

/** Brings the page to life. */
export function startTrial(root: HTMLElement, settings: Settings): void {
  const form = part<HTMLFormElement>(root, 'form');
  const textArea = part<HTMLTextAreaElement>(root, 'text');
  const status = part(root, 'status');
  const modes = [...root.querySelectorAll<HTMLInputElement>('[name="try-mode"]')];
  const shown = {
    judged: part(root, 'judged'),
    placed: part(root, 'placed'),
    drawn: part(root, 'drawn'),
    law: part(root, 'law'),
    file: part(root, 'file'),
  };
  const fields = formFields(form, () => later());
  let worker: Worker | null = null;
  let turn = 0;
  let timer = 0;
  /** Whether empty answers count as forgotten: not before somebody asked for the check. */
  let isAsked = false;
  let own: Fault[] = [];
  let rows: LawRow[] = [];
  let goesToResult = false;

  const mode = () => (modes.find(({ checked }) => checked)?.value === 'text' ? 'text' : 'form');
  const say = (words: string) => {
    if (status.textContent !== words) status.textContent = words;
  };

  function ask(
    question: { kind: 'text'; text: string } | Omit<Extract<Question, { kind: 'record' }>, 'turn'>,
  ) {
    if (worker === null) {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => take(data));
      worker.addEventListener('error', () => fail('The measuring script could not be loaded.'));
      worker.postMessage({ kind: 'begin', data: settings.data, version: settings.version });
    }
    worker.postMessage({ ...question, turn });
    root.setAttribute('aria-busy', 'true');
    say('Checking…');
  }

  function hideFrom(stage: 'judged' | 'placed' | 'law') {
    const stages = ['judged', 'placed', 'law', 'file'];
    for (const name of stages.slice(stages.indexOf(stage))) reveal(name, false);
  }

  function reveal(stage: string, isShown: boolean) {
    for (const section of root.querySelectorAll<HTMLElement>(`[data-stage="${stage}"]`)) {
      section.hidden = !isShown;
    }
  }

  function later() {
    clearTimeout(timer);
    // The file below would be that of a moment ago.
    reveal('file', false);
    timer = window.setTimeout(update, REST);
  }

  /** Judges what is there now. */
  function update() {
    clearTimeout(timer);
    reveal('file', false);
    turn += 1;
    remember({ mode: mode(), text: textArea.value, answers: fields.read() });
    if (mode() === 'text') updateText();
    else updateForm();
  }

  function updateText() {
    if (textArea.value.trim() !== '') return ask({ kind: 'text', text: textArea.value });
    rest('Paste a record, or take the example.');
  }

  function updateForm() {
    const answers = fields.read();
    const { record, problems } = recordFromAnswers(answers, settings.schema);
    own = problems.filter((problem) => isAsked || !isForgotten(problem)).map(faultOf);
    fields.showFaults(own);
    if (record) return ask({ kind: 'record', record });
    const missing = problems.filter(isForgotten).map(({ field }) => field);
    const wrong = problems.length - missing.length;
    rest(
      [
        wrong > 0 ? `${wrong} ${wrong === 1 ? 'answer' : 'answers'} to mend.` : '',
        missing.length > 0 ? `Still needed: ${missing.join(', ')}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    );
  }

  /** Nothing can be judged: says why, and takes away what was said of an earlier state. */
  function rest(words: string) {
    hideFrom('judged');
    root.removeAttribute('aria-busy');
    say(words);
    if (goesToResult && own[0]) fields.find(own[0])?.focus();
    goesToResult = false;
  }

  function fail(words: string) {
    hideFrom('judged');
    root.removeAttribute('aria-busy');
    say(`${words} Reload the page to try again; what you typed is kept.`);
  }

  function take(answer: Answer) {
    if (answer.turn !== turn) return;
    if (answer.kind === 'failed') return fail(answer.message);
    if (answer.kind === 'judged') return takeJudged(answer.trial);
    if (answer.kind === 'placed') {
      showStandings(shown.placed, answer.standings);
      shown.drawn.replaceChildren();
      reveal('placed', true);
      return say(`${sumUp} ${answer.standings.sentence} Measuring the law…`);
    }
    if (answer.kind === 'drawn') return showDrawing(shown.drawn, answer.drawing);
    if (answer.kind === 'law') {
      rows = [...rows, answer.row];
      showLaw(shown.law, rows);
      return reveal('law', true);
    }
    root.removeAttribute('aria-busy');
    const [first] = rows;
    say(
      `${sumUp} ${first ? `Doubling time: ${first.without} without it, ${first.with} with it.` : ''}`,
    );
  }

  let sumUp = '';
  function takeJudged(trial: Trial) {
    rows = [];
    hideFrom('placed');
    const fieldOf = (verdict: Verdict) => {
      const asked = mode() === 'form' ? askedField(verdict.field) : null;
      return asked && fields.find(asked);
    };
    showFindings(shown.judged, trial, { checks: settings.checks, fieldOf });
    showFile(shown.file, trial, settings.repository, say);
    reveal('judged', true);
    reveal('file', trial.accepted !== null);
    if (mode() === 'form') fields.showFaults(trial.verdicts.flatMap(faultOfVerdict));
    sumUp = countFindings(trial.verdicts).replace(/([^.])$/, '$1.');
    say(
      trial.accepted ? `${sumUp} Measuring…` : `${sumUp} Mend the errors to see the measurement.`,
    );
    if (trial.accepted === null) root.removeAttribute('aria-busy');
    if (goesToResult) part(root, 'result-heading').focus();
    goesToResult = false;
  }

  function switchMode() {
    const isText = mode() === 'text';
    form.hidden = isText;
    part(root, 'paste').hidden = !isText;
  }

  function checkNow(event: Event) {
    event.preventDefault();
    [isAsked, goesToResult] = [true, true];
    update();
  }

  root.addEventListener('input', (event) => {
    const { name } = event.target as HTMLInputElement;
    if (name === 'try-mode') switchMode();
    later();
  });
  form.querySelector('#try-name')?.addEventListener('change', () => {
    const { fields: typed } = fields.read();
    const id = form.querySelector<HTMLInputElement>('#try-id');
    if (id && id.value === '') id.value = suggestId(typed['name'] ?? '');
    later();
  });
  form.addEventListener('submit', checkNow);
  part(root, 'paste').addEventListener('submit', checkNow);
  part(root, 'add').addEventListener('click', () => fields.addScore());
  part(root, 'example').addEventListener('click', () => {
    textArea.value = settings.example.text;
    fields.write(settings.example.answers);
    update();
  });
  part(root, 'empty').addEventListener('click', () => {
    textArea.value = '';
    fields.write({ fields: {}, scores: [] });
    [isAsked, own] = [false, []];
    fields.showFaults([]);
    update();
    forget();
    say('Everything is empty.');
  });

  const kept = recall();
  fields.write(kept?.answers ?? { fields: {}, scores: [] });
  textArea.value = kept?.text ?? '';
  for (const input of modes) input.checked = input.value === (kept?.mode ?? 'form');
  switchMode();
  root.hidden = false;
  const isKept = kept && (kept.mode === 'text' ? kept.text : kept.answers.fields['name']);
  if (isKept) update();
}

function isForgotten({ value, rule }: Problem): boolean {
  return value === '' && rule.startsWith('is missing');
}

/** Where an answer's problem belongs; answers are named by their questions. */
function placeOf(field: string): AskedField {
  const [, place, key] = /^scores\[(\d+)\]\.(.*)$/.exec(field) ?? [];
  return place === undefined
    ? { score: null, key: field }
    : { score: Number(place), key: key as string };
}

function faultOf({ field, rule, mend }: Problem): Fault {
  return { ...placeOf(field), words: `This ${rule}; ${mend}.` };
}

function faultOfVerdict({ field, message, mend }: Verdict): Fault[] {
  const asked = askedField(field);
  return asked ? [{ ...asked, words: `${message} ${mend}` }] : [];
}
