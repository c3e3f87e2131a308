// Questions people bring: what serves all of these, what do these two share, where is this word.
import { cell, expect, goalHeading, goals, inEachLanguage, lines, linked, matrix, open, query, rationales, test, texts, visibleLinks } from './fixtures';

const served = (goal: number) => matrix.links.filter(link => link.goal === goal).map(link => link.line);
const both = lines.map(line => line.id).filter(id => served(3).includes(id) && served(9).includes(id));

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');

  test('which lines serve goals 3 and 9, why, and where is nobody yet @phone', async ({ page }) => {
    await open(page, `/${lang}/matrix/?goals=3,9`);
    await page.getByRole('button', { name: text.bridge }).click();
    await expect.poll(() => query(page)).toBe('goals=3,9&bridge=1');
    expect(await visibleLinks(page)).toEqual(linked(link => both.includes(link.line) && [3, 9].includes(link.goal)));
    const sentence = page.locator('.answers__sentence');
    for (const id of both) await expect(sentence).toContainText(lines.find(line => line.id === id)!.code);
    for (const id of both) {
      for (const goal of [3, 9]) await expect(page.locator('.answers')).toContainText(rationales(lang)[`${id}-${goal}`]);
    }
    await page.getByRole('button', { name: text.bridge }).click();
    await expect.poll(async () => (await visibleLinks(page)).length).toBe(served(3).length + served(9).length);
  });

  test('the same for lines, and for what nothing serves', async ({ page }) => {
    await open(page, `/${lang}/matrix/?lines=c5,c6&bridge=1`);
    const of = (line: string) => matrix.links.filter(link => link.line === line).map(link => link.goal);
    const shared = goals.map(goal => goal.number).filter(goal => of('c5').includes(goal) && of('c6').includes(goal));
    expect(await visibleLinks(page)).toEqual(linked(link => ['c5', 'c6'].includes(link.line) && shared.includes(link.goal)));
    await expect(page.locator('.answers__sentence')).toContainText(shared.at(-1)!.toString());
    await open(page, `/${lang}/matrix/?goals=7,14,10&bridge=1`);
    const none = lines.filter(line => [7, 14, 10].every(goal => served(goal).includes(line.id)));
    if (none.length === 0) await expect(page.locator('.answers__sentence')).toHaveText(text.bridge_none);
    else expect(new Set((await visibleLinks(page)).map(id => id.replace(/-\d+$/, ''))).size).toBe(none.length);
    await open(page, `/${lang}/matrix/?lines=c7-elea,c7-egov&bridge=1`);
    await expect(page.locator('.answers__sentence')).toHaveText(text.bridge_none);
    expect(await visibleLinks(page)).toEqual([]);
  });

  test('two goals are compared: what they share and what each has alone', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await goalHeading(page, 3).click();
    await page.getByText(text.filter_heading).click();
    await page.locator('.switch[data-goal="9"]').click();
    const columns = page.locator('.answers__columns > div');
    const codes = (ids: string[]) => ids.map(id => lines.find(line => line.id === id)!.code);
    await expect(columns.nth(0).locator('li > b')).toHaveText(codes(both));
    // Each end with its own targets, never mixed.
    const ends = both.flatMap(line => [3, 9].map(goal => matrix.links.find(link => link.line === line && link.goal === goal)!));
    const shown = ends.map(link => (link.targets.length ? link.targets.join(' ') : texts(lang, 'common').whole_goal));
    const cells = columns.nth(0).locator('.answers__end');
    await expect(cells).toContainText(shown);
    expect(await cells.getByRole('link').evaluateAll(all => all.map(link => link.getAttribute('href')))).toEqual(
      ends.map(link => `/${lang}/matrix/${link.line}/${link.goal}/`),
    );
    await expect(columns.nth(1).getByRole('link')).toHaveText(codes(served(3).filter(id => !both.includes(id))));
    await expect(columns.nth(2).getByRole('link')).toHaveText(codes(served(9).filter(id => !both.includes(id))));
    // One choice, one entry in the history.
    await page.goBack();
    await expect(page.locator('.answers')).toHaveCount(0);
    expect(query(page)).toBe('goals=3');
  });

  test('a code lights up what cites it, as it is typed @phone', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    const entries = await page.evaluate(() => history.length);
    await page.getByLabel(text.find_label).fill('9.c');
    const citing = linked(link => link.targets.includes('9.c'));
    await expect
      .poll(() => page.locator('#matrix td[data-match]').evaluateAll(all => all.map(td => `${td.getAttribute('data-line')}-${td.getAttribute('data-goal')}`)))
      .toEqual(citing);
    await expect(page.locator('[aria-live]').filter({ hasText: String(citing.length) })).toBeAttached();
    expect(query(page)).toBe('q=9.c');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await page.getByLabel(text.find_label).fill('');
    await expect(page.locator('[data-match]')).toHaveCount(0);
  });

  test('a word is found in titles and reasons, and nonsense is said to be nowhere', async ({ page }) => {
    const word = { en: 'farm', ar: 'الزراع' }[lang];
    await open(page, `/${lang}/matrix/?q=${encodeURIComponent(word)}`);
    await expect(page.locator('#matrix th[data-line="c7-eagr"]')).toHaveAttribute('data-match', '');
    await expect(cell(page, 'c7-eagr', 2)).toHaveAttribute('data-match', '');
    await page.getByLabel(text.find_label).fill('<b>xyzzy');
    await expect(page.locator('.tools__found')).toHaveText(text.find_none.replace('{words}', '<b>xyzzy'));
    await expect(page.locator('[data-match]')).toHaveCount(0);
  });
});
