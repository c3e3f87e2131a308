// From a member to the public, through the real engine: sending on a bad line, deciding at the desk, reading at once.
import { type Browser, type Page as AnyPage } from '@playwright/test';
// @ts-expect-error plain JavaScript
import { open, submission } from '../api/engine.mjs';
import { expect, test } from './fixtures';
import { openForm, tell } from './telling';

const PORT = 9010;
const SITE = `http://127.0.0.1:${PORT}`;
const QUEUE = '**/collections/submissions/records';
const SUBMISSIONS = '/v1/buckets/ict4sdg/collections/submissions/records';
const STORIES = '/v1/buckets/ict4sdg/collections/case-studies/records';

test.describe.configure({ mode: 'serial', timeout: 180_000 });
// An address that is not there yet is answered with 404, and lost connections are part of these journeys.
test.use({ baseURL: SITE, expectedErrors: /status of (400|401|404|413|415|429|503)|net::ERR_|cannot be shown|records\?|TypeError: Failed to fetch|TimeoutError/ });

let engine: any;
let password = '';
test.beforeAll(async () => {
  test.setTimeout(120_000);
  engine = await open('journeys', PORT);
  password = Buffer.from(engine.authorization.slice('Basic '.length), 'base64').toString().split(':')[1];
});
test.afterAll(async () => engine?.close());

