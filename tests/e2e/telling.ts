// What the journeys of members type into the form.
import { type Page } from './fixtures';

/** Opens the form and waits until it works. */
export async function openForm(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('html[data-app=ready]').waitFor();
}

/** Answers every question that must be answered. */
export async function tell(page: Page, title: string): Promise<void> {
  const field = (name: string) => page.locator(`[name="${name}"]`);
  await field('title').fill(title);
  await field('summary').fill('Crews put to sea without a forecast. Now they receive one twice a day, and stay ashore when a storm comes.');
  await page.locator('[name=countries][value=KE]').check();
  await field('years.from').fill('2019');
  await field('organisation').fill('Ministry of Fisheries (made up)');
  await page.locator('[name=type][value=government]').check();
  await field('lines').selectOption('c2');
  await page.locator('[name=goals][value="9"]').check();
  await field('9.evidence').fill('Three harbours without any connection now have one.');
  await field('contact_email').fill('private@example.org');
  await field('consent').check();
}
