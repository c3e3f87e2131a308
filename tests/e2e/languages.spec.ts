// Six languages: switching, the choice at the root, and the offer of the reader's own.
import { cell, expect, open, panel, rationales, ready, selected, test, texts, type Lang, type Page } from './fixtures.ts';

const ALL: Lang[] = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
const NAMES: Record<Lang, string> = {
  ar: 'العربية', en: 'English', es: 'Español', fr: 'Français', ru: 'Русский', zh: '中文',
};
const offer = (page: Page) => page.locator('.offer');

async function switchTo(page: Page, lang: Lang) {
  await page.locator('.languages summary').click();
  await page.locator('.languages').getByRole('link', { name: NAMES[lang] }).click();
}

/** Pretends that the browser prefers these languages. */
const prefer = (page: Page, languages: string[]) =>
  page.addInitScript(
    list => Object.defineProperty(Navigator.prototype, 'languages', { get: () => list, configurable: true }),
    languages,
  );

test('switching the language keeps the place and the query', async ({ page }) => {
  await open(page, '/en/matrix/?goals=9&cell=c2-9');
  for (const [lang, dir] of [['fr', 'ltr'], ['ar', 'rtl'], ['en', 'ltr']] as [Lang, string][]) {
    await switchTo(page, lang);
    await expect(page).toHaveURL(`/${lang}/matrix/?goals=9&cell=c2-9`);
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('html')).toHaveAttribute('dir', dir);
    await expect(panel(page)).toContainText(rationales(lang)['c2-9']);
    expect(await selected(page)).toEqual(['c2-9']);
  }
});

test('the language menu follows choices and pages reached without loading anew', async ({ page }) => {
  const french = page.locator('.languages a[hreflang=fr]');
  await open(page, '/en/matrix/?cell=c2-9');
  await page.locator('.tools__filters summary').click();
  await page.locator('.tools__filters button[data-goal="9"]').click();
  await expect(french).toHaveAttribute('href', '/fr/matrix/?goals=9&cell=c2-9');
  await panel(page).getByRole('link', { name: texts('en', 'explorer').open_page }).click();
  await expect(page).toHaveURL('/en/matrix/c2/9/');
  await expect(french).toHaveAttribute('href', '/fr/matrix/c2/9/');
  await switchTo(page, 'fr');
  await expect(page).toHaveURL('/fr/matrix/c2/9/');
  await expect(page.locator('h1')).toContainText('C2');
});

test('back from another language leads to the page it was chosen on', async ({ page }) => {
  await open(page, '/en/matrix/');
  await cell(page, 'c2', 9).click();
  await switchTo(page, 'ar');
  await expect(page).toHaveURL('/ar/matrix/?cell=c2-9');
  await ready(page);
  await page.goBack();
  await expect(page).toHaveURL('/en/matrix/?cell=c2-9');
  await ready(page);
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  expect(await selected(page)).toEqual(['c2-9']);
});

test.describe('the root', () => {
  test('leads each reader to the site in their language', async ({ page }) => {
    for (const lang of ALL) {
      await prefer(page, [lang]);
      await page.goto('/');
      await expect(page).toHaveURL(`/${lang}/`);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
    }
    await ready(page);
    await expect(offer(page)).toHaveCount(0);
  });

  test('takes the first of the browser’s languages that the site has', async ({ page }) => {
    await prefer(page, ['pt-BR', 'ru-RU', 'fr']);
    await page.goto('/');
    await expect(page).toHaveURL('/ru/');
  });

  test('stays and offers all six when it has none of them', async ({ page }) => {
    await prefer(page, ['pt-BR', 'de']);
    await page.goto('/');
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(6);
    await expect(page).toHaveURL('/');
    await page.getByRole('link', { name: NAMES.ar }).click();
    await expect(page).toHaveURL('/ar/');
  });

  test('remembers the language chosen before', async ({ page }) => {
    await open(page, '/en/about/');
    await switchTo(page, 'es');
    await expect(page).toHaveURL('/es/about/');
    await page.goto('/');
    await expect(page).toHaveURL('/es/');
  });

  test('does not get in the way of going back', async ({ page }) => {
    await open(page, '/en/about/');
    await page.goto('/');
    await expect(page).toHaveURL('/en/');
    await page.goBack();
    await expect(page).toHaveURL('/en/about/');
  });
});

test.describe('a French reader on an English page', () => {
  test.use({ locale: 'fr-CA' });
  const french = texts('fr', 'common').offer;

  test('is offered the same place in French', async ({ page }) => {
    await open(page, '/en/matrix/?goals=9&cell=c2-9');
    const link = offer(page).getByRole('link', { name: french });
    await expect(link).toBeInViewport({ ratio: 1 });
    await expect(link).toHaveAttribute('lang', 'fr');
    await link.click();
    await expect(page).toHaveURL('/fr/matrix/?goals=9&cell=c2-9');
    await ready(page);
    await expect(offer(page)).toHaveCount(0);
    await page.goto('/');
    await expect(page).toHaveURL('/fr/');
  });

  test('is not asked again once the offer is closed', async ({ page }) => {
    await open(page, '/en/matrix/');
    await offer(page).getByRole('button', { name: texts('en', 'common').close }).click();
    await expect(offer(page)).toHaveCount(0);
    await open(page, '/en/matrix/c2/9/');
    await page.locator('h1').getByRole('link').first().click();
    await expect(page).toHaveURL('/en/lines/c2/');
    await expect(offer(page)).toHaveCount(0);
  });

  test('can still use the explorer beside the offer', async ({ page }) => {
    await open(page, '/en/matrix/?cell=c2-9');
    await expect(offer(page)).toBeVisible();
    await panel(page).getByRole('button', { name: texts('en', 'common').close }).click();
    await expect(page).toHaveURL('/en/matrix/');
    await open(page, '/en/');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('.footer a').last().click();
    await expect(page).toHaveURL('/en/submit/');
  });

  test('is offered French where storage is blocked, too', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('blocked', 'SecurityError'); } }),
    );
    await open(page, '/en/matrix/');
    await offer(page).getByRole('button').click();
    await expect(offer(page)).toHaveCount(0);
    await page.goto('/');
    await expect(page).toHaveURL('/fr/');
  });
});

test.describe('an Arabic reader on an English page', () => {
  test.use({ locale: 'ar-EG' });
  test('reads the offer from right to left', async ({ page }) => {
    await open(page, '/en/matrix/c2/9/');
    const link = offer(page).getByRole('link', { name: texts('ar', 'common').offer });
    await expect(link).toHaveAttribute('dir', 'rtl');
    await link.click();
    await expect(page).toHaveURL('/ar/matrix/c2/9/');
  });
});
