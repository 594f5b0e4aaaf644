import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ask, type Reply } from '../api/wire';
import { client } from './real';

type Fields = Record<string, unknown>;
/** What is answered to a request of the server. */
export type Answer = (request: IncomingMessage, response: ServerResponse, form: URLSearchParams) => void;

const encoded = (value: Fields) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A key a provider signs with. */
export class SigningKey {
  private readonly pair;
  constructor(
    readonly kid: string,
    private readonly alg: 'RS256' | 'ES256' = 'RS256',
  ) {
    this.pair = alg === 'RS256' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }
  get jwk(): Fields {
    return { ...this.pair.publicKey.export({ format: 'jwk' }), kid: this.kid, use: 'sig' };
  }
  token(claims: Fields, header: Fields = { alg: this.alg, kid: this.kid }): string {
    const said = `${encoded(header)}.${encoded(claims)}`;
    const key: { key: KeyObject; dsaEncoding: 'ieee-p1363' } = { key: this.pair.privateKey, dsaEncoding: 'ieee-p1363' };
    return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`;
  }
  /** As a library would take it that lets the token choose how it is verified: the public key is the secret of a MAC. */
  mac(claims: Fields): string {
    const said = `${encoded({ alg: 'HS256', kid: this.kid })}.${encoded(claims)}`;
    const secret = this.pair.publicKey.export({ format: 'pem', type: 'spki' });
    return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`;
  }
}

/** Without a signature at all. */
export const unsigned = (claims: Fields, alg = 'none') => `${encoded({ alg })}.${encoded(claims)}.`;

export const json = (body: unknown, status = 200): Answer => (_, response) => {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
};

/** A provider that answers whatever a test lets it answer. */
export class HostileProvider {
  private server: Server | undefined;
  issuer = '';
  key = new SigningKey('one');
  keys: Fields[] = [this.key.jwk];
  discovery: Answer | undefined;
  token: Answer = json({});
  /** How often its keys were asked for. */
  asked = 0;
  /** What was last sent to the token endpoint. */
  form = new URLSearchParams();
  authorization = '';

  async start() {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => this.answer(request, response, new URLSearchParams(Buffer.concat(parts).toString())));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop() {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  get metadata(): Fields {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
    };
  }

  private answer(request: IncomingMessage, response: ServerResponse, form: URLSearchParams) {
    const path = new URL(request.url ?? '/', this.issuer).pathname;
    if (path === '/.well-known/openid-configuration') return (this.discovery ?? json(this.metadata))(request, response, form);
    if (path === '/keys') {
      ++this.asked;
      return json({ keys: this.keys })(request, response, form);
    }
    if (path !== '/token') return json({}, 404)(request, response, form);
    this.form = form;
    this.authorization = request.headers.authorization ?? '';
    return this.token(request, response, form);
  }

  /** What an ID token says of that person. */
  claims(nonce: string, changes: Fields = {}): Fields {
    const now = Math.floor(Date.now() / 1000);
    return { iss: this.issuer, sub: 'someone', aud: client.id, nonce, iat: now, exp: now + 300, ...changes };
  }
}

/** A browser as far as it is needed here: it keeps cookies, and answers are held by `ask`. */
export class Traveller {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly provider: HostileProvider,
    private readonly asking: (verb: string, path: string, options: { headers: Record<string, string>; json?: unknown }) => Promise<Reply> = (verb, path, { headers, json }) =>
      ask(url, verb, path, json === undefined ? headers : { 'Content-Type': 'application/json', ...headers }, json === undefined ? '' : JSON.stringify(json)),
  ) {}

  async ask(verb: string, path: string, json?: unknown): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await this.asking(verb, `/api/v1/${path}`, { headers: cookie ? { Cookie: cookie } : {}, json });
    for (const set of reply.headers['set-cookie']?.split(/,(?=[\w-]+=)/) ?? []) {
      const [name = '', value = ''] = set.split(';')[0]!.split('=');
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return reply;
  }

  /** Where an answer that lets them leave sends them; they are there at once. */
  at(reply: Reply) {
    const { searchParams } = new URL((JSON.parse(reply.body) as { location: string }).location);
    return { state: searchParams.get('state')!, nonce: searchParams.get('nonce')!, all: searchParams };
  }

  /** Leaves, and comes back with what the provider says of them. */
  async travel(says: Fields | ((nonce: string) => Answer) = {}, wish: Fields = {}): Promise<Reply> {
    return this.back(this.at(await this.ask('POST', 'provider/departures', wish)), says);
  }

  async back({ state, nonce }: { state: string; nonce: string }, says: Fields | ((nonce: string) => Answer) = {}): Promise<Reply> {
    const answer = typeof says === 'function' ? says(nonce) : json({ access_token: 'x', token_type: 'Bearer', id_token: this.provider.key.token(this.provider.claims(nonce, says)) });
    this.provider.token = answer;
    return this.ask('GET', `provider/return?code=the-code&state=${state}&session_state=theirs`);
  }
}

/** What a page that goes on tells of what went wrong; empty: nothing did. */
export const problemOf = (reply: Reply) => /problem=(\w+)/.exec(reply.body)?.[1] ?? '';
