// A case study that has everything one can have, told as nobody should: in a site of its own, see tests/trial/build.mjs.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { cards, expect, open, rationales, ready, sideways, test, texts, type Page } from './fixtures';

test.use({ baseURL: 'http://localhost:4174' });

const STORY = '/en/case-studies/trial-everything/';
const HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';

test('hostile texts are shown as they are, and harmless @phone', async ({ page }) => {
  let dialogs = 0;
  page.on('dialog', dialog => (dialogs++, dialog.dismiss()));
  await open(page, STORY);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Trial ${HOSTILE} 🙂`);
  await expect(page.locator('.story__body li')).toHaveText(['One', HOSTILE]);
  await expect(page.locator('.story__body blockquote')).toContainText(HOSTILE);
  expect(await page.locator('#app img[src="x"]').count()).toBe(0);
  expect(await sideways(page)).toBe(0);
  await open(page, '/en/case-studies/?q=made-up');
  await expect.poll(() => cards(page)).toContain('trial-everything');
  await open(page, '/en/search/?q=paragraph');
  await expect(page.locator('[data-results]').getByRole('link', { name: HOSTILE })).toBeVisible();
  expect(dialogs).toBe(0);
});

test('a result stands with its figure, date and source', async ({ page }) => {
  await page.goto(STORY);
  const result = page.locator('.results');
  await expect(result.locator('.results__figure')).toHaveText('1,234');
  await expect(result).toContainText('made-up things');
  await expect(result).toContainText('2020');
  await expect(result.getByRole('link')).toHaveAttribute('href', /^http/);
});

test('a page with everything on it has no faults of accessibility', async ({ page }) => {
  await open(page, STORY);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.target)])).toEqual([]);
});

/** Addresses of the pictures that are asked for from here on. */
function picturesOf(page: Page) {
  const asked: string[] = [];
  page.on('request', request => {
    if (request.resourceType() === 'image' && request.url().includes('/pictures/')) asked.push(request.url());
  });
  return asked;
}

const picture = (page: Page) => page.getByRole('img', { name: 'Clouds of red and blue' });
const natural = (page: Page) => picture(page).evaluate((image: HTMLImageElement) => image.naturalWidth);

test('a picture comes once, small, when the reader comes near @phone', async ({ page }) => {
  const asked = picturesOf(page);
  await open(page, STORY);
  await picture(page).scrollIntoViewIfNeeded();
  await expect.poll(() => natural(page)).toBeGreaterThan(0);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/-(480|960)\.avif$/);
  await expect(page.locator('.picture__ask')).toBeHidden();
});

test('who saves data is told what a picture shows and costs, and taps for it @phone', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const asked = picturesOf(page);
  const largest = readdirSync('target/trial/work/pictures').filter(name => name.endsWith('-1440.avif'))[0];
  const size = Math.ceil(statSync(`target/trial/work/pictures/${largest}`).size / 1000);
  const label = texts('en', 'story').picture.replace('{size}', size).replace('{alt}', 'Clouds of red and blue');
  const fromTheLibrary = async () => {
    await open(page, '/en/case-studies/?q=made-up');
    await page.locator('article[data-slug=trial-everything] a').first().click();
  };
  for (const arrive of [() => page.goto(STORY), fromTheLibrary]) {
    await arrive();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Trial');
    await ready(page);
    const ask = page.getByRole('checkbox', { name: label });
    await ask.scrollIntoViewIfNeeded();
    await expect(ask).toBeVisible();
    await expect(picture(page)).toBeHidden();
  }
  expect(asked).toEqual([]);
  await page.getByText(label).click();
  await expect(picture(page)).toBeVisible();
  await expect.poll(() => natural(page)).toBeGreaterThan(0);
  expect(asked).toHaveLength(1);
});

test('a film loads nothing before the reader follows it', async ({ page }) => {
  await open(page, STORY);
  const film = page.locator('.video');
  await expect(film.getByRole('link', { name: 'A made-up film' })).toHaveAttribute('href', 'https://video.example/1');
  await expect(film.getByRole('link', { name: texts('en', 'story').transcript })).toHaveAttribute('href', 'https://video.example/1.txt');
  expect(await page.locator('iframe, video, object, embed').count()).toBe(0);
});

test('a frozen explorer says quietly that there are newer data, and leads to them with its filter', async ({ page }) => {
  const { id } = JSON.parse(readFileSync(new URL('../../public/data/embed.json', import.meta.url), 'utf8')).versions.at(-1);
  await page.goto(`/embed/en/matrix/?goals=9&cell=c2-9&data=${id}`);
  await ready(page);
  await expect(page.locator('#cell-panel')).toContainText(rationales('en')['c2-9']);
  const note = page.locator('.embed-note');
  await expect(note).toContainText(texts('en', 'embed').frozen.split('{date}')[0].trim());
  await note.getByRole('link').click();
  await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe('/embed/en/matrix/?goals=9&cell=c2-9');
  await ready(page);
  await expect(page.locator('#cell-panel')).toContainText('A made-up reason.');
  await expect(page.locator('.embed-note')).toHaveCount(0);
});

test('hostile texts stay harmless inside other sites', async ({ page }) => {
  let dialogs = 0;
  page.on('dialog', dialog => (dialogs++, dialog.dismiss()));
  await page.goto('/embed/en/case-studies/trial-everything/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Trial ${HOSTILE} 🙂`);
  const oembed = await (await page.request.get('/oembed/en/case-studies/trial-everything.json')).json();
  expect(oembed.html).not.toContain('<script>');
  await page.goto('/en/embed/?what=story&story=trial-everything');
  const field = page.locator('[data-output=iframe] textarea');
  await expect(field).toHaveValue(/trial-everything/);
  const parsed = await page.evaluate(text => {
    const body = new DOMParser().parseFromString(text, 'text/html').body;
    return [body.querySelectorAll('*').length, body.querySelector('iframe')!.title];
  }, await field.inputValue());
  expect(parsed).toEqual([1, `Trial ${HOSTILE} 🙂`]);
  expect(dialogs).toBe(0);
});
