import { address, request, send } from '../api/client';
import { language } from '../words/language.svelte';
import type { Identity, Me, NewFactor, Opened, Scope, Session, Token } from './types';

const at = (path: string) => address(path, { lang: language.code });

export const accountApi = {
  me: () => request<Me>(at('session'), {}),
  signIn: (login: string, password: string, code: string) =>
    request<Me>(at('session'), send('POST', code ? { login, password, code } : { login, password })),
  signOut: () => request<unknown>(at('session'), send('DELETE')),
  setLanguage: (code: string) => request<Me>(at('session'), send('PATCH', { language: code })),
  open: (secret: string) => request<Opened>(at('invitations/open'), send('POST', { secret })),
  take: (taken: Record<string, string>) => request<{ signed_in: boolean }>(at('invitations/take'), send('POST', taken)),
  changePassword: (old: string, fresh: string) => request<unknown>(at('password'), send('POST', { old, new: fresh })),
  beginFactor: (password: string) => request<NewFactor>(at('second-factor'), send('POST', { password })),
  confirmFactor: (code: string) => request<{ recovery_codes: string[] }>(at('second-factor/confirm'), send('POST', { code })),
  dropFactor: (password: string) => request<unknown>(at('second-factor'), send('DELETE', { password })),
  renewCodes: (password: string) =>
    request<{ recovery_codes: string[] }>(at('second-factor/recovery-codes'), send('POST', { password })),
  provider: async () => (await request<{ name?: string }>(at('provider'), {})).name,
  /** Where the browser goes on to, to sign in at the provider or to take an invitation there. */
  leave: async (wish: { to?: string; invitation?: string }) =>
    (await request<{ location: string }>(at('provider/departures'), send('POST', wish))).location,
  identities: async () => (await request<{ identities: Identity[] }>(at('identities'), {})).identities,
  link: async (password: string, code: string) =>
    (await request<{ location: string }>(at('identities'), send('POST', code ? { password, code } : { password }))).location,
  unlink: (id: string) => request<unknown>(at(`identities/${id}`), send('DELETE')),
  sessions: async () => (await request<{ sessions: Session[] }>(at('sessions'), {})).sessions,
  endSession: (id: string) => request<unknown>(at(`sessions/${id}`), send('DELETE')),
  tokens: async () => (await request<{ tokens: Token[] }>(at('tokens'), {})).tokens,
  makeToken: (label: string, scope: Scope, days: number) =>
    request<Token & { secret: string }>(at('tokens'), send('POST', { label, scope, days })),
  revokeToken: (id: string) => request<unknown>(at(`tokens/${id}`), send('DELETE')),
};
