import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { accounts } from './api/accounts';
import { Client, nobody, nowhere, old, read, root } from './api/client';
import { complaints, Described, type Document } from './api/description';
import { buried, live, risen, unsaid, type Ids, type Step } from './api/lives';
import { signingInAtProvider } from './api/provider';
import { ask } from './api/wire';
import { HostileProvider } from './oidc/hostile';
import { optionsOf } from './oidc/real';
import { Kevai } from './server';

let kevai: Kevai;
let source: string;
let api: Described;
const provider = new HostileProvider();
let client: Client;

test.beforeAll(async () => {
  await provider.start();
  kevai = await Kevai.start({ samples: true, more: (url, folder) => optionsOf(provider.issuer, url, folder, 'Cổng Công đoàn') });
  source = (await ask(kevai.url, 'GET', '/api/v1/openapi.json')).body;
  api = new Described(kevai.url, JSON.parse(source) as Document);
  client = new Client(api);
});
test.afterAll(async () => {
  await kevai.stop();
  await provider.stop();
});

const get = (path: string, headers = {}) => client.get(path, headers);
const post = (path: string, json: unknown, headers = {}) => client.post(path, json, headers);
const remove = (path: string, json: unknown, headers = {}) => client.remove(path, json, headers);

/** `agenda_item` is found at `agenda-items`: the plural is what the description says. */
function pluralOf(kind: string): string {
  const name = kind.split('_').map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  const found = api.operations().find(({ operation }) => operation.operationId === `list${name}`);
  if (!found) throw new Error(`no list of ${kind}`);
  return found.path.slice(root.length);
}

/** The records of every kind that were made. */
const ids: Ids = {};
let steps: Step[] = [];

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test('The description is clean under a linter', async () => {
  expect(await complaints(source)).toEqual([]);
});

test('Records of every kind answer as described, and refuse as described', async () => {
  steps = JSON.parse(await readFile(fileURLToPath(new URL('../../tests/http/one_of_each.json', import.meta.url)), 'utf8')) as Step[];
  const paths: string[] = [];
  for (const step of steps) {
    const plural = pluralOf(step.kind);
    await live(client, plural, step, ids);
    paths.push(`${plural}/${ids[step.kind]}`);
  }
  for (const path of [...paths].reverse()) await buried(client, path);
  for (const path of paths) await risen(client, path);
});

test('What two sides say of the records they share answers as described', async () => {
  for (const kind of ['agreement', 'commitment', 'activity', 'course', 'support', 'award', 'proposal']) {
    const plural = pluralOf(kind);
    const path = `${plural}/${ids[kind]}`;
    const [[field, figure] = ['', null]] = Object.entries(steps.find((step) => step.kind === kind)!.change);
    const objection = { field, figure, reason: 'theo bản gốc', side: 'LA' };
    for (const act of ['confirm', 'publish']) await unsaid(client, plural, ids[kind]!, act, { side: 'VN' });
    await unsaid(client, plural, ids[kind]!, 'dispute', objection);
    await unsaid(client, plural, ids[kind]!, 'settle', { dispute: nobody, outcome: 'taken', side: 'VN' });
    expect((await post(`${path}/publish`, { side: 'VN' })).status).toBe(409);
    expect((await post(`${path}/confirm`, { side: 'VN' })).status).toBe(200);
    const disputed = await post(`${path}/dispute`, objection);
    expect(disputed.status, disputed.body).toBe(200);
    expect((await post(`${path}/dispute`, objection)).status).toBe(409);
    expect((await post(`${path}/confirm`, { side: 'LA' })).status).toBe(409);
    const dispute = read<{ sharing: { disputes: { id: string }[] } }>(await get(path)).sharing.disputes[0]!.id;
    expect((await post(`${path}/settle`, { dispute, outcome: 'taken', side: 'LA' })).status).toBe(409);
    expect((await get('inbox?side=VN&asked=settle')).body).toContain(ids[kind]);
    const settled = await post(`${path}/settle`, { dispute, outcome: 'taken', side: 'VN' });
    expect(settled.status, settled.body).toBe(200);
    expect((await post(`${path}/confirm`, { side: 'LA' })).status).toBe(200);
    for (const side of ['VN', 'LA']) expect((await post(`${path}/publish`, { side })).status).toBe(200);
    expect((await get('public/records?limit=1')).body).toContain(ids[kind]);
    expect((await post(`${path}/withdraw`, { side: 'VN' })).status).toBe(200);
  }
  for (const kind of ['agreement', 'commitment', 'activity', 'course', 'support', 'award', 'proposal', 'person', 'post', 'observation', 'target']) {
    for (const act of ['release', 'withdraw']) {
      await unsaid(client, pluralOf(kind), ids[kind]!, act, { side: 'VN' });
      expect((await post(`${pluralOf(kind)}/${ids[kind]}/${act}`, { side: 'VN' })).status, kind).toBe(409);
    }
  }
});

