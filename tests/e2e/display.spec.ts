// Zoom, forced colours, print.
import { cell, expect, inEachLanguage, inOneLanguage, open, pages, panel, rationales, sideways, test, texts, type Locator } from './fixtures.ts';

const outline = (element: Locator) =>
  element.evaluate(e => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(e);
    return { drawn: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, outlineColor };
  });

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');

  test('at 400 % zoom and with text of twice the size no page scrolls sideways', async ({ page }) => {
    test.setTimeout(60_000);
    for (const [name, address] of Object.entries(pages(lang))) {
      await page.setViewportSize({ width: 320, height: 200 });
      await page.goto(address);
      expect.soft(await sideways(page), `${name} at 400 %`).toBe(0);
      await page.setViewportSize({ width: 640, height: 800 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect.soft(await sideways(page), `${name} with large text`).toBe(0);
    }
    await page.setViewportSize({ width: 320, height: 200 });
    await open(page, `/${lang}/matrix/?lines=c2,c7-ehea`);
    await page.locator('.tools__filters summary').click();
    for (const view of [text.view_lines, text.view_goals, text.view_text]) {
      await page.getByRole('button', { name: view, exact: true }).click();
      expect.soft(await sideways(page), view).toBe(0);
    }
  });

  test('at 400 % zoom a cell can be chosen, read and closed', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 200 });
    await open(page, `/${lang}/matrix/`);
    await cell(page, 'c2', 9).click();
    await expect(panel(page)).toContainText(rationales(lang)['c2-9']);
    // What of the sheet is pinned must leave room for more than a line.
    const room = await panel(page).evaluate(sheet => {
      const head = sheet.querySelector('.panel__head')!;
      const pinned = getComputedStyle(head).position === 'sticky' ? head.getBoundingClientRect().height : 0;
      return sheet.clientHeight - pinned;
    });
    expect(room).toBeGreaterThan(40);
    await panel(page).getByRole('link').last().scrollIntoViewIfNeeded();
    await expect(panel(page).getByRole('link').last()).toBeInViewport({ ratio: 1 });
    await panel(page).getByRole('button').first().click();
    await expect(panel(page)).toBeHidden();
    await expect(cell(page, 'c2', 9).getByRole('link')).toBeInViewport();
  });

  test('on paper there are no tools, and every cell, on one sheet lying', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await open(page, `/${lang}/matrix/?cell=c2-9`);
    for (const hidden of ['.tools', '#cell-panel', '.bar', '.footer__links', '.skip']) {
      await expect(page.locator(hidden), hidden).toBeHidden();
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('#matrix td a').filter({ visible: true })).toHaveCount(124);
    await expect(page.locator('#matrix caption')).toHaveText(text.caption);

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
    const [, width, height] = sheets[0].map(Number);
    expect(width).toBeGreaterThan(height);
    expect(sheets.length).toBeLessThanOrEqual(2); // the second holds the footer at most
  });
});

inOneLanguage(lang => {
  test('in forced colours the chosen cell stands out', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await open(page, `/${lang}/matrix/?goals=9,11&cell=c2-9`);
    expect((await outline(cell(page, 'c2', 9))).drawn).toBe(true);
    expect((await outline(cell(page, 'c5', 9))).drawn).toBe(false);
    const heading = page.locator('.tools__views button');
    const [chosen, other] = await heading.evaluateAll(all => all.map(e => getComputedStyle(e).backgroundColor));
    expect(chosen).not.toBe(other);
  });
});

test('reduced motion is respected', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/en/matrix/');
  await cell(page, 'c2', 9).click();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
