/** The report as Markdown for a comment: bounded in size, the most important first, all of it inert. */
import type { TrendResult } from '../compute.ts';
import { defaultChoices, estimators, windows } from '../choices.ts';
import { formatDateShort, formatDensity, formatFixed, formatPercent } from '../format.ts';
import { phraseDoubling, phraseInterval } from '../phrases.ts';
import { bystanderReasons, exclusionReason, grades, undefinedReasons } from '../reasons.ts';
import type { ScoreRecord } from '../schema.ts';
import { escapeLink, escapeText } from './escape.ts';
import type { Evidence, LineChange, Report, ReportedModel, Shift, Standing } from './report.ts';

/** Most bytes of the text; GitHub takes comments of 65,536 characters. */
export const MOST_BYTES = 60_000;

/** Most rows of a table or list; the JSON has them all. */
const MOST_ROWS = 30;

/** A part of the text that stands or falls as a whole. */
interface Section {
  title: string;
  lines: string[];
}

/**
 * @param names what the two states are called, such as "main at 463516b" and "this change"
 * @returns Markdown of at most {@link MOST_BYTES} bytes, ending with a line break
 */
export function formatReport(report: Report, names: { base: string; head: string }): string {
  const sections = [
    summarise(report),
    ...describeModels(report),
    compareLines(report),
    describeRecords(report),
    listShifts('Claims', report.claims, report.compared.claims, 'claims'),
    listShifts('Tests of claims', report.claimTests, null, 'tests'),
    listShifts('Predictions', report.predictions, report.compared.predictions, 'predictions'),
    listShifts('Verdict words of the pages', report.verdicts, report.compared.verdicts, 'verdicts'),
    listNumbers(report),
    listFigures(report),
    listSentences(report),
    describeMoved(report),
  ].flatMap((section) => section ?? []);
  const head = `## What this change does to the law\n\n${escapeText(names.head)} against ${escapeText(names.base)}; data to ${report.asOf.after}. Intervals are 90 %, from ${formatFixed(report.draws, 0)} draws with common random numbers.\n`;
  const foot =
    `\nEvery value is in \`report.json\`. ${report.skippedTopics > 0 ? 'Numbers that rest on the choice map, the time machine or other long computations are compared by the release, not here.' : ''}`.trimEnd();
  return bound(head, sections, `${foot}\n`);
}

