import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import Provider from 'oidc-provider';

export const client = { id: 'kevai', secret: 'ba con soi/qua+cau=tre' };

/** What its recipes get, as much as is used here. */
interface Asked {
  oidc: {
    session: { accountId: string };
    provider: { Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } };
  };
}

/** How the server is told of a provider. */
export async function optionsOf(issuer: string, url: string, folder: string, name: string): Promise<string[]> {
  const file = join(folder, 'oidc-secret');
  await writeFile(file, `${client.secret}\n`, { mode: 0o600 });
  return ['--oidc-issuer', issuer, '--oidc-client-id', client.id, '--oidc-client-secret-file', file, '--oidc-name', name, '--public-url', url];
}

/** A provider of OpenID Connect as others write it, on this machine, with a page to sign in at: whoever gives a name there is that. */
export class RealProvider {
  private server: Server | undefined;
  issuer = '';
  /** What it tells of somebody beside their name. */
  readonly people: Record<string, { email: string; email_verified: boolean }> = {};

  async start(url: string) {
    const server = createServer();
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // Of another site than the register, so that its cookies are sent as they are with a provider elsewhere.
    this.issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const provider = new Provider(this.issuer, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [`${url}/api/v1/provider/return`] }],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'first' }] },
      cookies: { keys: ['only for tests'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      // Whoever signs in there has agreed already.
      loadExistingGrant: async ({ oidc }: Asked) => {
        const grant = new oidc.provider.Grant({ clientId: client.id, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
      findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...this.people[sub] }) }),
    });
    server.on('request', provider.callback());
  }

  async stop() {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
