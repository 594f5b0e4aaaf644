import { expect, test } from './kevai';

test.describe('The language', () => {
  test('is Vietnamese for a Vietnamese browser', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổng quan hợp tác');
    await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  });

  test('once Lao is chosen, headings and names are Lao, on the next visit too', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'ລາວ' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('ພາບລວມການຮ່ວມມື');
    await expect(page.locator('html')).toHaveAttribute('lang', 'lo');
    await expect(page).toHaveURL(/lang=lo/);
    await expect(page.locator('tr[data-partnership] th').first()).toContainText(/\p{Script=Lao}/u);
    await page.goto('/report');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ບົດລາຍງານ/);
  });

  test('in the address wins, so that a link shows what its sender saw', async ({ page }) => {
    await page.goto('/documents?lang=en');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Documents');
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect(page).toHaveURL(/\/\?lang=en$/);
  });

  test.describe('of a browser set to Lao', () => {
    test.use({ locale: 'lo-LA' });

    test('is Lao', async ({ page }) => {
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', 'lo');
    });
  });
});
