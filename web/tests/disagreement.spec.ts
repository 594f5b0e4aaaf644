import { fileURLToPath } from 'node:url';

import type { DocumentPage, DocumentRow, RecordPage, RegisterRecord } from '../src/lib/api/types';
import { expect, test } from './kevai';
import { Kevai } from './server';

const article = (name: string) => fileURLToPath(new URL(`../../tests/articles/${name}.txt`, import.meta.url));

/** A register into which two articles on one school were accepted: they name another sum. */
async function twoArticles() {
  const kevai = await Kevai.start({ samples: false, articles: [article('vi-21-vong-xay-a'), article('vi-22-vong-xay-b')] });
  const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
  for (const { id } of [...documents].reverse()) {
    const { findings } = await kevai.get<DocumentPage>(`documents/${id}`);
    const decided = await fetch(`${kevai.url}/api/v1/findings/decide`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ accept: findings.map((finding) => finding.id), reject: [] }),
    });
    expect(decided.ok).toBe(true);
  }
  const { records } = await kevai.get<{ records: RegisterRecord[] }>('disagreements');
  const gift = records.find((record) => record.record_kind === 'support');
  if (!gift) throw new Error('The articles disagree on no support.');
  return { kevai, gift };
}

test('a field on which articles differ shows both values with their articles, and one is chosen and taken back', async ({ page }) => {
  const { kevai, gift } = await twoArticles();
  try {
    await page.goto(`${kevai.url}/records/${gift.id}`);
    const doubt = page.locator('#field-value');
    await expect(page.getByRole('link', { name: 'Các bài nêu khác nhau' })).toBeVisible();
    await expect(doubt.getByText('650.000.000 đồng')).toBeVisible();
    await expect(doubt.getByText('680.000.000 đồng')).toBeVisible();
    await expect(doubt.locator('blockquote')).toHaveCount(2);
    await expect(doubt.getByText('Chưa ai chọn')).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('disagreement.png'), fullPage: true });

    await doubt.getByRole('button', { name: 'Chọn số liệu này: “680.000.000 đồng”, mục Giá trị' }).click();
    await expect(page.getByRole('status')).toContainText('Đã ghi lựa chọn vào sổ');
    await expect(page.getByRole('link', { name: 'Các bài nêu khác nhau, đã chọn' })).toBeVisible();
    await expect(doubt.locator('li.stands')).toContainText('680.000.000 đồng');
    await expect(doubt.getByText('650.000.000 đồng')).toBeVisible();
    const { record, changes } = await kevai.get<RecordPage>(`records/${gift.id}`);
    expect(record.value?.figure).toBe(680_000_000);
    expect(changes.at(-1)?.action).toBe('choose');
    expect((await kevai.get<{ records: RegisterRecord[] }>('disagreements')).records.map(({ id }) => id)).not.toContain(gift.id);
    await page.screenshot({ path: test.info().outputPath('settled.png'), fullPage: true });

    await doubt.getByRole('button', { name: 'Bỏ chọn' }).click();
    await expect(page.getByRole('status')).toContainText('Đã bỏ chọn');
    await expect(doubt.locator('li.stands')).toContainText('650.000.000 đồng');
  } finally {
    await kevai.stop();
  }
});

test('a document says of which of its facts other articles tell otherwise', async ({ page }) => {
  const { kevai } = await twoArticles();
  try {
    const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
    await page.goto(`${kevai.url}/documents/${documents[0]?.id}`);
    await expect(page.getByRole('link', { name: 'Các bài nêu khác nhau' }).first()).toBeVisible();
  } finally {
    await kevai.stop();
  }
});
