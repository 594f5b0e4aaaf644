import type { Language, Organisations } from '../api/types';

export type Role = 'viewer' | 'officer' | 'approver' | 'administrator';

export interface Account {
  id: string;
  login: string;
  name: string;
  organisation: string;
  language: Language;
  grants: { role: Role; organisation: string }[];
  disabled: boolean;
  has_password: boolean;
  second_factor: boolean;
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
  organisations?: string[];
}

export interface NewFactor {
  secret: string;
  uri: string;
}