/** Sections one after the other until the bytes are used up. */
function bound(head: string, sections: readonly Section[], foot: string): string {
  const cut = '\n**The rest is too long for a comment and stands in `report.json`.**\n';
  let left = MOST_BYTES - bytes(head) - bytes(foot) - bytes(cut);
  const kept: string[] = [];
  for (const { title, lines } of sections) {
    const text = `\n### ${title}\n\n${lines.join('\n')}\n`;
    left -= bytes(text);
    if (left < 0) return `${head}${kept.join('')}${cut}${foot}`;
    kept.push(text);
  }
  return `${head}${kept.join('')}${foot}`;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function summarise(report: Report): Section {
  const { records, law, claims, predictions, verdicts, numbers } = report;
  const { added, changed, removed, others } = records;
  const counts = [
    `${added.length} added`,
    `${changed.length} changed`,
    `${removed.length} removed`,
    ...(others.length > 0 ? [`${others.length} other files`] : []),
  ];
  const headline = report.lines.find(
    ({ window, estimator }) =>
      window === defaultChoices.window && estimator === defaultChoices.estimator,
  );
  const lines = [`- **Records:** ${counts.join(', ')}.`];
  if (headline?.after) {
    const before = headline.before ? phraseLine(headline.before) : 'none';
    lines.push(
      `- **Doubling time (${escapeText(headline.name)}):** ${before} → ${phraseLine(headline.after)}.`,
    );
  }
  lines.push(`- **Pace:** ${phrasePace(law)}.`);
  const changes = [
    `${claims.length} claims`,
    `${predictions.length} predictions`,
    `${verdicts.length} verdict words`,
    `${numbers.length} printed numbers`,
  ];
  lines.push(`- **What would read differently:** ${changes.join(', ')}.`);
  lines.push(`- **Figures:** ${phraseFigures(report)}.`);
  if (report.pages) {
    const { sentences, compared } = report.pages;
    lines.push(
      `- **Sentences:** ${sentences.length} sentences and table rows of ${compared.articles} articles read differently.`,
    );
  }
  if (removed.length > 0)
    lines.push('- **A record is removed.** Records are corrected or superseded, not deleted.');
  return { title: 'In short', lines };
}

/** From which panels figures are drawn anew; those of single numbers follow their numbers. */
function phraseFigures({ lines, unchangedPanels: same, numbers, pages }: Report): string {
  if (pages) return `${pages.figures.length} of ${pages.compared.figures} are drawn anew`;
  const all = [...new Set(lines.map(({ panel }) => panel))];
  const changed = all.filter((panel) => !same.includes(panel));
  if (changed.length === 0) {
    return numbers.length === 0
      ? 'no panel changes, so no figure drawn from one does'
      : 'no panel changes; figures of the printed numbers that change, below, are drawn anew';
  }
  const rest = same.length > 0 ? `; ${same.join(', ')} stays the same to the last bit` : '';
  return `those drawn from ${changed.join(', ')} are drawn anew${rest}`;
}

/** "174 days (142 to 286 days)". */
function phraseLine(line: Pick<TrendResult, 'doublingTime'>): string {
  return `${phraseDoubling(line)} (${phraseInterval(line)})`;
}

/** The change of the rate of growth, relative to the rate before. */
function phrasePace({ before, change, changeInterval }: Report['law']): string {
  if (before === null || change === null) return 'there is no line on one side';
  if (change === 0 && (!changeInterval || changeInterval.every((end) => end === 0))) {
    return 'growth of density does not change';
  }
  const part = (value: number) => signed(value / Math.abs(before));
  const interval = changeInterval
    ? ` (${part(changeInterval[0])} to ${part(changeInterval[1])})`
    : '';
  return `growth of density changes by ${part(change)}${interval} of itself`;
}

function signed(fraction: number): string {
  const text = formatPercent(fraction, 1);
  return fraction > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function describeModels({ models, law }: Report): Section[] {
  const shown = models.slice(0, MOST_ROWS).map((model) => ({
    title: `${escapeText(model.name)} (${model.change})`,
    lines: describeModel(model, law),
  }));
  const more = models.length - shown.length;
  if (more <= 0) return shown;
  return [...shown, { title: `${more} more models`, lines: ['They stand in `report.json`.'] }];
}

function describeModel(model: ReportedModel, law: Report['law']): string[] {
  const { organization, stage, released, standings, evidence } = model;
  const date = released ? formatDateShort(released.date, released.precision) : 'unknown day';
  const lines = [
    `\`${model.id}\`, ${escapeText(organization)}, ${stage}, released ${date}.`,
    '',
    ...table(
      ['panel', 'density', '90 % interval', 'rank at release', 'over the dense edge', 'record'],
      standings.map(standingRow),
    ),
  ];
  if (standings.length === 0) lines.push('It has no score that any panel uses.');
  lines.push('', `- **In the law:** ${phraseInfluence(model, law)}.`);
  lines.push(`- **Evidence:** ${phraseEvidence(evidence)}.`);
  for (const { source, scores } of evidence.pages.slice(0, 8)) {
    lines.push(`  - ${escapeLink(source)}: ${scores} ${scores === 1 ? 'score' : 'scores'}`);
  }
  if (evidence.pages.length > 8) lines.push(`  - and ${evidence.pages.length - 8} more pages`);
  if (evidence.unpinned.length > 0) {
    lines.push(
      `- ${evidence.unpinned.length} ${evidence.unpinned.length === 1 ? 'page' : 'pages'} on GitHub without a commit in the address: what they show can change.`,
    );
  }
  return lines;
}

function standingRow(standing: Standing): string[] {
  const { panel } = standing;
  if (standing.kind === 'excluded') {
    const { needs, benchmarks } = standing;
    const { label } = exclusionReason(standing, { size: needs, needs });
    return [panel, `– ${label}: ${benchmarks} of at least ${needs}`, '', '', '', ''];
  }
  if (standing.kind === 'undefined') {
    return [panel, `– ${undefinedReasons[standing.status].label}`, '', '', '', ''];
  }
  const { density, interval, grade, rank, overLine, isRecord, bystander, before } = standing;
  const was = before !== null && before !== density ? `${formatDensity(before)} → ` : '';
  const far = grade === null || grade === 'interpolated' ? '' : ` (${grades[grade].label})`;
  const place = rank
    ? `${rank.place} of ${rank.of} (${rank.from} to ${rank.to})`
    : `beside the line: ${bystander ? bystanderReasons[bystander].label : 'no date'}`;
  return [
    panel,
    `${was}${formatDensity(density)}${far}`,
    interval ? interval.map(formatDensity).join(' to ') : '–',
    place,
    overLine === null ? '–' : `${formatFixed(overLine, 2)} ×`,
    isRecord ? 'yes' : 'no',
  ];
}

function phraseInfluence({ influence }: ReportedModel, { after }: Report['law']): string {
  if (!influence) return 'it does not count in the headline’s line';
  if (influence.slope === null || influence.change === null) {
    return 'without it there would be no line';
  }
  const days = (slope: number | null) =>
    slope !== null && slope > 0 ? `${formatFixed(Math.LN2 / slope, 0)} days` : 'no doubling';
  const law = { before: influence.slope, after, ...influence };
  return `doubling in ${days(influence.slope)} without it, ${days(after)} with it; ${phrasePace(law)}`;
}

const evidenceWords: Readonly<Record<Evidence['grade'], string>> = {
  independent: 'measured by others only',
  developer: 'reported by the developer only',
  both: 'reported by the developer and by others',
  none: 'no scores',
};

function phraseEvidence({
  grade,
  scores,
  developer,
  thirdParty,
  confirmed,
  suspect,
}: Evidence): string {
  if (scores === 0) return evidenceWords.none;
  const parts = [`${scores} scores, ${evidenceWords[grade]} (${developer} + ${thirdParty})`];
  if (confirmed > 0) parts.push(`${confirmed} benchmarks have both`);
  if (suspect > 0) parts.push(`${suspect} marked as suspect`);
  return parts.join('; ');
}

function compareLines({ lines }: Report): Section {
  return {
    title: 'Doubling time, before → after',
    lines: table(
      ['panel', 'line', 'before', 'after', 'models'],
      lines.map((change) => [escapeText(change.name), lineName(change), ...lineCells(change)]),
    ),
  };
}

function lineName({ window, estimator }: LineChange): string {
  const spoken = windows[window as keyof typeof windows].name;
  return estimator === defaultChoices.estimator
    ? spoken
    : `${spoken}, ${estimators[estimator as keyof typeof estimators].name}`;
}

function lineCells({ before, after, estimator }: LineChange): string[] {
  const isValid = estimators[estimator as keyof typeof estimators].hasValidInterval;
  const cell = (line: LineChange['before']) => {
    if (!line?.doublingTime) return '–';
    return isValid ? phraseLine(line) : `${phraseDoubling(line)} (no valid interval)`;
  };
  const [was, is] = [before?.count ?? 0, after?.count ?? 0];
  return [cell(before), cell(after), was === is ? String(is) : `${was} → ${is}`];
}

function describeRecords({ records, frontier }: Report): Section | null {
  const lines: string[] = [];
  for (const { id, name } of records.removed)
    lines.push(`- removed: \`${id}\` (${escapeText(name)})`);
  for (const { id, fields, added, removed } of records.changed) {
    const facts = fields.slice(0, 10).map(({ field, before, after }) => {
      const [was, is] = [before, after].map((value) =>
        value === null ? 'nothing' : escapeText(value),
      );
      return `  - \`${field.replace(/[^\w.$-]/g, '')}\`: ${was} → ${is}`;
    });
    if (fields.length > 10) facts.push(`  - and ${fields.length - 10} more fields`);
    lines.push(`- changed: \`${id}\``, ...facts);
    lines.push(...listScores('score added', added), ...listScores('score removed', removed));
  }
  for (const { path, change } of records.others) lines.push(`- ${change}: \`data/${path}\``);
  for (const { panel, joined, left } of frontier) {
    const list = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(', ') || 'none';
    lines.push(`- record holders on ${panel}: joined ${list(joined)}; left ${list(left)}`);
  }
  if (lines.length === 0) return null;
  const shown = lines.slice(0, 4 * MOST_ROWS);
  const more = lines.length - shown.length;
  if (more > 0) shown.push(`- and ${more} more lines`);
  return { title: 'Records and record holders', lines: shown };
}

function listScores(what: string, scores: readonly ScoreRecord[]): string[] {
  const lines = scores.slice(0, 10).map(({ benchmark, protocol, value, source }) => {
    return `  - ${what}: ${benchmark} (${protocol}) ${value}, ${escapeLink(source)}`;
  });
  if (scores.length > 10) lines.push(`  - and ${scores.length - 10} more of these`);
  return lines;
}

function listShifts(
  title: string,
  shifts: readonly Shift<string>[],
  compared: number | null,
  noun: string,
): Section | null {
  if (shifts.length === 0) {
    return compared === null ? null : { title, lines: [`None of ${compared} ${noun} changes.`] };
  }
  const rows = shifts
    .slice(0, MOST_ROWS)
    .map(({ about, before, after }) => [about, before, after].map(escapeText));
  const lines = table(['what', 'before', 'after'], rows);
  if (shifts.length > MOST_ROWS) lines.push('', `And ${shifts.length - MOST_ROWS} more.`);
  return {
    title: `${title}: ${shifts.length}${compared === null ? '' : ` of ${compared}`}`,
    lines,
  };
}

/** Numbers whose printed value changes first, then those of which only the interval does. */
function listNumbers({ numbers, compared }: Report): Section | null {
  const value = (text: string) => text.split(' (')[0];
  const isMoved = ({ before, after }: Shift<string>) => value(before) !== value(after);
  const sorted = [...numbers.filter(isMoved), ...numbers.filter((shift) => !isMoved(shift))];
  const named = sorted.map((shift) => ({ ...shift, about: `${shift.about}, ${shift.id}` }));
  return listShifts('Numbers that print differently', named, compared.numbers, 'numbers');
}

function listFigures({ pages }: Report): Section | null {
  if (!pages || pages.figures.length === 0) return null;
  const lines = pages.figures.map(
    ({ id, title }) =>
      `- ${escapeText(title)}: ${escapeLink(`https://densing-law.github.io/f/${id}/`)}`,
  );
  return {
    title: `Figures that are drawn anew: ${lines.length} of ${pages.compared.figures}`,
    lines,
  };
}

function listSentences({ pages }: Report): Section | null {
  if (!pages || pages.sentences.length === 0) return null;
  const { sentences } = pages;
  const rows = sentences
    .slice(0, 2 * MOST_ROWS)
    .map(({ page, before, after }) => [page, before, after].map(escapeText));
  const lines = table(['page', 'before', 'after'], rows);
  const more = sentences.length - rows.length;
  if (more > 0) lines.push('', `And ${more} more.`);
  return { title: `Sentences that read differently: ${sentences.length}`, lines };
}

function describeMoved({ moved }: Report): Section | null {
  const lines = moved.flatMap(({ panel, count, largest }) => {
    if (count === 0) return [];
    const most = largest ? `; most of all \`${largest.id}\`, by ${signed(largest.factor - 1)}` : '';
    return [`- ${panel}: ${count} models${most}`];
  });
  if (lines.length === 0) return null;
  return { title: 'Densities that move with the ruler', lines };
}

/** A table of cells that are Markdown already. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}
