/** Rehype plugins of the articles: small, each does one thing to the tree of a page. */
import { rehypeHeadingIds } from '@astrojs/markdown-remark';

export { rehypeHeadingIds };

/** As much of a hast node as these plugins touch. */
interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
  value?: string;
  /** Name of a component, in MDX. */
  name?: string | null;
}

function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node) {
  visit(node, parent);
  for (const child of [...(node.children ?? [])]) walk(child, visit, node);
}

const headings = new Set(['h2', 'h3', 'h4']);

/** Gives each heading a ¶ that links to itself; the sign is drawn by the style sheet. */
export function rehypePilcrows() {
  return (tree: Node) =>
    walk(tree, (node) => {
      const id = node.properties?.['id'];
      if (!headings.has(node.tagName ?? '') || typeof id !== 'string') return;
      const properties = {
        className: ['pilcrow'],
        href: `#${id}`,
        ariaLabel: 'Link to this section',
      };
      node.children?.push({ type: 'element', tagName: 'a', properties, children: [] });
    });
}

/** Puts the folder the site is served from before every link that starts at its root. */
export function rehypeBase({ base }: { base: string }) {
  const prefix = base.replace(/\/$/, '');
  return (tree: Node) =>
    walk(tree, (node) => {
      const target = node.properties?.['href'];
      if (node.tagName !== 'a' || typeof target !== 'string') return;
      if (/^\/(?!\/)/.test(target)) node.properties = { ...node.properties, href: prefix + target };
    });
}

/** Turns a column's alignment into a class, since MDX would make it a style, which the policy bars. */
export function rehypeAlignedCells() {
  return (tree: Node) =>
    walk(tree, (node) => {
      const align = node.properties?.['align'];
      if (!/^t[dh]$/.test(node.tagName ?? '') || !align) return;
      const { align: _, ...rest } = node.properties ?? {};
      node.properties = align === 'right' ? { ...rest, className: ['end'] } : rest;
    });
}

/** Lets a wide table scroll inside its own box; the box takes the keyboard's focus to be scrolled. */
export function rehypeScrollableTables() {
  return (tree: Node) =>
    walk(tree, (node, parent) => {
      if (node.tagName !== 'table' || !parent?.children) return;
      const properties = {
        className: ['table-box'],
        tabIndex: 0,
        ariaLabel: 'Table',
      };
      const box: Node = { type: 'element', tagName: 'section', properties, children: [node] };
      parent.children[parent.children.indexOf(node)] = box;
    });
}

/** Sets a displayed formula in a box of its own, which scrolls sideways where it is too long. */
export function rehypeEquations() {
  return (tree: Node) =>
    walk(tree, (node) => {
      const [math] = node.children ?? [];
      if (node.tagName !== 'span' || math?.properties?.['display'] !== 'block') return;
      node.tagName = 'div';
      node.properties = { className: ['equation'], tabIndex: 0 };
    });
}

const isOperator = (node: Node | undefined, text: RegExp) =>
  node?.tagName === 'mo' && text.test(node.children?.[0]?.value ?? '');

/**
 * Sets right what the converter leaves to the browser and the browser does otherwise: the thin space
 * between a function and its bare argument (ln N), the sign that follows a bracket (it is no minus
 * between two terms), and the small hat.
 */
export function rehypeMathSpacing() {
  return (tree: Node) =>
    walk(tree, (node) => {
      if (node.tagName === 'mover') smallHat(node);
      if (!/^(mrow|math|semantics)$/.test(node.tagName ?? '')) return;
      node.children = (node.children ?? []).flatMap((child, i, siblings) => {
        const [before, after] = [siblings[i - 1], siblings[i + 1]];
        if (isOperator(child, /^[−+±]$/) && isOperator(before, /^[([{|=<>≤≥≈,∈→−+]$/)) {
          child.properties = { ...child.properties, form: 'prefix' };
        }
        const isBare = after?.tagName !== 'mtext' && !isOperator(after, /^[([{|]$/);
        return isOperator(child, /^\u2061$/) && after && isBare ? [child, thinSpace()] : [child];
      });
    });
}

function thinSpace(): Node {
  return { type: 'element', tagName: 'mspace', properties: { width: '0.1667em' }, children: [] };
}

function smallHat(node: Node): void {
  const accent = node.children?.[1];
  if (!isOperator(accent, /^\^$/) || !accent) return;
  accent.properties = { ...accent.properties, stretchy: 'false' };
  accent.children = [{ type: 'text', value: 'ˆ' }];
}

/** Letter styles that browsers do not draw from the attribute; `normal` is the only one they know. */
const undrawn = /bold|script|fraktur|double-struck|sans-serif|monospace|italic/;

/** Stops the build at a formula with a letter style that would silently look like plain letters. */
export function rehypeRefuseUndrawnLetters() {
  return (tree: Node) =>
    walk(tree, (node) => {
      const variant = String(
        node.properties?.['mathvariant'] ?? node.properties?.['mathVariant'] ?? '',
      );
      if (!undrawn.test(variant)) return;
      const letters = node.children?.[0]?.value ?? '';
      throw new Error(
        `Browsers do not draw the letter style "${variant}" of "${letters}" in a formula: use a plain, roman or Greek letter, or a word with \\mathrm.`,
      );
    });
}

/** Stops the build at a formula that KaTeX cannot read; the converter itself would only warn. */
export function rehypeRefuseBrokenMath() {
  return (
    _: Node,
    file: { messages: { source?: string | undefined; message: string; cause?: unknown }[] },
  ) => {
    const broken = file.messages.find(({ source }) => source === 'rehype-katex');
    if (broken) throw new Error(`${broken.message}: ${String(broken.cause)}`);
  };
}

/** Components that print words; see src/content/parts. */
const wordParts = new Set(['Say', 'N', 'Claim', 'Prediction', 'Model', 'Term', 'Cite']);

/** Makes a paragraph of words that stand alone: MDX takes a component on a line of its own for a block. */
export function rehypeWordParagraphs() {
  return (tree: Node) => {
    const children: Node[] = [];
    for (const child of tree.children ?? []) {
      const isWords = child.type === 'mdxJsxFlowElement' && wordParts.has(child.name ?? '');
      if (!isWords) {
        children.push(child);
        continue;
      }
      const word = { ...child, type: 'mdxJsxTextElement' };
      children.push({ type: 'element', tagName: 'p', properties: {}, children: [word] });
    }
    tree.children = children;
  };
}
