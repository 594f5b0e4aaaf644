import { expect, test } from '@playwright/test';

import type { Reply } from './api/wire';
import { type Answer, HostileProvider, json, problemOf, SigningKey, Traveller, unsigned } from './oidc/hostile';
import { client, optionsOf } from './oidc/real';
import { Kevai } from './server';

const password = 'ba con voi di qua';
const provider = new HostileProvider();
let kevai: Kevai;

const traveller = () => new Traveller(kevai.url, provider);
const token = (text: string) => () => json({ access_token: 'x', token_type: 'Bearer', id_token: text });

/** Nobody was signed in, for that reason, and no answer tells more. */
function refused(reply: Reply, problem: string, of: Traveller) {
  expect(problemOf(reply)).toBe(problem);
  expect(reply.body).toContain('http-equiv="refresh"');
  expect([...of.cookies.keys()]).toEqual([]);
}
async function refuses(says: Parameters<Traveller['travel']>[0], problem = 'oidc_answer_wrong') {
  const of = traveller();
  refused(await of.travel(says), problem, of);
}

test.beforeAll(async () => {
  await provider.start();
  const more = (url: string, folder: string) => optionsOf(provider.issuer, url, folder, 'Cổng Công đoàn');
  kevai = await Kevai.start({ samples: false, accounts: [{ login: 'lan', organisation: 'vn.vgcl', role: 'officer', language: 'vi', password }], more });
  const lan = traveller();
  await lan.ask('POST', 'session', { login: 'lan', password });
  expect(problemOf(await lan.back(lan.at(await lan.ask('POST', 'identities', { password }))))).toBe('');
});
test.afterAll(async () => {
  await kevai.stop();
  await provider.stop();
});
test.describe.configure({ mode: 'serial', timeout: 60_000 });

test('Whom the provider truly answers for is signed in: so what follows is refused for what is wrong with it', async () => {
  const lan = traveller();
  const reply = await lan.travel();
  expect(problemOf(reply)).toBe('');
  expect(reply.body).toContain('content="0;url=/"');
  expect([...lan.cookies.keys()]).toEqual(['kevai']);
  expect((await lan.ask('GET', 'session')).body).toContain('"lan"');
});

test('The browser takes along a state, a nonce and a challenge, and the server proves itself by its secret and the verifier', async () => {
  const lan = traveller();
  const { all } = lan.at(await lan.ask('POST', 'provider/departures', {}));
  expect(Object.fromEntries(all)).toMatchObject({ response_type: 'code', client_id: client.id, code_challenge_method: 'S256', scope: 'openid email' });
  expect(all.get('redirect_uri')).toBe(`${kevai.url}/api/v1/provider/return`);
  await lan.travel();
  expect(Object.fromEntries(provider.form)).toMatchObject({ grant_type: 'authorization_code', code: 'the-code', redirect_uri: all.get('redirect_uri') });
  expect(provider.form.get('code_verifier')).toMatch(/^[\w-]{43}$/);
  expect(provider.form.has('client_secret')).toBe(false);
  const [id, secret] = Buffer.from(provider.authorization.split(' ')[1]!, 'base64').toString().split(':').map(decodeURIComponent);
  expect([id, secret]).toEqual([client.id, client.secret]);
});

for (const [what, changes] of Object.entries({
  'another nonce': { nonce: 'another' },
  'no nonce': { nonce: undefined },
  'another audience': { aud: 'another' },
  'several audiences and no party': { aud: [client.id, 'another'] },
  'another party': { azp: 'another' },
  'another issuer': { iss: 'https://evil.example' },
  'a time that is over': { exp: Math.floor(Date.now() / 1000) - 61 },
  'no time it ends': { exp: undefined },
  'a time to come': { iat: Math.floor(Date.now() / 1000) + 3600 },
  'a time long ago': { iat: Math.floor(Date.now() / 1000) - 3600 },
  'no subject': { sub: '' },
}))
  test(`A token of ${what} is refused`, () => refuses(changes));

test('A token that is not signed by the provider is refused, whatever it says of how it is signed', async () => {
  const { key } = provider;
  const said = (make: (nonce: string) => string) => refuses((nonce) => token(make(nonce))());
  await said((nonce) => unsigned(provider.claims(nonce)));
  await said((nonce) => unsigned(provider.claims(nonce), 'RS256'));
  await said((nonce) => unsigned(provider.claims(nonce), 'nOnE'));
  await said((nonce) => key.mac(provider.claims(nonce)));
  await said((nonce) => new SigningKey(key.kid).token(provider.claims(nonce)));
  await said((nonce) => {
    const other = new SigningKey('own');
    return other.token(provider.claims(nonce), { alg: 'RS256', kid: key.kid, jwk: other.jwk, jku: `${provider.issuer}/other` });
  });
  await said((nonce) => {
    const [head, , signature] = key.token(provider.claims(nonce)).split('.');
    return `${head}.${Buffer.from(JSON.stringify(provider.claims(nonce, { sub: 'another' }))).toString('base64url')}.${signature}`;
  });
  for (const nonsense of ['', '.', '..', 'a.b.c', 'a.b.c.d.e', '\u0000', 'x'.repeat(100_000)]) await refuses(token(nonsense), nonsense ? 'oidc_answer_wrong' : 'oidc_provider_wrong');
});

