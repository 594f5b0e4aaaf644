import { createHmac } from 'node:crypto';

import { expect } from '@playwright/test';

import { nobody, read, root } from './client';
import type { Described } from './description';
import type { Reply } from './wire';

const password = 'ba con voi di qua';

/** What an authenticator app shows (RFC 6238), reckoned by another program than the one under test. */
export function oneTimeCode(secret: string, at = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac[19]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A browser: what it sends goes with its cookie. */
class Browser {
  cookie = '';
  constructor(private readonly api: Described) {}

  async ask(verb: string, path: string, json?: unknown): Promise<Reply> {
    const reply = await this.api.ask(verb, root + path, { json, headers: this.cookie ? { Cookie: this.cookie } : {} });
    const set = reply.headers['set-cookie'];
    if (set) this.cookie = set.split(';')[0]!;
    return reply;
  }

  async gets(status: number, verb: string, path: string, json?: unknown): Promise<Reply> {
    const reply = await this.ask(verb, path, json);
    expect(reply.status, `${verb} ${path}: ${reply.body}`).toBe(status);
    return reply;
  }
}

interface Invited {
  id: string;
  path: string;
}
const secretOf = (reply: Reply) => read<Invited>(reply).path.split('#')[1];
const over = (role: string, organisation: string) => ({ role, organisation });

/** Takes an invitation, in a browser of its own. */
async function taken(api: Described, made: Reply) {
  const browser = new Browser(api);
  const secret = secretOf(made);
  await browser.gets(200, 'POST', 'invitations/open', { secret });
  await browser.gets(404, 'POST', 'invitations/open', { secret: 'nothing' });
  await browser.gets(400, 'POST', 'invitations/take', { secret, password: 'short' });
  await browser.gets(200, 'POST', 'invitations/take', { secret, password });
  await browser.gets(404, 'POST', 'invitations/take', { secret, password });
  return browser;
}

/** What an administrator of a province may do with the accounts there, and not with others. */
async function keeping(lan: Browser, own: string, centre: string) {
  const wish = { login: 'mai', name: 'Mai', organisation: 'vn.nghe-an' };
  const mai = read<Invited>(await lan.gets(201, 'POST', 'accounts', wish)).id;
  await lan.gets(409, 'POST', 'accounts', wish);
  await lan.gets(400, 'POST', 'accounts', { ...wish, login: '?' });
  await lan.gets(403, 'POST', 'accounts', { ...wish, login: 'other', organisation: 'la.xiangkhouang' });
  await lan.gets(404, 'POST', 'accounts', { ...wish, login: 'other', organisation: 'vn.nowhere' });
  await lan.gets(200, 'GET', 'accounts');
  await lan.gets(200, 'GET', `accounts/${mai}`);
  await lan.gets(404, 'GET', `accounts/${nobody}`);
  const grants = { grants: [over('officer', 'vn.nghe-an')] };
  await lan.gets(200, 'POST', `accounts/${mai}/grants`, grants);
  await lan.gets(400, 'POST', `accounts/${mai}/grants`, { grants: 'all' });
  for (const verb of ['disable', 'enable', 'grants'] as const) {
    const body = verb === 'grants' ? grants : undefined;
    if (!body) await lan.gets(200, 'POST', `accounts/${mai}/${verb}`);
    await lan.gets(409, 'POST', `accounts/${own}/${verb}`, body);
  }
  for (const verb of ['disable', 'enable', 'grants', 'reset'] as const) {
    const body = verb === 'grants' ? grants : undefined;
    await lan.gets(403, 'POST', `accounts/${centre}/${verb}`, body);
    await lan.gets(404, 'POST', `accounts/${nobody}/${verb}`, body);
  }
  await lan.gets(200, 'POST', `accounts/${mai}/reset`, { second_factor: true });
  await lan.gets(400, 'POST', `accounts/${mai}/reset`, { nonsense: true });
}

async function ownAccount(api: Described, lan: Browser) {
  await lan.gets(200, 'GET', 'session');
  await lan.gets(200, 'PATCH', 'session', { language: 'en' });
  await lan.gets(400, 'PATCH', 'session', { language: 'fr' });
  const other = new Browser(api);
  await other.gets(400, 'POST', 'session', { nonsense: 1 });
  await other.gets(200, 'POST', 'session', { login: 'lan', password });
  const { sessions } = read<{ sessions: { id: string; current: boolean }[] }>(await lan.gets(200, 'GET', 'sessions'));
  await lan.gets(200, 'DELETE', `sessions/${sessions.find(({ current }) => !current)!.id}`);
  await lan.gets(404, 'DELETE', `sessions/${nobody}`);
  await other.gets(401, 'GET', 'session');

  const token = read<{ id: string }>(await lan.gets(201, 'POST', 'tokens', { label: 'report', scope: 'read', days: 7 }));
  await lan.gets(400, 'POST', 'tokens', { label: 'report', scope: 'all', days: 7 });
  await lan.gets(200, 'GET', 'tokens');
  await lan.gets(200, 'DELETE', `tokens/${token.id}`);
  await lan.gets(404, 'DELETE', `tokens/${nobody}`);

  await lan.gets(400, 'POST', 'password', { old: password, new: 'short' });
  await lan.gets(403, 'POST', 'password', { old: 'not this one', new: 'another password' });
  await lan.gets(200, 'POST', 'password', { old: password, new: `${password} lai` });
  await lan.gets(200, 'POST', 'password', { old: `${password} lai`, new: password });
}

async function secondFactor(api: Described, lan: Browser) {
  await lan.gets(409, 'POST', 'second-factor/confirm', { code: '123456' });
  await lan.gets(409, 'POST', 'second-factor/recovery-codes', { password });
  await lan.gets(403, 'POST', 'second-factor', { password: 'not this one' });
  const { secret } = read<{ secret: string }>(await lan.gets(200, 'POST', 'second-factor', { password }));
  await lan.gets(400, 'POST', 'second-factor/confirm', { code: 'abcdef' });
  await lan.gets(200, 'POST', 'second-factor/confirm', { code: oneTimeCode(secret) });
  await lan.gets(409, 'POST', 'second-factor', { password });
  await new Browser(api).gets(401, 'POST', 'session', { login: 'lan', password });
  await lan.gets(200, 'POST', 'second-factor/recovery-codes', { password });
  await lan.gets(403, 'POST', 'second-factor/recovery-codes', { password: 'not this one' });
  await lan.gets(403, 'DELETE', 'second-factor', { password: 'not this one' });
  await lan.gets(200, 'DELETE', 'second-factor', { password });
}

async function slowed(api: Described, lan: Browser) {
  for (let i = 0; i < 7; ++i) await new Browser(api).ask('POST', 'session', { login: 'lan', password: 'not this one' });
  await new Browser(api).gets(429, 'POST', 'session', { login: 'lan', password });
  await lan.gets(429, 'POST', 'password', { old: password, new: 'another password' });
  await lan.gets(429, 'POST', 'second-factor', { password });
  await lan.gets(429, 'POST', 'second-factor/recovery-codes', { password });
  await lan.gets(429, 'DELETE', 'second-factor', { password });
}

/** Accounts answer as described, and refuse as described. From here on the register wants to know who asks. */
export async function accounts(api: Described) {
  const keeper = new Browser(api);
  await keeper.gets(200, 'GET', 'session');
  const wish = (login: string, organisation: string, ...grants: object[]) => ({ login, name: login, organisation, grants });
  const lan = await taken(api, await keeper.gets(201, 'POST', 'accounts', wish('lan', 'vn.vgcl', over('administrator', 'vn.vgcl'))));
  // Somebody of the province whom the centre gave more than the province has.
  const centre = read<Invited>(await lan.gets(201, 'POST', 'accounts', wish('centre', 'vn.nghe-an', over('viewer', 'vn.vgcl'))));
  const province = await lan.gets(201, 'POST', 'accounts', wish('province', 'vn.nghe-an', over('administrator', 'vn.nghe-an')));
  await keeping(await taken(api, province), read<Invited>(province).id, centre.id);
  await ownAccount(api, lan);
  await secondFactor(api, lan);
  await slowed(api, lan);
  await lan.gets(200, 'DELETE', 'session');
}
