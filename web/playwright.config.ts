import { defineConfig } from '@playwright/test';

import { browser } from './tests/browser';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: { ...browser, screenshot: 'only-on-failure' },
});
