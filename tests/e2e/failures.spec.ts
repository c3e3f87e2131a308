// What the reader sees when something does not arrive. Errors on the console are those of the broken request only.
import {
  cell, expect, inEachLanguage, linked, open, panel, rationales, ready, test, texts, visibleLinks, type Page,
} from './fixtures.ts';

type Answer = { status?: number; contentType?: string; body?: string } | 'blocked';
const ERROR = { status: 500, contentType: 'text/plain', body: 'error' };
const GARBAGE = { status: 200, contentType: 'application/octet-stream', body: '\u0000\u0001 no such thing' };
const PORTAL = { status: 200, contentType: 'text/html', body: '<!DOCTYPE html><title>Portal</title><p>Please sign in.' };
const SHAPE = { status: 200, contentType: 'application/json', body: '{"rationales": ["c2-9"]}' };

/** Answers the requests that match like this, or only the first ones. */
const answer = (page: Page, pattern: string, how: Answer, times?: number) =>
  page.route(pattern, route => (how === 'blocked' ? route.abort() : route.fulfill(how)), { times });

const mark = (page: Page) => page.evaluate(() => void ((window as any).__same = 1));
const same = (page: Page) => page.evaluate(() => (window as any).__same === 1);

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');
  const common = texts(lang, 'common');
  /** Every way to fail in one language; in the other only the words differ, so the first will do. */
  const ways = <T>(all: T[]) => (lang === 'en' ? all : all.slice(0, 1));

  test.describe('the application does not arrive', () => {
    test.use({ expectedErrors: /Failed to load resource|WebAssembly|wasm/i });

    test('the page stays, says so, and its links work', async ({ page }) => {
      const broken: [string, string, Answer][] = [
        ['WebAssembly blocked', '**/*.wasm', 'blocked'],
        ['WebAssembly is garbage', '**/*.wasm', { ...GARBAGE, contentType: 'application/wasm' }],
        ['WebAssembly is a page', '**/*.wasm', PORTAL],
        ['WebAssembly answers 500', '**/*.wasm', ERROR],
        ['its script is blocked', '**/site-*.js', 'blocked'],
      ];
      for (const [name, pattern, how] of ways(broken)) {
        await answer(page, pattern, how);
        await page.goto(`/${lang}/matrix/`);
        await expect(page.locator('html'), name).toHaveAttribute('data-app', 'failed');
        await expect(page.getByText(common.failed), name).toBeVisible();
        expect(await visibleLinks(page), name).toEqual(linked());
        await cell(page, 'c2', 9).getByRole('link').click();
        await expect(page, name).toHaveURL(`/${lang}/matrix/c2/9/`);
        await expect(page.getByRole('main'), name).toContainText(rationales(lang)['c2-9']);
        await expect(page.getByText(common.failed), name).toBeVisible();
        await page.unroute(pattern);
      }
    });

    test('controls that do nothing are not shown', async ({ page }) => {
      await answer(page, '**/*.wasm', 'blocked');
      await page.goto(`/${lang}/matrix/`);
      await expect(page.locator('html')).toHaveAttribute('data-app', 'failed');
      await expect(page.locator('button, .tools').filter({ visible: true })).toHaveCount(0);
      await expect(page.getByText(text.keys).filter({ visible: true })).toHaveCount(0);
    });

    test('a shared list shows the grid instead, and a filter its part', async ({ page }) => {
      await answer(page, '**/*.wasm', 'blocked');
      await page.goto(`/${lang}/matrix/?goals=9&view=list`);
      await expect(page.locator('html')).toHaveAttribute('data-app', 'failed');
      expect(await visibleLinks(page)).toEqual(linked(link => link.goal === 9));
    });
  });

  test.describe('the reasons do not arrive', () => {
    test.use({ expectedErrors: /Failed to load resource/ });
    const file = `**/data/${lang}/matrix.json`;

    test('the panel says so, and trying again shows them', async ({ page }) => {
      const broken: [string, Answer][] = [
        ['the server answers 500', ERROR],
        ['the file is garbage', GARBAGE],
        ['the file is a page', PORTAL],
        ['the connection fails', 'blocked'],
        ['the file has another shape', SHAPE],
      ];
      for (const [name, how] of ways(broken)) {
        await answer(page, file, how);
        await open(page, `/${lang}/matrix/`);
        await cell(page, 'c2', 9).click();
        await expect(panel(page), name).toContainText(text.load_failed);
        await expect(panel(page).getByRole('term')).toHaveText(['9.1', '9.a', '9.c']);

        const retry = panel(page).getByRole('button', { name: text.retry });
        await retry.click();
        await expect(panel(page), name).toContainText(text.load_failed);

        await page.unroute(file);
        await retry.click();
        await expect(panel(page), name).toContainText(rationales(lang)['c2-9']);
        await expect(panel(page)).not.toContainText(text.load_failed);
      }
    });

    test('trying again by keyboard keeps the reader in the panel', async ({ page }) => {
      await answer(page, file, ERROR);
      await open(page, `/${lang}/matrix/?cell=c2-9`);
      const retry = panel(page).getByRole('button', { name: text.retry });
      await retry.focus();
      await page.unroute(file);
      await page.keyboard.press('Enter');
      await expect(panel(page)).toContainText(rationales(lang)['c2-9']);
      expect(await panel(page).evaluate(element => element.contains(document.activeElement))).toBe(true);
      await page.keyboard.press('Escape');
      await expect(cell(page, 'c2', 9).getByRole('link')).toBeFocused();
    });
  });

  test.describe('a page does not arrive', () => {
    test.use({ expectedErrors: /Failed to load resource/ });
    const address = `/${lang}/matrix/c2/9/`;

    test('the browser loads it as it would any other', async ({ page }) => {
      const broken: [string, Answer][] = [
        ['the server answers 500', ERROR],
        ['the page is garbage', GARBAGE],
        ['the page is that of another site', PORTAL],
        ['the connection fails', 'blocked'],
      ];
      for (const [name, how] of ways(broken)) {
        await open(page, `/${lang}/matrix/?cell=c2-9`);
        await mark(page);
        await answer(page, `**${address}`, how, 1);
        await panel(page).getByRole('link', { name: text.open_page }).click();
        await expect(page.locator('h1'), name).toContainText('C2');
        await expect(page.getByRole('main'), name).toContainText(rationales(lang)['c2-9']);
        await ready(page);
        await expect(page).toHaveURL(address);
        expect(await same(page), name).toBe(false);
      }
      await page.goBack();
      await ready(page);
      await expect(panel(page)).toContainText('9.c');
    });

    test('a page of a newer build is loaded anew', async ({ page }) => {
      await open(page, `/${lang}/matrix/?cell=c2-9`);
      await mark(page);
      await page.route(`**${address}`, async route => {
        const response = await route.fetch();
        const body = (await response.text()).replace(/data-build="[^"]+"/, 'data-build="newer"');
        await route.fulfill({ response, body });
      });
      await panel(page).getByRole('link', { name: text.open_page }).click();
      await expect.poll(() => same(page).catch(() => true)).toBe(false);
      await expect(page.locator('h1')).toContainText('C2');
      await ready(page);
    });
  });
});
