// Exploring the matrix by mouse.
import {
  cell, expect, goalHeading, goals, hold, inEachLanguage, inOneLanguage, lineHeading, lines, linked, open, panel, query, ready, selected,
  targets, test, texts, visibleLinks,
} from './fixtures.ts';

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');
  const common = texts(lang, 'common');
  const link = texts(lang, 'link');

  test('a click on a cell explains the link, and the button closes it', async ({ page, request }) => {
    const { rationales } = await (await request.get(`/data/${lang}/matrix.json`)).json();
    await open(page, `/${lang}/matrix/`);
    await expect(panel(page)).toContainText(text.hint);

    await cell(page, 'c2', 9).click();

    await expect(page).toHaveURL(`/${lang}/matrix/?cell=c2-9`);
    const heading = panel(page).getByRole('heading', { level: 2 });
    await expect(heading).toContainText(`C2 ${lines[1].short[lang]}`);
    await expect(heading).toContainText(goals[8].title[lang]);
    await expect(panel(page)).toContainText(rationales['c2-9']);
    await expect(panel(page).getByRole('term')).toHaveText(['9.1', '9.a', '9.c']);
    const gists = ['9.1', '9.a', '9.c'].map(code => targets.find(target => target.code === code)!.gist![lang]);
    await expect(panel(page).getByRole('definition')).toHaveText(gists);
    await expect(panel(page)).toContainText(common.confirmed);
    const ways = [
      [text.open_page, `/${lang}/matrix/c2/9/`],
      [text.open_line, `/${lang}/lines/c2/`],
      [text.open_goal, `/${lang}/goals/9/`],
    ];
    for (const [name, href] of ways) {
      await expect(panel(page).getByRole('link', { name })).toHaveAttribute('href', href);
    }
    expect(await selected(page)).toEqual(['c2-9']);

    await cell(page, 'c4', 12).click();
    await expect.poll(() => selected(page)).toEqual(['c4-12']);
    expect(query(page)).toBe('cell=c4-12');
    await expect(panel(page)).toContainText(goals[11].title[lang]);

    await panel(page).getByRole('button', { name: common.close }).click();

    await expect(panel(page)).toContainText(text.hint);
    expect(await selected(page)).toEqual([]);
    expect(query(page)).toBe('');
    await expect(cell(page, 'c4', 12).getByRole('link')).toBeFocused();
  });

  test('gaps and doubts are told', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await cell(page, 'c2', 3).click();
    await expect(panel(page)).toContainText(text.no_link);
    expect(query(page)).toBe('cell=c2-3');
    expect(await selected(page)).toEqual(['c2-3']);
    await expect(panel(page).getByRole('link')).toHaveCount(2); // to its line and its goal

    await cell(page, 'c1', 16).click();
    const details = panel(page).getByRole('group');
    await expect(details).toContainText(common.disputed);
    await details.locator('summary').click();
    await expect(details).toContainText(link.readings_differ);
    await expect(details.getByRole('term')).toHaveText([link.reading_copy, link.reading_record]);

    await cell(page, 'c8', 9).click();
    await expect(panel(page)).toContainText(common.unconfirmed);
  });

  test('headings filter, several can be chosen, and everything comes back', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    const reset = page.getByRole('button', { name: text.reset });
    const showing = page.locator('.tools__showing');
    await expect(reset).toBeVisible();
    await expect(showing).toContainText('124');

    await goalHeading(page, 9).click();
    await expect(goalHeading(page, 9)).toHaveAttribute('aria-pressed', 'true');
    expect(query(page)).toBe('goals=9');
    await expect(showing).toContainText('11');
    expect(await visibleLinks(page)).toEqual(linked(link => link.goal === 9));
    await expect(page.locator('#matrix tbody td').filter({ visible: true })).toHaveCount(18);

    await page.locator('.tools__filters summary').click();
    const drawer = page.locator('.tools__filters');
    await drawer.getByRole('button', { name: goals[16].title[lang] }).click();
    await lineHeading(page, 'c5').click();
    await drawer.getByRole('button', { name: lines[5].short[lang] }).click();
    await expect.poll(() => query(page)).toBe('lines=c5,c6&goals=9,17');
    await expect(lineHeading(page, 'c5')).toHaveAttribute('aria-pressed', 'true');
    expect(await visibleLinks(page)).toEqual(
      linked(link => ['c5', 'c6'].includes(link.line) && [9, 17].includes(link.goal)),
    );
    await expect(reset).toBeVisible();

    await goalHeading(page, 17).click();
    await expect.poll(() => query(page)).toBe('lines=c5,c6&goals=9');

    await reset.click();
    expect(query(page)).toBe('');
    expect(await visibleLinks(page)).toEqual(linked());
    await expect(reset).toBeVisible();
    await expect(goalHeading(page, 9)).toHaveAttribute('aria-pressed', 'false');
  });
});

inOneLanguage(lang => {
  const text = texts(lang, 'explorer');

  test('a choice made before the reasons have arrived shows them when they come', async ({ page, request }) => {
    const { rationales } = await (await request.get(`/data/${lang}/matrix.json`)).json();
    const release = await hold(page, '**/data/*/matrix.json');
    await open(page, `/${lang}/matrix/`);
    await cell(page, 'c2', 9).click();
    await expect(panel(page)).toContainText(text.loading);
    release();
    await expect(panel(page)).toContainText(rationales['c2-9']);
  });

  test('a filter keeps the chosen cell, the reset does too, and an empty choice says so', async ({ page }) => {
    await open(page, `/${lang}/matrix/?lines=c2&goals=3&cell=c2-9`);
    await expect(page.locator('.tools__showing')).toContainText(text.none);
    await page.getByRole('button', { name: text.reset }).click();
    expect(await selected(page)).toEqual(['c2-9']);
    await goalHeading(page, 9).click();
    await expect.poll(() => query(page)).toBe('goals=9&cell=c2-9');
    await page.getByRole('button', { name: text.reset }).click();
    expect(query(page)).toBe('cell=c2-9');
    expect(await selected(page)).toEqual(['c2-9']);
  });

  test('the pointer marks the row and the column', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    const look = async () => [
      await lineHeading(page, 'c2').evaluate(element => getComputedStyle(element).backgroundColor),
      await cell(page, 'c2', 9).evaluate(element => getComputedStyle(element.closest('td')!, '::before').height),
    ];
    const [row, column] = await look();
    await cell(page, 'c2', 9).hover();
    const [marked, under] = await look();
    expect(marked).not.toBe(row);
    expect(under).not.toBe(column);
  });

  test('a click with Ctrl opens the page of the link in a new tab', async ({ page, context }) => {
    await open(page, `/${lang}/matrix/`);
    const opened = context.waitForEvent('page');
    await cell(page, 'c2', 9).click({ modifiers: ['Control'] });
    const tab = await opened;
    await ready(tab);
    await expect(tab).toHaveURL(`/${lang}/matrix/c2/9/`);
    await expect(page).toHaveURL(`/${lang}/matrix/`);
    expect(await selected(page)).toEqual([]);
  });
});
