import { defineConfig } from '@playwright/test';

import { browser } from './browser';

/** Not a test: `npm run screenshots` draws the pictures of docs/images anew. */
export default defineConfig({
  testDir: '.',
  testMatch: 'screenshots.ts',
  outputDir: '../test-results',
  reporter: 'list',
  use: { ...browser, viewport: { width: 1280, height: 900 } },
});
