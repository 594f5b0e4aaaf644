import type { DocumentPage, DocumentRow } from '../src/lib/api/types';
import { expect, test } from './kevai';

test.describe('A document', () => {
  test('marks exactly the quotes of its facts, in every sample article', async ({ page, kevai }) => {
    const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
    let marked = 0;
    for (const { id } of documents) {
      const { findings } = await kevai.get<DocumentPage>(`documents/${id}`);
      await page.goto(`/documents/${id}`);
      await expect(page.locator('[data-finding]')).toHaveCount(findings.length);
      for (const { id: finding, fact } of findings) {
        const pieces = await page.locator(`mark[data-facts~="${finding}"]`).allTextContents();
        expect(pieces.join('')).toBe(fact.quote.replace(/[\r\n]+/g, ''));
      }
      marked += findings.length;
    }
    expect(marked).toBeGreaterThan(20);
  });

  test('shows a fact’s passage when the fact is chosen, and the reverse', async ({ page, kevai }) => {
    const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
    const id = documents[0]?.id ?? '';
    const { findings } = await kevai.get<DocumentPage>(`documents/${id}`);
    await page.goto(`/documents/${id}`);
    const last = findings[findings.length - 1];
    await page.locator(`[data-finding="${last?.id}"] button.fact`).click();
    await expect(page.locator(`mark[data-facts~="${last?.id}"]`).first()).toHaveClass(/selected/);
    await expect(page.locator(`mark[data-facts~="${last?.id}"]`).first()).toBeInViewport();
    const first = findings[0];
    await page.locator(`mark[data-facts~="${first?.id}"]`).first().click();
    await expect(page.locator('[data-finding].selected')).toBeInViewport();
  });

  test('can be read by keyboard: Enter on a fact marks its passage', async ({ page, kevai }) => {
    const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
    await page.goto(`/documents/${documents[0]?.id}`);
    const fact = page.locator('[data-finding] button.fact').first();
    await fact.focus();
    await page.keyboard.press('Enter');
    await expect(fact).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('mark.selected').first()).toBeVisible();
  });

  test('opens at the passage its address names', async ({ page, kevai }) => {
    const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
    const id = documents[0]?.id ?? '';
    const { findings } = await kevai.get<DocumentPage>(`documents/${id}`);
    const fact = findings[findings.length - 1]?.fact;
    await page.goto(`/documents/${id}?at=${fact?.begin}-${fact?.end}`);
    await expect(page.locator('mark.selected').first()).toBeInViewport();
  });

  test('marks the passage its address names where no fact has that very passage', async ({ page, kevai }) => {
    const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
    const row = documents.find((document) => document.findings.accepted > 0);
    const { document, findings } = await kevai.get<DocumentPage>(`documents/${row?.id}`);
    const end = findings[0]?.fact.end ?? 0;
    await page.goto(`/documents/${document.id}?at=0-${end}`);
    const marked = page.locator('mark.asked');
    await expect(marked.first()).toBeVisible();
    const expected = new TextDecoder().decode(new TextEncoder().encode(document.text).slice(0, end));
    expect((await marked.allTextContents()).join('')).toBe(expected.replace(/[\r\n]+/g, ''));
  });

  test('says that a sample is a sample', async ({ page, kevai }) => {
    const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
    await page.goto(`/documents/${documents.find((document) => document.sample)?.id}`);
    await expect(page.getByText('Đây là bài viết mẫu')).toBeVisible();
  });
});

test.describe('Where something is not there', () => {
  test.use({ quiet: false });

  test('an unknown document shows the server’s reason and a way to try again', async ({ page }) => {
    await page.goto('/documents/01900000-0000-7000-8000-000000000000');
    const alert = page.getByRole('alert');
    await expect(alert.getByRole('heading')).toHaveText('Không tải được dữ liệu');
    await expect(alert.locator('p')).not.toHaveText('');
    await expect(alert.getByRole('button', { name: 'Thử lại' })).toBeVisible();
  });

  test('an unknown address says so', async ({ page }) => {
    await page.goto('/no/such/page');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có trang này');
  });

  test('a server that is out of reach is named, and trying again helps', async ({ page }) => {
    await page.goto('/documents');
    await page.route('**/api/v1/overview*', (route) => route.abort());
    await page.getByRole('link', { name: 'Tổng quan' }).click();
    await expect(page.getByRole('alert')).toContainText('Không kết nối được với máy chủ');
    await page.unroute('**/api/v1/overview*');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(page.locator('tr[data-partnership]').first()).toBeVisible();
  });
});
