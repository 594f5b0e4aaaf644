import { expect, test } from '@playwright/test';

import { expectAccessible } from './axe';
import { Kevai } from './server';
import { password, signedIn } from './signed_in';

let kevai: Kevai;

test.beforeAll(async () => {
  kevai = await Kevai.start({
    samples: false,
    accounts: [
      { login: 'lan', organisation: 'vn.vgcl', role: 'administrator', language: 'vi', password },
      { login: 'hung', organisation: 'vn.nghe-an', role: 'officer', language: 'vi', password },
      { login: 'khamphone', organisation: 'la.xiangkhouang', role: 'administrator', language: 'lo', password },
    ],
  });
});
test.afterAll(() => kevai.stop());
test.describe.configure({ mode: 'serial' });

test('An administrator invites somebody by the keyboard alone, and the link is shown this once', async ({ browser }) => {
  const page = await signedIn(browser, kevai, 'lan', 'vi');
  await page.goto('/');
  await page.getByRole('link', { name: 'Người dùng' }).click();
  await expect(page.getByRole('row', { name: /hung/ })).toContainText('Cán bộ');
  await expect(page.getByText('khamphone')).toHaveCount(0);

  await page.getByRole('button', { name: 'Mời người mới' }).press('Enter');
  await page.keyboard.type('Trần Thị Mai');
  await page.keyboard.press('Tab');
  await page.keyboard.type('mai@example.vn');
  await page.keyboard.press('Tab');
  await page.keyboard.type('nghe an');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Nghệ An');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown'); // from officer to approver
  await page.screenshot({ path: test.info().outputPath('invite-vi.png'), fullPage: true });
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tạo liên kết mời' }).press('Enter');

  const link = page.getByRole('textbox', { name: 'Liên kết cho Trần Thị Mai' });
  await expect(link).toHaveValue(/\/invitation#.{20}/);
  const address = await link.inputValue();
  await expect(page.getByText(/dùng được một lần, đến \d\d\/\d\d\/\d{4}/)).toBeVisible();
  await page.getByRole('button', { name: 'Chép' }).click();
  await expect(page.getByText('Đã chép.')).toBeVisible();
  const row = page.getByRole('row', { name: /Trần Thị Mai/ });
  await expect(row).toContainText('đã mời, chưa nhận');
  await expect(row).toContainText('Người duyệt');
  await page.screenshot({ path: test.info().outputPath('accounts-vi.png'), fullPage: true });
  await page.reload();
  await expect(page.getByRole('row', { name: /Trần Thị Mai/ })).toBeVisible();
  await expect(link).toHaveCount(0);

  const mai = await (await browser.newContext({ baseURL: kevai.url })).newPage();
  await mai.goto(address);
  await mai.getByLabel('Mật khẩu mới').fill(password);
  await mai.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await expect(mai.getByRole('link', { name: 'Trần Thị Mai' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('row', { name: /Trần Thị Mai/ })).toContainText('đang dùng');
});

test('A fault is told where it was made, in the reader’s language', async ({ browser }) => {
  const page = await signedIn(browser, kevai, 'khamphone', 'lo');
  await page.goto('/accounts?lang=lo');
  await expect(page.getByRole('row', { name: /hung/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'ເຊີນຄົນໃໝ່' }).click();
  await page.getByLabel('ຊື່ ແລະ ນາມສະກຸນ').fill('Bounmy');
  await page.getByLabel('ຊື່ເຂົ້າລະບົບ ຫຼື ອີເມວ').fill('Bún My');
  await page.getByRole('combobox', { name: 'ການຈັດຕັ້ງ' }).fill('ຊຽງຂວາງ');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('button', { name: 'ສ້າງລິ້ງເຊີນ' }).click();
  await expect(page.locator('form').getByRole('alert')).toContainText('ຕົວອັກສອນລາແຕັງ');
  await page.getByLabel('ຊື່ເຂົ້າລະບົບ ຫຼື ອີເມວ').fill('bounmy');
  await page.getByRole('combobox', { name: 'ການຈັດຕັ້ງ' }).fill('Nghệ An');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('button', { name: 'ສ້າງລິ້ງເຊີນ' }).click();
  await expect(page.locator('form').getByRole('alert')).toContainText('ໃນຂອບເຂດການຈັດຕັ້ງທີ່ທ່ານບໍລິຫານ');
  await page.screenshot({ path: test.info().outputPath('invite-lo.png'), fullPage: true });
});

test('Roles are changed, an account is disabled and enabled only after asking, and all of it is told', async ({ browser }) => {
  const page = await signedIn(browser, kevai, 'lan', 'vi');
  const hung = await signedIn(browser, kevai, 'hung', 'vi');
  await page.goto('/accounts');
  await page.getByRole('link', { name: 'hung' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('hung');

  await page.getByRole('combobox', { name: /^Vai trò: / }).selectOption('approver');
  await page.getByRole('combobox', { name: 'Đối với tổ chức và mọi cấp dưới' }).fill('ha tinh');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('combobox', { name: 'Vai trò', exact: true }).selectOption('viewer');
  await page.getByRole('button', { name: 'Thêm vai trò' }).click();
  await expect(page.getByText('Có thay đổi chưa lưu.')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu vai trò' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Đổi vai trò' })).toContainText('Hà Tĩnh');

  await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await page.screenshot({ path: test.info().outputPath('disable-vi.png') });
  await page.getByRole('button', { name: 'Không, quay lại' }).click();
  expect((await hung.request.get('/api/v1/session')).status()).toBe(200);
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' }).click();
  await expect(page.getByRole('button', { name: 'Mở lại tài khoản' })).toBeVisible();
  expect((await hung.request.get('/api/v1/session')).status()).toBe(401);
  await page.getByRole('button', { name: 'Mở lại tài khoản' }).click();
  await page.getByRole('button', { name: 'Tạo liên kết đặt lại mật khẩu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tạo liên kết đặt lại mật khẩu' }).click();
  await expect(page.getByRole('textbox', { name: 'Liên kết cho hung' })).toHaveValue(/\/invitation#.{20}/);
  const deeds = page.getByRole('listitem');
  for (const deed of ['Khóa tài khoản – lan', 'Mở lại tài khoản – lan', 'Tạo liên kết đặt mật khẩu – lan'])
    await expect(deeds.filter({ hasText: deed })).toHaveCount(1);
  await page.screenshot({ path: test.info().outputPath('account-vi.png'), fullPage: true });
  await expectAccessible(page);
});

test('Nobody is offered what they may not do with an account', async ({ browser }) => {
  const page = await signedIn(browser, kevai, 'lan', 'vi');
  await page.goto('/accounts');
  await page.getByRole('row', { name: /^lan/ }).getByRole('link').click();
  await expect(page.getByText('Đây là tài khoản của chính đồng chí')).toBeVisible();
  await expect(page.getByRole('button', { name: /Khóa|Lưu vai trò/ })).toHaveCount(0);

  const officer = await signedIn(browser, kevai, 'hung', 'vi');
  await officer.goto('/accounts');
  await expect(officer.getByText('Trang này dành cho quản trị viên')).toBeVisible();
  await expect(officer.getByRole('link', { name: 'Người dùng' })).toHaveCount(0);
  await expect(officer.getByRole('button', { name: 'Mời người mới' })).toHaveCount(0);
});

test('On a screen 360 pixels wide no page of accounts scrolls sideways', async ({ browser }) => {
  for (const [login, lang] of [['lan', 'vi'], ['khamphone', 'lo']] as const) {
    const page = await signedIn(browser, kevai, login, lang, { viewport: { width: 360, height: 740 } });
    await page.goto(`/accounts?lang=${lang}`);
    await page.getByRole('button', { name: /Mời người mới|ເຊີນຄົນໃໝ່/ }).click();
    await page.screenshot({ path: test.info().outputPath(`narrow-${lang}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('row').first().getByRole('link').click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await page.screenshot({ path: test.info().outputPath(`narrow-account-${lang}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});
