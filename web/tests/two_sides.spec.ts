import { expect, test } from './kevai';
import { Kevai } from './server';
import { password, signedIn } from './signed_in';

test('An approver releases drafts that were entered in any order, all at once', async ({ browser }) => {
  const kevai = await Kevai.start({
    samples: false,
    accounts: [{ login: 'lan', organisation: 'vn.nghe-an', role: 'approver', language: 'vi', password }],
  });
  try {
    const viet = await signedIn(browser, kevai, 'lan', 'vi');
    const enter = async (list: string, data: Record<string, unknown>) => {
      const made = await viet.request.post(`${kevai.url}/api/v1/${list}`, { data, headers: { Origin: kevai.url } });
      expect(made.status(), await made.text()).toBe(201);
      return ((await made.json()) as { id: string }).id;
    };
    const parties = ['la.xiangkhouang', 'vn.nghe-an'];
    const agreement = await enter('agreements', { kind: 'mou', parties, signed_on: '2023-01-05' });
    await enter('commitments', { agreement, theme: 'training', content: 'Tập huấn cán bộ', parties });
    await enter('persons', { name: 'Nguyễn Thị Lan', other_names: 'Chị Lan' });
    await viet.goto(`${kevai.url}/inbox?lang=vi`);
    await expect(viet.getByText('Không có việc nào đang chờ.')).toBeVisible();
    await viet.getByRole('link', { name: 'Bản nháp của phía mình (3)' }).click();
    await expect(viet.getByText('Nguyễn Thị Lan = Chị Lan')).toBeVisible();
    await viet.getByLabel('Chọn tất cả').check();
    await viet.screenshot({ path: test.info().outputPath('drafts-vi.png'), fullPage: true });
    await viet.getByRole('button', { name: 'Chuyển 3 hồ sơ đã chọn cho phía bạn' }).click();
    await expect(viet.getByText('Đã chuyển 3 hồ sơ cho phía bạn.')).toBeVisible();
    await expect(viet.getByText('Không có bản nháp nào.')).toBeVisible();
  } finally {
    await kevai.stop();
  }
});

test('Two sides release, dispute, settle, confirm and publish a visit, each in its own language', async ({ browser }) => {
  const kevai = await Kevai.start({
    samples: false,
    accounts: [
      { login: 'lan', organisation: 'vn.nghe-an', role: 'approver', language: 'vi', password },
      { login: 'khamphone', organisation: 'la.xiangkhouang', role: 'approver', language: 'lo', password },
    ],
  });
  try {
    const viet = await signedIn(browser, kevai, 'lan', 'vi');
    const lao = await signedIn(browser, kevai, 'khamphone', 'lo');

    // Lan enters a visit: nobody of the other side sees it.
    const made = await viet.request.post(`${kevai.url}/api/v1/activities`, {
      data: { kind: 'visit', date: '2024-05-10', place: 'Phonsavan', parties: ['la.xiangkhouang', 'vn.nghe-an'], participants: 12 },
      headers: { Origin: kevai.url },
    });
    expect(made.status(), await made.text()).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const record = `${kevai.url}/records/${id}`;
    expect((await lao.request.get(`${kevai.url}/api/v1/activities/${id}`)).status()).toBe(404);

    await viet.goto(`${record}?lang=vi`);
    await viet.getByRole('button', { name: 'Chuyển cho phía bạn' }).click();
    await expect(viet.getByText('Đang chờ: Lào')).toBeVisible();

    // Khamphone finds it in the inbox and holds the number of persons to be otherwise.
    await lao.goto(`${kevai.url}/inbox?lang=lo`);
    await expect(lao.getByText('1 ລາຍການລໍຖ້າ')).toBeVisible();
    await lao.screenshot({ path: test.info().outputPath('inbox-lo.png'), fullPage: true });
    await lao.getByRole('listitem').getByRole('link').click();
    await lao.getByRole('button', { name: 'ອອກຄຳເຫັນຕ່າງ' }).click();
    await lao.getByLabel('ຕາມຝ່າຍຕົນ').fill('15');
    await lao.getByLabel('ເຫດຜົນ').fill('ຕາມບັນຊີລາຍຊື່ຄະນະ');
    await lao.getByRole('button', { name: 'ສົ່ງຄຳເຫັນ' }).click();
    await expect(lao.locator('[data-standing=disputed]')).toBeVisible();
    await lao.screenshot({ path: test.info().outputPath('disputed-lo.png'), fullPage: true });

    // Lan is asked to settle, sees both figures and takes the other's.
    await viet.goto(`${kevai.url}/inbox?lang=vi`);
    await expect(viet.getByText('Giải quyết ý kiến khác')).toBeVisible();
    await viet.getByRole('listitem').getByRole('link').click();
    await expect(viet.getByText(/nêu “Số người” là 15, không phải 12/)).toBeVisible();
    await viet.screenshot({ path: test.info().outputPath('disputed-vi.png'), fullPage: true });
    await viet.getByRole('button', { name: 'Lấy số liệu này' }).click();
    await expect(viet.getByText('đã lấy số liệu này')).toBeVisible();

    // Khamphone confirms it from the inbox, chosen with all the rest.
    await lao.goto(`${kevai.url}/inbox?lang=lo`);
    await lao.getByLabel('ເລືອກທັງໝົດ').check();
    await lao.getByRole('button', { name: /^ຢືນຢັນ 1/ }).click();
    await expect(lao.getByText('ຢືນຢັນແລ້ວ 1 ບັນທຶກ.')).toBeVisible();
    await expect(lao.getByText('ບໍ່ມີສິ່ງໃດລໍຖ້າ.')).toBeVisible();

    // Both agree to show it, and then anybody sees it.
    const anybody = await (await browser.newContext({ baseURL: kevai.url })).newPage();
    await anybody.goto(`${kevai.url}/public?lang=en`);
    await expect(anybody.getByText('Phonsavan')).toHaveCount(0);
    await viet.reload();
    await viet.getByRole('button', { name: 'Đồng ý công khai' }).click();
    await expect(viet.getByText('; đồng ý công khai')).toBeVisible();
    await lao.goto(`${record}?lang=lo`);
    await lao.getByRole('button', { name: 'ເຫັນດີເປີດເຜີຍ' }).click();
    await expect(lao.getByText('ເປີດເຜີຍ', { exact: false }).first()).toBeVisible();
    await expect(lao.getByRole('link', { name: 'ເບິ່ງໜ້າເປີດເຜີຍ' })).toBeVisible();
    await anybody.reload();
    await expect(anybody.getByText('Phonsavan')).toBeVisible();
    await expect(anybody.getByText('15')).toBeVisible();
    await anybody.screenshot({ path: test.info().outputPath('public.png'), fullPage: true });

    // A later change takes it back and asks again, telling what changed.
    const etag = (await viet.request.get(`${kevai.url}/api/v1/activities/${id}`)).headers()['etag'] ?? '';
    const changed = await viet.request.fetch(`${kevai.url}/api/v1/activities/${id}`, {
      method: 'PATCH',
      data: { place: 'Vinh' },
      headers: { 'If-Match': etag, Origin: kevai.url },
    });
    expect(changed.status(), await changed.text()).toBe(200);
    await anybody.reload();
    await expect(anybody.getByText('Vinh')).toHaveCount(0);
    await lao.goto(`${kevai.url}/inbox?lang=lo`);
    await expect(lao.getByText('Phonsavan → Vinh')).toBeVisible();
  } finally {
    await kevai.stop();
  }
});
