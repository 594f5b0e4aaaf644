import { test as base, expect } from '@playwright/test';

import { Kevai } from './server';

interface Fixtures {
  /** Fails the test where a page logged an error or asked another server; a test of failures turns it off. */
  quiet: boolean;
  watched: void;
}
interface WorkerFixtures {
  /** A server with the sample articles, shared by tests that change nothing. */
  kevai: Kevai;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  kevai: [
    async ({}, use) => {
      const kevai = await Kevai.start({ samples: true });
      await use(kevai);
      await kevai.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ kevai }, use) => use(kevai.url),
  quiet: [true, { option: true }],
  watched: [
    async ({ page, quiet }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => {
        const { hostname } = new URL(request.url());
        if (hostname !== '127.0.0.1') complaints.push(`asks ${request.url()}`);
      });
      await use();
      if (quiet) expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
