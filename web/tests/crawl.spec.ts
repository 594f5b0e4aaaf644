import { expect, test } from '@playwright/test';

import type { Document } from './api/description';
import { ask, type Reply } from './api/wire';
import { asked, home, keepSecrets, marks, other, texts, type Account, type Secrets, type Side } from './crawl/secrets';
import { Kevai } from './server';

const nobody = '01900000-0000-7000-8000-000000000000';

let kevai: Kevai;
let description: Document;
let secrets: Record<Side, Secrets>;

function operations() {
  return Object.entries(description.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).flatMap((verb) => (verb === 'parameters' ? [] : [{ verb: verb.toUpperCase(), path }])),
  );
}

/** All of a side that has an id. */
const kept = (side: Side) => [...secrets[side].records, ...secrets[side].others];

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
  secrets = { VN: await keepSecrets(kevai, description, 'VN'), LA: await keepSecrets(kevai, description, 'LA') };
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
        for (const { id, kind } of kept(side)) if (body.includes(id)) leaks.push(`${what}: tells the id of a ${kind}`);
      }
    };

    // Every address with an id: that of a secret is answered as that of nothing.
    for (const { verb, path } of operations().filter(({ path }) => path.includes('{id}'))) {
      const body = verb === 'GET' ? undefined : {};
      const headers: Record<string, string> = verb === 'GET' ? {} : { 'If-Match': '*' };
      const nothing = likeness(await asked(kevai, account, verb, path.replace('{id}', nobody), body, headers), nobody);
      for (const side of hidden)
        for (const secret of kept(side)) {
          const at = path.replace('{id}', secret.id);
          const reply = await asked(kevai, account, verb, at, body, headers);
          if (likeness(reply, secret.id) !== nothing) leaks.push(`${verb} ${at} (${secret.kind}): ${likeness(reply, secret.id).slice(0, 300)} instead of ${nothing.slice(0, 300)}`);
          look(`${verb} ${at}`, reply, [secret.id]);
        }
    }

    // What the other side shares tells nothing of what it kept back about it.
    for (const { path } of operations().filter(({ verb, path }) => verb === 'GET' && /\/(agreements|records)\/\{id\}/.test(path)))
      for (const side of hidden) look(`GET ${path} of what is shared`, await asked(kevai, account, 'GET', path.replace('{id}', secrets[side].shared)));

    // A certificate is open to whoever knows its number, but not while its course is a draft.
    for (const { verb, path } of operations().filter(({ path }) => path.endsWith('/certificates/{id}')))
      for (const side of hidden) {
        const number = `${marks[side]} trainee`;
        const reply = await asked(kevai, account, verb, path.replace('{id}', encodeURIComponent(number)));
        if (reply.status !== 404) leaks.push(`${verb} ${path} of ${number}: ${reply.status}`);
        look(`${verb} ${path}`, reply, [number]);
      }

    // Every other address, and those that answers name.
    const open = operations().filter(({ verb, path }) => verb === 'GET' && !path.includes('{')).map(({ path }) => path);
    for (const { plural } of [...secrets.VN.records, ...secrets.LA.records]) open.push(`/api/v1/${plural}?total=true&limit=100`, `/api/v1/${plural}?removed=true`, `/api/v1/exports?kind=${plural}`);
    for (const side of hidden) {
      open.push(`/api/v1/search?q=${marks[side]}`, `/api/v1/search?q=${marks[side].slice(0, 6)}`);
      for (const { plural, kind } of secrets[side].records)
        for (const field of texts) open.push(`/api/v1/${plural}?${field}=${encodeURIComponent(`${marks[side]} ${kind}`)}&total=true`);
    }
    const seen = new Set<string>();
    while (open.length > 0 && seen.size < 1500) {
      const at = open.pop()!;
      if (seen.has(at)) continue;
      seen.add(at);
      const reply = await asked(kevai, account, 'GET', at);
      look(`GET ${at}`, reply, hidden.flatMap((side) => [`${marks[side]} `, marks[side], marks[side].slice(0, 6)].filter((word) => decodeURIComponent(at).includes(word))));
      const counted = /"total":(\d+)/.exec(reply.body);
      if (counted && decodeURIComponent(at).match(/giukin|khwamlap/) && counted[1] !== '0') leaks.push(`GET ${at}: counts ${counted[1]}`);
      open.push(...links(reply));
    }
    expect(leaks).toEqual([]);
    if (!seat.side) return;
    // It would have found them: what its own side keeps is there.
    expect(seen.size).toBeGreaterThan(100);
    const own = await asked(kevai, account, 'GET', `/api/v1/search?q=${marks[seat.side]}`);
    expect((JSON.parse(own.body) as { total: number }).total).toBeGreaterThan(5);
    for (const { plural, id } of secrets[seat.side].records) expect((await asked(kevai, account, 'GET', `/api/v1/${plural}/${id}`)).status).toBe(200);
  });
}

test('and what was tried has changed nothing', async () => {
  for (const side of ['VN', 'LA'] as const) {
    const token = await kevai.token({ name: `sau-${side.toLowerCase()}`, role: 'officer', over: home[side] });
    for (const { plural, id } of secrets[side].records) {
      const reply = await asked(kevai, { name: '', side, token }, 'GET', `/api/v1/${plural}/${id}`);
      expect(reply.status).toBe(200);
      expect((JSON.parse(reply.body) as { version: number }).version).toBe(1);
    }
  }
});
