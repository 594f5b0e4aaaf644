import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { DocumentPage, DocumentRow } from '../src/lib/api/types';
import { expect, test } from './kevai';
import { Kevai, samples } from './server';

async function freshlyIngested() {
  const article = readdirSync(samples)
    .filter((name) => name.startsWith('vi-') && name.endsWith('.txt'))
    .sort()[0];
  const kevai = await Kevai.start({ samples: false, articles: [join(samples, article ?? '')] });
  const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
  const id = documents[0]?.id ?? '';
  return { kevai, id, page: await kevai.get<DocumentPage>(`documents/${id}`) };
}

test.describe('How sure the program is of a fact', () => {
  test('is told in a word and in percent, and the doubtful can come first', async ({ page }) => {
    const { kevai, id, page: document } = await freshlyIngested();
    try {
      await page.goto(`${kevai.url}/documents/${id}`);
      const facts = page.locator('[data-finding]');
      const first = document.findings[0];
      await expect(facts.first()).toContainText(`${Math.round((first?.fact.confidence ?? 0) * 100)}%`);
      await expect(facts.first()).toContainText(/chắc chắn|khá chắc|cần xem kỹ/);

      await page.getByLabel('Thứ tự').selectOption('Chỗ còn ngờ trước');
      const order = [...document.findings].sort((a, b) => (a.fact.confidence ?? 0) - (b.fact.confidence ?? 0));
      const shown = await facts.evaluateAll((items) => items.map((item) => item.getAttribute('data-finding')));
      expect(shown).toEqual(order.map((finding) => finding.id));
    } finally {
      await kevai.stop();
    }
  });

  test('lets many be accepted at once, and leaves the others waiting', async ({ page }) => {
    const { kevai, id, page: document } = await freshlyIngested();
    try {
      const likely = document.findings.filter(({ fact }) => (fact.confidence ?? 0) >= 0.85).length;
      expect(likely).toBeGreaterThan(0);
      expect(likely).toBeLessThan(document.findings.length);
      await page.goto(`${kevai.url}/documents/${id}`);
      await page.getByLabel('Độ tin cậy').selectOption('từ 85%');
      await page.getByRole('button', { name: `Duyệt các dữ kiện đáng tin (${likely})` }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Duyệt' }).click();
      await expect(page.getByRole('status').first()).toContainText(`Đã duyệt ${likely} dữ kiện`);
      await expect(page.locator('[data-state="waiting"]')).toHaveCount(document.findings.length - likely);
    } finally {
      await kevai.stop();
    }
  });

  test('is explained: the rule, and where each value comes from', async ({ page }) => {
    const { kevai, id, page: document } = await freshlyIngested();
    try {
      await page.goto(`${kevai.url}/documents/${id}`);
      const visit = document.findings.find(({ fact }) => fact.type === 'activity');
      const item = page.locator(`[data-finding="${visit?.id}"]`);
      await item.getByText('Vì sao?').click();
      await expect(item.locator('details')).toContainText(visit?.fact.rule ?? '');
      await expect(item.locator('details')).toContainText('trong đoạn trích');
      await expect(item.locator('dl dt').first()).not.toHaveText('');
    } finally {
      await kevai.stop();
    }
  });
});
