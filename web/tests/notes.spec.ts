import { expect, test, type Page } from '@playwright/test';

import { Kevai } from './server';
import { asks, password, signedIn } from './signed_in';

let kevai: Kevai;

test.beforeAll(async () => {
  kevai = await Kevai.start({
    samples: false,
    accounts: [
      { login: 'lan', organisation: 'vn.nghe-an', role: 'approver', language: 'vi', password },
      { login: 'hung', organisation: 'vn.nghe-an', role: 'officer', language: 'vi', password },
      { login: 'thu', organisation: 'vn.nghe-an', role: 'viewer', language: 'vi', password },
      { login: 'khamphone', organisation: 'la.xiangkhouang', role: 'approver', language: 'lo', password },
    ],
  });
});
test.afterAll(() => kevai.stop());
test.describe.configure({ mode: 'serial' });

async function visit(page: Page): Promise<string> {
  const fields = { kind: 'visit', date: '2024-05-10', place: 'Phonsavan', parties: ['la.xiangkhouang', 'vn.nghe-an'], participants: 12 };
  return (await asks<{ id: string }>(page, kevai, 'POST', 'activities', fields)).id;
}

test('A note is read by its own side alone, and is removed only after asking', async ({ browser }) => {
  const viet = await signedIn(browser, kevai, 'lan', 'vi');
  const lao = await signedIn(browser, kevai, 'khamphone', 'lo');
  const id = await visit(viet);
  await viet.goto(`/records/${id}`);
  await viet.getByLabel('Ghi chú mới').fill('Hỏi lại danh sách đoàn\ntrước thứ Sáu');
  await viet.getByRole('button', { name: 'Thêm ghi chú' }).press('Enter');
  await expect(viet.getByText('Hỏi lại danh sách đoàn')).toBeVisible();
  await expect(viet.getByLabel('Ghi chú mới')).toHaveValue('');
  await viet.getByRole('button', { name: 'Chuyển cho phía bạn' }).click();
  await expect(viet.getByText('Đang chờ: Lào')).toBeVisible();
  await viet.screenshot({ path: test.info().outputPath('record-vi.png'), fullPage: true });

  await lao.goto(`/records/${id}?lang=lo`);
  await expect(lao.getByRole('button', { name: 'ຢືນຢັນ', exact: true })).toBeVisible();
  await expect(lao.getByText('danh sách đoàn')).toHaveCount(0);
  await lao.getByLabel('ບັນທຶກໃໝ່').fill('ຖາມຄືນຈຳນວນຄົນ');
  await lao.getByRole('button', { name: 'ເພີ່ມບັນທຶກ' }).click();
  await expect(lao.getByText('ຖາມຄືນຈຳນວນຄົນ')).toBeVisible();
  await lao.screenshot({ path: test.info().outputPath('record-lo.png'), fullPage: true });
  await viet.reload();
  await expect(viet.getByText('Hỏi lại danh sách đoàn')).toBeVisible();
  await expect(viet.getByText('ຖາມຄືນ')).toHaveCount(0);

  await viet.getByRole('button', { name: 'Gỡ bỏ' }).click();
  await viet.getByRole('button', { name: 'Không, quay lại' }).click();
  await expect(viet.getByText('Hỏi lại danh sách đoàn')).toBeVisible();
  await viet.getByRole('button', { name: 'Gỡ bỏ' }).click();
  await viet.getByRole('dialog').getByRole('button', { name: 'Gỡ bỏ' }).click();
  await expect(viet.getByText('Hỏi lại danh sách đoàn')).toHaveCount(0);
});

test('A record’s page shows where it stands, and offers only what the reader may do', async ({ browser }) => {
  const viet = await signedIn(browser, kevai, 'lan', 'vi');
  const id = await visit(viet);
  const officer = await signedIn(browser, kevai, 'hung', 'vi');
  await officer.goto(`/records/${id}`);
  await expect(officer.locator('[data-standing=draft]')).toHaveText('○ bản nháp');
  await expect(officer.getByText('Việc này chờ người duyệt của phía mình.')).toBeVisible();
  await expect(officer.getByRole('button', { name: 'Chuyển cho phía bạn' })).toHaveCount(0);
  await expect(officer.getByRole('button', { name: 'Thêm ghi chú' })).toBeVisible();

  const viewer = await signedIn(browser, kevai, 'thu', 'vi');
  await viewer.goto(`/records/${id}`);
  await expect(viewer.locator('[data-standing=draft]')).toBeVisible();
  await expect(viewer.locator('main').getByRole('button')).toHaveCount(0);

  // Confirmed by both, and then changed: both are asked again, and told what changed.
  const lao = await signedIn(browser, kevai, 'khamphone', 'lo');
  await viet.goto(`/records/${id}`);
  await viet.getByRole('button', { name: 'Chuyển cho phía bạn' }).click();
  await expect(viet.getByText('Đang chờ: Lào')).toBeVisible();
  await lao.goto(`/records/${id}?lang=lo`);
  await lao.getByRole('button', { name: 'ຢືນຢັນ', exact: true }).click();
  await expect(lao.locator('[data-standing=confirmed]')).toHaveText('ສອງຝ່າຍຢືນຢັນແລ້ວ');
  await asks(viet, kevai, 'PATCH', `activities/${id}`, { participants: 14 }, { 'If-Match': '*' });
  await lao.reload();
  await expect(lao.locator('[data-standing=changed]')).toContainText('○');
  await expect(lao.getByText(/: 12 → 14/).first()).toBeVisible();
  await expect(lao.getByRole('button', { name: 'ຢືນຢັນ', exact: true })).toBeVisible();
});

