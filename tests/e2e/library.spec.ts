// Finding case studies: by facets, by words, by links; and what stands in the address is what is seen.
import { cards, expect, inEachLanguage, inOneLanguage, open, query, stories, test, texts, told, type Lang, type Page } from './fixtures.ts';

const facet = (page: Page, name: string, value: string) => page.locator(`.facets input[name="${name}"][value="${value}"]`);
const counted = (page: Page, name: string, value: string) =>
  facet(page, name, value).locator('..').locator('.facets__count');
/** Opens what is folded on narrow screens. */
const unfold = async (page: Page) => {
  const summary = page.locator('.facets__all > summary');
  if (await summary.isVisible()) await summary.click();
};
const slugs = (fits: (story: (typeof stories)[number]) => boolean) => stories.filter(fits).map(story => story.id).sort();
const shown = async (page: Page) => (await cards(page)).sort();

inEachLanguage((lang: Lang) => {
  const text = texts(lang, 'library');

  test('narrow down, count, and take back', { tag: '@phone' }, async ({ page }) => {
    await open(page, `/${lang}/case-studies/`);
    expect(await cards(page)).toHaveLength(24);
    await unfold(page);
    await facet(page, 'lines', 'c7-eagr').check();
    await expect.poll(() => shown(page)).toEqual(slugs(story => story.lines.includes('c7-eagr')));
    expect(query(page)).toBe('lines=c7-eagr');
    // Counts follow the other choices, not their own.
    const both = slugs(story => story.lines.includes('c7-eagr') && story.goals.includes(4)).length;
    await expect(counted(page, 'goals', '4')).toHaveText(String(both));
    const ofHealth = slugs(story => story.lines.includes('c7-ehea')).length;
    await expect(counted(page, 'lines', 'c7-ehea')).toHaveText(String(ofHealth));

    await facet(page, 'goals', '4').check();
    await expect.poll(() => shown(page)).toEqual(slugs(story => story.lines.includes('c7-eagr') && story.goals.includes(4)));
    expect(query(page)).toBe('goals=4&lines=c7-eagr');
    await page.goBack();
    await expect(facet(page, 'goals', '4')).not.toBeChecked();
    await expect.poll(() => shown(page)).toEqual(slugs(story => story.lines.includes('c7-eagr')));
    await page.getByRole('button', { name: text.show_all, exact: true }).click();
    await expect.poll(async () => (await cards(page)).length).toBe(24);
    expect(query(page)).toBe('');
  });

  test('a shared address shows the same', { tag: '@phone' }, async ({ page }) => {
    await open(page, `/${lang}/case-studies/?regions=011&years=2015-2019&nonsense=1`);
    const west = ['BF', 'BJ', 'CI', 'CV', 'GH', 'GM', 'GN', 'GW', 'LR', 'ML', 'MR', 'NE', 'NG', 'SH', 'SL', 'SN', 'TG'];
    const expected = slugs(
      story => story.countries.some(code => west.includes(code)) && story.years.from <= 2019 && (story.years.to ?? 9999) >= 2015,
    );
    expect(expected.length).toBeGreaterThan(1);
    await expect.poll(() => shown(page)).toEqual(expected);
    await unfold(page);
    await expect(facet(page, 'regions', '011')).toBeChecked();
    await expect(page.locator('select[name=yearFrom]')).toHaveValue('2015');
  });

  test('words find a case study, whose card leads to its page', { tag: '@phone' }, async ({ page }) => {
    await open(page, `/${lang}/case-studies/`);
    const wanted = stories.find(story => story.id === 'x-road-estonia')!;
    await page.locator('.facets input[name=q]').fill('X-Road');
    await expect.poll(() => cards(page)).toContain(wanted.id);
    expect(new URLSearchParams(query(page)).get('q')).toBe('X-Road');
    await page.locator(`[data-results] article[data-slug="${wanted.id}"] a`).click();
    await expect(page).toHaveURL(`/${lang}/case-studies/${wanted.id}/`);
    await expect(page.locator('h1')).toHaveText(told(wanted, lang).title);
    await expect(page.locator('h1')).toBeFocused();
    await page.goBack();
    await expect.poll(() => cards(page)).toContain(wanted.id);
    await expect(page.locator('.facets input[name=q]')).toHaveValue('X-Road');
  });

  test('nothing found says so and offers a way on', async ({ page }) => {
    await open(page, `/${lang}/case-studies/?goals=6&lines=c10`);
    await expect(page.locator('.library__count')).toHaveText(text.none);
    await expect(page.locator('[data-results]')).toContainText(text.none_hint);
    expect(await cards(page)).toEqual([]);
  });
});

