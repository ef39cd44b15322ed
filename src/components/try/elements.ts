/** Elements with text in them; whatever a stranger wrote stays text. */

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  children: string | readonly (Node | string)[] = [],
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...(typeof children === 'string' ? [children] : children));
  return made;
}

export interface Column {
  label: string;
  /** On for numbers, which stand at the end. */
  end?: boolean;
}

/** A table whose first column names the rows, in a box that scrolls sideways. */
export function tableBox(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const side = (column: number) => (columns[column]?.end ? { class: 'end' } : undefined);
  const head = columns.map(({ label: name }, i) =>
    element('th', name, { scope: 'col', ...side(i) }),
  );
  const body = rows.map((cells) =>
    element(
      'tr',
      cells.map((text, i) =>
        i === 0 ? element('th', text, { scope: 'row' }) : element('td', text, side(i)),
      ),
    ),
  );
  const caption = element('caption', label, { class: 'visually-hidden' });
  const table = element('table', [
    caption,
    element('thead', [element('tr', head)]),
    element('tbody', body),
  ]);
  return element('section', [table], { class: 'table-box', tabindex: '0', 'aria-label': label });
}

/**
 * A chart's markup as elements. It comes from the charts' own renderer, which escapes every text,
 * and is the only markup that this page takes as such.
 */
export function drawn(layout: string, svg: string): HTMLElement {
  const box = element('div', [], { class: layout });
  box.innerHTML = svg;
  return box;
}
