import { expect, test } from '@playwright/test';

import type { Summary } from '../src/lib/api/types';
import { Kevai } from './server';

const query = 'from=1962&to=2030';

for (const [lang, words] of [
  ['vi', 'Chưa được hai bên xác nhận'],
  ['lo', 'ຍັງບໍ່ໄດ້ຮັບການຢືນຢັນຈາກສອງຝ່າຍ'],
] as const)
  test(`The report marks with ○ what not both sides confirm, and says how many there are (${lang})`, async ({ browser }) => {
    const kevai = await Kevai.start({ samples: true });
    try {
      const page = await browser.newPage();
      const open = async () => {
        await page.goto(`${kevai.url}/report?${query}&lang=${lang}`);
        await expect(page.getByRole('table').first()).toBeVisible();
      };
      const before = await kevai.get<Summary>(`report?${query}&format=json`);
      expect(before.unconfirmed).toBeGreaterThan(2);
      await open();
      await expect(page.locator('[data-unconfirmed]')).toContainText(`○ ${lang === 'vi' ? before.unconfirmed : ''}`);
      const marked = page.locator('main').getByTitle(words);
      const marks = await marked.count();
      expect(marks).toBeGreaterThan(2);
      await page.screenshot({ path: test.info().outputPath(`report-${lang}.png`), fullPage: true });

      // Of an agreement and its document: both tell the same.
      const agreement = before.agreements[0] ?? '';
      const ask = (side: string) =>
        page.request.post(`${kevai.url}/api/v1/agreements/${agreement}/confirm`, { data: { side }, headers: { Origin: kevai.url } });
      for (const side of ['VN', 'LA']) expect((await ask(side)).status()).toBe(200);
      const after = await kevai.get<Summary>(`report?${query}&format=json`);
      expect(after.unconfirmed).toBe(before.unconfirmed - 1);
      await open();
      await expect(marked).toHaveCount(marks - 1);
      await expect(page.locator(`[data-unconfirmed="${after.unconfirmed}"]`)).toBeVisible();
    } finally {
      await kevai.stop();
    }
  });
