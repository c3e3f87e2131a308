// Back and forward, and going from page to page without loading anew.
import {
  cell, expect, frames, goals, hold, inEachLanguage, inOneLanguage, open, pages, panel, query, ready, selected, test, texts,
  visibleLinks, type Page,
} from './fixtures.ts';

/** Marks the document; a page that was loaded anew has lost the mark. */
const mark = (page: Page) => page.evaluate(() => void ((window as any).__same = 1));
const same = (page: Page) => page.evaluate(() => (window as any).__same === 1);
const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

/** The page-bound part of the head, now and as the page's own HTML has it. */
const heads = (page: Page) =>
  page.evaluate(async () => {
    const list = (of: Document) => [of.title, ...[...of.head.querySelectorAll('[data-page]')].map(e => e.outerHTML)];
    const html = await (await fetch(location.href)).text();
    return [list(document), list(new DOMParser().parseFromString(html, 'text/html'))];
  });

/** Expects that a page has arrived whole: title, heading with the focus, head, no loading anew. */
async function arrived(page: Page, address: string) {
  await expect(page).toHaveURL(address);
  await expect(page.locator('html')).not.toHaveAttribute('data-loading');
  await expect.poll(async () => (await heads(page))[0]).toEqual((await heads(page))[1]);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${address.split('?')[0]}$`));
  await expect(page.locator('meta[property="og:url"]')).toHaveAttribute('content', new RegExp(`${address.split('?')[0]}$`));
  expect(await same(page)).toBe(true);
}

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');

  test('every deliberate choice is one entry, and back and forward restore each', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    const entries = () => page.evaluate(() => history.length);
    const first = await entries();
    await page.locator('.tools__filters summary').click();
    const choices: [string, () => Promise<void>][] = [
      ['goals=9', () => page.locator('.tools__filters').getByRole('button', { name: goals[8].title[lang] }).click()],
      ['goals=9&cell=c2-9', () => cell(page, 'c2', 9).click()],
      ['goals=9&cell=c5-9', () => cell(page, 'c5', 9).click()],
      ['goals=9&view=text&cell=c5-9', () => page.getByRole('button', { name: text.view_text, exact: true }).click()],
      ['view=text&cell=c5-9', () => page.getByRole('button', { name: text.reset }).click()],
    ];
    const states: [string, string[], string[], string][] = [];
    const state = async (): Promise<(typeof states)[number]> => [
      query(page), await selected(page), await visibleLinks(page), await panel(page).innerText(),
    ];
    states.push(await state());
    for (const [search, choose] of choices) {
      await choose();
      await expect.poll(() => query(page)).toBe(search);
      await expect(panel(page)).not.toContainText(text.loading);
      await expect.poll(async () => (await visibleLinks(page)).length).toBe(search.startsWith('goals=9') ? 11 : 124);
      states.push(await state());
    }
    await page.locator('.lists li[data-line="c5"][data-goal="9"] a').click(); // chosen already
    expect(await entries()).toBe(first + choices.length);

    for (const expected of states.slice(0, -1).reverse()) {
      await page.goBack();
      await expect.poll(state).toEqual(expected);
    }
    for (const expected of states.slice(1)) {
      await page.goForward();
      await expect.poll(state).toEqual(expected);
    }
    expect(await entries()).toBe(first + choices.length);
  });

  test('a walk from matrix to cell to line, and back to where it began', { tag: '@phone' }, async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await mark(page);
    await cell(page, 'c10', 3).click();
    await expect(panel(page)).not.toContainText(text.loading);
    await page.evaluate(() => scrollTo(0, 240));
    const way = panel(page).getByRole('link', { name: text.open_page });
    await way.scrollIntoViewIfNeeded();
    const left = await scrolled(page);
    expect(left).toBeGreaterThan(100);

    await way.click();
    await arrived(page, `/${lang}/matrix/c10/3/`);
    await expect(page.locator('h1')).toContainText('C10');
    await expect(page.locator('h1')).toBeFocused();
    expect(await scrolled(page)).toBe(0);

    await page.locator('h1').getByRole('link').first().click();
    await arrived(page, `/${lang}/lines/c10/`);
    await expect(page.locator('h1')).toContainText('C10');
    await expect(page.locator('h1')).toBeFocused();

    await page.goBack();
    await arrived(page, `/${lang}/matrix/c10/3/`);
    await page.goBack();
    await arrived(page, `/${lang}/matrix/?cell=c10-3`);
    expect(await selected(page)).toEqual(['c10-3']);
    await expect(panel(page)).toContainText('C10');
    await expect.poll(async () => Math.abs((await scrolled(page)) - left)).toBeLessThanOrEqual(4);

    await page.goForward();
    await arrived(page, `/${lang}/matrix/c10/3/`);
    await expect(page.locator('h1')).toContainText('C10');
  });

  test('a link to a filtered matrix arrives with its filter', async ({ page }) => {
    await open(page, `/${lang}/goals/9/`);
    await mark(page);
    await page.getByRole('link', { name: texts(lang, 'goal').in_matrix }).click();
    await arrived(page, `/${lang}/matrix/?goals=9`);
    expect((await visibleLinks(page)).length).toBe(11);
    await cell(page, 'c2', 9).click();
    await expect(panel(page)).toContainText('9.c');
    expect(query(page)).toBe('goals=9&cell=c2-9');
    await page.goBack();
    await page.goBack();
    await arrived(page, `/${lang}/goals/9/`);
    await expect(page.locator('html')).not.toHaveAttribute('data-goals');
  });
});

inOneLanguage(lang => {
  test('of two links followed in haste, the last one wins', async ({ page }) => {
    await open(page, `/${lang}/about/`);
    await mark(page);
    const release = await hold(page, `**/${lang}/data/`);
    await page.locator('.footer a[href$="/data/"]').click();
    await page.locator('.footer a[href$="/privacy/"]').click();
    await arrived(page, `/${lang}/privacy/`);
    const late = page.waitForResponse(`**/${lang}/data/`);
    release();
    await (await late).finished();
    await frames(page);
    await expect(page.locator('h1')).toHaveText(texts(lang, 'privacy').title);
    await page.goBack();
    await arrived(page, `/${lang}/data/`);
  });
});

test('every type of page is reached without loading anew', async ({ page }) => {
  const { 'not found': _, ...existing } = pages('en');
  await open(page, existing.home);
  await mark(page);
  for (const address of Object.values(existing)) {
    await page.evaluate(href => {
      const link = Object.assign(document.createElement('a'), { href });
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    await arrived(page, address);
    await expect(page.locator('h1')).toBeFocused();
    expect(await scrolled(page)).toBe(0);
  }
  await page.reload();
  await ready(page);
  expect(await same(page)).toBe(false);
});
