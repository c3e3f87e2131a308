// The explorer by keyboard and for those who listen to it.
import {
  cell, expect, focused, goalHeading, inEachLanguage, inOneLanguage, lineHeading, lines, linked, open, panel, query, selected, test, texts,
  visibleLinks, type Page,
} from './fixtures.ts';

/** Walks with one key and tells where the focus was at each step. */
async function walk(page: Page, key: string, steps: number) {
  const visited = [await focused(page)];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press(key);
    visited.push(await focused(page));
  }
  return visited;
}

/** What the live region says from now on. */
async function listen(page: Page) {
  await page.evaluate(() => {
    const said: string[] = ((window as any).said = []);
    const region = document.querySelector('[role=status][aria-live=polite]')!;
    const options = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => said.push(region.textContent!.trim())).observe(region, options);
  });
  return () => page.evaluate(() => (window as any).said as string[]);
}

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');
  const common = texts(lang, 'common');
  const [forward, back] = lang === 'ar' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const goalIds = Array.from({ length: 17 }, (_, index) => index + 1);

  test('the grid is one stop for Tab', async ({ page }) => {
    await open(page, `/${lang}/matrix/?cell=c2-9`);
    const stops = () =>
      page.locator('#matrix').evaluate(grid => [...grid.querySelectorAll<HTMLElement>('*')].filter(e => e.tabIndex >= 0).length);
    expect(await stops()).toBe(1);

    await page.locator('.tools__filters summary').focus();
    for (let tabs = 0; tabs < 25 && (await focused(page)) !== 'c2-9'; tabs++) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('c2-9');

    await page.keyboard.press(forward);
    expect(await focused(page)).toBe('c2-10');
    expect(await stops()).toBe(1);
    await page.keyboard.press('Tab');
    await expect(page.locator('#matrix :focus')).toHaveCount(0);
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('c2-10');
  });

  test('arrows visit every cell of a row and of a column, linked or not', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await cell(page, 'c2', 1).getByRole('link').focus();
    expect(await walk(page, forward, 17)).toEqual([...goalIds.map(goal => `c2-${goal}`), 'c2-17']);
    expect(await walk(page, back, 17)).toEqual([...goalIds.map(goal => `c2-${goal}`).reverse(), 'c2']);

    await cell(page, 'c1', 5).getByRole('link').focus();
    const column = lines.map(line => `${line.id}-5`);
    expect(await walk(page, 'ArrowDown', 18)).toEqual([...column, 'c11-5']);
    expect(await walk(page, 'ArrowUp', 18)).toEqual([...column.reverse(), '5']);
  });

  test('Home and End go to the ends of a row, with Ctrl to the corners', async ({ page }) => {
    await open(page, `/${lang}/matrix/?cell=c5-7`);
    await cell(page, 'c5', 7).getByRole('link').focus();
    for (const [key, place] of [['End', 'c5-17'], ['Home', 'c5-1'], ['Control+End', 'c11-17'], ['Control+Home', 'c1-1']]) {
      await page.keyboard.press(key);
      expect(await focused(page)).toBe(place);
    }
    // Within a filter, the ends are those of what is shown.
    await open(page, `/${lang}/matrix/?lines=c2,c5&goals=9,17`);
    await cell(page, 'c2', 9).getByRole('link').focus();
    await page.keyboard.press(forward);
    expect(await focused(page)).toBe('c2-17');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('c5-17');
    await page.keyboard.press('Control+Home');
    expect(await focused(page)).toBe('c2-9');
  });

  test('Enter and Space choose, Escape closes and gives the focus back', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await cell(page, 'c2', 9).getByRole('link').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => selected(page)).toEqual(['c2-9']);
    expect(await focused(page)).toBe('c2-9');
    await page.keyboard.press('Escape');
    await expect.poll(() => selected(page)).toEqual([]);
    expect(await focused(page)).toBe('c2-9');

    await page.keyboard.press(forward); // a cell without a link
    await page.keyboard.press('Space');
    await expect(panel(page)).toContainText(text.no_link);
    expect(query(page)).toBe('cell=c2-10');

    await panel(page).getByRole('link').last().focus();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toContainText(text.hint);
    expect(await focused(page)).toBe('c2-10');
  });

  test('headings are chosen by keyboard and keep the focus', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await goalHeading(page, 9).focus();
    await page.keyboard.press('Enter');
    await expect(goalHeading(page, 9)).toHaveAttribute('aria-pressed', 'true');
    await expect(goalHeading(page, 9)).toBeFocused();
    expect(await visibleLinks(page)).toEqual(linked(link => link.goal === 9));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(back);
    await expect(lineHeading(page, 'c2')).toBeFocused();
    await page.keyboard.press('Space');
    await expect.poll(() => query(page)).toBe('lines=c2&goals=9');
    await expect(lineHeading(page, 'c2')).toBeFocused();
  });

  test('a choice is announced once, by line, goal and targets', async ({ page }) => {
    const name = (line: string, goal: number) => cell(page, line, goal).getByRole('link').getAttribute('aria-label');
    await open(page, `/${lang}/matrix/`);
    expect(await name('c2', 9)).toMatch(/C2 .+ 9 .+ 9\.1.+9\.a.+9\.c/);
    const said = await listen(page);
    await cell(page, 'c2', 9).getByRole('link').focus();
    await page.keyboard.press('Enter');
    await expect.poll(said).toEqual([await name('c2', 9)]);
    await page.keyboard.press('Escape');
    await expect.poll(said).toEqual([await name('c2', 9), text.announce_closed]);
  });

  test('a filter says how many links it leaves, and a choice within it the cell only', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    const said = await listen(page);
    await goalHeading(page, 9).click();
    const count = (await page.locator('.tools__showing span').textContent())!;
    expect(count).toContain('11');
    await expect.poll(said).toEqual([count]);
    const tile = cell(page, 'c2', 9).getByRole('link');
    await tile.focus();
    await page.keyboard.press('Enter');
    await expect(panel(page)).toContainText(common.confirmed);
    await expect.poll(said).toEqual([count, await tile.getAttribute('aria-label')]);
  });
});

inOneLanguage(lang => {
  const common = texts(lang, 'common');

  test('sticky headings never cover what has the focus', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await open(page, `/${lang}/matrix/`);
    await cell(page, 'c11', 17).getByRole('link').focus();
    for (let row = 0; row < 17; row++) {
      await page.keyboard.press('ArrowUp');
      const covered = await page.evaluate(() => {
        const heads = document.querySelector('#matrix thead th')!.getBoundingClientRect();
        return heads.bottom - document.activeElement!.getBoundingClientRect().top;
      });
      expect(covered).toBeLessThanOrEqual(0.5);
    }
  });

  test('the first Tab offers the way to the content', async ({ page }) => {
    await open(page, `/${lang}/matrix/`);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: common.skip });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('#main')).toBeFocused();
  });
});
