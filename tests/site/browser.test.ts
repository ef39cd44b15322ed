/** One walk through the main pages in a real browser: phone and desk, with and without JavaScript. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../tools/browser.ts';
import type { Page as BuiltPage } from './html.ts';
import { pages } from './pages.ts';
import { type Served, serveSite } from './serve.ts';

/** Every page at the top, every article, and of each kind of which there are many the one that says most. */
const main = mainPages().map(({ file }) => file.replace(/index\.html$/, ''));

function mainPages(): BuiltPage[] {
  const folders = pages.filter(({ file }) => file.endsWith('index.html'));
  const isTop = ({ file, html }: BuiltPage) =>
    file.split('/').length <= 2 || html.includes('class="article');
  const kinds = Map.groupBy(
    folders.filter((page) => !isTop(page)),
    ({ file }) => file.split('/')[0],
  );
  const fullest = (several: BuiltPage[]) =>
    several.reduce((most, page) => (page.html.length > most.html.length ? page : most));
  return [...folders.filter(isTop), ...[...kinds.values()].map(fullest)];
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

interface View {
  width: number;
  /** Pixels by which the page is wider than the window. */
  overflow: number;
  figures: number;
  /** Figures, their drawings and tables that take up no room; not those folded away. */
  hidden: string[];
}

/** Opens a page, looks at it, and gives back what was seen and what the browser complained about. */
async function visit<T>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
): Promise<{ seen: T; troubles: string[] }> {
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
      const isOurs = url.origin === new URL(site.address).origin || url.protocol === 'data:';
      if (!isOurs) troubles.push(`asks ${url.origin}`);
    });
    await page.goto(new URL(path, site.address).href, { waitUntil: 'load' });
    return { seen: await look(page), troubles };
  } finally {
    await context.close();
  }
}

const widths = [320, 360, 1440];
/** Without a script nothing moves between the two phones. */
const extremes = [320, 1440];

async function viewAt(page: Page, sizes: readonly number[]): Promise<View[]> {
  const views: View[] = [];
  for (const width of sizes) {
    await page.setViewportSize({ width, height: 900 });
    views.push({ width, ...(await view(page)) });
  }
  return views;
}

async function view(page: Page): Promise<Omit<View, 'width'>> {
  return page.evaluate(async () => {
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
}

test('there are pages to walk through', () => {
  expect(main.length).toBeGreaterThan(5);
  expect(main).toContain('');
});

test.each(main)('/%s is whole at every width and breaks no rule of accessibility', async (path) => {
  const light = { colorScheme: 'light' } as const;
  const on = await visit(path, light, async (page) => {
    const views = await viewAt(page, widths);
    const isArticle = (await page.locator('article.article').count()) > 0;
    return { views, violations: await violationsOf(page, isArticle) };
  });
  const off = await visit(path, { javaScriptEnabled: false }, (page) => viewAt(page, extremes));
  const { views, violations } = on.seen;
  const { figures } = views[0]!;
  const faultless = (sizes: readonly number[]) =>
    sizes.map((width) => ({ width, overflow: 0, figures, hidden: [] }));
  expect({ views, violations, troubles: on.troubles }).toEqual({
    views: faultless(widths),
    violations: [],
    troubles: [],
  });
  expect(off).toEqual({ seen: faultless(extremes), troubles: [] });
});

/**
 * What axe finds in light and, in articles, in dark: the other pages have no colour that articles have
 * not. Drawings are one image each to it, so their parts are left out.
 */
async function violationsOf(page: Page, inDark: boolean): Promise<string[]> {
  await shortenTables(page);
  const axe = () =>
    new AxeBuilder({ page }).exclude('svg [aria-hidden]').options({ resultTypes: ['violations'] });
  const light = await axe().analyze();
  if (inDark) await page.emulateMedia({ colorScheme: 'dark' });
  const dark = inDark ? await axe().withRules(['color-contrast']).analyze() : null;
  return [...light.violations, ...(dark?.violations ?? [])].map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`,
  );
}

/** Long tables repeat one row hundreds of times; its first dozen says it all, in a tenth of the time. */
async function shortenTables(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const body of document.querySelectorAll('tbody')) {
      for (const row of [...body.rows].slice(12)) row.remove();
    }
  });
}

test('an unknown address answers with a page that leads back', async () => {
  const { seen } = await visit('no/such/page/', {}, async (page) => {
    expect(await page.locator('h1').isVisible()).toBe(true);
    return page.locator('main a').count();
  });
  expect(seen).toBeGreaterThan(0);
});

test('every word explained in an article opens by key and closes by Esc', async () => {
  const articles = pages.filter(({ html }) => html.includes('class="term"'));
  expect(articles.length).toBeGreaterThan(3);
  for (const { file } of articles) {
    const path = file.replace(/index\.html$/, '');
    const { seen } = await visit(path, { javaScriptEnabled: true }, async (page) => {
      const failed: string[] = [];
      for (const word of await page.locator('button.term').all()) {
        const name = await word.textContent();
        const card = page.locator(`#${await word.getAttribute('popovertarget')}`);
        await word.focus();
        await page.keyboard.press('Enter');
        if (!(await card.isVisible())) failed.push(`${name} does not open`);
        await page.keyboard.press('Escape');
        if (await card.isVisible()) failed.push(`${name} does not close`);
      }
      return failed;
    });
    expect(seen).toEqual([]);
  }
});
