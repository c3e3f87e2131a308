// The search over everything.
import { expect, inEachLanguage, inOneLanguage, open, query, test, texts, type Page } from './fixtures.ts';

const kinds = (page: Page) => page.locator('[data-results] .hits').evaluateAll(all => all.map(group => group.getAttribute('data-kind')));
const field = (page: Page) => page.locator('#search-q');

const WORDS = { en: 'farmers', ar: 'المزارعين' } as const;

inEachLanguage(lang => {
  test('words find links of the matrix and case studies, highlighted', { tag: '@phone' }, async ({ page }) => {
    await open(page, `/${lang}/search/`);
    await field(page).fill(WORDS[lang]);
    await expect.poll(() => kinds(page)).toContain('story');
    expect(await kinds(page)).toContain('cell');
    await expect(page.locator('.hit mark').first()).toBeVisible();
    expect(new URLSearchParams(query(page)).get('q')).toBe(WORDS[lang]);
    const hit = page.locator('[data-kind=story] .hit__title').first();
    const title = await hit.textContent();
    await hit.click();
    await expect(page.locator('h1')).toHaveText(title!);
  });

  test('a code is answered before the index is asked', async ({ page }) => {
    await open(page, `/${lang}/search/?q=9.c`);
    const answer = page.locator('[data-kind=code] a');
    await expect(answer).toHaveAttribute('href', `/${lang}/goals/9/#targets`);
    await field(page).fill('C2 9');
    await expect(answer).toHaveAttribute('href', `/${lang}/matrix/c2/9/`);
    await field(page).fill('SDG 9');
    await expect(answer).toHaveAttribute('href', `/${lang}/goals/9/`);
  });
});

test('Chinese words are found', async ({ page }) => {
  await open(page, '/zh/search/?q=农业');
  await expect.poll(() => kinds(page)).toContain('cell');
  expect(await kinds(page)).toContain('goal');
});

inOneLanguage(lang => {
  const text = texts(lang, 'search');

  test('a slip is answered by what was meant, not by what begins alike', async ({ page }) => {
    await open(page, `/${lang}/search/?q=agricluture`);
    const meant = page.locator('.search-page__meant a');
    await expect(meant).toHaveText('agriculture');
    expect(await kinds(page)).toEqual([]);
    await meant.click();
    await expect.poll(() => kinds(page)).toContain('cell');
    await expect(page).toHaveURL(`/${lang}/search/?q=agriculture`);
  });

  test('what only another language has is offered, marked', async ({ page }) => {
    await open(page, `/${lang}/search/?q=образование`);
    const other = page.locator('[data-kind=elsewhere] .hit').first();
    await expect(other).toHaveAttribute('lang', 'ru');
    await expect(other.getByRole('link')).toHaveAttribute('href', /^\/ru\//);
  });

  test('nothing at all is said plainly, and hostile words stay words', async ({ page }) => {
    const words = '<zzzzqqqq onqqqq="zzzzqqqqzzzz">';
    await open(page, `/${lang}/search/?q=${encodeURIComponent(words)}`);
    await expect(page.locator('.search-page__none')).toContainText(words);
    await expect(page.locator('zzzzqqqq')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: text.ways })).toBeVisible();
  });

  test('the key / leads to the field, and can be switched off', async ({ page }) => {
    await open(page, `/${lang}/about/`);
    await page.keyboard.press('/');
    await expect(page).toHaveURL(`/${lang}/search/#search-q`);
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('a/b');
    await expect(field(page)).toHaveValue('a/b');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('a/b');
    await page.getByRole('switch').click();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await expect(field(page)).not.toBeFocused();
    await page.reload();
    await expect(page.getByRole('switch')).toHaveAttribute('aria-checked', 'false');
  });

  test('more of a kind is shown on request', async ({ page }) => {
    await open(page, `/${lang}/search/?q=farmers`);
    const group = page.locator('[data-kind=cell]');
    await expect(group.locator('.hit')).toHaveCount(5);
    await group.getByRole('button', { name: text.more }).click();
    await expect.poll(() => group.locator('.hit').count()).toBeGreaterThan(5);
  });

  test.describe('when the index cannot be loaded', () => {
    test.use({ expectedErrors: /500|Failed to (load|fetch)|error loading dynamically/ });
    test('it says so and tries again', async ({ page }) => {
      await page.route('**/search/en/pagefind.js', route => route.fulfill({ status: 500, body: '' }));
      await open(page, `/${lang}/search/?q=farmers`);
      await expect(page.locator('[data-results]')).toContainText(text.failed);
      await expect(page.getByRole('button', { name: text.retry })).toBeVisible();
    });
  });
});
