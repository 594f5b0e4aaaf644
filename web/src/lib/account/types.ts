import type { Language, Organisations } from '../api/types';

export type Role = 'viewer' | 'officer' | 'approver' | 'administrator';

export const roles: readonly Role[] = ['viewer', 'officer', 'approver', 'administrator'];

/** A role over an organisation and all below it. */
export interface Grant {
  role: Role;
  organisation: string;
}

export interface Account {
  id: string;
  login: string;
  name: string;
  organisation: string;
  language: Language;
  grants: Grant[];
  disabled: boolean;
  has_password: boolean;
  second_factor: boolean;
}

/** As its administrator sees it. */
export interface KeptAccount extends Account {
  made_by: string;
  made_at: string;
  seen_at?: string;
  /** May they change, reset and disable it? */
  yours: boolean;
  /** By whom at a provider it can be signed in, too. */
  identities: Identity[];
}

export interface AccountDeed {
  deed: string;
  grants?: Grant[];
  by: string;
  at: string;
}

export interface AccountPage extends KeptAccount {
  deeds: AccountDeed[];
  organisations: Organisations;
}

/** An account with the link by which its owner sets a password, told once. */
export interface Linked extends Account {
  path: string;
  expires_at: string;
}

/** Who asks; without `account` the keeper of a register that has none yet. */
export interface Me {
  name: string;
  account?: Account;
  side?: 'VN' | 'LA';
  organisations?: Organisations;
  keeps_accounts: boolean;
  recovery_codes?: number;
}

export interface Session {
  id: string;
  made_at: string;
  seen_at: string;
  ends_at: string;
  agent: string;
  current: boolean;
}

/** Who the account is at the provider. */
export interface Identity {
  id: string;
  issuer: string;
  label: string;
  made_at: string;
}

export type Scope = 'read' | 'write';

export interface Token {
  id: string;
  label: string;
  scope: Scope;
  expires_at: string;
  revoked_at?: string;
}

export interface Opened {
  purpose: 'first' | 'invite' | 'reset';
  login?: string;
  name?: string;
  language?: Language;
  organisations?: Organisations;
}

export interface NewFactor {
  secret: string;
  uri: string;
}
