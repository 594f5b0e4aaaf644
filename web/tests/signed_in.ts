import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

import type { Kevai } from './server';

export const password = 'bốn mùa hoa ban nở trắng';

/** A browser of its own, signed in, in that language. */
export async function signedIn(browser: Browser, kevai: Kevai, login: string, lang: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: kevai.url, ...options });
  const page = await context.newPage();
  await page.goto(`/?lang=${lang}`);
  const answer = await page.request.post('/api/v1/session', { data: { login, password }, headers: { Origin: kevai.url } });
  expect(answer.status(), await answer.text()).toBe(200);
  return page;
}

/** Asks the API as whoever is signed in there, as their page would. */
export async function asks<T>(page: Page, kevai: Kevai, method: string, path: string, data?: unknown, headers = {}): Promise<T> {
  const answer = await page.request.fetch(`/api/v1/${path}`, { method, ...(data !== undefined && { data }), headers: { Origin: kevai.url, ...headers } });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}
