import type { DateText, Language, Organisations, Qualifier } from './common';
import type { Offer } from './records';
import type { SharingState } from './sharing';

/** A document to add: the file's bytes in base64, or what was pasted. */
export interface NewDocument {
  file_name: string;
  base64?: string;
  text?: string;
  date?: DateText;
}

export interface AddedDocument {
  document: string;
  title: string;
  already_there: boolean;
  findings: number;
}

export interface DocumentRow {
  id: string;
  title?: string;
  file_name: string;
  language: Language;
  dateline?: DateText;
  sample: boolean;
  added_at: string;
  sharing: SharingState;
  findings: { waiting: number; accepted: number; rejected: number };
}

export type FindingState = 'waiting' | 'accepted' | 'rejected';

export type FactType =
  | 'activity'
  | 'agreement'
  | 'quantity'
  | 'person'
  | 'occasion'
  | 'support'
  | 'award'
  | 'target'
  | 'commitment';

/** A fact of docs/facts.md; which of the optional fields it has follows from its type. */
export interface Fact {
  type: FactType;
  quote: string;
  begin: number;
  end: number;
  rule?: string;
  /** How likely a person finds it right, 0.01 to 0.99; not there where nobody told. */
  confidence?: number;
  stated?: string;
  qualifier?: Qualifier;
  kind?: string;
  date?: DateText;
  end_date?: DateText;
  place?: string;
  orgs?: string[];
  head?: string;
  participants?: number;
  parties?: string[];
  signed?: DateText;
  from?: string;
  to?: string;
  points?: number;
  measure?: string;
  value?: number;
  of?: string;
  name?: string;
  role?: string;
  org?: string;
  anniversary?: number;
  item?: string;
  unit?: string;
  purpose?: string;
  count?: number;
  by?: DateText;
  theme?: string;
}

export interface Finding {
  id: string;
  position: number;
  state: FindingState;
  certainty?: Certainty;
  record?: string | null;
  /** Of its record: on what articles disagree. */
  disagreements?: { field: string; settled: boolean }[];
  fact: Fact;
}

export type Certainty = 'sure' | 'fair' | 'doubtful';

/** What lies behind a fact, as docs/facts.md describes it; here only what the page shows. */
export interface Explanation {
  fields: { field: string; value: string; origin: string; words?: string; form?: string; year_added?: boolean }[];
  doubts: string[];
}

export interface ExplanationPage {
  rule: string;
  explanation?: Explanation;
  organisations?: Organisations;
}

export interface DocumentPage {
  document: DocumentRow & { text: string };
  organisations: Organisations;
  findings: Finding[];
  may: Offer[];
}

export interface Decision {
  accepted: number;
  rejected: number;
  records_made: number;
  records_extended: number;
  left_waiting: number;
}
