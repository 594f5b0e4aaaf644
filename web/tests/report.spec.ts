import { expect, test } from './kevai';

const all = '/report?from=1962&to=2030';

test.describe('The report', () => {
  test('opens a number on a click and closes it on Escape', async ({ page }) => {
    await page.goto(all);
    const number = page.locator('main button[aria-haspopup="dialog"]').first();
    await number.click();
    await expect(page.getByRole('dialog').locator('blockquote').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(number).toBeFocused();
  });

  test('opens every number into records, each with a passage', async ({ page }) => {
    await page.goto(all);
    const numbers = page.locator('main button[aria-haspopup="dialog"]');
    await expect(numbers.first()).toBeVisible();
    // Clicked from within the page: there are hundreds.
    const opened = await numbers.evaluateAll(async (buttons: HTMLButtonElement[]) => {
      const dialog = document.querySelector('dialog');
      const results = [];
      for (const button of buttons) {
        button.click();
        await new Promise((done) => setTimeout(done));
        const records = [...(dialog?.querySelectorAll('ol > li') ?? [])];
        const bare = records.filter((record) => !record.querySelector('blockquote')?.textContent?.trim());
        results.push({ number: button.textContent, open: dialog?.open, records: records.length, bare: bare.length });
        if (!dialog?.open) continue;
        const closed = new Promise((done) => dialog.addEventListener('close', done, { once: true }));
        dialog.close();
        await closed;
        await new Promise((done) => setTimeout(done));
      }
      return results;
    });
    expect(opened.length).toBeGreaterThan(20);
    expect(opened.filter((one) => !one.open || one.records === 0 || one.bare > 0)).toEqual([]);
  });

  test('leads from a passage to its place in the article', async ({ page }) => {
    await page.goto(all);
    await page.locator('main button[aria-haspopup="dialog"]').first().click();
    const passage = page.getByRole('dialog').locator('figure').first();
    const quote = (await passage.locator('blockquote').textContent()) ?? '';
    await passage.getByRole('link').click();
    await expect(page).toHaveURL(/\/documents\/[^?]+\?at=\d+-\d+/);
    const marked = page.locator('mark.selected, mark.asked');
    await expect(marked.first()).toBeInViewport();
    expect((await marked.allTextContents()).join('')).toBe(quote.replace(/[\r\n]+/g, ''));
  });

  test('shows what was said beside what is counted', async ({ page }) => {
    await page.goto(all);
    const row = page.locator('tr[data-measure="delegations_out"]');
    await expect(row.locator('td').nth(0)).toContainText(/\d/);
    await expect(row.locator('td').nth(1)).toContainText(/\d/);
  });

  test('is narrowed by period and partnership', async ({ page }) => {
    await page.goto(all);
    await page.getByLabel('Từ năm').fill('1970');
    await page.getByLabel('Đến năm').fill('1971');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await expect(page).toHaveURL(/from=1970&to=1971/);
    await expect(page.getByText('Giai đoạn 1970 – 1971')).toBeVisible();
  });

  test('refuses a period that ends before it begins', async ({ page }) => {
    await page.goto(all);
    await page.getByLabel('Từ năm').fill('2020');
    await page.getByLabel('Đến năm').fill('2010');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await expect(page).toHaveURL(/from=1962/);
  });

  test('can be taken away as HTML and as Markdown in the app’s language', async ({ page }) => {
    await page.goto(`${all}&lang=lo`);
    for (const [name, beginning] of [['HTML', '<!doctype html>'], ['Markdown', '# ']] as const) {
      const link = page.getByRole('link', { name: `ດາວໂຫຼດ ${name}` });
      const response = await page.request.get((await link.getAttribute('href')) ?? '');
      expect(response.ok()).toBe(true);
      const text = await response.text();
      expect(text.toLowerCase().startsWith(beginning)).toBe(true);
      expect(text).toContain('ບົດລາຍງານ');
    }
  });

  test('prints without menus and controls', async ({ page }) => {
    await page.goto(all);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Xem', exact: true })).toBeHidden();
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
