/** The laws of ARCHITECTURE.md as functions from a file's text to the complaints about it. */
import { posix } from 'node:path';
import ts from 'typescript';

/** Rooms of the house, the most specific first; every source file belongs to one. */
const rooms = [
  'src/lib',
  'src/build',
  'src/components/charts',
  'src/components',
  'src/layouts',
  'src/content',
  'src/pages',
  'src/styles',
  'data',
] as const;
type Room = (typeof rooms)[number];

/** The windows through which pages, layouts and articles see the data, the results and the effects. */
const buildWindows = [
  'src/build/results.ts',
  'src/build/citations.ts',
  'src/build/images.ts',
  'src/build/recordHash.ts',
  'src/build/releases.ts',
  'src/build/addresses.ts',
] as const;

/** What each room may import, beside itself. A file's name stands for that file only. */
const mayImport: Record<Room, readonly string[]> = {
  data: [],
  'src/lib': [],
  'src/styles': [],
  'src/build': ['src/lib', 'data'],
  'src/components/charts': ['src/lib'],
  'src/components': ['src/lib', 'src/components/charts', 'src/styles'],
  'src/layouts': [
    'src/lib',
    'src/components',
    'src/components/charts',
    'src/styles',
    ...buildWindows,
  ],
  'src/content': ['src/lib', 'src/components', 'src/components/charts', ...buildWindows],
  'src/pages': [
    'src/lib',
    'src/components',
    'src/components/charts',
    'src/layouts',
    'src/content',
    'src/styles',
    ...buildWindows,
  ],
};

/** Packages that the science may use: pure, without effects, the same in Node and the browser. */
const libPackages = /^(zod|pure-rand|jsonc-parser|@stdlib\/[a-z0-9-]+)(\/|$)/;

/** Members of Math whose last bit ECMAScript fixes. The rest may differ between engines. */
const exactMath = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN2 LN10 LOG2E LOG10E PI SQRT1_2 SQRT2'.split(
    ' ',
  ),
);

/** Names by which a computation could reach the clock, the machine, the network or the page. */
const ambient = new Set(
  'process fetch document window performance globalThis global self navigator crypto setTimeout setInterval queueMicrotask localStorage require Buffer XMLHttpRequest'.split(
    ' ',
  ),
);

/** Methods whose result depends on the reader's language unless one is named. */
const localeMethods = new Set(
  'localeCompare toLocaleString toLocaleDateString toLocaleTimeString toLocaleUpperCase toLocaleLowerCase'.split(
    ' ',
  ),
);

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  path: string;
  text: string;
}

function roomOf(path: string): Room | undefined {
  return rooms.find((room) => path === room || path.startsWith(`${room}/`));
}

/** The TypeScript of a file: of an .astro file its frontmatter, of an .mdx file its import lines. */
function codeOf({ path, text }: SourceFile): string {
  if (path.endsWith('.astro')) return /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  if (path.endsWith('.mdx')) return (text.match(/^(import|export) .*$/gm) ?? []).join('\n');
  return text;
}

function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, codeOf(file), ts.ScriptTarget.Latest, true);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Every module that a file names: import, export from, import(), import type and import.meta.glob. */
function importsOf(file: SourceFile): string[] {
  const found: string[] = [];
  walk(parse(file), (node) => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : ts.isCallExpression(node) && /^import(\.meta\.glob)?$/.test(node.expression.getText())
            ? node.arguments[0]
            : undefined;
    if (named && ts.isStringLiteralLike(named)) found.push(named.text);
  });
  return found;
}

/** Complaints about where a file's imports point. */
export function importComplaints(file: SourceFile): string[] {
  const room = roomOf(file.path);
  if (!room) return [];
  return importsOf(file).flatMap((specifier) => {
    const complaint = complaintOf(file.path, room, specifier);
    return complaint ? [`${file.path} imports ${specifier}: ${complaint}`] : [];
  });
}

function complaintOf(path: string, room: Room, specifier: string): string | undefined {
  const isOurs = specifier.startsWith('.') || specifier.startsWith('/');
  if (!isOurs) {
    if (room === 'src/lib' && !libPackages.test(specifier)) return 'not a package of src/lib';
    if (room === 'src/components/charts' && specifier.startsWith('node:')) return 'charts are pure';
    return undefined;
  }
  const absolute = specifier.startsWith('/')
    ? specifier.slice(1)
    : posix.join(posix.dirname(path), specifier);
  const target = roomOf(absolute);
  if (!target) return `${absolute} is outside the house`;
  const allowed =
    target === room || mayImport[room].some((entry) => entry === target || entry === absolute);
  return allowed ? undefined : `${room} may not see ${target === 'src/build' ? absolute : target}`;
}

/** Complaints about what would make a computation impure or different on another engine. */
export function purityComplaints(file: SourceFile): string[] {
  const tree = parse(file);
  const declared = declaredNames(tree);
  const complaints: string[] = [];
  walk(tree, (node) => {
    const complaint = impurityOf(node, declared);
    if (!complaint) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    complaints.push(`${file.path}:${line + 1} uses ${complaint}`);
  });
  return complaints;
}

function impurityOf(node: ts.Node, declared: ReadonlySet<string>): string | undefined {
  if (ts.isBinaryExpression(node)) return exponentiation(node.operatorToken.kind);
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    return node.arguments?.length ? undefined : 'new Date() without a date';
  }
  if (ts.isCallExpression(node)) return localeDependence(node) ?? clockCall(node);
  if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'import.meta') {
    return `import.meta.${node.name.text}`;
  }
  if (!ts.isIdentifier(node) || !isFreeReference(node) || declared.has(node.text)) return undefined;
  if (node.text === 'Math') return inexactMath(node);
  return ambient.has(node.text) ? node.text : undefined;
}

function exponentiation(kind: ts.SyntaxKind): string | undefined {
  const { AsteriskAsteriskToken, AsteriskAsteriskEqualsToken } = ts.SyntaxKind;
  return kind === AsteriskAsteriskToken || kind === AsteriskAsteriskEqualsToken ? '**' : undefined;
}

function clockCall(node: ts.CallExpression): string | undefined {
  const callee = node.expression.getText();
  return callee === 'Date.now' || callee === 'Date' ? `${callee}()` : undefined;
}

function localeDependence(node: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  const locales = node.arguments[method === 'localeCompare' ? 1 : 0];
  const namesOne = locales !== undefined && locales.getText() !== 'undefined';
  return localeMethods.has(method) && !namesOne ? `${method}() without a language` : undefined;
}

function inexactMath(node: ts.Identifier): string | undefined {
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent)) return 'Math other than as Math.name';
  const member = parent.name.text;
  return exactMath.has(member) ? undefined : `Math.${member}`;
}

/** Whether an identifier is read as a value, not the name of a property, a key, a type or a label. */
function isFreeReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false;
  const names = 'name' in parent ? parent.name : undefined;
  return names !== node || ts.isShorthandPropertyAssignment(parent);
}

/** Names that the file itself gives to a variable, a parameter or a function. */
function declaredNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}