test('The inbox and what is public answer as described', async () => {
  expect((await get('inbox')).status).toBe(400);
  expect((await get('inbox?side=LA&limit=1')).status).toBe(200);
  expect((await post('inbox/confirm', {})).status).toBe(400);
  expect((await post('inbox/confirm', { records: [nobody], side: 'LA', all_or_none: true })).status).toBe(409);
  expect((await post('inbox/confirm', { all: true, side: 'LA' })).status).toBe(200);
  expect((await post('inbox/release', {})).status).toBe(400);
  expect((await post('inbox/release', { records: [nobody], side: 'LA', all_or_none: true })).status).toBe(409);
  expect((await post('inbox/release', { all: true, side: 'LA' })).status).toBe(200);
  expect((await get(`proposals/${ids['proposal']}/steps`)).status).toBe(200);
  expect((await get('desk')).body).toContain(ids['proposal']);
  expect((await get(`proposals/${nobody}/steps`)).status).toBe(404);
  expect((await get('public/records?limit=no')).status).toBe(400);
  expect((await api.ask('GET', '/public')).status).toBe(200);
  expect((await api.ask('GET', '/public?cursor=x')).status).toBe(400);
});

test('The documents, the findings and what is reviewed answer as described', async () => {
  const article = 'Ngày 11/7/2022, LĐLĐ tỉnh Quảng Bình đã mở 3 lớp tập huấn cho 75 cán bộ công đoàn tỉnh Khăm Muộn.';
  const sent = { file_name: 'bài.txt', text: article, date: '2022-07-12' };
  expect((await post('documents', sent)).status).toBe(201);
  expect((await post('documents', sent)).status).toBe(200);
  expect((await post('documents', {})).status).toBe(400);
  expect((await post('documents', { base64: '0M8R4KGxGuEAAA==' })).status).toBe(422);

  const { documents } = read<{ documents: { id: string; title: string }[] }>(await get('documents'));
  const waiting: string[] = [];
  const records: string[] = [];
  for (const { id } of documents) {
    const { findings } = read<{ findings: { id: string; state: string; record?: string }[] }>(await get(`documents/${id}`));
    for (const finding of findings) {
      if (finding.state === 'waiting') waiting.push(finding.id);
      if (finding.record) records.push(finding.record);
    }
    expect((await get(`findings/${findings[0]!.id}/explanation`)).status).toBe(200);
  }
  expect((await get(`documents/${nobody}`)).status).toBe(404);
  const mistaken = read<{ document: string }>(await post('documents', { text: 'Thêm nhầm.' })).document;
  expect((await api.ask('DELETE', `/api/v1/documents/${mistaken}`)).status).toBe(200);
  expect((await api.ask('DELETE', `/api/v1/documents/${mistaken}`)).status).toBe(404);
  for (const share of ['withdraw', 'release']) {
    expect((await post(`documents/${documents[0]!.id}/${share}`, {})).status).toBe(200);
    expect((await post(`documents/${nobody}/${share}`, {})).status).toBe(404);
  }
  expect((await get(`findings/${nobody}/explanation`)).status).toBe(404);
  for (const record of new Set(records)) expect((await get(`records/${record}`)).status).toBe(200);
  expect((await get(`records/${nobody}`)).status).toBe(404);

  expect(waiting.length).toBeGreaterThan(0);
  expect((await post('findings/decide', { accept: waiting.slice(1), reject: waiting.slice(0, 1) })).status).toBe(200);
  expect((await post('findings/decide', { accept: waiting.slice(0, 1) })).status).toBe(409);
  expect((await api.ask('DELETE', `/api/v1/documents/${documents[0]!.id}`)).status).toBe(409);
  expect((await post('findings/decide', { accept: [nobody] })).status).toBe(404);
  expect((await post('findings/decide', {})).status).toBe(400);
});

