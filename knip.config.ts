import type { KnipConfig } from 'knip';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface Node {
  type: string;
  value?: unknown;
  attributes?: Node[];
  children?: Node[];
}

/**
 * The code in an article: its imports and every expression. knip's own reading of MDX sees the
 * imports only, and so takes what a sentence uses for unused.
 */
function articleCode(text: string): string {
  const tree = unified().use(remarkParse).use(remarkMath).use(remarkMdx).parse(text) as Node;
  return codeOf(tree).join('\n');
}

function codeOf({ type, value, attributes = [], children = [] }: Node): string[] {
  // A component within an expression is no TypeScript; its attributes name nothing that is imported.
  const code = typeof value === 'string' ? value.replace(/<[A-Z][^<>]*\/>/g, 'null') : '';
  const own: Record<string, string> = {
    mdxjsEsm: code,
    mdxFlowExpression: `[${code}];`,
    mdxTextExpression: `[${code}];`,
    mdxJsxExpressionAttribute: `({${code}});`,
    mdxJsxAttributeValueExpression: `[${code}];`,
  };
  const inner = [...attributes, ...children].flatMap(codeOf);
  const attributeValue = value !== null && typeof value === 'object' ? codeOf(value as Node) : [];
  return [own[type] ?? '', ...attributeValue, ...inner].filter(Boolean);
}

export default {
  entry: ['tools/*.ts', 'bench/*.ts'],
  project: ['**/*.{ts,mjs,astro,mdx}'],
  compilers: { mdx: articleCode },
  // Run by the Astro command line.
  ignoreDependencies: ['@astrojs/check'],
  // The type of a result is part of a function's contract, whether or not somebody names it.
  rules: { types: 'off' },
} satisfies KnipConfig;
