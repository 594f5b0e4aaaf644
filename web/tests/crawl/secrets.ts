import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { expect } from '@playwright/test';

import type { Document } from '../api/description';
import { ask, type Reply } from '../api/wire';
import type { Kevai } from '../server';

/** What each side keeps to itself carries a word that stands nowhere else. */
export const marks = { VN: 'giukinxyz', LA: 'khwamlapqwv' };
export type Side = keyof typeof marks;
export const other: Record<Side, Side> = { VN: 'LA', LA: 'VN' };
export const home: Record<Side, string> = { VN: 'vn.nghe-an', LA: 'la.xiangkhouang' };

export const texts = ['title', 'content', 'place', 'head', 'name', 'other_names', 'role', 'programme', 'purpose', 'item', 'signed_at', 'signatories', 'certificate'];
/** What both sides share from the first is no secret. */
const frame = ['organisation', 'division', 'partnership', 'occasion'];

export interface Account {
  name: string;
  side: Side | null;
  token: string;
}
export interface Secret {
  kind: string;
  id: string;
}
/** A record of a list of its own. */
export interface SecretRecord extends Secret {
  plural: string;
}
export interface Secrets {
  records: SecretRecord[];
  /** Documents, findings, files, feeds, tokens: what has an id and is no record of a list. */
  others: Secret[];
  /** An agreement that the other side sees: what was in it before it was released, and the note on it, are secrets. */
  shared: string;
}

export function asked(kevai: Kevai, account: Account | null, verb: string, path: string, json?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const who: Record<string, string> = account?.token ? { Authorization: `Bearer ${account.token}` } : {};
  const type: Record<string, string> = json === undefined ? {} : { 'Content-Type': 'application/json' };
  return ask(kevai.url, verb, path, { 'Accept-Language': 'en', ...who, ...type, ...headers }, json === undefined ? '' : JSON.stringify(json));
}

interface Step {
  kind: string;
  fields: Record<string, unknown>;
}
const steps = async () =>
  JSON.parse(await readFile(fileURLToPath(new URL('../../../tests/http/one_of_each.json', import.meta.url)), 'utf8')) as Step[];

function pluralOf(description: Document, kind: string): string {
  const name = kind.split('_').map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  for (const [path, verbs] of Object.entries(description.paths)) if (verbs['get']?.operationId === `list${name}`) return path.split('/').at(-1)!;
  throw new Error(`no list of ${kind}`);
}

/** What one side's officer makes, each answer as it came. */
class Keeper {
  constructor(
    private readonly kevai: Kevai,
    private readonly account: Account,
  ) {}

  async does<T>(verb: string, path: string, json: unknown, status: number, headers: Record<string, string> = {}): Promise<T> {
    const reply = await asked(this.kevai, this.account, verb, `/api/v1/${path}`, json, headers);
    expect(reply.status, `${verb} ${path}: ${reply.body}`).toBe(status);
    return JSON.parse(reply.body) as T;
  }
  async makes(path: string, json: unknown): Promise<string> {
    return (await this.does<{ id: string }>('POST', path, json, 201)).id;
  }
}

/** One record of every kind, kept as a draft, whose texts all hold the side's mark. */
async function keepRecords(officer: Keeper, description: Document, mark: string): Promise<{ records: SecretRecord[]; ids: Record<string, string> }> {
  const records: SecretRecord[] = [];
  const ids: Record<string, string> = {};
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') return value.startsWith('$') ? ids[value.slice(1)] : value;
    if (Array.isArray(value)) return value.map(filled);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filled(part)]));
    return value;
  };
  for (const { kind, fields } of await steps()) {
    if (kind === 'organisation' || kind === 'division') continue;
    const marked = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, texts.includes(name) && typeof value === 'string' && !frame.includes(kind) ? `${mark} ${kind}` : filled(value)]),
    );
    const plural = pluralOf(description, kind);
    ids[kind] = await officer.makes(plural, marked);
    if (!frame.includes(kind)) records.push({ kind, plural, id: ids[kind]! });
  }
  return { records, ids };
}

/** A document with what was found in it, a file on a draft, a feed and a token. */
async function keepOthers(officer: Keeper, draft: string, mark: string): Promise<Secret[]> {
  const article = `Biên bản ${mark}\n\nNgày 12/5/2024, Liên đoàn Lao động tỉnh Nghệ An tiếp đoàn đại biểu Liên hiệp Công đoàn tỉnh Xiêng Khoảng gồm 12 người sang thăm và làm việc tại Vinh, trao tặng 10 máy vi tính (${mark}).\n`;
  const { document } = await officer.does<{ document: string }>('POST', 'documents', { file_name: `${mark}.txt`, text: article, date: '2024-05-13' }, 201);
  const { findings } = await officer.does<{ findings: { id: string }[] }>('GET', `documents/${document}`, undefined, 200);
  expect(findings.length).toBeGreaterThan(0);
  const bytes = Buffer.from(`%PDF-1.4 ${mark}`).toString('base64');
  const file = await officer.does<{ record: { id: string } }>('POST', `records/${draft}/attachments`, { file_name: `${mark}.pdf`, title: mark, base64: bytes }, 201);
  return [
    { kind: 'document', id: document },
    ...findings.map(({ id }) => ({ kind: 'finding', id })),
    { kind: 'attachment', id: file.record.id },
    { kind: 'calendar', id: await officer.makes('calendars', { label: mark }) },
  ];
}

/** A released agreement, that held the mark before, and a note on it. */
async function keepShared(officer: Keeper, approver: Keeper, side: Side, mark: string): Promise<{ shared: string; note: string }> {
  const parties = [home.VN, home.LA];
  const shared = await officer.makes('agreements', { title: `${mark} agreement`, kind: 'agreement', parties, signed_on: '2023-01-01' });
  await officer.does('PATCH', `agreements/${shared}`, { title: `Thỏa thuận ${side}` }, 200, { 'If-Match': '*' });
  const note = await officer.makes('notes', { record: shared, content: `${mark} note` });
  await approver.does('POST', `agreements/${shared}/release`, {}, 200, { 'If-Match': '*' });
  return { shared, note };
}

/** All that a side keeps to itself; made by an officer of its province. */
export async function keepSecrets(kevai: Kevai, description: Document, side: Side): Promise<Secrets> {
  const mark = marks[side];
  const keeper = async (role: string) => {
    const name = `${role}-giu-${side.toLowerCase()}`;
    return new Keeper(kevai, { name, side, token: await kevai.token({ name, role, over: home[side] }) });
  };
  const officer = await keeper('officer');
  const { records, ids } = await keepRecords(officer, description, mark);
  const others = await keepOthers(officer, ids['agreement']!, mark);
  const { shared, note } = await keepShared(officer, await keeper('approver'), side, mark);
  others.push({ kind: 'note on what is shared', id: note });
  return { records, others, shared };
}
