import { address, request, send } from '../api/client';
import type { Language, Organisations } from '../api/types';
import { language } from '../words/language.svelte';
import type { Account, AccountPage, Grant, KeptAccount, Linked } from './types';

const at = (path: string) => address(path, { lang: language.code });
const of = (id: string, act = '') => at(`accounts/${encodeURIComponent(id)}${act}`);

export interface Wish {
  login: string;
  name: string;
  organisation: string;
  language: Language;
  grants: Grant[];
}

/** What administrators do with accounts. */
export const keepingApi = {
  all: (signal: AbortSignal) => request<{ accounts: KeptAccount[]; organisations: Organisations }>(at('accounts'), { signal }),
  one: (id: string, signal: AbortSignal) => request<AccountPage>(of(id), { signal }),
  invite: (wish: Wish) => request<Linked>(at('accounts'), send('POST', wish)),
  setGrants: (id: string, grants: Grant[]) => request<Account>(of(id, '/grants'), send('POST', { grants })),
  disable: (id: string) => request<Account>(of(id, '/disable'), send('POST')),
  enable: (id: string) => request<Account>(of(id, '/enable'), send('POST')),
  /** Nobody at the provider signs in by it any more. */
  unlink: (id: string) => request<Account>(of(id, '/unlink'), send('POST')),
  /** A link to set a password by; with `factor` the second factor is turned off, too. */
  reset: (id: string, factor: boolean) => request<Linked>(of(id, '/reset'), send('POST', { second_factor: factor })),
};
