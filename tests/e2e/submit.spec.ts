// The form on a site without an API: drafts, errors, preview, and the file that is handed over.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, inEachLanguage, test } from './fixtures';
import { openForm, tell } from './telling';

const TITLE = 'Weather by text message';

inEachLanguage(lang => {
  test(`the form names what is missing and hands over a file once all is right (${lang}) @phone`, async ({ page }) => {
    await openForm(page, `/${lang}/submit/`);
    await page.locator('[data-handover]').click();
    const errors = page.locator('[data-errors]');
    await expect(errors).toBeFocused();
    const wrong = await errors.locator('a').count();
    expect(wrong).toBeGreaterThan(8);
    await errors.locator('a').first().click();
    await expect(page.locator('[name=title]')).toBeFocused();
    await expect(page.locator('[name=title]')).toHaveAttribute('aria-invalid', 'true');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await tell(page, TITLE);
    await expect(errors).toBeHidden();
    const download = page.waitForEvent('download');
    await page.locator('[data-handover]').click();
    const { data } = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
    expect(data).toMatchObject({ title: TITLE, lang, goals: [9], lines: ['c2'], countries: ['KE'], years: { from: 2019 }, consent: true, website: '' });
    const receipt = page.locator('[data-receipt]');
    await expect(receipt).toBeFocused();
    await expect(receipt.locator('input')).toHaveValue(new RegExp(`/${lang}/submit/#story=${data.id}$`));
  });
});

test('a draft outlives the page, several stand beside each other, and a file carries one to another device', async ({ page, browser }) => {
  await openForm(page, '/en/submit/');
  await page.locator('[name=title]').fill('First');
  await page.locator('[data-rows=links] [data-add]').click();
  await page.locator('[name="links.0.url"]').fill('https://example.org/first');
  await expect(page.locator('[data-draft]')).not.toBeEmpty();
  await page.locator('[data-draft-way=new]').click();
  await expect(page.locator('[name=title]')).toHaveValue('');
  await page.locator('[name=title]').fill('Second');
  await expect(page.locator('[data-drafts] option', { hasText: 'Second' })).toHaveCount(1);
  await page.reload();
  await expect(page.locator('[name=title]')).toHaveValue('Second');
  await page.locator('[data-drafts]').selectOption({ label: 'First' });
  await expect(page.locator('[name=title]')).toHaveValue('First');
  await expect(page.locator('[name="links.0.url"]')).toHaveValue('https://example.org/first');
  const download = page.waitForEvent('download');
  await page.locator('[data-draft-way=export]').click();
  const file = await (await download).path();
  const device = await browser.newContext();
  const other = await device.newPage();
  await openForm(other, `${new URL(page.url()).origin}/en/submit/`);
  await other.locator('[data-draft-file]').setInputFiles(file);
  await expect(other.locator('[name=title]')).toHaveValue('First');
  await device.close();
  page.on('dialog', dialog => dialog.accept());
  await page.locator('[data-draft-way=delete]').click();
  await expect(page.locator('[name=title]')).toHaveValue('Second');
  await expect(page.locator('[data-drafts] option')).toHaveCount(1);
});

test('a file that is no draft changes nothing', async ({ page }) => {
  await openForm(page, '/en/submit/');
  await page.locator('[name=title]').fill('Kept');
  const said = page.locator('[data-draft]');
  for (const text of ['<script>', '[]', '{"data": null}', '{"data": [1]}']) {
    await page.locator('[data-draft-file]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(said).toContainText('not a draft');
    await expect(page.locator('[name=title]')).toHaveValue('Kept');
  }
});

test('hidden characters, foreign addresses and figures without a source are pointed out', async ({ page }) => {
  await openForm(page, '/en/submit/');
  await tell(page, 'Turned \u202Eround');
  await page.locator('[data-rows=results] [data-add]').click();
  await page.locator('[name="results.0.figure"]').fill('1,200');
  await page.locator('[data-rows=links] [data-add]').click();
  await page.locator('[name="links.0.url"]').fill('javascript:alert(1)');
  await page.locator('[data-handover]').click();
  const errors = page.locator('[data-errors] a');
  await expect(errors.filter({ hasText: 'hidden characters' })).toHaveCount(1);
  await expect(errors.filter({ hasText: 'not a web address' })).toHaveCount(1);
  await expect(errors.filter({ hasText: 'Source of the figure' })).toHaveCount(1);
});

test('a pair outside the matrix is asked about, and may be claimed', async ({ page }) => {
  await openForm(page, '/en/submit/?cell=c2-14');
  await expect(page.locator('[name=lines]')).toHaveValue('c2');
  await expect(page.locator('[data-claim-of="14"] [data-in-matrix]')).toContainText('does not link');
  await page.locator('[data-handover]').click();
  const asked = page.locator('[data-errors] a', { hasText: 'claim goal 14' });
  await expect(asked).toHaveCount(1);
  await page.locator('[name="14.outside"]').check();
  await expect(page.locator('[data-claim-of="14"] .ask--wrong').filter({ has: page.locator('[name="14.outside"]') })).toHaveCount(0);
});

test('the form says so where nothing can be kept', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { get: () => { throw new DOMException('blocked', 'SecurityError'); } }));
  await openForm(page, '/en/submit/');
  await page.locator('[name=title]').fill('Not kept');
  await expect(page.locator('[data-draft]')).toContainText('does not let us save drafts');
});

test('the preview is what the published page is', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const site = 'http://localhost:4174';
  await openForm(page, `${site}/ru/submit/`);
  await page.locator('[data-draft-file]').setInputFiles('tests/submissions/case.json');
  await expect(page.locator('[name=title]')).not.toHaveValue('');
  await page.locator('[data-preview-show]').click();
  const texts = async (root: string) => {
    const parts = page.locator(`${root} :is(.story__head, .story__text, .story__facts)`);
    await expect(parts).toHaveCount(3);
    return parts.evaluateAll(all => all.map(part => part.textContent!.replace(/\s+/g, ' ').trim()));
  };
  const previewed = await texts('[data-preview-page]');
  await page.goto(`${site}/ru/case-studies/prognoz-pogody-po-sms-dlya-rybakov/`);
  const published = await texts('main');
  // A picture of this device is shown in the preview only.
  expect(previewed).toEqual(published);
  await context.close();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the questions can be read', async ({ page }) => {
    await page.goto('/fr/submit/');
    await expect(page.locator('.submit__plain')).toBeVisible();
    await expect(page.locator('label[for=f-title]')).toBeVisible();
    await expect(page.locator('[data-send]')).toBeHidden();
  });
});
