import { expect, test as base, type Page } from '@playwright/test';

import { oneTimeCode } from './api/accounts';
import { optionsOf, RealProvider } from './oidc/real';
import { Kevai } from './server';

const password = 'ba con voi di qua';
const home = { organisation: 'vn.vgcl', role: 'officer', language: 'vi', password } as const;

interface Shared {
  provider: RealProvider;
  kevai: Kevai;
}
const test = base.extend<object, Shared>({
  provider: [
    async ({}, use) => {
      const provider = new RealProvider();
      await use(provider);
      await provider.stop();
    },
    { scope: 'worker' },
  ],
  kevai: [
    async ({ provider }, use) => {
      const more = async (url: string, folder: string) => {
        await provider.start(url);
        return [...(await optionsOf(provider.issuer, url, folder, 'Cổng Công đoàn')), '--oidc-match-email'];
      };
      const kevai = await Kevai.start({ samples: true, accounts: [{ login: 'lan', ...home }], more });
      await use(kevai);
      await kevai.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ kevai }, use) => use(kevai.url),
});
test.describe.configure({ mode: 'serial' });

/** On the provider's own pages, as that person. */
async function signInThere(page: Page, name: string) {
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
}

const leave = (page: Page) => page.getByRole('button', { name: 'Đăng nhập bằng Cổng Công đoàn' }).click();
/** The part of the account page about the provider. */
const linking = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: 'Liên kết với Cổng Công đoàn' }) });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

async function signInByPassword(page: Page, login = 'lan') {
  await page.goto('/account');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(title(page)).toHaveText('Tài khoản');
}

test('Who is linked with no account is told so, and what to do, and gets no account', async ({ page, kevai }) => {
  await page.goto('/report');
  await leave(page);
  await signInThere(page, 'lan-at-provider');
  await expect(page).toHaveURL(/\/sign-in\?problem=oidc_not_linked&lang=vi&to=%2Freport$/);
  await expect(page.getByRole('alert')).toContainText('chưa liên kết với tài khoản nào');
  expect((await page.context().cookies(kevai.url)).map(({ name }) => name)).toEqual([]);
  expect((await kevai.user('list')).trim().split('\n')).toHaveLength(2);
});

test('An owner links their account by their password, and then signs in without it', async ({ page, kevai }) => {
  await signInByPassword(page);
  const section = linking(page);
  await section.getByLabel('Mật khẩu hiện tại').fill('not the password');
  await section.getByRole('button', { name: 'Liên kết' }).click();
  await expect(section.getByRole('alert')).toContainText('Mật khẩu hiện tại không đúng');
  await section.getByLabel('Mật khẩu hiện tại').fill(password);
  await section.getByRole('button', { name: 'Liên kết' }).click();
  await signInThere(page, 'lan-at-provider');
  await expect(page).toHaveURL(/\/account$/);
  await expect(section.getByRole('listitem')).toContainText('lan-at-provider');

  await page.context().clearCookies();
  await page.goto('/report?from=2023');
  await leave(page);
  await signInThere(page, 'lan-at-provider');
  await expect(page).toHaveURL(/\/report\?from=2023$/);
  await expect(page.getByRole('link', { name: 'lan' })).toBeVisible();
  const cookies = await page.context().cookies(kevai.url);
  expect(cookies).toMatchObject([{ name: 'kevai', httpOnly: true, sameSite: 'Strict', path: '/' }]);
});

test('Who stops at the provider comes back to the page to sign in, in their language', async ({ page }) => {
  await page.goto('/sign-in?lang=lo&to=/report');
  await page.getByRole('button', { name: 'ເຂົ້າສູ່ລະບົບດ້ວຍ Cổng Công đoàn' }).click();
  await page.getByRole('link', { name: /Cancel/ }).click();
  await expect(page).toHaveURL(/\/sign-in\?problem=oidc_denied&lang=lo&to=%2Freport%3Flang%3Dlo$/);
  await expect(page.getByRole('alert')).toContainText('ທ່ານໄດ້ຢຸດຢູ່');
});

test('A link to come back by signs nobody in who did not leave', async ({ page, browser, kevai }) => {
  // Somebody leaves, signs in there, and sends the address they would come back by to another.
  const away = await browser.newContext({ locale: 'vi-VN' });
  const attacker = await away.newPage();
  await attacker.goto(`${kevai.url}/sign-in`);
  await leave(attacker);
  await attacker.getByPlaceholder('Enter any login').waitFor();
  const step = { maxRedirects: 0 };
  const form = { prompt: 'login', login: 'lan-at-provider', password: 'anything' };
  const signed = await attacker.request.post(attacker.url(), { form, ...step });
  const sent = await attacker.request.get(signed.headers()['location']!, step);
  const address = sent.headers()['location']!;
  expect(address).toContain('code=');

  await page.goto(address);
  await expect(page).toHaveURL(/\/sign-in\?problem=oidc_state_unknown$/);
  await expect(page.getByRole('alert')).toContainText('không bắt đầu từ trình duyệt này');
  expect(await page.context().cookies(kevai.url)).toEqual([]);

  // Their own browser comes back by it, once.
  await attacker.goto(address);
  await expect(attacker.getByRole('link', { name: 'lan' })).toBeVisible();
  await attacker.goto(address);
  await expect(attacker).toHaveURL(/problem=oidc_state_unknown$/);
  await away.close();
});

