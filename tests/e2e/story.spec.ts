// A case study: read, shared, and as a crawler sees it.
import { expect, inEachLanguage, inOneLanguage, open, stories, test, texts, told, type Lang } from './fixtures.ts';

const story = stories.find(one => one.id === 'plan-ceibal')!;

inEachLanguage((lang: Lang) => {
  const text = texts(lang, 'story');

  test('says what, who, where, when, how sure and how fresh', { tag: '@phone' }, async ({ page }) => {
    await open(page, `/${lang}/case-studies/${story.id}/`);
    await expect(page.locator('h1')).toHaveText(told(story, lang).title);
    await expect(page.locator('.story__lead')).toHaveText(told(story, lang).summary);
    for (const goal of story.goals) await expect(page.locator('.story__facts')).toContainText(String(goal));
    await expect(page.locator('.story__facts .basis').first()).toHaveText(text.editorial);
    await expect(page.locator('.story__checked')).toHaveAttribute('data-freshness', 'fresh');
    await expect(page.locator('.story__about')).toContainText(text.researched);
    await expect(page.locator('.story__supports a[href$="/matrix/c7-elea/4/"]')).toBeVisible();
    if (lang === 'en') await expect(page.locator('.story__told')).toHaveCount(0);
    else await expect(page.locator('.story__told')).toContainText('English');
  });

  test('is copied with its title, and lies behind plain links and a code', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, `/${lang}/case-studies/${story.id}/`);
    const share = texts(lang, 'share');
    await page.getByRole('button', { name: share.copy_both, exact: true }).click();
    await expect(page.locator('.share__answer')).toHaveText(share.copied);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${told(story, lang).title}\n${page.url()}`);
    await expect(page.locator('.share a[href^="mailto:"]')).toHaveAttribute('href', new RegExp(story.id));
    await page.locator('.share__qr summary').click();
    const code = page.locator('.share__qr img');
    await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  });
});

inOneLanguage(lang => {
  test('stands on the pages of its cell, line, goal, country and organisation', async ({ page }) => {
    for (const place of ['matrix/c7-elea/4/', 'lines/c7-elea/', 'goals/10/', 'countries/uy/', 'organisations/government-of-uruguay/']) {
      await open(page, `/${lang}/${place}`);
      if (place.startsWith('goals') || place.startsWith('lines')) {
        // These show the first few; all of them are a link away.
        await page.locator('#case-studies').getByRole('link', { name: texts(lang, 'story').see_all }).click();
      }
      await expect(page.locator(`article[data-slug="${story.id}"]`), place).toBeVisible();
    }
  });

  test('the map leads to countries, by its dots and by its table', async ({ page }) => {
    await open(page, `/${lang}/case-studies/`);
    await page.locator('.map summary').click();
    const rows = page.locator('.map tbody tr');
    expect(await rows.count()).toBeGreaterThan(30);
    await expect(page.locator('.map svg a[href$="/countries/vu/"]')).toHaveAttribute('aria-label', /Vanuatu/);
    await page.locator('.map tbody').getByRole('link', { name: 'Vanuatu' }).click();
    await expect(page.locator('h1')).toHaveText('Vanuatu');
  });
});

test.describe('a short address', () => {
  test.use({ locale: 'fr' });
  test('leads each reader to their own language, and shows all of them without script', async ({ page, browser, baseURL }) => {
    await page.goto(`/s/${story.id}/`);
    await expect(page).toHaveURL(`/fr/case-studies/${story.id}/`);
    const plain = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const still = await plain.newPage();
    await still.goto('/s/c2-9/');
    await expect(still.locator('.choice a')).toHaveCount(6);
    await still.locator('.choice a[hreflang=zh]').click();
    await expect(still).toHaveURL('/zh/matrix/c2/9/');
    await plain.close();
  });
});

/** What a chat reads of a page, without script. */
test('every page unfurls: title, summary and a picture of its own in its language', async ({ request, baseURL }) => {
  const paths = (lang: string) => [`/${lang}/`, `/${lang}/case-studies/giga/`, `/${lang}/matrix/c2/9/`, `/${lang}/lines/c2/`, `/${lang}/goals/9/`];
  const pictures = new Set<string>();
  for (const path of ['ar', 'en', 'es', 'fr', 'ru', 'zh'].flatMap(paths)) {
    const html = await (await request.get(path)).text();
    const meta = (name: string) => html.match(new RegExp(`(?:property|name)="${name}" content="([^"]*)"`))?.[1] ?? '';
    for (const name of ['og:title', 'og:description', 'og:locale', 'twitter:card']) expect(meta(name), `${path} ${name}`).not.toBe('');
    const picture = new URL(meta('og:image'));
    const answer = await request.get(new URL(picture.pathname, baseURL).href);
    expect(answer.status(), picture.href).toBe(200);
    const bytes = await answer.body();
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThan(40_000);
    pictures.add(picture.pathname);
  }
  expect(pictures.size).toBe(30);
});
