/** The server's JSON as docs/http-api.md describes it. Empty fields are left out, hence the many `?`. */

export type Language = 'vi' | 'lo' | 'en';
/** As precise as known: `2017-08-09`, `2022-06`, `2019`, `--05-25`. */
export type DateText = string;
export type Qualifier = 'exact' | 'over' | 'nearly' | 'about' | 'order' | 'at_most';

export interface Organisation {
  name: string;
  place?: string;
  country: string;
}
export type Organisations = Record<string, Organisation>;

export interface Overview {
  today: DateText;
  samples: number | boolean;
  totals: {
    documents: number;
    findings_waiting: number;
    partnerships: number;
    agreements: number;
    activities: number;
    persons: number;
  };
  partnerships: PartnershipGlance[];
  ends_soon: EndsSoon[];
}

export interface PartnershipGlance {
  id: string;
  name: string;
  parties: (Organisation & { id: string })[];
  since?: DateText;
  agreements_in_force: { id: string; kind?: string; from?: DateText; to?: DateText }[];
  activities: number;
  visits_out: number;
  visits_in: number;
  last_activity?: { id: string; kind: string; date?: DateText } | null;
}

export interface EndsSoon {
  agreement: string;
  partnership: string;
  partnership_name: string;
  kind?: string;
  to: DateText;
  days_left: number;
}

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
}

export interface Decision {
  accepted: number;
  rejected: number;
  records_made: number;
  records_extended: number;
  left_waiting: number;
}

export interface Quantity {
  low?: number;
  high?: number;
  stated?: string;
  qualifier?: Qualifier;
  figure: number;
}

export interface Party {
  id?: string;
  stated?: string;
}

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

/** What every record may have; the fields below are those of its kind. */
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

export type Side = 'VN' | 'LA';

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

/** How far a record has gone, and what the two sides said of it. */
export interface Sharing {
  side: Side | '';
  state: 'draft' | 'released' | 'open';
  standing?: 'draft' | 'waiting' | 'changed' | 'disputed' | 'confirmed';
  waits_for?: Side[];
  confirmations?: Partial<Record<Side, Confirmation>>;
  disputes?: Dispute[];
}

export type Asked = 'confirm' | 'changed' | 'settle' | 'publish' | 'decide';

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

export interface ConfirmedMany {
  confirmed: string[];
  refused: { record: string; code: string; detail: string }[];
}

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
  /** Of a person who may be another: the names of those merged into this one, and what posts are known. */
  other_names?: string[];
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

export interface RecordPage {
  record: RegisterRecord;
  organisations: Organisations;
  changes: Change[];
  /** The records it stands for. */
  merged: RegisterRecord[];
  candidates: Candidate[];
}

export type Judgement = 'same' | 'different';

export interface Figure {
  measure: string;
  said: string[];
  countable: boolean;
  counted?: Quantity;
  records: string[];
  unnumbered: number;
  missing?: number | null;
  /** Why what is said and what is counted differ, as somebody noted. */
  explained?: { observation: string; note: string }[];
}

export interface Summary {
  period: { from?: DateText; to?: DateText };
  partnership: string | null;
  organisations: Organisations;
  records: Record<string, RegisterRecord>;
  partnerships: string[];
  agreements: string[];
  points: Record<string, string[]>;
  activities: string[];
  courses: string[];
  figures: Figure[];
  supports: string[];
  awards: string[];
  targets: string[];
  observations: string[];
  occasions: string[];
}

/** RFC 9457 problem details. */
export interface Problem {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
}