test('A token endpoint that fails, lies, sends elsewhere or says too much lets nobody in', async () => {
  const raw = (status: number, body: string, headers = {}) => (): Answer => (_, response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
  await refuses(raw(500, 'out of order'), 'oidc_provider_wrong');
  await refuses(raw(200, '<html>'), 'oidc_provider_wrong');
  await refuses(raw(200, '{}'), 'oidc_provider_wrong');
  await refuses(raw(200, '[]'), 'oidc_provider_wrong');
  await refuses(raw(200, '{"id_token": 7}'), 'oidc_provider_wrong');
  await refuses(raw(400, '{"error": "invalid_grant"}'), 'oidc_code_refused');
  await refuses(raw(401, '{"error": "invalid_client"}'), 'oidc_provider_wrong');
  await refuses(raw(302, '', { Location: `${kevai.url}/api/v1/session` }), 'oidc_provider_wrong');
  await refuses(raw(200, `{"id_token": "${'x'.repeat(300_000)}"}`), 'oidc_provider_unreachable');
  await refuses(() => (_, response) => response.destroy(), 'oidc_provider_unreachable');
});

test('A provider that never answers keeps nobody else waiting', async () => {
  const stuck = Array.from({ length: 8 }, traveller);
  const away = await Promise.all(stuck.map(async (of) => of.at(await of.ask('POST', 'provider/departures', {}))));
  const back = stuck.map((of, i) => of.back(away[i]!, () => () => undefined));
  let ended = 0;
  for (const one of back) void one.then(() => ++ended);
  for (let i = 0; i < 20; ++i) expect((await traveller().ask('GET', 'provider')).status).toBe(200);
  const lan = traveller();
  expect((await lan.ask('POST', 'session', { login: 'lan', password })).status).toBe(200);
  expect(ended).toBe(0);
  for (const [i, reply] of (await Promise.all(back)).entries()) refused(reply, 'oidc_provider_unreachable', stuck[i]!);
});

test('An answer drop by drop is cut off', async () => {
  const drops: NodeJS.Timeout[] = [];
  await refuses(() => (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    drops.push(setInterval(() => response.write(' '), 200));
  }, 'oidc_provider_unreachable');
  drops.forEach(clearInterval);
});

test('A state opens once, for the browser that left, and not without its cookie', async () => {
  const lan = traveller();
  const left = lan.at(await lan.ask('POST', 'provider/departures', {}));
  const thief = traveller();
  refused(await thief.back(left), 'oidc_state_unknown', thief);
  const other = traveller();
  await other.ask('POST', 'provider/departures', {});
  refused(await other.back(left), 'oidc_state_unknown', other);
  expect(problemOf(await lan.back(left))).toBe('');
  expect(problemOf(await lan.back(left))).toBe('oidc_state_unknown');
  for (const query of ['', '?state=', '?code=x', "?state=' or 1=1 --", '?error=server_error'])
    expect(problemOf(await traveller().ask('GET', `provider/return${query}`))).toBe('oidc_state_unknown');
});

test('Who comes back from another issuer is refused', async () => {
  const lan = traveller();
  const { state } = lan.at(await lan.ask('POST', 'provider/departures', {}));
  refused(await lan.ask('GET', `provider/return?code=x&state=${state}&iss=https%3A%2F%2Fevil.example`), 'oidc_answer_wrong', lan);
});

test('What a provider says in an address is never shown', async () => {
  const lan = traveller();
  const { state } = lan.at(await lan.ask('POST', 'provider/departures', { to: '/report"><script>alert(1)</script>' }));
  const said = '%3Cscript%3Ealert(1)%3C%2Fscript%3E';
  const reply = await lan.ask('GET', `provider/return?error=${said}&error_description=${said}&error_uri=javascript:alert(1)&state=${state}`);
  refused(reply, 'oidc_provider_wrong', lan);
  expect(reply.body).not.toMatch(/<script|javascript:|alert\(1\)"/);
  expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
});

test('Another site cannot begin it', async () => {
  for (const [verb, path] of [['POST', 'provider/departures'], ['POST', 'identities']] as const) {
    const asked = await fetch(`${kevai.url}/api/v1/${path}`, { method: verb, headers: { Origin: 'https://evil.example', 'Content-Type': 'application/json' }, body: '{}' });
    expect([401, 403]).toContain(asked.status);
    const form = await fetch(`${kevai.url}/api/v1/${path}`, { method: verb, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'to=/' });
    expect([401, 415]).toContain(form.status);
  }
});

test('A new key is asked for once a minute, however many tokens name keys nobody knows', async () => {
  const before = provider.asked;
  provider.key = new SigningKey('two', 'ES256');
  provider.keys = [provider.key.jwk];
  expect(problemOf(await traveller().travel())).toBe('');
  expect(provider.asked).toBe(before + 1);
  const unknown = new SigningKey('three');
  for (let i = 0; i < 5; ++i) await refuses((nonce) => token(unknown.token(provider.claims(nonce)))());
  expect(provider.asked).toBe(before + 1);
});

test('The log tells the keeper what was wrong, and holds no code, state, secret or address', async () => {
  expect(kevai.told).toContain('ID token: of another nonce');
  expect(kevai.told).toContain('ID token: the signature is not of the provider');
  for (const secret of ['the-code', 'state=', client.secret, encodeURIComponent(client.secret), 'someone', '<script']) expect(kevai.told).not.toContain(secret);
});
