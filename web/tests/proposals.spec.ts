import { expect, test } from '@playwright/test';

import { expectAccessible } from './axe';
import { Kevai } from './server';
import { asks, password, signedIn } from './signed_in';

let kevai: Kevai;

test.beforeAll(async () => {
  kevai = await Kevai.start({
    samples: false,
    accounts: [
      { login: 'lan', organisation: 'vn.nghe-an', role: 'approver', language: 'vi', password },
      { login: 'mai', organisation: 'vn.nghe-an', role: 'officer', language: 'vi', password },
      { login: 'hung', organisation: 'vn.vgcl', role: 'approver', language: 'vi', password },
      { login: 'khamphone', organisation: 'la.xiangkhouang', role: 'approver', language: 'lo', password },
      { login: 'bounmy', organisation: 'la.xiangkhouang', role: 'officer', language: 'lo', password },
    ],
  });
});
test.afterAll(() => kevai.stop());
test.describe.configure({ mode: 'serial' });

const proposal = {
  proposer: { id: 'la.xiangkhouang' },
  addressee: { id: 'vn.nghe-an' },
  theme: 'training',
  content: 'ຂໍເປີດຊຸດຝຶກອົບຮົມພາສາຫວຽດ',
  due_on: '2024-11-01',
};

test('A proposal goes its way from desk to desk, and each sees only the steps that are theirs', async ({ browser }) => {
  const lao = await signedIn(browser, kevai, 'khamphone', 'lo');
  const lan = await signedIn(browser, kevai, 'lan', 'vi');
  const hung = await signedIn(browser, kevai, 'hung', 'vi');
  const { id } = await asks<{ id: string }>(lao, kevai, 'POST', 'proposals', proposal);
  await lao.goto('/proposals?lang=lo');
  await expect(lao.getByRole('heading', { name: 'ລໍຖ້າທ່ານພິຈາລະນາ (1)' })).toBeVisible();
  await lao.getByRole('link', { name: proposal.content }).click();
  await lao.getByRole('button', { name: 'ສະເໜີ', exact: true }).click();
  await expect(lao.getByText('ສະເໜີແລ້ວ').first()).toBeVisible();
  await expect(lao.getByText('ລໍຖ້າຜູ້ອະນຸມັດຂອງບ່ອນກຳລັງພິຈາລະນາ.')).toBeVisible();
  await lao.screenshot({ path: test.info().outputPath('submitted-lo.png'), fullPage: true });

  // It lies with Nghệ An, long overdue.
  await lan.goto('/proposals');
  const waiting = lan.getByRole('listitem').filter({ hasText: proposal.content });
  await expect(waiting).toContainText('Liên đoàn Lao động tỉnh Nghệ An');
  await expect(waiting.locator('.overdue')).toHaveText(/^quá hạn [\d.]+ ngày$/);
  await lan.screenshot({ path: test.info().outputPath('desk-vi.png'), fullPage: true });
  await waiting.getByRole('link').click();

  await expect(lan.getByRole('region', { name: 'Quá trình xử lý' })).toContainText(/quá hạn [\d.]+ ngày/);

  // Nothing is sent back without a reason; by the keyboard alone.
  await lan.getByRole('radio', { name: 'Chấp thuận', exact: true }).focus();
  await lan.keyboard.press('ArrowDown');
  await expect(lan.getByRole('radio', { name: 'Trả lại để bổ sung' })).toBeChecked();
  await lan.getByRole('button', { name: 'Trả lại để bổ sung' }).press('Enter');
  await expect(lan.getByRole('textbox', { name: 'Lý do', exact: true })).toBeFocused();
  await lan.keyboard.type('Nêu rõ số học viên');
  await lan.screenshot({ path: test.info().outputPath('decide-vi.png'), fullPage: true });
  await expectAccessible(lan);
  await lan.keyboard.press('Tab');
  await lan.keyboard.press('Enter');
  await expect(lan.getByText('“Nêu rõ số học viên”')).toBeVisible();
  await expect(lan.getByRole('radio')).toHaveCount(0);

  await lao.reload();
  await expect(lao.getByText('“Nêu rõ số học viên”')).toBeVisible();
  await lao.getByRole('button', { name: 'ສະເໜີ', exact: true }).click();
  await expect(lao.getByText('ລໍຖ້າຜູ້ອະນຸມັດ')).toBeVisible();
  await lan.reload();
  await lan.getByRole('radio', { name: 'Chuyển tiếp' }).check();
  await lan.getByRole('button', { name: 'Chuyển tiếp' }).click();
  await expect(lan.getByText('đang ở Tổng Liên đoàn Lao động Việt Nam')).toBeVisible();
  await expect(lan.getByRole('radio')).toHaveCount(0);

  // The confederation accepts it, after being asked: it becomes a commitment.
  await hung.goto(`/records/${id}`);
  await hung.getByRole('radio', { name: 'Chấp thuận', exact: true }).check();
  await hung.getByRole('button', { name: 'Chấp thuận', exact: true }).click();
  await hung.getByRole('button', { name: 'Không, quay lại' }).click();
  await expect(hung.getByRole('radio').first()).toBeVisible();
  await hung.getByRole('button', { name: 'Chấp thuận', exact: true }).click();
  await hung.getByRole('dialog').getByRole('button', { name: 'Chấp thuận', exact: true }).click();
  await hung.getByRole('link', { name: 'Nội dung cam kết đã lập' }).click();
  await expect(hung.getByText(proposal.content).first()).toBeVisible();
  await lao.reload();
  const steps = lao.getByRole('region', { name: 'ຂັ້ນຕອນພິຈາລະນາ' }).getByRole('listitem');
  await expect(steps).toHaveCount(5);
  await expect(steps.last()).toContainText('hung (ຫວຽດນາມ)');
  await lao.screenshot({ path: test.info().outputPath('decided-lo.png'), fullPage: true });
  await lao.goto('/proposals?lang=lo');
  await expect(lao.getByRole('heading', { name: 'ຕັດສິນແລ້ວ (1)' })).toBeVisible();
  await expect(lao.getByText('ບໍ່ມີຂໍ້ສະເໜີໃດລໍຖ້າທ່ານ.')).toBeVisible();
});

