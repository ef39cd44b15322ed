/** Drawings as images, with the site's own faces, so that every machine makes the same picture. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { decompress } from 'wawoff2';
import { hashFiles } from './cache.ts';

const root = process.cwd();
const faces = ['sans-regular', 'sans-semibold', 'serif-regular', 'display-regular'];

let fontFiles: Promise<string[]> | undefined;

/** The faces as files that the renderer can read; it knows no compressed ones. */
async function unpackFaces(): Promise<string[]> {
  const folder = resolve(root, '.cache', 'fonts');
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  // One after the other: the library gives back a view of memory that the next call writes to.
  for (const face of faces) {
    const path = join(folder, `${face}.ttf`);
    const partial = `${path}.${process.pid}`;
    const packed = readFileSync(resolve(root, 'public', 'fonts', `${face}.woff2`));
    writeFileSync(partial, await decompress(packed));
    renameSync(partial, path);
    paths.push(path);
  }
  return paths;
}

/** An SVG that stands alone as a PNG, `width` pixels wide. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  fontFiles ??= unpackFaces();
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: await fontFiles },
  }).render();
  return new Uint8Array(image.asPng());
}

const kept = resolve(root, '.cache', 'images');
const used = new Set<string>();
let tools: string | undefined;

/** As `renderPng`, but a drawing that was rendered by an earlier build is taken from there. */
export async function renderPngOnce(svg: string, width: number): Promise<Uint8Array> {
  tools ??= hashFiles(root, ['package-lock.json', 'public/fonts']);
  const key = createHash('sha256').update(`${tools} ${width} ${svg}`).digest('hex');
  const name = `${key.slice(0, 32)}.png`;
  used.add(name);
  const path = join(kept, name);
  try {
    return readFileSync(path);
  } catch {
    const png = await renderPng(svg, width);
    mkdirSync(kept, { recursive: true });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, png);
    renameSync(partial, path);
    return png;
  }
}

/** Drops the kept images that nothing in this build has asked for. */
export function forgetUnused(): void {
  for (const name of readdirSync(kept)) {
    if (name.endsWith('.png') && !used.has(name)) rmSync(join(kept, name), { force: true });
  }
}
