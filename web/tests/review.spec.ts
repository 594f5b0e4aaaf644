import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { DocumentPage, DocumentRow, Overview } from '../src/lib/api/types';
import { expect, test } from './kevai';
import { Kevai, samples } from './server';

/** A register with one article of which nothing has been decided. */
async function freshlyIngested() {
  const article = readdirSync(samples)
    .filter((name) => name.startsWith('vi-') && name.endsWith('.txt'))
    .sort()[0];
  if (!article) throw new Error(`There is no Vietnamese article in ${samples}.`);
  const kevai = await Kevai.start({ samples: false, articles: [join(samples, article)] });
  const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
  return { kevai, id: documents[0]?.id ?? '' };
}

test.describe('Reviewing a freshly ingested article', () => {
  test('facts are accepted and rejected one by one, then all at once, and enter the register', async ({ page }) => {
    const { kevai, id } = await freshlyIngested();
    try {
      await page.goto(kevai.url);
      await page.getByRole('link', { name: 'Xem và duyệt' }).click();
      await page.locator('main table a').first().click();

      const facts = page.locator('[data-finding]');
      await expect(facts.first()).toHaveAttribute('data-state', 'waiting');
      const count = await facts.count();
      expect(count).toBeGreaterThan(2);

      await page.getByRole('button', { name: 'Duyệt dữ kiện 1', exact: true }).click();
      await expect(page.getByRole('status')).toContainText('Đã duyệt 1 dữ kiện');
      await expect(facts.nth(0)).toHaveAttribute('data-state', 'accepted');
      await expect(facts.nth(0).locator('button.fact')).toBeFocused();

      await page.getByRole('button', { name: 'Không duyệt dữ kiện 2', exact: true }).click();
      await expect(facts.nth(1)).toHaveAttribute('data-state', 'rejected');

      await page.getByRole('button', { name: `Duyệt tất cả (${count - 2})`, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Duyệt' }).click();
      await expect(page.getByRole('status')).toContainText(`Đã duyệt ${count - 2} dữ kiện`);
      await expect(page.locator('[data-state="waiting"]')).toHaveCount(0);

      const { findings } = await kevai.get<DocumentPage>(`documents/${id}`);
      expect(findings.filter((finding) => finding.state === 'accepted').length).toBe(count - 1);
      const { totals } = await kevai.get<Overview>('overview');
      expect(totals.findings_waiting).toBe(0);
      expect(totals.agreements + totals.activities + totals.persons).toBeGreaterThan(0);
    } finally {
      await kevai.stop();
    }
  });

  test('asking before all are decided can be declined, and changes nothing', async ({ page }) => {
    const { kevai, id } = await freshlyIngested();
    try {
      await page.goto(`${kevai.url}/documents/${id}`);
      await page.getByRole('button', { name: /^Không duyệt tất cả/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
      const { findings } = await kevai.get<DocumentPage>(`documents/${id}`);
      expect(findings.every((finding) => finding.state === 'waiting')).toBe(true);
    } finally {
      await kevai.stop();
    }
  });

  test.describe('that somebody else has decided meanwhile', () => {
    test.use({ quiet: false });

    test('shows why the decision was not taken', async ({ page }) => {
      const { kevai, id } = await freshlyIngested();
      try {
        await page.goto(`${kevai.url}/documents/${id}`);
        const first = page.locator('[data-finding]').first();
        const finding = await first.getAttribute('data-finding');
        const other = await page.request.post(`${kevai.url}/api/v1/findings/decide`, { data: { accept: [], reject: [finding] } });
        expect(other.ok()).toBe(true);
        await page.getByRole('button', { name: 'Duyệt dữ kiện 1', exact: true }).click();
        await expect(page.getByRole('alert')).toContainText('Chưa ghi được quyết định');
      } finally {
        await kevai.stop();
      }
    });
  });
});