test('After signing in one goes on within this site alone', async ({ page, kevai }) => {
  for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?to=${encodeURIComponent(elsewhere)}`);
    await leave(page);
    await signInThere(page, 'lan-at-provider');
    await expect(page).toHaveURL(`${kevai.url}/`);
  }
});

test('An invitation is taken at the provider in the place of a password', async ({ page, kevai }) => {
  const made = await kevai.user('add', 'mai', '--name', 'Mai', '--organisation', 'vn.nghe-an', '--url', kevai.url);
  const link = made.trim().split('\n').at(-1)!;
  await page.goto(link);
  await page.getByRole('button', { name: 'Nhận tài khoản bằng Cổng Công đoàn' }).click();
  await signInThere(page, 'mai-at-provider');
  await expect(page.getByRole('link', { name: 'Mai' })).toBeVisible();
  expect(await kevai.user('list')).not.toContain('đã mời');

  // Without a password the link is all that lets her in.
  await page.goto('/account');
  await page.getByRole('button', { name: 'Bỏ liên kết' }).click();
  await expect(page.getByRole('alert')).toContainText('chưa có mật khẩu');
  await page.goto('/sign-in');
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('không dùng được nữa');
});

test('An administrator sees that who is linked can come in, and unlinks them', async ({ page, kevai }) => {
  await kevai.invite({ login: 'quan', ...home, role: 'administrator' });
  await signInByPassword(page, 'quan');
  await page.goto('/accounts');
  const mai = page.getByRole('row', { name: /Mai/ });
  await expect(mai).not.toContainText('đã mời');
  await mai.getByRole('link').first().click();
  await page.getByRole('button', { name: /^Bỏ liên kết với http/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Bỏ liên kết/ }).click();
  await expect(page.getByText('đã mời, chưa nhận')).toBeVisible();
});

test('One person at the provider is one account', async ({ page, kevai }) => {
  await kevai.invite({ login: 'hoa', ...home });
  await signInByPassword(page, 'hoa');
  await linking(page).getByLabel('Mật khẩu hiện tại').fill(password);
  await linking(page).getByRole('button', { name: 'Liên kết' }).click();
  await signInThere(page, 'lan-at-provider');
  await expect(page).toHaveURL(/\/account\?problem=oidc_linked_elsewhere&lang=vi$/);
  await expect(page.getByRole('alert')).toContainText('đã liên kết với tài khoản khác');
});

test('A verified address that is a login links the first time, where the keeper allows it; one that is not verified never', async ({ page, provider, kevai }) => {
  await kevai.user('add', 'minh@example.vn', '--name', 'Minh', '--organisation', 'vn.vgcl');
  provider.people['minh'] = { email: 'Minh@example.vn', email_verified: false };
  await page.goto('/sign-in');
  await leave(page);
  await signInThere(page, 'minh');
  await expect(page).toHaveURL(/problem=oidc_not_linked&lang=vi/);

  provider.people['minh'] = { email: 'Minh@example.vn', email_verified: true };
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await leave(page);
  await signInThere(page, 'minh');
  await expect(page.getByRole('link', { name: 'Minh' })).toBeVisible();

  // Another person there who has that address now is not them.
  provider.people['impostor'] = { email: 'minh@example.vn', email_verified: true };
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await leave(page);
  await signInThere(page, 'impostor');
  await expect(page).toHaveURL(/problem=oidc_not_linked&lang=vi/);
});

test('An account with a second factor is linked by its owner alone, who shows both', async ({ page, provider, kevai }) => {
  await kevai.invite({ ...home, login: 'tam@example.vn' });
  await signInByPassword(page, 'tam@example.vn');
  const factor = page.locator('section', { has: page.getByRole('heading', { name: 'Xác thực hai bước' }) });
  await factor.getByLabel('Mật khẩu hiện tại').fill(password);
  await factor.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  const secret = (await factor.locator('code').first().textContent()) ?? '';
  await factor.getByRole('textbox').last().fill(oneTimeCode(secret, Date.now() - 30_000));
  await factor.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(factor.getByRole('listitem')).toHaveCount(10);

  provider.people['tam'] = { email: 'tam@example.vn', email_verified: true };
  const other = await page.context().browser()!.newContext({ locale: 'vi-VN' });
  const elsewhere = await other.newPage();
  await elsewhere.goto(`${kevai.url}/sign-in`);
  await leave(elsewhere);
  await signInThere(elsewhere, 'tam');
  await expect(elsewhere).toHaveURL(/problem=oidc_not_linked&lang=vi/);

  await page.reload();
  const section = linking(page);
  await section.getByLabel('Mật khẩu hiện tại').fill(password);
  await section.getByLabel('Mã xác thực').fill('000000');
  await section.getByRole('button', { name: 'Liên kết' }).click();
  await expect(section.getByRole('alert')).toContainText('Mã không đúng');
  await section.getByLabel('Mã xác thực').fill(oneTimeCode(secret));
  await section.getByRole('button', { name: 'Liên kết' }).click();
  await signInThere(page, 'tam');
  await expect(section.getByRole('listitem')).toContainText('tam@example.vn');

  await elsewhere.goto(`${kevai.url}/sign-in`);
  await leave(elsewhere);
  await expect(elsewhere.getByRole('link', { name: 'tam@example.vn' })).toBeVisible();
  await other.close();
});

test('A link that was taken back, and a disabled account, let nobody in', async ({ page, kevai }) => {
  await kevai.user('unlink', 'mai');
  for (const [name, problem] of [['mai-at-provider', 'oidc_not_linked'], ['lan-at-provider', 'oidc_account_disabled']] as const) {
    if (problem === 'oidc_account_disabled') await kevai.user('disable', 'lan');
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await leave(page);
    await signInThere(page, name);
    await expect(page).toHaveURL(new RegExp(`problem=${problem}&lang=vi`));
    expect(await page.context().cookies(kevai.url)).toEqual([]);
  }
});