test('What may be the same, what is told differently and the report answer as described', async () => {
  const persons: string[] = [];
  for (const name of ['Thongloun Sisoulith', 'ທອງລຸນ ສີສຸລິດ']) persons.push(read<{ id: string }>(await post('persons', { name })).id);
  expect((await get('candidates')).body).toContain(persons[0]);
  expect((await get('disagreements')).status).toBe(200);
  expect((await get('overview')).status).toBe(200);
  expect((await post('candidates/decide', { same: [persons] })).status).toBe(200);
  expect(read<{ id: string }>(await get(`persons/${persons[1]}`)).id).toBe(persons[0]);
  expect((await get(`records/${persons[1]}`)).status).toBe(200);
  expect((await post('candidates/decide', { same: [[nobody, persons[0]]] })).status).toBe(404);
  expect((await post('candidates/decide', {})).status).toBe(400);

  expect((await post(`records/${persons[0]}/choose`, {})).status).toBe(400);
  expect((await post(`records/${persons[0]}/choose`, { citation: nobody })).status).toBe(404);
  expect((await post(`records/${persons[0]}/choose`, { field: 'name' })).status).toBe(409);

  for (const format of ['json', 'html', 'md']) expect((await get(`report?from=2000&to=2030&format=${format}`)).status).toBe(200);
  expect((await get('report?from=never')).status).toBe(400);
  expect((await get(`report?partnership=${nobody}`)).status).toBe(404);
  expect((await get('openapi.json')).status).toBe(200);
});

test('What two articles tell differently is settled as described', async () => {
  for (const name of ['vi-21-vong-xay-a', 'vi-22-vong-xay-b']) {
    const text = await readFile(fileURLToPath(new URL(`../../tests/articles/${name}.txt`, import.meta.url)), 'utf8');
    const { document } = read<{ document: string }>(await post('documents', { file_name: `${name}.txt`, text }));
    const { findings } = read<{ findings: { id: string }[] }>(await get(`documents/${document}`));
    expect((await post('findings/decide', { accept: findings.map(({ id }) => id) })).status).toBe(200);
  }
  const { records } = read<{ records: { id: string; disagreements: { statements: { passages: { citation: string }[] }[] }[] }[] }>(
    await get('disagreements'),
  );
  const citation = records[0]!.disagreements[0]!.statements[0]!.passages[0]!.citation;
  expect((await post(`records/${records[0]!.id}/choose`, { citation })).status).toBe(200);
});

test('What is searched for and what is attached answer as described', async () => {
  expect((await get('search?q=son+la')).status).toBe(200);
  expect((await get('search?q=son+la&limit=no')).status).toBe(400);
  const { id } = read<{ id: string }>(await post('persons', { name: 'Đặng Văn Hải' }));
  const base64 = Buffer.from('họ tên\n').toString('base64');
  expect((await post(`records/${id}/attachments`, { file_name: 'a.txt', base64 })).status).toBe(201);
  expect((await post(`records/${id}/attachments`, {})).status).toBe(400);
  expect((await post(`records/${nobody}/attachments`, { file_name: 'a.txt', base64 })).status).toBe(404);
  expect((await post(`records/${id}/attachments`, { file_name: 'a.pdf', base64 })).status).toBe(400);
  expect((await post(`records/${id}/attachments`, { file_name: 'a.exe', base64: 'TVqQAAMAAAAEAAAA' })).status).toBe(422);
  const { items } = read<{ items: { id: string }[] }>(await get('attachments'));
  const content = await get(`attachments/${items[0]!.id}/content`);
  expect(content.status).toBe(200);
  expect((await get(`attachments/${items[0]!.id}/content`, { 'If-None-Match': content.headers['etag']! })).status).toBe(304);
  expect((await get(`attachments/${nobody}/content`)).status).toBe(404);
  expect((await get(`attachments/${items[0]!.id}`)).status).toBe(200);
});

test('The tree and its totals answer as described', async () => {
  expect((await get('tree?as_of=2024-06-30&country=VN')).status).toBe(200);
  expect((await get('tree?as_of=soon')).status).toBe(400);
  for (const what of ['totals?below=true&from=2000', 'measures']) {
    for (const organisation of ['vn.vgcl', 'la.lftu', 'vn.nghe-an']) expect((await get(`organisations/${organisation}/${what}`)).status).toBe(200);
    expect((await get(`organisations/${nowhere}/${what}`)).status).toBe(404);
    expect((await get(`organisations/vn.nghe-an/${what.split('?')[0]}?as_of=soon`)).status).toBe(400);
  }
});

