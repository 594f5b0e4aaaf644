import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DocumentPage, DocumentRow, NameCandidate, Overview } from '../src/lib/api/types';
import { expect, test } from './kevai';
import { Kevai } from './server';

const vietnamese = `Công đoàn Quảng Trị tiếp đoàn Salavan

(10/5/2024) Chiều 9/5/2024, LĐLĐ tỉnh Quảng Trị tiếp đoàn Liên hiệp Công đoàn tỉnh Salavan do đồng chí Xu Lít Xy Li Mả Nô Thăm, Chủ tịch Liên hiệp Công đoàn tỉnh Salavan làm trưởng đoàn.
`;
const lao = `ກຳມະບານແຂວງສາລະວັນ ຢ້ຽມຢາມ ແຂວງກວາງຈິ

ວັນທີ 9 ພຶດສະພາ 2024, ທ່ານ ສຸລິດ ສິລິມະໂນທຳ ປະທານສະຫະພັນກຳມະບານແຂວງສາລະວັນ ໄດ້ພົບປະກັບ ສະຫະພັນກຳມະບານແຂວງກວາງຈິ.
`;

/** A register in which two articles write one name, each in its own way, and all of it accepted. */
async function twoSpellings() {
  const folder = mkdtempSync(join(tmpdir(), 'kevai-names-'));
  const articles = [join(folder, 'vi.txt'), join(folder, 'lo.txt')] as const;
  writeFileSync(articles[0], vietnamese);
  writeFileSync(articles[1], lao);
  const kevai = await Kevai.start({ samples: false, articles: [...articles] });
  rmSync(folder, { recursive: true });
  const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
  for (const { id } of documents) {
    const { findings } = await kevai.get<DocumentPage>(`documents/${id}`);
    const answer = await fetch(`${kevai.url}/api/v1/findings/decide`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ accept: findings.map((finding) => finding.id) }),
    });
    expect(answer.ok).toBe(true);
  }
  return kevai;
}

const persons = async (kevai: Kevai) => (await kevai.get<Overview>('overview')).totals.persons;
const asked = async (kevai: Kevai) => (await kevai.get<{ candidates: NameCandidate[] }>('names')).candidates;

test.describe('One name in two spellings', () => {
  test('is asked about with its reasons, and joined where a person says so', async ({ page }) => {
    const kevai = await twoSpellings();
    try {
      const before = await persons(kevai);
      await page.goto(`${kevai.url}/documents`);
      const section = page.getByRole('region', { name: 'Có thể là một người' });
      await expect(section).toContainText('Xu Lít Xy Li Mả Nô Thăm');
      await expect(section).toContainText('ສຸລິດ ສິລິມະໂນທຳ');
      await expect(section).toContainText('Một bên viết chữ Lào, một bên viết chữ La-tinh');
      await section.getByRole('button', { name: /^Là một người/ }).click();
      await expect(section.getByRole('status')).toContainText('thành một người');
      await expect(section.getByRole('button')).toHaveCount(0);
      expect(await persons(kevai)).toBe(before - 1);
      expect(await asked(kevai)).toEqual([]);
    } finally {
      await kevai.stop();
    }
  });

  test('is not asked about again where they are two persons', async ({ page }) => {
    const kevai = await twoSpellings();
    try {
      const before = await persons(kevai);
      await page.goto(`${kevai.url}/documents?lang=en`);
      await page.getByRole('button', { name: /^Two persons/ }).click();
      await expect(page.getByRole('status')).toContainText('stay two persons');
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await asked(kevai)).toEqual([]);
      await expect(page.getByRole('region', { name: 'May be one person' })).toHaveCount(0);
      expect(await persons(kevai)).toBe(before);
    } finally {
      await kevai.stop();
    }
  });
});