inOneLanguage(lang => {
  test('every order, and the next page of results', async ({ page }) => {
    await open(page, `/${lang}/case-studies/?sort=title`);
    const titles = () => page.locator('[data-results] .story-card__title').allTextContents();
    await expect.poll(async () => (await titles())[0]).toBe('Agribusiness TV');
    const first = await cards(page);
    await page.locator('.paging').getByRole('link', { name: '2' }).click();
    await expect(page).toHaveURL(`/${lang}/case-studies/?sort=title&page=2`);
    await expect.poll(async () => (await cards(page)).length).toBe(stories.length - 24);
    expect((await cards(page)).filter(slug => first.includes(slug))).toEqual([]);
    await page.locator('select[name=sort]').selectOption('oldest');
    const oldest = Math.min(...stories.map(story => story.years.from));
    const last = slugs(story => story.years.from === oldest).at(-1);
    await expect.poll(async () => (await cards(page))[0]).toBe(last);
  });

  test('what is typed and ticked before the application comes is not lost', async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>(resolve => (release = resolve));
    await page.route('**/*.wasm', async route => {
      await held;
      await route.continue();
    });
    await page.goto(`/${lang}/case-studies/`);
    await page.locator('.facets input[name=q]').fill('school');
    release();
    await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
    await expect(page.locator('.facets input[name=q]')).toHaveValue('school');
    await expect.poll(() => cards(page)).toContain('plan-ceibal');
  });

  test('choosing a facet asks for little, and for the index only when there are words', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', request => asked.push(new URL(request.url()).pathname));
    await open(page, `/${lang}/case-studies/`);
    expect(asked.filter(path => path.startsWith('/library/') || path.startsWith('/search/'))).toEqual([]);
    await facet(page, 'goals', '9').check();
    await expect.poll(() => shown(page)).toEqual(slugs(story => story.goals.includes(9)));
    expect(asked.filter(path => path.startsWith('/search/'))).toEqual([]);
    expect(asked.filter(path => path.startsWith('/library/')).length).toBeLessThanOrEqual(1 + 6);
  });

  test.describe('when the shelf cannot be loaded', () => {
    test.use({ expectedErrors: /500|Failed to load resource/ });
    test('the list stays, says so, and tries again', async ({ page }) => {
      await page.route('**/library/columns.json*', route => route.fulfill({ status: 500, body: 'no' }));
      await open(page, `/${lang}/case-studies/?goals=9`);
      const text = texts(lang, 'library');
      await expect(page.locator('.library__count')).toHaveText(text.failed);
      expect(await cards(page)).toHaveLength(24);
      await page.unroute('**/library/columns.json*');
      await page.getByRole('button', { name: text.retry }).click();
      await expect.poll(() => shown(page)).toEqual(slugs(story => story.goals.includes(9)));
    });
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });
    test('plain links lead through all pages and to everything', async ({ page }) => {
      await page.goto(`/${lang}/case-studies/`);
      await expect(page.locator('.facets')).toBeHidden();
      const seen = new Set(await cards(page));
      await page.locator('.paging a[rel=next]').click();
      await expect(page).toHaveURL(`/${lang}/case-studies/page/2/`);
      for (const slug of await cards(page)) seen.add(slug);
      expect([...seen].sort()).toEqual(slugs(() => true));
      await page.goto(`/${lang}/case-studies/`);
      await page.locator('.plain-ways').getByRole('link', { name: 'Uruguay' }).click();
      await expect(page).toHaveURL(`/${lang}/countries/uy/`);
      expect(await page.locator('article[data-slug]').evaluateAll(all => all.map(card => card.getAttribute('data-slug')))).toEqual(['plan-ceibal']);
    });
  });
});
