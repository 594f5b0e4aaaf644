import { Kevai } from './server';
import { expect, test } from './kevai';

/** Viet Nam's provinces on the border with Laos as they lie, north to south. */
const border = [
  'Điện Biên', 'Sơn La', 'Thanh Hóa', 'Nghệ An', 'Hà Tĩnh', 'Quảng Bình', 'Quảng Trị',
  'Thừa Thiên Huế', 'Huế', 'Đà Nẵng', 'Quảng Nam', 'Kon Tum', 'Quảng Ngãi',
];

test.describe('The overview', () => {
  test('lists partnerships from north to south, national centres and sectors before the provinces', async ({ page }) => {
    await page.goto('/');
    const rows = page.locator('tr[data-partnership] th');
    await expect(rows.first()).toBeVisible();
    const texts = await rows.allInnerTexts();
    const places = texts.map((text) => border.findIndex((place) => text.includes(place)));
    const provinces = places.filter((place) => place >= 0);
    expect(provinces.length).toBeGreaterThanOrEqual(3);
    expect(provinces).toEqual([...provinces].sort((a, b) => a - b));
    const national = texts.findIndex((text) => text.includes('Trung ương'));
    if (national >= 0) expect(national).toBeLessThan(places.findIndex((place) => place >= 0));
  });

  test('says that its data are samples, and how to bring in one’s own', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText('Dữ liệu mẫu')).toBeVisible();
    await expect(page.locator('code')).toContainText('kevai ingest');
  });

  test('leads from each partnership to its report', async ({ page }) => {
    await page.goto('/');
    const row = page.locator('tr[data-partnership]').first();
    const id = await row.getAttribute('data-partnership');
    await row.getByRole('link', { name: /^Báo cáo/ }).click();
    await expect(page).toHaveURL(new RegExp(`/report\\?partnership=${id}`));
    await expect(page.getByLabel('Quan hệ kết nghĩa')).toHaveValue(id ?? '');
  });

  test('counts in its totals what the register holds', async ({ page, kevai }) => {
    const { totals } = await kevai.get<{ totals: { documents: number; activities: number } }>('overview?lang=vi');
    await page.goto('/');
    const total = (name: string) => page.locator('dl div', { hasText: name }).locator('dd');
    await expect(total('Tài liệu')).toHaveText(String(totals.documents));
    await expect(total('Hoạt động')).toHaveText(String(totals.activities));
  });
});

test('An empty register says what to type', async ({ page }) => {
  const empty = await Kevai.start({ samples: false });
  try {
    await page.goto(empty.url);
    await expect(page.getByRole('heading', { name: 'Sổ chưa có tài liệu nào' })).toBeVisible();
    await expect(page.locator('code')).toHaveText('kevai ingest BAI-VIET.txt');
    await page.goto(`${empty.url}/documents`);
    await expect(page.locator('code')).toHaveText('kevai ingest BAI-VIET.txt');
    await page.goto(`${empty.url}/report`);
    await expect(page.getByText('Trong thời gian này sổ chưa ghi nhận gì')).toBeVisible();
  } finally {
    await empty.stop();
  }
});
