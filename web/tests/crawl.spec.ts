import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import type { Document } from './api/description';
import { ask, type Reply } from './api/wire';
import { Kevai } from './server';

/** What each side keeps to itself carries a word that stands nowhere else. */
const marks = { VN: 'giukinxyz', LA: 'khwamlapqwv' };
type Side = keyof typeof marks;
const other: Record<Side, Side> = { VN: 'LA', LA: 'VN' };
const home: Record<Side, string> = { VN: 'vn.nghe-an', LA: 'la.xiangkhouang' };

const nobody = '01900000-0000-7000-8000-000000000000';
const texts = ['title', 'content', 'place', 'head', 'name', 'other_names', 'role', 'programme', 'purpose', 'item', 'signed_at', 'signatories', 'certificate'];
/** What both sides share from the first is no secret. */
const frame = ['organisation', 'division', 'partnership', 'occasion'];

interface Step {
  kind: string;
  fields: Record<string, unknown>;
}
interface Secret {
  kind: string;
  plural: string;
  id: string;
}
interface Account {
  name: string;
  side: Side | null;
  token: string;
}

let kevai: Kevai;
let description: Document;
const secrets: Record<Side, Secret[]> = { VN: [], LA: [] };

const steps = async () =>
  JSON.parse(await readFile(fileURLToPath(new URL('../../tests/http/one_of_each.json', import.meta.url)), 'utf8')) as Step[];

function asked(account: Account | null, verb: string, path: string, json?: unknown, headers: Record<string, string> = {}) {
  const who: Record<string, string> = account?.token ? { Authorization: `Bearer ${account.token}` } : {};
  const type: Record<string, string> = json === undefined ? {} : { 'Content-Type': 'application/json' };
  return ask(kevai.url, verb, path, { 'Accept-Language': 'en', ...who, ...type, ...headers }, json === undefined ? '' : JSON.stringify(json));
}

function operations() {
  return Object.entries(description.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).flatMap((verb) => (verb === 'parameters' ? [] : [{ verb: verb.toUpperCase(), path }])),
  );
}

function pluralOf(kind: string): string {
  const name = kind.split('_').map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  for (const [path, verbs] of Object.entries(description.paths)) if (verbs['get']?.operationId === `list${name}`) return path.split('/').at(-1)!;
  throw new Error(`no list of ${kind}`);
}

/** One record of every kind, kept as a draft, whose texts all hold the side's mark. */
async function keepSecrets(side: Side, officer: Account) {
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
      Object.entries(fields).map(([name, value]) => [name, texts.includes(name) && typeof value === 'string' && !frame.includes(kind) ? `${marks[side]} ${kind}` : filled(value)]),
    );
    const plural = pluralOf(kind);
    const made = await asked(officer, 'POST', `/api/v1/${plural}`, marked);
    expect(made.status, `${kind}: ${made.body}`).toBe(201);
    ids[kind] = (JSON.parse(made.body) as { id: string }).id;
    if (!frame.includes(kind)) secrets[side].push({ kind, plural, id: ids[kind]! });
  }
}

/** The answer as it would be for any id, so that those of two ids can be compared. */
const likeness = (reply: Reply, id: string) => `${reply.status} ${reply.body.replaceAll(id, 'ID')}`;

