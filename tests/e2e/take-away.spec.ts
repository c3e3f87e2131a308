// What a reader takes away is what is shown: files and copies are read again and compared with the data.
import { readFileSync } from 'node:fs';
import { expect, inEachLanguage, goals, lines, matrix, open, test, texts, type Page } from './fixtures';

const shown = matrix.links.filter(link => [3, 9].includes(link.goal));

async function download(page: Page, kind: string) {
  const menu = page.locator('[data-export-menu]');
  if (!(await page.locator(`[data-export=${kind}]`).isVisible())) await menu.click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-export=${kind}]`).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Rows of a CSV whose every value is quoted. */
const rows = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map(row => [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(match => match[1].replaceAll('""', '"')));

inEachLanguage(lang => {
  test('CSV and JSON hold the links that are shown, and say where they are from @phone', async ({ page }) => {
    await open(page, `/${lang}/matrix/?goals=3,9&layer=activities`);
    await expect(page.locator('#matrix td[data-count]').first()).toBeAttached();
    const csv = await download(page, 'csv');
    expect(csv.name).toBe(`ict4sdg-matrix-${lang}-goals-3-9-layer-activities.csv`);
    const [head, ...body] = rows(csv.bytes.toString());
    expect(head.slice(-4)).toEqual(['source', 'licence', 'as_of', 'filters']);
    expect(body.map(row => [row[0], Number(row[3]), row[5]])).toEqual(shown.map(link => [link.line, link.goal, link.targets.join(' ')]));
    expect(body[0][2]).toBe(lines.find(line => line.id === body[0][0])!.short[lang]);
    expect(body[0][4]).toBe(goals.find(goal => goal.number === Number(body[0][3]))!.title[lang]);
    expect(body[0].at(-1)).toBe('goals=3,9&layer=activities');
    expect(body[0].at(-4)).toBe(page.url());

    const json = JSON.parse((await download(page, 'json')).bytes.toString());
    expect(json).toMatchObject({ filters: 'goals=3,9&layer=activities', source: page.url() });
    expect(json.as_of).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(json.licence).toBe(texts(lang, 'common').licence);
    expect(json.links.map((link: { line: string; goal: number; targets: string[] }) => [link.line, link.goal, link.targets])).toEqual(
      shown.map(link => [link.line, link.goal, link.targets]),
    );
    expect(json.links.every((link: { count: number }) => Number.isInteger(link.count))).toBe(true);
  });

  test('SVG is text in the direction of the language, PNG a picture of some size', async ({ page }) => {
    await open(page, `/${lang}/matrix/?goals=3,9&bridge=1`);
    const svg = (await download(page, 'svg')).bytes.toString();
    const told = await page.evaluate(source => {
      const document = new DOMParser().parseFromString(source, 'image/svg+xml');
      const root = document.documentElement;
      return {
        broken: document.querySelector('parsererror') !== null,
        direction: root.getAttribute('direction'),
        title: root.querySelector('title')?.textContent,
        texts: [...root.querySelectorAll('text')].map(text => text.textContent),
      };
    }, svg);
    expect(told).toMatchObject({ broken: false, direction: lang === 'ar' ? 'rtl' : 'ltr' });
    expect(told.title).toContain(texts(lang, 'explorer').heading);
    for (const code of ['C3', 'C7 e-agr', 'C10']) expect(told.texts.join(' ')).toContain(code);
    const png = await download(page, 'png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(1280);
  });

  test('copies as text and as a table say the same', async ({ page }) => {
    await open(page, `/${lang}/matrix/?lines=c2`);
    const text = texts(lang, 'help');
    await page.locator('[data-export-menu]').click();
    // What is written to the clipboard of the page: that of the system is shared with other tests.
    const copied = await page.evaluateHandle(() => {
      const copied: { text: string; html: string } = { text: '', html: '' };
      navigator.clipboard.writeText = async text => void (copied.text = text);
      navigator.clipboard.write = async ([item]) => void (copied.html = await (await item.getType('text/html')).text());
      return copied;
    });
    await page.getByRole('button', { name: text.copy_text }).click();
    await expect(page.locator('.take__answer')).toHaveText(text.copied_what);
    await page.getByRole('button', { name: text.copy_table }).click();
    await expect.poll(() => copied.evaluate(copied => copied.html)).toContain('<table');
    const { text: told, html } = await copied.jsonValue();
    for (const link of matrix.links.filter(link => link.line === 'c2')) {
      expect(told).toContain(link.targets.join(', '));
      expect(html).toContain(`<td>${link.targets.join(', ')}</td>`);
    }
    for (const copy of [told, html]) expect(copy).toContain(page.url());
  });

  test('the sheet of the system shares the state that is shown @phone', async ({ page }) => {
    await page.addInitScript(() => Object.assign(navigator, { share: async (what: unknown) => void Object.assign(globalThis, { shared: what }) }));
    await open(page, `/${lang}/matrix/?goals=3,9&bridge=1`);
    await page.locator('[data-export-menu]').click();
    await page.getByRole('button', { name: texts(lang, 'share').system }).click();
    await expect
      .poll(() => page.evaluate(() => (globalThis as { shared?: { url: string } }).shared?.url))
      .toBe(page.url());
  });

  test('the tour is taken by keyboard, is remembered, and comes again when asked for @phone', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    const text = texts(lang, 'help');
    const start = page.getByRole('button', { name: text.tour_start });
    await start.focus();
    await page.keyboard.press('Enter');
    const tour = page.getByRole('region', { name: text.tour_again });
    for (const [at, step] of text.tour_steps.entries()) {
      await expect(tour).toContainText(step);
      await expect(tour.getByRole('heading')).toBeFocused();
      if (at < 4) await tour.getByRole('button', { name: text.tour_next }).click();
    }
    await page.keyboard.press('Escape');
    await expect(tour).toBeHidden();
    await expect(start).toBeFocused();
    await open(page, `/${lang}/matrix/`);
    await expect(page.getByRole('button', { name: text.tour_skip })).toBeHidden();
    await start.click();
    await expect(tour).toContainText(text.tour_steps[0]);
  });
});
