/** Puts into the page what the worker says: findings, places, the point, the law. */
import type { Verdict } from '../../lib/lints/judge.ts';
import type { Trial } from '../../lib/trial/judgeTrial.ts';
import { drawn, element, tableBox } from './elements.ts';
import { levelText } from '../../lib/phrases.ts';
import type { Drawing, LawRow, Standings } from './measureTrial.ts';

/** Id of the rule for all that the door refuses; the checks themselves stay in the worker. */
const shapeRule = 'shape';

const severities: Readonly<Record<Verdict['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
};

export interface FindingsPlace {
  /** Address of the page that explains the rules. */
  checks: string;
  /** Where the finding's field is on the page; null where it has none. */
  fieldOf: (verdict: Verdict) => HTMLElement | null;
}

/** "2 errors, 1 warning", or that there is nothing. */
export function countFindings(verdicts: readonly Verdict[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = verdicts.filter((verdict) => verdict.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counts.length === 0 ? 'No finding: the record passes every check.' : counts.join(', ');
}

export function showFindings(
  box: HTMLElement,
  { verdicts, accepted }: Trial,
  place: FindingsPlace,
) {
  const order = ['error', 'warning', 'note'];
  const sorted = [...verdicts].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.line - b.line,
  );
  const items = sorted.map((verdict) => showFinding(verdict, place, accepted === null));
  const words = countFindings(verdicts);
  box.replaceChildren(
    element('p', items.length === 0 ? words : `${words}.`),
    ...(items.length === 0 ? [] : [element('ul', items, { class: 'findings' })]),
  );
}

function showFinding(verdict: Verdict, place: FindingsPlace, isOwnText: boolean): HTMLElement {
  const { severity, field, line, message, mend, rule } = verdict;
  const target = place.fieldOf(verdict);
  const name = field === '' ? 'the whole record' : field;
  const where = target
    ? element('a', [element('code', name)], { href: `#${target.id}` })
    : element('code', name);
  const lines = isOwnText && target === null ? `, line ${line}` : '';
  return element(
    'li',
    [
      element('p', [
        element('strong', severities[severity], { class: 'severity' }),
        ' in ',
        where,
        lines,
      ]),
      element('p', message),
      element('p', [element('strong', 'Mend: '), mend]),
      element('p', [
        element(
          'a',
          rule === shapeRule ? 'Why: the shape of a record' : `Why: the rule “${rule}”`,
          { href: `${place.checks}#${rule}` },
        ),
      ]),
    ],
    { class: severity, 'data-rule': rule, 'data-of': field },
  );
}

export function showStandings(box: HTMLElement, { sentence, rows }: Standings): void {
  const table = tableBox(
    'The record on each panel',
    [
      { label: 'Panel' },
      { label: 'Effective size', end: true },
      { label: 'Density', end: true },
      { label: `${levelText} interval`, end: true },
      { label: 'Rank at release', end: true },
    ],
    rows.map(({ name, effective, density, interval, rank }) => [
      name,
      effective,
      density,
      interval,
      rank,
    ]),
  );
  const notes = rows.flatMap(({ name, sentences }) =>
    sentences.length === 0 ? [] : [element('li', `${name}: ${sentences.join(' ')}`)],
  );
  box.replaceChildren(element('p', sentence, { class: 'lead' }), table, element('ul', notes));
  box.dataset['exact'] = JSON.stringify(
    rows.map(({ panel, measured }) => ({ panel, ...measured })),
  );
}

export function showDrawing(box: HTMLElement, drawing: Drawing | null): void {
  if (drawing === null) {
    box.replaceChildren(
      element('p', 'No panel measures this record on a known day, so it has no point on a chart.'),
    );
    return;
  }
  const { title, caption, wide, phone } = drawing;
  const heading = element('p', title, { class: 'figure-title', id: 'trial-place-heading' });
  const chart = element('div', [drawn('chart-wide', wide), drawn('chart-phone', phone)], {
    class: 'chart',
  });
  const figure = element(
    'figure',
    [heading, chart, element('figcaption', [element('p', caption)])],
    {
      class: 'figure',
      'aria-labelledby': 'trial-place-heading',
    },
  );
  box.replaceChildren(figure);
}

export function showLaw(box: HTMLElement, rows: readonly LawRow[]): void {
  const table = tableBox(
    'Doubling time of density without the record and with it',
    [{ label: 'Panel' }, { label: 'Without it' }, { label: 'With it' }],
    rows.map(({ name, without, with: withIt }) => [name, without, withIt]),
  );
  const changes = rows.map(({ name, change }) => element('li', `${name}: ${change}`));
  box.replaceChildren(table, element('ul', changes));
  box.dataset['exact'] = JSON.stringify(rows.map(({ panel, exact }) => ({ panel, ...exact })));
}