test('A document is released by an approver, who can take it back', async ({ browser }) => {
  const viet = await signedIn(browser, kevai, 'lan', 'vi');
  const lao = await signedIn(browser, kevai, 'khamphone', 'lo');
  const text = 'Ngày 11/7/2022, LĐLĐ tỉnh Nghệ An đã mở 3 lớp tập huấn cho 75 cán bộ công đoàn tỉnh Xiêng Khoảng.';
  const { document } = await asks<{ document: string }>(viet, kevai, 'POST', 'documents', { file_name: 'bài.txt', text, date: '2022-07-12' });

  const officer = await signedIn(browser, kevai, 'hung', 'vi');
  await officer.goto(`/documents/${document}`);
  await expect(officer.locator('[data-sharing=draft]')).toContainText('Chỉ phía mình đọc được');
  await expect(officer.getByText('Người duyệt của phía mình có thể chuyển')).toBeVisible();
  await expect(officer.getByRole('button', { name: /^Duyệt dữ kiện/ }).first()).toBeVisible();

  await viet.goto(`/documents/${document}`);
  await viet.getByRole('button', { name: 'Chuyển tài liệu cho phía bạn' }).click();
  await viet.getByRole('dialog').getByRole('button', { name: 'Chuyển tài liệu cho phía bạn' }).click();
  await expect(viet.getByText('Cả hai bên đọc được tài liệu này.')).toBeVisible();
  await lao.goto(`/documents/${document}?lang=lo`);
  await expect(lao.getByText('ທັງສອງຝ່າຍອ່ານເອກະສານນີ້ໄດ້.')).toBeVisible();
  // It is the other side's to review and to take back.
  await expect(lao.locator('main').getByRole('button', { name: /ຖອນເອກະສານ|ຮັບຮອງ/ })).toHaveCount(0);
  await lao.screenshot({ path: test.info().outputPath('document-lo.png'), fullPage: true });
  await viet.getByRole('button', { name: 'Rút lại tài liệu' }).click();
  await viet.getByRole('dialog').getByRole('button', { name: 'Rút lại tài liệu' }).click();
  await expect(viet.getByText('Chỉ phía mình đọc được tài liệu này.')).toBeVisible();
  expect((await lao.request.get(`/api/v1/documents/${document}`)).status()).toBe(404);
  await viet.screenshot({ path: test.info().outputPath('document-vi.png'), fullPage: true });
});

test('A document added by mistake is taken out again, by whoever adds documents', async ({ browser }) => {
  const officer = await signedIn(browser, kevai, 'hung', 'vi');
  await officer.goto('/documents');
  await officer.getByText('Thêm tài liệu').first().click();
  await officer.getByLabel('Hoặc dán nội dung bài viết').fill('Danh sách cán bộ\n\nNgày 11/7/2022, LĐLĐ tỉnh Nghệ An thăm tỉnh Xiêng Khoảng.');
  await officer.getByRole('button', { name: 'Tìm dữ kiện' }).click();
  await officer.getByRole('link', { name: 'Nội dung đã dán' }).first().click();
  await officer.getByRole('button', { name: 'Xóa tài liệu' }).click();
  await officer.screenshot({ path: test.info().outputPath('remove-vi.png') });
  await officer.getByRole('dialog').getByRole('button', { name: 'Xóa tài liệu' }).click();
  await expect(officer).toHaveURL(/\/documents$/);
  await expect(officer.getByText('Nội dung đã dán')).toHaveCount(0);

  const viewer = await signedIn(browser, kevai, 'thu', 'vi');
  await viewer.goto('/documents');
  await expect(viewer.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(viewer.getByText('Thêm tài liệu')).toHaveCount(0);
});