test('Organisations that merge, are divided or take another name answer as described', async () => {
  const on = '2027-01-01';
  const [ended, divided] = ['organisations/vn.cao-bang', 'organisations/vn.lang-son'];
  const refusals: [string, unknown, number][] = [
    [`${ended}/merge`, { into: {}, on }, 400],
    [`${ended}/split`, { heirs: [], rule: 'đoàn viên', on }, 400],
    [`${ended}/rename`, { on }, 400],
    [`${ended}/undo-restructuring`, {}, 400],
    [`${ended}/undo-restructuring`, { reason: 'Nhập nhầm' }, 409],
  ];
  for (const [path, body, status] of refusals) expect((await post(path, body)).status, path).toBe(status);

  const merged = await post(`${ended}/merge`, { into: { organisation: 'vn.lang-son' }, on });
  expect(merged.status, merged.body).toBe(200);
  const heirs = [{ fields: { name_vi: 'Công đoàn Bắc Lạng Sơn' }, share: 60 }, { organisation: 'vn.bac-ninh', share: 40 }];
  const split = await post(`${divided}/split`, { heirs, rule: 'đoàn viên', on });
  expect(split.status, split.body).toBe(200);
  expect((await post('organisations/vn.hue/rename', { name_en: 'Federation of Labour of Hue', on })).status).toBe(200);
  for (const [action, body] of [
    ['merge', { into: { organisation: 'vn.bac-ninh' }, on }],
    ['split', { heirs, rule: 'đoàn viên', on }],
    ['rename', { name_vi: 'Tên khác', on }],
  ] as const) {
    expect((await post(`${ended}/${action}`, body)).status, action).toBe(409);
    expect((await post(`organisations/${nowhere}/${action}`, body)).status, action).toBe(404);
  }
  expect((await post(`${divided}/undo-restructuring`, { reason: 'Nhập nhầm' })).status).toBe(200);
  expect((await post(`${ended}/undo-restructuring`, { reason: 'Nhập nhầm' })).status).toBe(200);
  expect((await post(`organisations/${nowhere}/undo-restructuring`, { reason: 'Nhập nhầm' })).status).toBe(404);
});

