import { expect } from '@playwright/test';

import { HostileProvider, problemOf, Traveller } from '../oidc/hostile';
import type { Kevai } from '../server';
import type { Described } from './description';

const nobody = '01900000-0000-7000-8000-000000000000';
const password = 'ba con voi di qua';
const home = { organisation: 'vn.vgcl', language: 'vi', password } as const;

/** Signing in at a provider answers as described, and refuses as described. */
export async function signingInAtProvider(api: Described, kevai: Kevai, provider: HostileProvider) {
  const traveller = () => new Traveller(kevai.url, provider, (verb, path, options) => api.ask(verb, path, options));
  const gets = async (status: number, of: Traveller, verb: string, path: string, json?: unknown) => {
    const reply = await of.ask(verb, path, json);
    expect(reply.status, `${verb} ${path}: ${reply.body}`).toBe(status);
    return reply;
  };
  const returns = async (status: number, of: Promise<{ status: number; body: string }>) => {
    const reply = await of;
    expect(reply.status, reply.body).toBe(status);
  };
  await kevai.invite({ login: 'chi', role: 'administrator', ...home });
  const chi = traveller();
  await gets(200, chi, 'POST', 'session', { login: 'chi', password });

  // Until it answers once, nobody leaves for it.
  provider.discovery = (_, response) => response.writeHead(500).end();
  await gets(503, chi, 'POST', 'provider/departures', {});
  await gets(503, chi, 'POST', 'identities', { password });
  provider.discovery = undefined;
  await expect.poll(async () => (await chi.ask('POST', 'identities', { password })).status, { timeout: 20_000 }).toBe(200);

  const away = traveller();
  await gets(200, away, 'GET', 'provider');
  await gets(400, away, 'POST', 'provider/departures', { nonsense: 1 });
  await gets(404, away, 'POST', 'provider/departures', { invitation: 'nothing' });
  await gets(400, away, 'GET', 'provider/return?error=access_denied&state=none');
  await returns(403, away.travel());
  await returns(503, away.travel({ nonce: 'another' }));

  await gets(400, chi, 'POST', 'identities', { nonsense: 1 });
  await gets(403, chi, 'POST', 'identities', { password: 'not this one' });
  await returns(200, chi.back(chi.at(await gets(200, chi, 'POST', 'identities', { password })), { email: 'chi@example.vn' }));
  const { identities } = JSON.parse((await gets(200, chi, 'GET', 'identities')).body) as { identities: { id: string }[] };
  await returns(200, away.travel());
  await gets(200, away, 'GET', 'session');

  const other = traveller();
  await kevai.invite({ login: 'hai', role: 'officer', ...home });
  await gets(200, other, 'POST', 'session', { login: 'hai', password });
  await returns(409, other.back(other.at(await gets(200, other, 'POST', 'identities', { password }))));
  const left = other.at(await gets(200, other, 'POST', 'identities', { password }));
  await gets(200, other, 'DELETE', 'session');
  await returns(401, other.back(left));

  const wish = { login: 'uts', name: 'Út', organisation: 'vn.nghe-an' };
  const made = JSON.parse((await gets(201, chi, 'POST', 'accounts', wish)).body) as { id: string; path: string };
  const invitation = made.path.split('#')[1]!;
  const second = other.at(await gets(200, other, 'POST', 'provider/departures', { invitation }));
  const first = traveller();
  await returns(200, first.travel({ sub: 'ut' }, { invitation }));
  await returns(404, other.back(second, { sub: 'thief' }));
  const ut = JSON.parse((await gets(200, first, 'GET', 'identities')).body) as { identities: { id: string }[] };
  await gets(409, first, 'DELETE', `identities/${ut.identities[0]!.id}`);

  await gets(200, chi, 'GET', `accounts/${made.id}`);
  await gets(200, chi, 'POST', `accounts/${made.id}/unlink`);
  await gets(404, chi, 'POST', `accounts/${nobody}/unlink`);
  await gets(401, first, 'GET', 'session');
  await kevai.invite({ login: 'tinh', ...home, organisation: 'vn.nghe-an', role: 'administrator' });
  await kevai.user('add', 'rong', '--name', 'Rộng', '--organisation', 'vn.nghe-an', '--over', 'vn.vgcl');
  const { accounts } = JSON.parse((await gets(200, chi, 'GET', 'accounts')).body) as { accounts: { id: string; login: string }[] };
  const tinh = traveller();
  await gets(200, tinh, 'POST', 'session', { login: 'tinh', password });
  await gets(403, tinh, 'POST', `accounts/${accounts.find(({ login }) => login === 'rong')!.id}/unlink`);

  await gets(200, chi, 'DELETE', `identities/${identities[0]!.id}`);
  await gets(404, chi, 'DELETE', `identities/${identities[0]!.id}`);
  for (let i = 0; i < 7; ++i) await chi.ask('POST', 'identities', { password: 'not this one' });
  await gets(429, chi, 'POST', 'identities', { password });
  for (let i = 0; i < 301; ++i) await away.ask('POST', 'provider/departures', {});
  await gets(429, away, 'POST', 'provider/departures', {});
  expect(problemOf(await other.ask('GET', 'provider/return?code=x&state=y'))).toBe('oidc_state_unknown');
}
