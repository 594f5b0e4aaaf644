import type { DateText, Organisations, Party, Quantity, Side } from './common';
import type { Sharing } from './sharing';

export interface Passage {
  document: string;
  document_title?: string;
  sample: boolean;
  begin: number;
  end: number;
  quote: string;
  fields: string[];
}

/** A passage that states one value of a field; `citation` is what is chosen. */
export type StatedIn = Omit<Passage, 'fields'> & { citation: string };

/** One value articles state of a field, written as the field is, and where. */
export interface Statement {
  value: unknown;
  stands: boolean;
  passages: StatedIn[];
}

/** A field of which articles state what cannot all be true. */
export interface Disagreement {
  field: string;
  settled: boolean;
  chosen_by?: string;
  chosen_at?: string;
  statements: Statement[];
}

export type RecordKind =
  | 'partnership'
  | 'agreement'
  | 'commitment'
  | 'activity'
  | 'person'
  | 'post'
  | 'observation'
  | 'target'
  | 'occasion'
  | 'support'
  | 'award'
  | 'course'
  | 'proposal';

/** What every record may have; the fields below are those of its kind. */
export interface RegisterRecord {
  id: string;
  record_kind: RecordKind;
  version?: number;
  sharing?: Sharing;
  /** In a report: do both sides confirm it as it stands? */
  confirmed_by_both?: boolean;
  passages?: Passage[];
  disagreements?: Disagreement[];
  partnership?: string;
  agreement?: string;
  person?: string;
  kind?: string;
  theme?: string;
  measure?: string;
  state?: string;
  parties?: Party[];
  giver?: Party;
  receiver?: Party;
  organisation?: Party;
  name?: string;
  role?: string;
  head?: string;
  place?: string;
  content?: string;
  /** Of a proposal: whose organisation it lies with, why it was answered so, and what it became. */
  desk?: string;
  answer?: string;
  commitment?: string;
  part?: string;
  item?: string;
  unit?: string;
  purpose?: string;
  points?: Quantity;
  participants?: Quantity;
  value?: Quantity;
  count?: Quantity;
  women?: Quantity;
  trainees?: Quantity;
  programme?: string;
  cohort?: number;
  stage?: string;
  due_on?: DateText;
  proposer?: Party;
  addressee?: Party;
  organiser?: Party;
  since?: DateText;
  signed_on?: DateText;
  valid_from?: DateText;
  valid_to?: DateText;
  stated_on?: DateText;
  date?: DateText;
  end_date?: DateText;
  by_date?: DateText;
  /** Of a person who may be another: the names of those merged into this one, each by itself, and what posts are known. */
  other_names?: string | string[];
  posts?: { role?: string; organisation?: Party }[];
}

export interface Change {
  action: string;
  by: string;
  at: string;
  /** The record as it was: JSON, or JSON as text; empty where it was not there. */
  before?: unknown;
  after?: unknown;
}

/** Two records that may be the same. */
export interface Candidate {
  kind: RecordKind;
  score: number;
  reasons: { code: string; text: string }[];
  one: RegisterRecord;
  other: RegisterRecord;
}

export interface CandidatesPage {
  candidates: Candidate[];
  organisations: Organisations;
}

/** What one's own side wrote down about a record. */
export interface Note {
  id: string;
  content: string;
  side?: Side;
  by?: string;
  at?: string;
}

/** What the reader may do with what a page shows. */
export type Offer = 'write' | 'release' | 'confirm' | 'note' | 'remove';

export interface RecordPage {
  record: RegisterRecord;
  organisations: Organisations;
  changes: Change[];
  /** The records it stands for. */
  merged: RegisterRecord[];
  candidates: Candidate[];
  notes: Note[];
  may: Offer[];
}

export type Judgement = 'same' | 'different';
