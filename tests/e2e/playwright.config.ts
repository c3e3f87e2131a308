import { defineConfig } from '@playwright/test';

// The journeys run against the built site: the one served here, or any other at E2E_BASE.
const elsewhere = process.env.E2E_BASE;
const root = new URL('../..', import.meta.url).pathname;

function serve(dist: string, port: number) {
  return {
    command: `target/debug/site serve --dist ${dist} --port ${port}`,
    cwd: root,
    url: `http://localhost:${port}/en/`,
    reuseExistingServer: true,
  };
}

export default defineConfig({
  testDir: '.',
  outputDir: 'output',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  timeout: 30_000,
  expect: { timeout: 7_000 },
  webServer: [
    ...(elsewhere ? [] : [serve('dist', 4173)]),
    serve('target/trial/dist', 4174), // see tests/trial/build.mjs
  ],
  use: {
    baseURL: elsewhere ?? 'http://localhost:4173',
    locale: 'en',
    colorScheme: 'light',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'wide', testIgnore: /phone\.spec\.ts/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone', // its own journeys, and those marked @phone
      grep: /phone\.spec|@phone/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
