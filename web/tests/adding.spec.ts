import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DocumentRow } from '../src/lib/api/types';
import { expect, test } from './kevai';
import { Kevai, samples } from './server';

const documents = join(samples, '../../tests/documents');

test.describe('Adding a document in the browser', () => {
  // A refusal is a failed request, of which the browser complains.
  test.use({ quiet: false });

  test('a Word document and a PDF are read, and what is no document is refused in words', async ({ page }) => {
    const kevai = await Kevai.start({ samples: false });
    try {
      await page.goto(`${kevai.url}/documents`);
      await page.getByText('Thêm tài liệu').click();
      const choose = page.getByLabel(/chọn tệp/);
      await choose.setInputFiles([join(documents, 'vi-minutes.docx'), join(documents, 'vi-report.pdf')]);
      const found = page.locator('details li');
      await expect(found).toHaveCount(2);
      await expect(found.first()).toContainText('dữ kiện chờ duyệt');
      await expect(page.locator('main table tbody tr')).toHaveCount(2);

      await choose.setInputFiles({ name: 'cu.doc', mimeType: '', buffer: Buffer.from('d0cf11e0a1b11ae10000', 'hex') });
      await expect(found.first()).toContainText('.docx');
      await choose.setInputFiles(join(documents, 'vi-report.pdf'));
      await expect(found.first()).toContainText('đã có trong sổ');

      const { documents: rows } = await kevai.get<{ documents: DocumentRow[] }>('documents');
      expect(rows.map((row) => row.file_name).sort()).toEqual(['vi-minutes.docx', 'vi-report.pdf']);
    } finally {
      await kevai.stop();
    }
  });

  test('an article is pasted, and its facts are one click away', async ({ page }) => {
    const kevai = await Kevai.start({ samples: false });
    try {
      await page.goto(`${kevai.url}/documents`);
      await page.getByText('Thêm tài liệu').click();
      const article = readFileSync(join(samples, 'vi-ha-tinh-bolikhamxay-2023.txt'), 'utf8');
      await page.getByLabel('Hoặc dán nội dung bài viết').fill(article);
      await page.getByRole('button', { name: 'Tìm dữ kiện' }).click();
      await page.locator('details li a').click();
      await expect(page.locator('[data-finding]').first()).toHaveAttribute('data-state', 'waiting');
    } finally {
      await kevai.stop();
    }
  });
});
