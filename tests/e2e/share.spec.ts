// Addresses: what is seen can be sent, and what is sent is seen.
import {
  cell, expect, goalHeading, goals, hold, inEachLanguage, inOneLanguage, linked, open, panel, query, rationales, ready, selected, test, texts,
  visibleLinks,
} from './fixtures.ts';

const HOSTILE = [
  'goals=99,0,-9,9.1&cell=x&view=__proto__&by=goal&constructor=1', 'lines=<script>alert(1)</script>&goals=%00&cell=c2-99',
  'lines=%3Cscript%3E&cell=%22%3E%3Cimg%20src=x%3E', 'lines=%E0%A4%A&&&===&goals', `lines=${'c'.repeat(5000)}`,
];

/** Must be read the same before and after the application has taken over. */
const ODD = ['goals=9%2C17', 'goals=9,,99,9,17&goals=1', 'goals=09', 'goals=%39&lines=C2', `goals=9&x=${'a'.repeat(5000)}`];

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');

  test('a state made by clicking opens again from its address', async ({ page, context }) => {
    await open(page, `/${lang}/matrix/`);
    await page.locator('.tools__filters summary').click();
    const drawer = page.locator('.tools__filters');
    for (const goal of [17, 9]) await drawer.getByRole('button', { name: goals[goal - 1].title[lang] }).click();
    for (const code of ['C5', 'C3']) await drawer.getByRole('button', { name: code }).click();
    await page.getByRole('button', { name: text.view_goals }).click();
    await page.locator('.lists li[data-line="c5"][data-goal="9"] a').click();
    await expect(panel(page)).toContainText(rationales(lang)['c5-9']);
    expect(query(page)).toBe('lines=c3,c5&goals=9,17&view=list&cell=c5-9&by=goal');

    const other = await context.newPage();
    await open(other, page.url());
    await expect(panel(other)).toContainText(rationales(lang)['c5-9']);
    expect(await visibleLinks(other)).toEqual(await visibleLinks(page));
    expect(await visibleLinks(other)).toEqual(['c3-9', 'c5-9', 'c3-17', 'c5-17']);
    await expect(other.getByRole('button', { name: text.view_goals })).toHaveAttribute('aria-pressed', 'true');
    expect(other.url()).toBe(page.url());
  });

  test('copying a chosen cell gives its own page, any other state the address', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = async () => {
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.getByRole('button', { name: text.copy_link }).click();
      await expect(page.getByRole('status').filter({ hasText: text.copied })).toHaveCount(1);
      return page.evaluate(() => navigator.clipboard.readText());
    };
    await open(page, `/${lang}/matrix/?cell=c2-9`);
    const origin = new URL(page.url()).origin;
    expect(await copied()).toBe(`${origin}/${lang}/matrix/c2/9/`);
    await goalHeading(page, 9).click();
    expect(await copied()).toBe(`${origin}/${lang}/matrix/?goals=9&cell=c2-9`);
    await open(page, `/${lang}/matrix/?cell=c2-3`); // no page of its own
    expect(await copied()).toBe(`${origin}/${lang}/matrix/?cell=c2-3`);
    await open(page, `/${lang}/matrix/`);
    expect(await copied()).toBe(`${origin}/${lang}/matrix/`);

    // The eye is told as well; a blocked clipboard offers the address.
    const seen = (words: string) => page.getByText(words).filter({ visible: true });
    await expect.poll(async () => tallest(await seen(text.copied).all())).toBeGreaterThan(5);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: text.copy_link }).click();
    await expect(page.getByRole('status').filter({ hasText: `${origin}/${lang}/matrix/` })).toHaveCount(1);
    await expect.poll(async () => tallest(await seen(`${origin}/${lang}/matrix/`).all())).toBeGreaterThan(5);
  });
});

inOneLanguage(lang => {
  test('a filtered address shows only its part before the application runs', async ({ page }) => {
    const release = await hold(page, '**/*.wasm');
    await page.goto(`/${lang}/matrix/?lines=c2,c5&goals=9,17`);
    expect(await visibleLinks(page)).toEqual(['c2-9', 'c5-9', 'c5-17']);
    await expect(page.locator('#matrix th[data-goal]').filter({ visible: true })).toHaveCount(2);
    await expect(page.locator('#matrix th[data-line]').filter({ visible: true })).toHaveCount(2);
    expect(await page.locator('html').getAttribute('data-app')).toBeNull();
    release();
    await ready(page);
    expect(await visibleLinks(page)).toEqual(['c2-9', 'c5-9', 'c5-17']);
  });
});

test('unknown and hostile values are ignored', async ({ page }) => {
  for (const search of HOSTILE) {
    await open(page, `/en/matrix/?${search}`);
    expect(await visibleLinks(page), search.slice(0, 40)).toEqual(linked());
    expect(await selected(page)).toEqual([]);
    await expect(panel(page)).toContainText(texts('en', 'explorer').hint);
  }
  await cell(page, 'c2', 9).click();
  await expect(page).toHaveURL('/en/matrix/?cell=c2-9');
});

test('odd queries are read the same before and after the application runs', async ({ page }) => {
  const differing: string[] = [];
  for (const search of ODD) {
    const release = await hold(page, '**/*.wasm');
    await page.goto(`/en/matrix/?${search}`);
    const before = await visibleLinks(page);
    release();
    await ready(page);
    if (String(before) !== String(await visibleLinks(page))) differing.push(search.slice(0, 40));
    await page.unroute('**/*.wasm');
  }
  expect(differing).toEqual([]);
});

/** The height of the tallest of some elements: what is there for the ear only is one pixel high. */
async function tallest(elements: { boundingBox(): Promise<{ height: number } | null> }[]) {
  const boxes = await Promise.all(elements.map(element => element.boundingBox()));
  return Math.max(0, ...boxes.map(box => box?.height ?? 0));
}
