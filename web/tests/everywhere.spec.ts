import type { DocumentRow, Overview } from '../src/lib/api/types';
import { expectAccessible } from './axe';
import { expect, test } from './kevai';
import type { Kevai } from './server';

/** An address of each page of the app. */
async function pages(kevai: Kevai): Promise<string[]> {
  const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
  const { partnerships } = await kevai.get<Overview>('overview');
  return [
    '/',
    '/documents',
    '/inbox',
    '/proposals',
    '/accounts',
    `/documents/${documents[0]?.id}`,
    '/report?from=1962&to=2030',
    `/records/${partnerships[0]?.id}`,
  ];
}

for (const lang of ['vi', 'lo', 'en']) {
  test(`No page logs an error, asks another server or lacks a word (${lang})`, async ({ page, kevai }) => {
    for (const path of await pages(kevai)) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
      expect(await page.locator('body').innerText()).not.toMatch(/\b(web|report|measure|field|fact|activity)\.[a-z_]+/);
    }
  });
}

for (const lang of ['vi', 'lo']) {
  test(`Every page keeps the rules of WCAG 2.2 AA that a program can check (${lang})`, async ({ page, kevai }) => {
    test.setTimeout(180_000); // every rule on every page, on whatever machine
    for (const path of await pages(kevai)) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
    }
  });
}

test.describe('On a screen 360 pixels wide', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const lang of ['vi', 'lo']) {
    test(`no page scrolls sideways (${lang})`, async ({ page, kevai }) => {
      for (const path of await pages(kevai)) {
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        await page.waitForLoadState('networkidle');
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, path).toBeLessThanOrEqual(360);
      }
    });
  }
});

test('The first page takes less than 250 kB in all, fonts included', async ({ page }) => {
  let bytes = 0;
  page.on('response', async (response) => {
    bytes += Number(response.headers()['content-length'] ?? (await response.body()).length);
  });
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(250_000);
});