/** Every address that an answer names. */
function links(reply: Reply): string[] {
  const found = reply.body.match(/\/api\/v1\/[^"\s<>\\]*/g) ?? [];
  return [...found, ...(reply.headers['link']?.match(/\/api\/v1\/[^>]*/g) ?? [])];
}

test.beforeAll(async () => {
  kevai = await Kevai.start({ samples: false });
  description = JSON.parse((await ask(kevai.url, 'GET', '/api/v1/openapi.json')).body) as Document;
  for (const side of ['VN', 'LA'] as const) {
    const officer = { name: `${side} officer`, side, token: await kevai.token({ name: `can-bo-${side.toLowerCase()}`, role: 'officer', over: home[side] }) };
    await keepSecrets(side, officer);
  }
});
test.afterAll(() => kevai.stop());

const seats: { role: string; over: string; side: Side | null }[] = [
  ...(['viewer', 'officer', 'approver', 'administrator'] as const).flatMap((role) => [
    { role, over: 'vn.nghe-an', side: 'VN' as const },
    { role, over: 'vn.vgcl', side: 'VN' as const },
    { role, over: 'la.xiangkhouang', side: 'LA' as const },
    { role, over: 'la.lftu', side: 'LA' as const },
  ]),
  { role: '', over: '', side: null },
];

for (const seat of seats) {
  test(`${[seat.role, seat.over].join(' ').trim() || 'who is not signed in'} finds nothing the other side keeps to itself`, async () => {
    test.setTimeout(240_000);
    const token = seat.side ? await kevai.token({ name: `${seat.role}-${seat.over}`, role: seat.role, over: seat.over }) : '';
    const account: Account = { name: seat.role, side: seat.side, token };
    const hidden = (seat.side ? [other[seat.side]] : (['VN', 'LA'] as const)) as Side[];
    const leaks: string[] = [];
    const look = (what: string, reply: Reply, own: string[] = []) => {
      if (reply.status >= 500) leaks.push(`${what}: ${reply.status} ${reply.body.slice(0, 200)}`);
      for (const side of hidden) {
        // What was asked may come back, in the words of a refusal.
        const body = own.reduce((text, asked) => text.replaceAll(asked, ''), reply.body);
        if (body.includes(marks[side])) leaks.push(`${what}: tells ${marks[side]}`);
        for (const { id, kind } of secrets[side]) if (body.includes(id)) leaks.push(`${what}: tells the id of a ${kind}`);
      }
    };

    // Every address with an id: that of a secret is answered as that of nothing.
    for (const { verb, path } of operations().filter(({ path }) => path.includes('{id}'))) {
      const body = verb === 'GET' ? undefined : {};
      const headers: Record<string, string> = verb === 'GET' ? {} : { 'If-Match': '*' };
      const nothing = likeness(await asked(account, verb, path.replace('{id}', nobody), body, headers), nobody);
      for (const side of hidden)
        for (const secret of secrets[side]) {
          const at = path.replace('{id}', secret.id);
          const reply = await asked(account, verb, at, body, headers);
          if (likeness(reply, secret.id) !== nothing) leaks.push(`${verb} ${at} (${secret.kind}): ${likeness(reply, secret.id).slice(0, 300)} instead of ${nothing.slice(0, 300)}`);
          look(`${verb} ${at}`, reply, [secret.id]);
        }
    }

    // A certificate is open to whoever knows its number, but not while its course is a draft.
    for (const { verb, path } of operations().filter(({ path }) => path.endsWith('/certificates/{id}')))
      for (const side of hidden) {
        const number = `${marks[side]} trainee`;
        const reply = await asked(account, verb, path.replace('{id}', encodeURIComponent(number)));
        if (reply.status !== 404) leaks.push(`${verb} ${path} of ${number}: ${reply.status}`);
        look(`${verb} ${path}`, reply, [number]);
      }

    // Every other address, and those that answers name.
    const open = operations().filter(({ verb, path }) => verb === 'GET' && !path.includes('{')).map(({ path }) => path);
    for (const { plural } of [...secrets.VN, ...secrets.LA]) open.push(`/api/v1/${plural}?total=true&limit=100`, `/api/v1/${plural}?removed=true`, `/api/v1/exports?kind=${plural}`);
    for (const side of hidden) {
      open.push(`/api/v1/search?q=${marks[side]}`, `/api/v1/search?q=${marks[side].slice(0, 6)}`);
      for (const { plural, kind } of secrets[side])
        for (const field of texts) open.push(`/api/v1/${plural}?${field}=${encodeURIComponent(`${marks[side]} ${kind}`)}&total=true`);
    }
    const seen = new Set<string>();
    while (open.length > 0 && seen.size < 1500) {
      const at = open.pop()!;
      if (seen.has(at)) continue;
      seen.add(at);
      const reply = await asked(account, 'GET', at);
      look(`GET ${at}`, reply, hidden.flatMap((side) => [`${marks[side]} `, marks[side], marks[side].slice(0, 6)].filter((word) => decodeURIComponent(at).includes(word))));
      const counted = /"total":(\d+)/.exec(reply.body);
      if (counted && decodeURIComponent(at).match(/giukin|khwamlap/) && counted[1] !== '0') leaks.push(`GET ${at}: counts ${counted[1]}`);
      open.push(...links(reply));
    }
    expect(leaks).toEqual([]);
    if (!seat.side) return;
    // It would have found them: what its own side keeps is there.
    expect(seen.size).toBeGreaterThan(100);
    const own = await asked(account, 'GET', `/api/v1/search?q=${marks[seat.side]}`);
    expect((JSON.parse(own.body) as { total: number }).total).toBeGreaterThan(5);
    for (const { plural, id } of secrets[seat.side]) expect((await asked(account, 'GET', `/api/v1/${plural}/${id}`)).status).toBe(200);
  });
}

test('and what was tried has changed nothing', async () => {
  for (const side of ['VN', 'LA'] as const) {
    const token = await kevai.token({ name: `sau-${side.toLowerCase()}`, role: 'officer', over: home[side] });
    for (const { plural, id } of secrets[side]) {
      const reply = await asked({ name: '', side, token }, 'GET', `/api/v1/${plural}/${id}`);
      expect(reply.status).toBe(200);
      expect((JSON.parse(reply.body) as { version: number }).version).toBe(1);
    }
  }
});