/** A desk with an editor at it. */
async function desk(browser: Browser): Promise<AnyPage> {
  const page = await (await browser.newContext({ locale: 'en' })).newPage();
  await page.goto(`${engine.staff}/staff/`);
  await page.locator('[name=user]').fill('staff');
  await page.locator('[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('.desk__head nav').waitFor();
  return page;
}

const waits = async (): Promise<any[]> => engine.all(SUBMISSIONS);

for (const lang of ['en', 'ar'] as const) {
  test(`a member sends once although the line breaks twice (${lang})`, async ({ page, context }) => {
    await openForm(page, `/${lang}/submit/`);
    const title = `Told in ${lang}`;
    await tell(page, title);
    await context.setOffline(true);
    await page.locator('[data-send]').click();
    await expect(page.locator('[data-answer] button')).toBeVisible();
    // The second time it arrives, but the answer is lost on the way.
    await page.route(QUEUE, async route => {
      await route.fetch();
      await route.abort('connectionreset');
    }, { times: 1 });
    await context.setOffline(false);
    await expect(page.locator('[data-answer] button')).toBeVisible();
    await page.locator('[data-answer] button').click();
    await expect(page.locator('[data-receipt]')).toBeVisible();
    const arrived = (await waits()).filter(one => one.title === title);
    expect(arrived).toHaveLength(1);
    await expect(page.locator('[data-receipt] input')).toHaveValue(new RegExp(`${arrived[0].id}$`));
  });
}

test('a draft that was being sent goes on after the page was closed', async ({ page, context }) => {
  await openForm(page, '/en/submit/');
  await tell(page, 'Closed while sending');
  await context.setOffline(true);
  await page.locator('[data-send]').click();
  await expect(page.locator('[data-answer] button')).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${SITE}/en/submit/`);
  await expect(again.locator('[data-receipt]')).toBeVisible();
});

test('the answers of the other side each have their consequence', async ({ page }) => {
  await openForm(page, '/en/submit/');
  await tell(page, 'Answers');
  const answer = page.locator('[data-answer]');
  const reply = (status: number, body: string, headers = {}) =>
    page.route(QUEUE, route => route.fulfill({ status, body, headers: { 'content-type': 'application/json', ...headers } }), { times: 1 });
  for (const [status, body, said] of [
    [400, '{"details":[{"name":"title","description":"too short"}]}', 'title: too short'],
    [413, '{}', 'too long'],
    [415, '{}', 'refused on the way'],
  ] as const) {
    await reply(status, body);
    await page.locator('[data-send]').click();
    await expect(answer).toContainText(said);
  }
  await reply(429, '{}', { 'retry-after': '200' });
  await page.locator('[data-send]').click();
  await expect(answer).toContainText('200 s');
  // HTML with 200, as a hotel answers.
  await page.route(QUEUE, route => route.fulfill({ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }), { times: 1 });
  await answer.locator('button').click();
  await expect(answer).toContainText('No connection');
  await page.locator('[data-send-stop]').click();
  await expect(page.locator('[data-send]')).toBeEnabled();
  await expect(page.locator('[name=title]')).toHaveValue('Answers');
});

test('an editor publishes, the public reads it without a rebuild, and undoing takes it back', async ({ page, browser }) => {
  const staff = await desk(browser);
  await staff.locator('[data-queue] li', { hasText: 'Told in ar' }).locator('button').click();
  await expect(staff.locator('[data-preview] article')).toContainText('Told in ar');
  await staff.locator('[data-edit]').click();
  await staff.locator('textarea[name=title]').fill('Told well');
  await expect(staff.locator('[data-changes] ins')).not.toHaveCount(0);
  await staff.locator('[data-edit]').click();
  await expect(staff.locator('.desk__said')).toContainText('Saved');
  await staff.locator('[name=slug]').fill('told-well');
  await staff.locator('[data-approve]').click();
  await expect(staff.locator('.desk__said')).toContainText('Published');
  await expect(staff.locator('[data-queue] li', { hasText: 'Told well' })).toHaveCount(0);
  await expect.poll(async () => (await page.request.get(`${SITE}${STORIES}/told-well`)).status(), { timeout: 60_000 }).toBe(200);
  expect(await (await page.request.get(`${SITE}${STORIES}/told-well`)).text()).not.toContain('private@example.org');
  await expect(async () => {
    await page.goto('/ar/case-studies/');
    await expect(page.locator('#fresh [data-slug=told-well]')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 90_000 });
  await page.goto('/ar/case-studies/told-well/');
  await expect(page.locator('main h1')).toHaveText('Told well');
  await staff.locator('[data-undo]').click();
  await expect(staff.locator('.desk__said')).toContainText('Undone');
  await expect(staff.locator('[data-queue] li', { hasText: 'Told well' })).toHaveCount(1);
  await staff.context().close();
});

test('two editors on one submission: the second is told, and nothing is overwritten', async ({ browser }) => {
  const [one, two] = [await desk(browser), await desk(browser)];
  for (const staff of [one, two]) await staff.locator('[data-queue] li', { hasText: 'Told in en' }).locator('button').click();
  await one.locator('[data-edit]').click();
  await one.locator('textarea[name=title]').fill('Changed by the first');
  await one.locator('[data-edit]').click();
  await expect(one.locator('.desk__said')).toContainText('Saved');
  await two.locator('[data-approve]').click();
  await expect(two.locator('.desk__said')).toContainText('Somebody else has worked on it');
  expect((await waits()).some(waiting => waiting.title === 'Changed by the first')).toBe(true);
  await one.locator('[data-reject]').click();
  await expect(one.locator('.desk__said')).toContainText('Rejected');
  await two.locator('[data-approve]').click();
  await expect(two.locator('.desk__said')).toContainText('Somebody else has decided');
  for (const staff of [one, two]) await staff.context().close();
});

test('hostile texts stay texts from the queue to the page, and a private link withdraws the story', async ({ page, browser }) => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const sent = submission({ title: `Hostile ${hostile}`, summary: `${hostile} ${'word '.repeat(10)}`, lines: ['c2'] });
  expect((await engine.submit(sent)).status).toBe(201);
  const staff = await desk(browser);
  staff.on('dialog', () => expect(true, 'a script ran').toBe(false));
  await staff.locator('[data-queue] li', { hasText: 'Hostile' }).locator('button').click();
  await expect(staff.locator('[data-preview] h1')).toContainText('<img src=x');
  await staff.locator('[name=slug]').fill('hostile');
  await staff.locator('[data-approve]').click();
  await expect(staff.locator('.desk__said')).toContainText('Published');
  await expect(async () => {
    await page.goto('/en/case-studies/hostile/');
    await expect(page.locator('main h1')).toContainText('<script>', { timeout: 3_000 });
  }).toPass({ timeout: 90_000 });
  expect(await page.locator('main img').count()).toBe(0);

  await openForm(page, `/en/submit/#story=${sent.id}`);
  await page.locator('[data-wish=withdraw]').click();
  await expect(page.locator('[data-follow-answer]')).toContainText('arrived');
  await staff.reload();
  await staff.close();
  const later = await desk(browser);
  await later.locator('[data-queue] li', { hasText: 'Withdrawal' }).locator('button').click();
  await later.locator('[data-approve]').click();
  await expect(later.locator('.desk__said')).toContainText('Withdrawn');
  await expect(async () => {
    await page.goto('/en/case-studies/hostile/');
    await expect(page.locator('main h1')).toContainText('was withdrawn', { timeout: 3_000 });
  }).toPass({ timeout: 90_000 });
  await later.context().close();
});

test('whatever the API answers, the library stands', async ({ page }) => {
  const list = '**/collections/case-studies/records?**';
  const cards = page.locator('[data-results] .story-card');
  const answers: [string, Parameters<AnyPage['route']>[1]][] = [
    ['a page with 200', route => route.fulfill({ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } })],
    ['10 MB', route => route.fulfill({ status: 200, body: `{"data":["${'x'.repeat(10_000_000)}"]}`, headers: { 'content-type': 'application/json' } })],
    ['nothing', route => route.abort()],
    ['an error', route => route.fulfill({ status: 503, body: '{}', headers: { 'content-type': 'application/json' } })],
  ];
  for (const [name, answer] of answers) {
    await page.unrouteAll();
    await page.route(list, answer);
    await page.goto('/en/case-studies/');
    await expect(page.locator('#fresh'), name).toContainText('library as of');
    await expect(cards, name).toHaveCount(24);
  }
  await page.unrouteAll();
  let asked = 0;
  await page.route(list, route => {
    asked += 1;
    const headers = { 'content-type': 'application/json', 'next-page': `https://elsewhere.example/v1/x?_token=${asked}`, 'access-control-expose-headers': 'next-page' };
    return route.fulfill({ status: 200, body: '{"data":[{"id":"../x"},{"id":"bad","title":1}]}', headers });
  });
  await page.goto('/en/case-studies/');
  await expect(cards).toHaveCount(24);
  await expect.poll(() => asked).toBe(20);
});
