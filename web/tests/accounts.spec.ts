import { expect, test as base } from '@playwright/test';

import { oneTimeCode as code } from './api/accounts';
import { Kevai } from './server';
import { password as hers, signedIn } from './signed_in';

const password = 'ba con voi di qua';

const test = base.extend<object, { kevai: Kevai; link: string }>({
  kevai: [
    async ({}, use) => {
      const kevai = await Kevai.start({ samples: true });
      await use(kevai);
      await kevai.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  link: [
    async ({ kevai }, use) => {
      const grants = [{ role: 'administrator', organisation: 'vn.vgcl' }];
      const wish = { login: 'lan@example.vn', name: 'Nguyễn Thị Lan', organisation: 'vn.vgcl', grants };
      const made = await fetch(`${kevai.url}/api/v1/accounts`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(wish),
      });
      expect(made.status).toBe(201);
      await use(((await made.json()) as { path: string }).path);
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ kevai }, use) => use(kevai.url),
});
test.describe.configure({ mode: 'serial' });

test('An invitation sets the password once and signs in', async ({ page, link }) => {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nhận tài khoản');
  const field = page.getByLabel('Mật khẩu mới');
  const fault = () => field.evaluate((input: HTMLInputElement) => input.validationMessage);
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  expect(await fault()).toBe('Cần điền hoặc chọn mục này.');
  await field.pressSequentially('ngắn');
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  expect(await fault()).toBe('Cần ít nhất 10 ký tự.');
  await field.fill(password);
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổng quan hợp tác');
  await expect(page.getByRole('link', { name: 'Nguyễn Thị Lan' })).toBeVisible();
  const cookies = await page.context().cookies();
  expect(cookies).toMatchObject([{ name: 'kevai', httpOnly: true, sameSite: 'Strict', path: '/' }]);
  await page.goto('/sign-in');
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('không dùng được nữa');
});

test('Who has not signed in is asked to, in their language, and comes back to where they went', async ({ page }) => {
  await page.goto('/documents?lang=lo');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ເຂົ້າສູ່ລະບົບ');
  await page.getByLabel('ຊື່ເຂົ້າລະບົບ ຫຼື ອີເມວ').fill('lan@example.vn');
  await page.getByLabel('ລະຫັດຜ່ານ').fill('not the password');
  await page.getByRole('button', { name: 'ເຂົ້າສູ່ລະບົບ' }).click();
  await expect(page.getByRole('alert')).toContainText('ບໍ່ຖືກຕ້ອງ');
  await page.getByLabel('ລະຫັດຜ່ານ').fill(password);
  await page.getByRole('button', { name: 'ເຂົ້າສູ່ລະບົບ' }).click();
  await expect(page).toHaveURL(/\/documents\?lang=lo$/);
  await page.getByRole('button', { name: 'ອອກຈາກລະບົບ' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/report');
  await expect(page).toHaveURL(/\/sign-in\?to=%2Freport/);
});

test('The account page makes a token and a second factor, which signing in then wants', async ({ page, kevai }) => {
  await page.goto('/account?lang=en');
  const signIn = async () => {
    await page.getByLabel('Login name or e-mail address').fill('lan@example.vn');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await signIn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account');
  await expect(page.getByText('Administrator – ')).toBeVisible();

  await page.getByLabel('What it is for').fill('monthly report');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = (await page.locator('code', { hasText: 'kevai_' }).textContent()) ?? '';
  const asked = (method: string) =>
    fetch(`${kevai.url}/api/v1/persons`, { method, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, ...(method === 'POST' && { body: '{}' }) });
  expect((await asked('GET')).status).toBe(200);
  expect((await asked('POST')).status).toBe(403);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('revoked')).toBeVisible();
  expect((await asked('GET')).status).toBe(401);

  const factor = page.locator('section', { has: page.getByRole('heading', { name: 'Second factor' }) });
  await factor.getByLabel('Present password').fill(password);
  await factor.getByRole('button', { name: 'Turn it on' }).click();
  await expect(factor.getByRole('img', { name: 'QR code' })).toBeVisible();
  const secret = (await factor.locator('code').first().textContent()) ?? '';
  await factor.getByLabel('Code of the app').fill(code(secret, Date.now() - 30_000));
  await factor.getByRole('button', { name: 'Confirm' }).click();
  await expect(factor.getByRole('listitem')).toHaveCount(10);
  await expect(factor).toContainText('10 recovery codes are left');

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await signIn();
  await page.getByLabel('Code of the app').fill(code(secret));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The cooperation at a glance');
});

test('Who is signed in is told by the name of the browser, and another is signed out', async ({ page, browser, kevai }) => {
  await kevai.invite({ login: 'hoa', organisation: 'vn.vgcl', role: 'officer', language: 'vi', password: hers });
  const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0';
  for (const userAgent of [edge, 'kiosk']) await signedIn(browser, kevai, 'hoa', 'vi', { userAgent });
  await page.goto('/sign-in?lang=vi');
  await page.getByLabel('Tên đăng nhập').fill('hoa');
  await page.getByLabel('Mật khẩu').fill(hers);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('link', { name: 'hoa' }).click();
  await expect(page.getByText('Chrome trên Linux')).toBeVisible();
  await expect(page.getByText('kiosk', { exact: true })).toBeVisible();
  const other = page.getByRole('listitem').filter({ hasText: 'Microsoft Edge trên Windows' });
  await other.getByRole('button', { name: 'Kết thúc' }).click();
  await expect(other).toHaveCount(0);
});
