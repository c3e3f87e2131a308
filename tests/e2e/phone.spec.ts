// Exploring by touch on a phone of 360 × 740.
import {
  cell, expect, goals, inEachLanguage, inOneLanguage, lineHeading, lines, linked, open, pages, panel, query, rationales, ready, selected,
  sideways, test, texts, visibleLinks, type Locator,
} from './fixtures.ts';

/** What is visible and smaller than a thumb: name and size. */
const tooSmall = (controls: Locator) =>
  controls.evaluateAll(elements =>
    elements
      .filter(element => element.checkVisibility({ visibilityProperty: true }))
      .map(element => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 44 || box.height < 44)
      .map(({ element, box }) => `${element.className || element.textContent} ${box.width} × ${box.height}`),
  );

test.describe('a French reader of an English page', () => {
  test.use({ locale: 'fr' });
  test('the offer of the reader’s language can be reached', async ({ page }) => {
    for (const address of ['/en/matrix/c2/9/', '/en/matrix/?goals=9&cell=c2-9']) {
      await open(page, address);
      await page.locator('.offer').getByRole('button').tap({ timeout: 5_000 });
      await expect(page.locator('.offer')).toHaveCount(0);
      await page.evaluate(() => localStorage.clear());
    }
  });
});

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');
  const common = texts(lang, 'common');

  test('no page scrolls sideways', async ({ page }) => {
    for (const [name, address] of Object.entries(pages(lang))) {
      await page.goto(address);
      expect(await sideways(page), name).toBe(0);
    }
    for (const state of ['cell=c2-9', 'view=list&by=goal', 'view=text']) {
      await open(page, `/${lang}/matrix/?${state}`);
      expect(await sideways(page), state).toBe(0);
    }
  });

  test('the matrix is a list by line with nothing left out', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    expect(await visibleLinks(page)).toEqual(linked());
    for (const line of lines) {
      await expect(lineHeading(page, line.id)).toBeVisible();
      await expect(lineHeading(page, line.id)).toContainText(line.short[lang]);
    }
  });

  test('the number of the goal can be read on every tile, in every layer', async ({ page }) => {
    for (const layer of ['', 'cases', 'gaps']) {
      await open(page, `/${lang}/matrix/?layer=${layer}`);
      if (layer) await expect(page.locator('#matrix td[data-count], #matrix td[data-gap]').first()).toBeAttached();
      const pale = await page.locator('#matrix td:has(a)').evaluateAll((cells: HTMLElement[]) => {
        const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
        const paper = getComputedStyle(document.body).backgroundColor;
        /** The luminance of colours painted over each other. */
        const luminance = (...colours: string[]) => {
          for (const colour of [paper, ...colours]) {
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
          }
          const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map(part =>
            part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        return cells.flatMap(cell => {
          const grounds = [getComputedStyle(cell).backgroundColor, getComputedStyle(cell.firstElementChild!).backgroundColor];
          const ground = luminance(...grounds);
          const ink = luminance(...grounds, getComputedStyle(cell, '::before').color);
          const ratio = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
          return ratio >= 3 ? [] : [`${cell.dataset.line}-${cell.dataset.goal}: ${ratio.toFixed(2)}`];
        });
      });
      expect(pale, layer).toEqual([]);
    }
  });

  test('tiles and controls are large enough for a thumb', async ({ page }) => {
    await open(page, `/${lang}/matrix/?cell=c2-9`);
    await page.locator('.tools__filters summary').evaluate((summary: HTMLElement) => summary.click());
    expect(await tooSmall(page.locator('#matrix td a, #matrix button')), 'matrix').toEqual([]);
    expect(await tooSmall(page.locator('.tools button, .tools summary')), 'tools').toEqual([]);
    expect(await tooSmall(panel(page).locator('button, summary, .panel__ways a')), 'sheet').toEqual([]);
    expect(await tooSmall(page.locator('.bar a, .bar summary, .footer a')), 'frame').toEqual([]);
    for (const view of ['list', 'text']) {
      await open(page, `/${lang}/matrix/?view=${view}`);
      expect(await tooSmall(page.locator('.lists a')), view).toEqual([]);
    }
  });

  test('a tap opens the sheet at the bottom, and its button closes it', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await cell(page, 'c2', 9).tap();
    await expect(panel(page)).toContainText(rationales(lang)['c2-9']);
    expect(await selected(page)).toEqual(['c2-9']);

    const sheet = (await panel(page).boundingBox())!;
    expect(Math.round(sheet.y + sheet.height)).toBe(740);
    expect(Math.round(sheet.width)).toBe(360);
    expect(sheet.y).toBeGreaterThan(100);

    const close = panel(page).getByRole('button', { name: common.close });
    await panel(page).evaluate(element => element.scrollTo(0, element.scrollHeight));
    await expect(panel(page).getByRole('link').last()).toBeInViewport();
    await expect(close).toBeInViewport({ ratio: 1 });
    await close.tap();
    await expect(panel(page)).toBeHidden();
    expect(query(page)).toBe('');
  });

  test('the drawer filters by goal and by line', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await page.locator('.tools__filters summary').tap();
    const drawer = page.locator('.tools__filters');
    const goal = drawer.getByRole('button', { name: goals[8].title[lang] });
    await goal.tap();
    await expect(goal).toHaveAttribute('aria-pressed', 'true');
    await drawer.getByRole('button', { name: `C2 ${lines[1].short[lang]}` }).tap();
    await drawer.getByRole('button', { name: goals[10].title[lang] }).tap();
    await expect.poll(() => query(page)).toBe('lines=c2&goals=9,11');
    expect(await visibleLinks(page)).toEqual(['c2-9', 'c2-11']);

    await page.getByRole('button', { name: text.reset }).tap();
    await expect.poll(() => visibleLinks(page)).toEqual(linked());
  });

  test('the list by goal opens the same sheet', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await page.getByRole('button', { name: text.view_goals }).tap();
    await page.locator('.lists li[data-line="c2"][data-goal="9"] a').tap();
    await expect(panel(page)).toContainText(rationales(lang)['c2-9']);
    await panel(page).getByRole('link', { name: text.open_page }).tap();
    await expect(page).toHaveURL(`/${lang}/matrix/c2/9/`);
    await ready(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('C2');
  });
});

inOneLanguage(lang => {
  test('the last cell comes out from under the sheet', async ({ page }) => {
    const last = linked().at(-1)!;
    await open(page, `/${lang}/matrix/?cell=${last}`);
    const [line, goal] = last.split('-');
    const tile = cell(page, line, Number(goal));
    await tile.evaluate(element => element.scrollIntoView({ block: 'start' }));
    const box = (await tile.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual((await panel(page).boundingBox())!.y);
  });

  test('a tap on the name of a line shows that line only', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await lineHeading(page, 'c4').tap();
    await expect.poll(() => query(page)).toBe('lines=c4');
    expect(await visibleLinks(page)).toEqual(linked(link => link.line === 'c4'));
  });
});