test('What falls due, renewals, proposals, cascades and certificates answer as described', async () => {
  expect((await get('due?days=3650')).status).toBe(200);
  expect((await get('due?days=none')).status).toBe(400);

  const parties = ['vn.nghe-an', 'la.xiangkhouang'];
  const made = async (kind: string, fields: object) => read<{ id: string }>(await post(kind, fields)).id;
  const partnership = await made('partnerships', { parties });
  const before = await made('agreements', { partnership, parties, valid_from: '2020', valid_to: '2025' });
  const renewed = await made('agreements', { partnership, parties, valid_from: '2026', valid_to: '2030', renews: before });
  await made('commitments', { partnership, agreement: before, content: 'Trao đổi đoàn hằng năm' });
  expect((await post(`agreements/${renewed}/carry-over`, {})).body).toMatch(/"commitments":\["/);
  expect((await post(`agreements/${before}/carry-over`, {})).status).toBe(400);
  expect((await post(`agreements/${nobody}/carry-over`, {})).status).toBe(404);

  const proposal = await made('proposals', { proposer: parties[1], addressee: parties[0], content: 'Mở lớp tiếng Việt' });
  expect((await post(`proposals/${proposal}/route`, { step: 'leap' })).status).toBe(400);
  expect((await post(`proposals/${proposal}/route`, { step: 'accept' })).status).toBe(409);
  expect((await post(`proposals/${proposal}/route`, { step: 'submit' }, old)).status).toBe(412);
  expect((await post(`proposals/${proposal}/route`, { step: 'submit' })).status).toBe(200);
  expect((await post(`proposals/${nobody}/route`, { step: 'submit' })).status).toBe(404);

  const course = await made('courses', { programme: 'Giảng viên kiêm chức', cohort: 3, date: '2024-05' });
  await made('trainees', { course, name: 'Khamla', sex: 'female', certificate: 'KV-2024-7' });
  expect((await get(`courses/${course}/cascade`)).status).toBe(200);
  expect((await get(`courses/${nobody}/cascade`)).status).toBe(404);
  expect((await get('certificates/KV-2024-7')).status).toBe(200);
  expect((await get('certificates/KV-0')).status).toBe(404);
  const page = await api.ask('GET', '/certificates/KV-2024-7');
  expect(page.body).toContain('Khamla');
  expect((await api.ask('GET', '/certificates/KV-0')).status).toBe(404);
});

test('Calendars answer as described, at their secret address alone', async () => {
  expect((await post('calendars', {})).status).toBe(400);
  expect((await post('calendars', { label: 'Điện thoại', partnership: nobody })).status).toBe(404);
  const { id, path } = read<{ id: string; path: string }>(await post('calendars', { label: 'Điện thoại anh Hùng' }));
  const calendar = await api.ask('GET', path);
  expect(calendar.body).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const list = (await get('calendars')).body;
  expect(list).toContain('Điện thoại anh Hùng');
  expect(list).not.toContain(path.split('/').at(-1)!.replace('.ics', ''));
  expect((await remove(`calendars/${id}`, {})).status).toBe(200);
  expect((await remove(`calendars/${id}`, {})).status).toBe(404);
  expect((await api.ask('GET', path)).status).toBe(404);
});

test('Tables go out and in again as described', async () => {
  expect((await get('exports')).headers['content-type']).toContain('spreadsheetml');
  expect((await get('exports?format=exe')).status).toBe(400);
  const csv = await get('exports?kind=organisation&format=csv&lang=en');
  expect(csv.status, csv.body).toBe(200);
  const base64 = Buffer.from(csv.body).toString('base64');
  const taken = await post('imports?lang=en', { file_name: 'organisation.csv', base64, kind: 'organisation', preview: true });
  expect(taken.status, taken.body).toBe(200);
  const broken = Buffer.from(csv.body.replaceAll('Province', 'Parish')).toString('base64');
  const refused = await post('imports?lang=en', { file_name: 'organisation.csv', base64: broken, kind: 'organisation' });
  expect(refused.status, refused.body).toBe(422);
  expect((await post('imports', {})).status).toBe(400);
});

test('What any request may meet is told as problem details', async () => {
  const text = { 'Content-Type': 'text/plain' };
  expect((await api.ask('POST', `${root}persons`, { headers: text, body: '{}' })).status).toBe(415);
  expect((await post('persons', {}, { Origin: 'http://evil.example' })).status).toBe(403);
  expect((await get('persons', { Host: 'rebound.example' })).status).toBe(421);
  expect((await get('persons', { 'X-Much': 'x'.repeat(20_000) })).status).toBe(431);
  expect((await api.ask('POST', `${root}persons`, { body: ' '.repeat(14 * 1024 * 1024 + 1) })).status).toBe(413);
  expect((await get('attachments')).status).toBe(200);
  expect((await get('attachments?nonsense=1')).status).toBe(400);
  expect((await api.ask('PUT', `${root}persons`)).status).toBe(405);
});

const personal = ['persons', 'trainees', 'delegates'];
const first = async (plural: string, headers = {}) => read<{ items: { id: string }[] }>(await get(`${plural}?limit=1`, headers)).items[0]!.id;

test('What is held of a person answers as described, and is erased', async () => {
  for (const plural of personal) {
    const path = `${plural}/${await first(plural)}`;
    expect((await get(`${path}/personal`)).status).toBe(200);
    expect((await get(`${plural}/${nobody}/personal`)).status).toBe(404);
    expect((await post(`${path}/erase`, { why: 'x' })).status).toBe(400);
    expect((await post(`${plural}/${nobody}/erase`, { reason: 'x' })).status).toBe(404);
    expect((await post(`${path}/erase`, { reason: 'Theo yêu cầu' })).status).toBe(200);
  }
  expect((await get('journal?action=erase')).status).toBe(200);
  expect((await get('journal?action=nonsense')).status).toBe(400);
});

test('Accounts and sessions answer as described', () => accounts(api));

test('Signing in at a provider answers as described', () => signingInAtProvider(api, kevai, provider));

test('Who only reads is told nothing of persons, and erases nothing', async () => {
  const viewer = { Authorization: `Bearer ${await kevai.token({ name: 'nguoi-xem', role: 'viewer', over: 'vn.vgcl' })}` };
  for (const plural of personal) {
    const path = `${plural}/${await first(plural, viewer)}`;
    expect((await get(`${path}/personal`, viewer)).status).toBe(403);
    expect((await post(`${path}/erase`, { reason: 'x' }, viewer)).status).toBe(403);
  }
  expect((await get('journal', viewer)).status).toBe(403);
});

test('Every answer the description tells of has come', () => {
  // What an attachment answers beside its file is as with every other kind.
  const of_no_file = api.told().filter((answer) => /^(get|change|remove|restore|revert|history)Attachment /.test(answer));
  // Only an account has drafts to release, and what is its side's to take back (two_sides.spec.ts).
  const of_drafts = api.told().filter((answer) => /^(release\w+|withdraw(Person|Post|Observation|Target)) 200/.test(answer));
  const missing = api.told().filter((answer) => !api.seen.has(answer) && !of_no_file.includes(answer) && !of_drafts.includes(answer));
  expect(missing).toEqual([]);
});
