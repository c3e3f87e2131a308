// The whole site by plain links, with script switched off.
import { cell, expect, goals, inEachLanguage, inOneLanguage, lines, linked, pages, rationales, test, texts, visibleLinks } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');

  test('the matrix is a table of plain links', async ({ page }) => {
    await page.goto(`/${lang}/matrix/`);
    const table = page.getByRole('table');
    await expect(table.locator('caption')).toHaveText(text.caption);
    await expect(table.locator('caption')).toBeVisible();
    await expect(table.locator('td a')).toHaveCount(124);
    const columns = table.locator('th[scope=col]');
    const numbers = await columns.evaluateAll(all => all.map(th => Number(th.getAttribute('data-goal'))));
    expect(numbers).toEqual(goals.map(goal => goal.number));
    const rows = table.locator('th[scope=row]');
    const ids = await rows.evaluateAll(all => all.map(th => th.getAttribute('data-line')));
    expect(ids).toEqual(lines.map(line => line.id));
    await expect(page.locator('[role=grid], [role=gridcell], #matrix [aria-selected], #matrix [tabindex]')).toHaveCount(0);
    expect(await visibleLinks(page)).toEqual(linked());

    // No room is kept for what only the application can do.
    for (const part of ['.tour-line', '.tools']) expect(await page.locator(part).boundingBox(), part).toBeNull();

    const link = cell(page, 'c2', 9).getByRole('link');
    await expect(link).toHaveAttribute('href', `/${lang}/matrix/c2/9/`);
    expect(await link.getAttribute('aria-label')).toMatch(/C2 .+ 9 .+9\.1.+9\.a.+9\.c/);
  });

  test('a reader goes from home to the matrix, a cell, its line and its goal', { tag: '@phone' }, async ({ page }) => {
    await page.goto(`/${lang}/`);
    await page.getByRole('main').getByRole('link', { name: texts(lang, 'home').explore }).click();
    await expect(page).toHaveURL(`/${lang}/matrix/`);
    await cell(page, 'c2', 9).getByRole('link').click();
    await expect(page).toHaveURL(`/${lang}/matrix/c2/9/`);
    await expect(page.getByRole('main')).toContainText(rationales(lang)['c2-9']);
    await expect(page.getByRole('term').filter({ hasText: '9.c' })).toBeVisible();

    await page.locator('h1').getByRole('link').first().click();
    await expect(page).toHaveURL(`/${lang}/lines/c2/`);
    await expect(page.locator('h1')).toContainText(lines[1].short[lang]);
    await expect(page.getByRole('main')).toContainText(rationales(lang)['c2-9']);

    await page.locator('.link-list').getByRole('link', { name: goals[8].title[lang] }).click();
    await page.locator('h1').getByRole('link').last().click();
    await expect(page).toHaveURL(`/${lang}/goals/9/`);
    await expect(page.locator('h1')).toContainText(goals[8].title[lang]);
  });

  test('only what works is shown', async ({ page }) => {
    for (const [name, address] of Object.entries(pages(lang))) {
      await page.goto(address);
      await expect(page.locator('button, .tools, .failed-note, .offer').filter({ visible: true }), name).toHaveCount(0);
      await expect(page.getByText(text.keys).filter({ visible: true }), name).toHaveCount(0);
    }
  });
});

inOneLanguage(lang => {
  test('the language menu and the doubts open', async ({ page }) => {
    await page.goto(`/${lang}/matrix/c1/16/`);
    await page.locator('.how-sure summary').click();
    await expect(page.getByText(texts(lang, 'link').readings_differ)).toBeVisible();
    await page.locator('.languages summary').click();
    await page.locator('.languages a[hreflang=fr]').click();
    await expect(page).toHaveURL('/fr/matrix/c1/16/');
  });
});

test('the root is six plain links', async ({ page }) => {
  await page.goto('/');
  const links = page.getByRole('link');
  await expect(links).toHaveCount(6);
  expect(await links.evaluateAll(all => all.map(link => link.getAttribute('href')))).toEqual(
    ['ar', 'en', 'es', 'fr', 'ru', 'zh'].map(lang => `/${lang}/`),
  );
  await links.first().click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});
