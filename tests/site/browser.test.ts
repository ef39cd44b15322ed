/** One walk through the main pages in a real browser: phone and desk, with and without JavaScript. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../tools/browser.ts';
import { pages } from './pages.ts';
import { type Served, serveSite } from './serve.ts';

/** Every page at the top, and one of each kind of which there are many. */
const main = mainPages(pages.map(({ file }) => file));

function mainPages(files: readonly string[]): string[] {
  const top = files.filter((file) => file.endsWith('index.html') && file.split('/').length <= 2);
  const kinds = Map.groupBy(
    files.filter((file) => file.endsWith('index.html') && file.split('/').length > 2),
    (file) => file.split('/')[0],
  );
  const samples = [...kinds.values()].map((several) => several[Math.floor(several.length / 2)]!);
  return [...top, ...samples].map((file) => file.replace(/index\.html$/, ''));
}

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), serveSite()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

interface Visit {
  /** What the browser complained about, and what it asked of another host. */
  troubles: string[];
  /** Pixels by which the page is wider than the window. */
  overflow: number;
  figures: number;
  /** Figures, their drawings and tables that take up no room; not those folded away. */
  hidden: string[];
}

async function visit<T>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page, troubles: string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
    page.on('response', (response) => {
      if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol !== 'data:' && url.origin !== new URL(site.address).origin) {
        troubles.push(`asks ${url.origin}`);
      }
    });
    await page.goto(new URL(path, site.address).href, { waitUntil: 'load' });
    return await look(page, troubles);
  } finally {
    await context.close();
  }
}

async function survey(page: Page, troubles: string[]): Promise<Visit> {
  const seen = await page.evaluate(async () => {
    await document.fonts.ready;
    const root = document.documentElement;
    const takesRoom = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
    };
    const figures = [...document.querySelectorAll('figure')];
    // A chart is drawn twice, for wide windows and for phones; one of the two is to be seen.
    const blank = figures.filter((figure) => {
      const drawings = [...figure.querySelectorAll('svg')];
      return !takesRoom(figure) || (drawings.length > 0 && !drawings.some(takesRoom));
    });
    const tables = [...document.querySelectorAll('table')].filter(
      (table) => !table.closest('details:not([open]), [hidden], [popover]') && !takesRoom(table),
    );
    return {
      overflow: root.scrollWidth - root.clientWidth,
      figures: figures.length,
      hidden: [...blank, ...tables].map((element) => `${element.tagName} ${element.id}`),
    };
  });
  return { troubles, ...seen };
}

const windows = [
  { width: 320, height: 640 },
  { width: 360, height: 800 },
  { width: 1440, height: 900 },
];

test('there are pages to walk through', () => {
  expect(main.length).toBeGreaterThan(5);
  expect(main).toContain('');
});

describe.each(windows)('at $width pixels', (viewport) => {
  test.each(main)('/%s is whole with and without JavaScript', async (path) => {
    const on = await visit(path, { viewport }, survey);
    const off = await visit(path, { viewport, javaScriptEnabled: false }, survey);
    const faultless = { troubles: [], overflow: 0, figures: on.figures, hidden: [] };
    expect(on).toEqual(faultless);
    expect(off).toEqual(faultless);
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(main)('/%s breaks no rule of accessibility', async (path) => {
    const options = { viewport: { width: 1440, height: 900 }, colorScheme };
    const violations = await visit(path, options, async (page) => {
      const results = await new AxeBuilder({ page }).analyze();
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
    });
    expect(violations).toEqual([]);
  });
});

test('an unknown address answers with a page that leads back', async () => {
  const links = await visit('no/such/page/', {}, async (page) => {
    expect(await page.locator('h1').isVisible()).toBe(true);
    return page.locator('main a').count();
  });
  expect(links).toBeGreaterThan(0);
});
