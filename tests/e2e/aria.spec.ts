// What a screen reader is told of the explorer in use: roles, names and states, in their order.
import { expect, goals, inEachLanguage, lines, open, texts, test } from './fixtures';

inEachLanguage(lang => {
  const text = texts(lang, 'explorer');
  const line = (id: string) => lines.find(line => line.id === id)!;
  const goal = (number: number) => goals.find(goal => goal.number === number)!.title[lang];
  // In a snapshot a name is a text between quotation marks or a regular expression between slashes.
  const holds = (...parts: (string | number)[]) => `/${parts.map(part => String(part).replace(/[/.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}/`;

  test('the grid: headings that can be pressed, cells with a name that says all', async ({ page }) => {
    await open(page, `/${lang}/matrix/?lines=c2&goals=9`);
    await expect(page.locator('#matrix')).toMatchAriaSnapshot(`
      - grid ${holds(text.caption.slice(0, 20))}:
        - rowgroup:
          - row:
            - columnheader ${holds(9, goal(9))}:
              - button ${holds(9, goal(9))} [pressed]
        - rowgroup:
          - row:
            - rowheader:
              - button ${holds('C2', line('c2').short[lang])} [pressed]
            - gridcell ${holds('C2', goal(9), '9.1')}:
              - link ${holds('C2', goal(9), '9.1')}
    `);
  });

  test('a layer and its panel: what is counted, how often, and where the list is', async ({ page }) => {
    await open(page, `/${lang}/matrix/?lines=c2&goals=9&layer=cases&cell=c2-9`);
    await expect(page.locator('#matrix td[data-count]').first()).toBeAttached();
    await expect(page.locator('.tools__layers')).toMatchAriaSnapshot(`
      - group "${text.layer_label}":
        - button "${text.layer_links}"
        - button [pressed]
    `);
    await expect(page.locator('#cell-panel')).toMatchAriaSnapshot(`
      - region "${text.panel_label}":
        - button
        - heading ${holds('C2', goal(9))} [level=2]
        - paragraph:
          - text: /6/
          - link "${text.see_list}"
        - heading [level=3]
        - paragraph
    `);
  });

  test('a bridge: one sentence, then a heading a line with its reasons', async ({ page }) => {
    await open(page, `/${lang}/matrix/?goals=3,9&bridge=1`);
    await expect(page.locator('.answers')).toMatchAriaSnapshot(`
      - paragraph: ${holds('C3', 'C10')}
      - heading ${holds('C3')} [level=3]
      - term:
        - link ${holds(3, goal(3))}
      - definition
      - term:
        - link ${holds(9, goal(9))}
      - definition
      - heading ${holds('C7 e-agr')} [level=3]
    `);
  });
});
