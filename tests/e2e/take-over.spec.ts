// The application takes the prerendered page over: the reader notices nothing.
import { cell, expect, focused, frames, hold, inEachLanguage, inOneLanguage, open, rationales, ready, test, type Page } from './fixtures.ts';

/** Opens an address, does something with the static page, and lets the application come. */
async function during(page: Page, address: string, before: () => Promise<unknown>) {
  const release = await hold(page, '**/*.wasm');
  await page.goto(address);
  await before();
  expect(await page.locator('html').getAttribute('data-app')).toBeNull();
  release();
  await ready(page);
  await frames(page);
}

/** Sums layout shifts and lists the largest paints, with the time when the application was ready. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const seen = { shift: 0, shifted: [] as string[], paints: [] as number[], ready: Infinity };
    (window as any).seen = seen;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as any[]) {
        seen.shift += entry.value;
        const names = entry.sources.map((source: any) => source.node?.className || source.node?.nodeName);
        seen.shifted.push(`${entry.value} ${names}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.paints.push(entry.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new MutationObserver(() => {
      if (document.documentElement?.dataset.app && seen.ready === Infinity) seen.ready = performance.now();
    }).observe(document, { attributes: true, subtree: true });
  });
const seen = (page: Page) => page.evaluate(() => (window as any).seen);

inEachLanguage(lang => {
  test('keeps the focus, the scroll position and what is open on the matrix', { tag: '@phone' }, async ({ page }) => {
    let left = 0;
    await during(page, `/${lang}/matrix/`, async () => {
      await page.locator('.languages summary').click();
      await cell(page, 'c9', 9).getByRole('link').focus();
      left = await page.evaluate(() => (scrollTo(0, scrollY + 60), scrollY));
    });
    expect(left).toBeGreaterThan(0);
    expect(await focused(page)).toBe('c9-9');
    expect(await page.evaluate(() => scrollY)).toBe(left);
    await expect(page.locator('.languages')).toHaveAttribute('open');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/${lang}/matrix/?cell=c9-9`);
  });

  test('keeps the focus on a heading, on what is open, and on a link that stands on the page twice', async ({ page }) => {
    await during(page, `/${lang}/matrix/`, () => page.locator('th[data-line="c5"] a').focus());
    await expect(page.locator('th[data-line="c5"] button')).toBeFocused();
    await page.unroute('**/*.wasm');

    await during(page, `/${lang}/matrix/c1/16/`, async () => {
      await page.locator('.how-sure summary').focus();
      await page.keyboard.press('Enter');
    });
    await expect(page.locator('.how-sure')).toHaveAttribute('open');
    await expect(page.locator('.how-sure summary')).toBeFocused();
    await page.unroute('**/*.wasm');

    const footer = page.locator(`.footer a[href="/${lang}/data/"]`);
    let left = 0;
    await during(page, `/${lang}/matrix/c2/9/`, async () => {
      await footer.focus();
      left = await page.evaluate(() => scrollY);
    });
    await expect(footer).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(left);
  });

  test('moves nothing and paints nothing larger', { tag: '@phone' }, async ({ page }) => {
    await watch(page);
    const explorer = ['matrix/', 'matrix/?goals=9', 'matrix/?lines=c2,c5&cell=c2-9', 'matrix/?view=list'];
    for (const state of [...explorer, 'matrix/c2/9/', '']) {
      await during(page, `/${lang}/${state}`, async () => {
        await expect.poll(async () => (await seen(page)).paints.length).toBeGreaterThan(0);
        await frames(page);
      });
      if (state.includes('cell=')) await expect(page.locator('#cell-panel')).toContainText(rationales(lang)['c2-9']);
      await frames(page);
      const { shift, shifted, paints, ready } = await seen(page);
      expect.soft(shift, `layout shift of ${state}: ${shifted}`).toBeLessThanOrEqual(0.01);
      const late = paints.filter((paint: number) => paint > ready);
      expect.soft(late, `largest paints of ${state} after the take-over at ${ready}`).toEqual([]);
      await page.unroute('**/*.wasm');
    }
  });
});

inOneLanguage(lang => {
  test('leads to the part of the page that the address names', async ({ page }) => {
    await open(page, `/${lang}/#how`);
    await frames(page);
    await expect(page.locator('#how h2')).toBeInViewport();
  });
});