test('A proposal is written from its partnership, by the keyboard alone', async ({ browser }) => {
  const lan = await signedIn(browser, kevai, 'lan', 'vi');
  await asks(lan, kevai, 'POST', 'partnerships', { parties: [{ id: 'vn.nghe-an' }, { id: 'la.xiangkhouang' }] });
  await lan.goto('/proposals');
  await lan.getByRole('button', { name: 'Lập đề nghị mới' }).press('Enter');
  await expect(lan.getByRole('combobox', { name: 'Quan hệ kết nghĩa' })).toBeVisible();
  await lan.getByRole('combobox', { name: 'Quan hệ kết nghĩa' }).focus();
  await lan.keyboard.press('ArrowDown');
  await expect(lan.getByRole('combobox', { name: 'Bên đề nghị' })).toHaveValue('Liên đoàn Lao động tỉnh Nghệ An');
  await expect(lan.getByRole('combobox', { name: 'Bên được đề nghị' })).toHaveValue('Liên hiệp Công đoàn tỉnh Xiêng Khoảng');
  await lan.getByRole('textbox', { name: 'Nội dung' }).fill('Mời đoàn sang thăm Vinh');
  await lan.getByLabel('Mong trả lời trước ngày').fill('2099-05-01');
  await lan.screenshot({ path: test.info().outputPath('new-vi.png'), fullPage: true });
  await expectAccessible(lan);
  await lan.getByRole('button', { name: 'Lưu bản thảo' }).press('Enter');
  await expect(lan).toHaveURL(/\/records\//);
  await expect(lan.locator('[data-standing=draft]')).toBeVisible();
  await lan.getByRole('button', { name: 'Trình đề nghị' }).click();
  await expect(lan.getByText('đang ở Liên hiệp Công đoàn tỉnh Xiêng Khoảng')).toBeVisible();
  await lan.goto('/proposals');
  await expect(lan.getByRole('listitem').filter({ hasText: 'sang thăm Vinh' })).toContainText('trả lời trước ngày 01/05/2099');
});

test('Who may not decide is offered no step; an officer submits to a desk of the own side', async ({ browser }) => {
  const officer = await signedIn(browser, kevai, 'bounmy', 'lo');
  const mai = await signedIn(browser, kevai, 'mai', 'vi');
  const { id } = await asks<{ id: string }>(officer, kevai, 'POST', 'proposals', { ...proposal, content: 'ຂໍຢ້ຽມຢາມ' });
  await officer.goto(`/records/${id}?lang=lo`);
  await expect(officer.getByText('ການສົ່ງໃຫ້ຝ່າຍເພື່ອນແມ່ນຜູ້ອະນຸມັດເຮັດ')).toBeVisible();
  await officer.getByRole('combobox', { name: 'ສົ່ງຫາ' }).fill('ສູນກາງສະຫະພັນ');
  await officer.getByRole('listbox').getByRole('option').first().click();
  await officer.getByRole('button', { name: 'ສະເໜີ', exact: true }).click();
  await expect(officer.getByText('ລໍຖ້າຜູ້ອະນຸມັດ')).toBeVisible();

  await mai.goto('/proposals');
  await expect(mai.getByText('ຂໍຢ້ຽມຢາມ')).toHaveCount(0);
  await mai.getByRole('link', { name: proposal.content }).click();
  await expect(mai.getByRole('region', { name: 'Quá trình xử lý' }).getByRole('listitem')).toHaveCount(5);
  await expect(mai.getByRole('radio')).toHaveCount(0);
});

test('On a screen 360 pixels wide no page of proposals scrolls sideways', async ({ browser }) => {
  const lao = await signedIn(browser, kevai, 'khamphone', 'lo');
  const { id } = await asks<{ id: string }>(lao, kevai, 'POST', 'proposals', proposal);
  await asks(lao, kevai, 'POST', `proposals/${id}/route`, { step: 'submit' });
  const page = await signedIn(browser, kevai, 'lan', 'vi', { viewport: { width: 360, height: 740 } });
  for (const path of ['/proposals', `/records/${id}`]) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    if (path.startsWith('/records')) await page.getByRole('radio', { name: 'Chuyển tiếp' }).check();
    await page.screenshot({ path: test.info().outputPath(`narrow${path.replaceAll('/', '-').slice(0, 10)}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});
