import type { DateText, Organisations, Side } from './common';
import type { RegisterRecord } from './records';

/** What a field was and is, each as the field is written; null where it is not stated. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** A part of a record (a trainee, a member, an item of the agenda, a file) that was written since. */
export interface PartChange {
  what: 'added' | 'changed' | 'removed';
  record: RegisterRecord;
  changed: FieldChange[];
}

export interface Confirmation {
  version: number;
  by: string;
  at: string;
  confirms: boolean;
  opened_at?: string;
  changed_since?: FieldChange[];
  parts_since?: PartChange[];
  parts_left_out?: number;
}

/** A field a side holds to be otherwise. */
export interface Dispute {
  id: string;
  side: Side;
  field: string;
  stated: unknown;
  figure: unknown;
  reason: string;
  by: string;
  at: string;
  outcome: 'open' | 'taken' | 'dropped';
  settled_by?: string;
  settled_at?: string;
}

export type SharingState = 'draft' | 'released' | 'open';
export type Standing = 'draft' | 'waiting' | 'changed' | 'disputed' | 'confirmed';

/** How far a record has gone, and what the two sides said of it. */
export interface Sharing {
  side: Side | '';
  state: SharingState;
  standing?: Standing;
  waits_for?: Side[];
  confirmations?: Partial<Record<Side, Confirmation>>;
  disputes?: Dispute[];
}

export type Asked = 'confirm' | 'changed' | 'settle' | 'publish' | 'decide' | 'release';

export interface InboxItem {
  asked: Asked;
  since: string;
  due_on?: DateText;
  days_left?: number;
  overdue?: boolean;
  record: RegisterRecord;
  sharing: Sharing;
  changed: FieldChange[];
  parts: PartChange[];
}

export interface InboxPage {
  side: Side;
  items: InboxItem[];
  total: number;
  counts: Record<Asked, number>;
  organisations: Organisations;
  next?: string;
}

/** What came of many at once: those it was done to, and why not to the others. */
export interface DoneToMany {
  confirmed?: string[];
  released?: string[];
  refused: { record: string; code: string; detail: string }[];
}
