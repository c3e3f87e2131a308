// What the cells count: layers, gaps, and the lists behind the numbers.
import { readFileSync } from 'node:fs';
import { cell, expect, inEachLanguage, matrix, open, panel, query, stories, test, texts } from './fixtures';

const json = (path: string) => JSON.parse(readFileSync(new URL(`../../public/data/${path}`, import.meta.url), 'utf8'));
const layers: { id: string; name: Record<string, string>; unit: Record<string, Record<string, string>> }[] = json('layers.json').layers;
const activities: { lines: string[]; goals: number[] }[] = json('activities.json').activities;

const named = (all: { lines: string[]; goals: number[] }[], line: string, goal: number) =>
  all.filter(one => one.lines.includes(line) && one.goals.includes(goal)).length;

inEachLanguage(lang => {
  const name = (id: string) => layers.find(layer => layer.id === id)!.name[lang];

  for (const [id, all] of [['cases', stories], ['activities', activities]] as const) {
    test(`the layer of ${id} counts every cell and leads to the list behind it @phone`, async ({ page }) => {
      await open(page, `/${lang}/matrix/`);
      await page.getByRole('button', { name: name(id), exact: true }).click();
      await expect(cell(page, 'c2', 9)).toHaveAttribute('data-count', String(named(all, 'c2', 9)));
      expect(query(page)).toBe(`layer=${id}`);
      const counts = await page
        .locator('#matrix td[data-count]')
        .evaluateAll(cells => cells.map(td => [td.getAttribute('data-line'), Number(td.getAttribute('data-goal')), Number(td.getAttribute('data-count'))]));
      expect(counts).toEqual(matrix.links.map(link => [link.line, link.goal, named(all, link.line, link.goal)]));
      // The number is what is seen, and its name says what it counts.
      const link = cell(page, 'c2', 9).getByRole('link');
      await expect(link).toHaveText(String(named(all, 'c2', 9)));
      await expect(link).toHaveAccessibleName(new RegExp(String(named(all, 'c2', 9))));
      await link.click();
      await panel(page).getByRole('link', { name: texts(lang, 'explorer').see_list }).click();
      if (id === 'cases') {
        await expect(page.locator('[data-results] article[data-slug]').first()).toBeVisible();
        await expect(page).toHaveURL(`/${lang}/case-studies/?goals=9&lines=c2`);
        await expect(page.locator('.library__count')).toContainText(String(named(all, 'c2', 9)));
      } else {
        await expect(page).toHaveURL(`/${lang}/matrix/c2/9/#activities`);
        await expect(page.locator('#activities li')).toHaveCount(named(all, 'c2', 9));
      }
    });
  }

  test('gaps are shown as such and invite', async ({ page }) => {
    await open(page, `/${lang}/matrix/?layer=gaps`);
    const expected = matrix.links.filter(link => named(stories, link.line, link.goal) === 0).map(link => `${link.line}-${link.goal}`);
    const gaps = page.locator('#matrix td[data-gap]');
    await expect(gaps).toHaveCount(expected.length);
    expect(await gaps.evaluateAll(cells => cells.map(td => `${td.getAttribute('data-line')}-${td.getAttribute('data-goal')}`))).toEqual(expected);
    await gaps.first().getByRole('link').click();
    await expect(panel(page).getByRole('link', { name: texts(lang, 'explorer').gap_invite })).toHaveAttribute('href', `/${lang}/submit/?cell=${expected[0]}`);
  });

  test('pairs outside the matrix are listed below, never painted', async ({ page }) => {
    await open(page, `/${lang}/matrix/?layer=activities`);
    await page.getByText(texts(lang, 'explorer').outside).click();
    const pairs = new Set(activities.flatMap(one => one.lines.flatMap(line => one.goals.map(goal => `${line}-${goal}`))));
    for (const link of matrix.links) pairs.delete(`${link.line}-${link.goal}`);
    await expect(page.locator('.layer__outside li')).toHaveCount(pairs.size);
    expect(await page.locator('#matrix td[data-count]').count()).toBe(matrix.links.length);
  });

  test('a layer is a state like any other: lists, back, an unknown one', async ({ page }) => {
    await open(page, `/${lang}/matrix/?view=list&layer=activities`);
    const entry = page.locator('.lists li[data-line=c2][data-goal="9"]');
    await expect(entry).toHaveAttribute('data-count', String(named(activities, 'c2', 9)));
    await page.getByRole('button', { name: texts(lang, 'explorer').layer_links, exact: true }).click();
    await expect(entry).not.toHaveAttribute('data-count');
    await page.goBack();
    await expect(entry).toHaveAttribute('data-count', String(named(activities, 'c2', 9)));
    await open(page, `/${lang}/matrix/?layer=nonsense`);
    await expect(cell(page, 'c2', 9)).not.toHaveAttribute('data-count');
  });
});
