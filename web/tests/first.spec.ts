import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { binary, freePort, Kevai } from './server';
import { password } from './signed_in';

test('The first administrator chooses their centre by its name, in their language', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'kevai-first-'));
  const port = await freePort();
  // Behind a proxy others may reach it: it makes the link of the first administrator.
  const listens = ['--listen', `127.0.0.1:${port}`, '--behind-proxy'];
  const server = spawn(binary, ['serve', '--database', join(folder, 'kevai.db'), '--no-samples', ...listens]);
  try {
    const secret = await new Promise<string>((resolve, reject) => {
      let log = '';
      const hear = (data: Buffer) => {
        log += data.toString();
        const found = /\/invitation#(\S+)/.exec(log)?.[1];
        if (found) resolve(found);
      };
      server.stdout.on('data', hear);
      server.stderr.on('data', hear);
      server.on('exit', () => reject(new Error(log)));
    });
    for (const [lang, centre] of [
      ['vi', 'Tổng Liên đoàn Lao động Việt Nam'],
      ['lo', 'ສູນກາງສະຫະພັນກຳມະບານລາວ'],
    ] as const) {
      await page.goto(`http://127.0.0.1:${port}/invitation?lang=${lang}#${secret}`);
      const choice = page.getByRole('combobox');
      await expect(choice.getByRole('option').filter({ hasText: centre })).toHaveCount(1);
      await expect(choice).not.toContainText(/vn\.|la\./);
      await page.screenshot({ path: test.info().outputPath(`first-${lang}.png`) });
      await page.goto('about:blank'); // an address that differs behind its # alone loads nothing anew
    }
    await page.goto(`http://127.0.0.1:${port}/invitation?lang=vi#${secret}`);
    await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan');
    await page.getByLabel('Tên đăng nhập hoặc thư điện tử').fill('lan@example.vn');
    await page.getByLabel('Tổ chức').selectOption({ label: 'Tổng Liên đoàn Lao động Việt Nam' });
    await page.getByLabel('Mật khẩu mới').fill(password);
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await page.getByRole('link', { name: 'Người dùng' }).click();
    await expect(page.getByRole('row', { name: /Nguyễn Thị Lan/ })).toContainText('Tổng Liên đoàn Lao động Việt Nam');
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
});

test('Whoever keeps a register without accounts invites the first on its page, and the link is not lost to signing in', async ({ page }) => {
  const kevai = await Kevai.start({ samples: false });
  try {
    await page.goto(`${kevai.url}/accounts?lang=vi`);
    await expect(page.getByText('Khi có tài khoản đầu tiên, mọi người phải đăng nhập')).toBeVisible();
    await page.getByRole('button', { name: 'Mời người mới' }).click();
    await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan');
    await page.getByLabel('Tên đăng nhập hoặc thư điện tử').fill('lan');
    await page.getByRole('combobox', { name: 'Tổ chức' }).fill('tong lien doan');
    await page.getByRole('listbox').getByRole('option').first().click();
    await expect(page.getByRole('combobox', { name: 'Vai trò' })).toHaveValue('administrator');
    await page.getByRole('button', { name: 'Tạo liên kết mời' }).click();
    const link = page.getByRole('textbox', { name: 'Liên kết cho Nguyễn Thị Lan' });
    await expect(link).toHaveValue(/#.{20}/);
    await expect(page.getByText('Từ bây giờ mọi người phải đăng nhập.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Mời người mới' })).toHaveCount(0);
    await page.goto(await link.inputValue());
    await page.getByLabel('Mật khẩu mới').fill(password);
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await page.getByRole('link', { name: 'Người dùng' }).click();
    await expect(page.getByRole('row', { name: /Nguyễn Thị Lan/ })).toContainText('Quản trị viên');
  } finally {
    await kevai.stop();
  }
});
