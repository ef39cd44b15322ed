/** Sorting and filtering of the site's data tables, in the reader's browser; without it they are complete. */

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

type Direction = 'ascending' | 'descending';

function keyOf(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset['sort'] ?? cell?.textContent?.trim() ?? '';
}

/** Numbers before words; what is missing stands last in either direction. */
function compare(a: string, b: string, direction: Direction): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const [x, y] = [Number(a), Number(b)];
  const numeric = !Number.isNaN(x) && !Number.isNaN(y);
  const order = numeric ? x - y : collator.compare(a, b);
  return direction === 'ascending' ? order : -order;
}

function sortBy(table: HTMLTableElement, header: HTMLTableCellElement): void {
  const isNumber = header.classList.contains('end');
  const first: Direction = isNumber ? 'descending' : 'ascending';
  const other: Direction = isNumber ? 'ascending' : 'descending';
  const direction = header.getAttribute('aria-sort') === first ? other : first;
  for (const th of table.tHead?.rows[0]?.cells ?? []) th.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', direction);
  const body = table.tBodies[0];
  const column = header.cellIndex;
  const rows = [...(body?.rows ?? [])].map((row) => ({ row, key: keyOf(row, column) }));
  rows.sort((a, b) => compare(a.key, b.key, direction));
  body?.append(...rows.map(({ row }) => row));
}

/** Turns a header's words into a button that sorts by its column. */
function makeSortable(table: HTMLTableElement, header: HTMLTableCellElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  const label = header.firstChild;
  if (label) button.append(label);
  header.prepend(button);
  button.addEventListener('click', () => sortBy(table, header));
}

function filterRows(root: HTMLElement, table: HTMLTableElement): void {
  const words = (root.querySelector<HTMLInputElement>('[data-search]')?.value ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  const facets = [...root.querySelectorAll<HTMLSelectElement>('[data-facet]')].filter(
    ({ value }) => value !== '',
  );
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  let shown = 0;
  for (const row of rows) {
    const text = row.textContent?.toLowerCase() ?? '';
    const matches =
      words.every((word) => text.includes(word)) &&
      facets.every(({ dataset, value }) => {
        const cell = row.cells[Number(dataset['facet'])];
        const own = cell?.dataset['facets']?.split('|');
        return (own ?? [(cell?.firstChild?.textContent ?? '').trim()]).includes(value);
      });
    row.hidden = !matches;
    if (matches) shown += 1;
  }
  const count = root.querySelector('[data-count]');
  if (count) count.textContent = `${shown} of ${rows.length} rows`;
}

for (const root of document.querySelectorAll<HTMLElement>('[data-table]')) {
  const table = root.querySelector('table');
  const tools = root.querySelector<HTMLElement>('.table-tools');
  if (!table) continue;
  for (const header of table.querySelectorAll<HTMLTableCellElement>('th[data-sortable]')) {
    makeSortable(table, header);
  }
  if (!tools) continue;
  tools.hidden = false;
  tools.addEventListener('input', () => filterRows(root, table));
  filterRows(root, table);
}
