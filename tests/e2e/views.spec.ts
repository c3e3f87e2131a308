// The same links as a grid, as lists, and as sentences.
import {
  cell, expect, goals, inEachLanguage, inOneLanguage, lines, linked, matrix, open, panel, query, rationales, test, texts, visibleLinks,
  type Page,
} from './fixtures.ts';

const VIEWS = ['view=list', 'view=list&by=goal', 'view=text'];

const hrefs = (page: Page) =>
  page
    .locator('.explorer__main :is(td, li)[data-goal] a')
    .evaluateAll(links => links.filter(link => link.checkVisibility()).map(link => link.getAttribute('href')).sort());

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');

  test('every view has the same 124 links, and the same filter', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    const expected = await hrefs(page);
    expect(new Set(expected).size).toBe(124);
    const fits = linked(link => ['c2', 'c5'].includes(link.line) && [9, 17].includes(link.goal)).sort();
    for (const view of VIEWS) {
      await open(page, `/${lang}/matrix/?lines=c2,c5&goals=9,17&${view}`);
      expect((await visibleLinks(page)).sort(), view).toEqual(fits);
      await page.getByRole('button', { name: text.reset }).click();
      await expect.poll(() => hrefs(page), view).toEqual(expected);
      expect((await visibleLinks(page)).length, view).toBe(124);
    }
  });

  test('buttons change the view and say which is chosen', async ({ page }) => {
    await open(page, `/${lang}/matrix/?goals=9`);
    const views = page.getByRole('group', { name: text.view_label, exact: true }).getByRole('button');
    const states: [string, string, number][] = [
      [text.view_lines, 'goals=9&view=list', 11],
      [text.view_goals, 'goals=9&view=list&by=goal', 1],
      [text.view_text, 'goals=9&view=text', 0],
      [text.view_grid, 'goals=9', 0],
    ];
    for (const [name, search, groups] of states) {
      await views.getByText(name, { exact: true }).click();
      await expect.poll(() => query(page)).toBe(search);
      await expect(views.and(page.locator('[aria-pressed=true]'))).toHaveText(name);
      await expect(page.locator('.explorer__main h2')).toHaveCount(groups);
      await expect.poll(() => visibleLinks(page)).toEqual(linked(link => link.goal === 9));
    }
  });

  test('an entry opens the panel, and closing gives the focus back to it', async ({ page }) => {
    await open(page, `/${lang}/matrix/?goals=9`);
    for (const view of [text.view_lines, text.view_goals, text.view_text]) {
      await page.getByRole('button', { name: view, exact: true }).click();
      const entry = page.locator('.lists li[data-line="c2"][data-goal="9"] a');
      await entry.click();
      await expect(panel(page)).toContainText(rationales(lang)['c2-9']);
      expect(query(page)).toContain('cell=c2-9');
      await panel(page).getByRole('button').first().focus();
      await page.keyboard.press('Escape');
      await expect(panel(page)).toContainText(text.hint);
      await expect(entry).toBeFocused();
    }
  });

  test('the lists name line, goal, targets and doubts', async ({ page }) => {
    const doubted = matrix.links.filter(link => link.status !== 'confirmed').length;
    await open(page, `/${lang}/matrix/?view=list`);
    await expect(page.locator('.lists .status')).toHaveCount(doubted);
    const entry = page.locator('.lists li[data-line="c2"][data-goal="9"]');
    await expect(entry).toContainText(goals[8].title[lang]);
    await expect(entry).toContainText(/9\.1\s+9\.a\s+9\.c/);
    await open(page, `/${lang}/matrix/?view=text`);
    const sentence = entry.getByRole('link');
    for (const part of ['C2', lines[1].short[lang], goals[8].title[lang], '9.1', '9.a', '9.c']) {
      await expect(sentence).toContainText(part);
    }
    await expect(page.locator('.lists .status')).toHaveCount(doubted);
  });
});

inOneLanguage(lang => {
  const text = texts(lang, 'explorer');

  test('from a list back to the grid, the chosen cell is still chosen', async ({ page }) => {
    await open(page, `/${lang}/matrix/?view=text&cell=c2-9`);
    await page.getByRole('button', { name: text.view_grid, exact: true }).click();
    await expect(cell(page, 'c2', 9)).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('#matrix [tabindex="0"]')).toHaveCount(1);
  });
});
