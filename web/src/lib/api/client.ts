import type {
  AddedDocument,
  Asked,
  CandidatesPage,
  Decision,
  DocumentPage,
  DocumentRow,
  DoneToMany,
  ExplanationPage,
  InboxPage,
  Judgement,
  Language,
  NewDocument,
  Overview,
  Problem,
  RecordKind,
  RecordPage,
  Side,
  Summary,
} from './types';

const root = '/api/v1/';

/** Of the kinds both sides confirm, as their paths name them. */
const plural = (kind: RecordKind) => (kind === 'activity' ? 'activities' : `${kind}s`);

/** What a side does with a record as it stands. */
export type SideAct = 'release' | 'withdraw' | 'confirm' | 'dispute' | 'settle' | 'publish';

/** Why a request failed. `detail` is the server's own words; empty where the server was not reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly code = '',
  ) {
    super(detail || `HTTP ${status}`);
  }
}

export interface FoundOrganisation {
  id: string;
  title: string;
}

export interface ReportQuery {
  from: number;
  to: number;
  partnership: string;
}

/** The address of a path below the API; empty parameters are left out. */
export function address(path: string, query: Record<string, string | number>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== '') parameters.set(name, String(value));
  }
  return `${root}${path}?${parameters}`;
}

let told = () => {};

/** What to do where the server wants to know who asks. */
export function whenUnknown(work: () => void) {
  told = work;
}

export async function request<T>(url: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { Accept: 'application/json', ...init.headers } });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError(0, '');
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const problem = (body ?? {}) as Problem;
    if (problem.code === 'sign_in_needed') told();
    throw new ApiError(response.status, problem.detail ?? problem.title ?? '', problem.code);
  }
  if (body === null) throw new ApiError(response.status, '');
  return body as T;
}

export const send = (method: string, body?: unknown): RequestInit =>
  body === undefined ? { method } : { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };

const post = (body: unknown) => send('POST', body);

export const api = {
  overview: (lang: Language, signal: AbortSignal) => request<Overview>(address('overview', { lang }), { signal }),

  documents: async (lang: Language, signal: AbortSignal) =>
    (await request<{ documents: DocumentRow[] }>(address('documents', { lang }), { signal })).documents,

  document: (id: string, lang: Language, signal: AbortSignal) =>
    request<DocumentPage>(address(`documents/${encodeURIComponent(id)}`, { lang }), { signal }),

  add: (document: NewDocument, lang: Language) =>
    request<AddedDocument>(address('documents', { lang }), post(document)),

  explanation: (finding: string, lang: Language, signal: AbortSignal) =>
    request<ExplanationPage>(address(`findings/${encodeURIComponent(finding)}/explanation`, { lang }), { signal }),

  record: (id: string, lang: Language, signal: AbortSignal) =>
    request<RecordPage>(address(`records/${encodeURIComponent(id)}`, { lang }), { signal }),

  report: (query: ReportQuery, lang: Language, signal: AbortSignal) =>
    request<Summary>(address('report', { ...query, lang, format: 'json' }), { signal }),

  decide: (accept: string[], reject: string[], lang: Language) =>
    request<Decision>(
      address('findings/decide', { lang }),
      // Of many the good ones are taken; of one alone the reason is told.
      post({ accept, reject, leave_faulty: accept.length > 1 }),
    ),

  /** Lets a statement stand. */
  choose: (record: string, citation: string, lang: Language) =>
    request<RecordPage>(address(`records/${encodeURIComponent(record)}/choose`, { lang }), post({ citation })),

  /** Takes the choice of a field back. */
  reopen: (record: string, field: string, lang: Language) =>
    request<RecordPage>(address(`records/${encodeURIComponent(record)}/choose`, { lang }), post({ field })),

  candidates: (lang: Language, signal: AbortSignal) =>
    request<CandidatesPage>(address('candidates', { lang }), { signal }),

  /** Of the account that is signed in; empty: the keeper of a register without accounts. */
  ownSide: async () => (await request<{ side?: Side }>(`${root}session`, {})).side ?? ('' as const),

  addNote: (record: string, content: string, side: Side | '', lang: Language) =>
    request<unknown>(address('notes', { lang }), post(side ? { record, content, side } : { record, content })),

  removeNote: (id: string, reason: string, lang: Language) =>
    request<unknown>(address(`notes/${encodeURIComponent(id)}`, { lang }), {
      ...send('DELETE', { reason }),
      headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
    }),

  /** Shows a document to the other side, or keeps it back again. */
  shareDocument: (id: string, act: 'release' | 'withdraw', lang: Language) =>
    request<DocumentPage>(address(`documents/${encodeURIComponent(id)}/${act}`, { lang }), post({})),

  /** Takes a document out for good. */
  removeDocument: (id: string, lang: Language) =>
    request<{ id: string }>(address(`documents/${encodeURIComponent(id)}`, { lang }), send('DELETE')),

  /** What is asked of the side; without `asked` all but its own drafts. */
  inbox: (side: Side | '', asked: Asked | '', cursor: string, lang: Language, signal?: AbortSignal) =>
    request<InboxPage>(address('inbox', { side, asked, cursor, lang }), { signal: signal ?? null }),

  /** Confirms or releases many at once; each is told. */
  sayOfMany: (act: 'confirm' | 'release', records: string[], side: Side | '', lang: Language) =>
    request<DoneToMany>(address(`inbox/${act}`, { lang }), post(side ? { records, side } : { records })),

  /** Lets the caller's side say that of a record; of the keeper the side is told. */
  say: (act: SideAct, kind: RecordKind, id: string, what: Record<string, unknown>, side: Side | '', lang: Language) =>
    request<unknown>(
      address(`${plural(kind)}/${encodeURIComponent(id)}/${act}`, { lang }),
      post(side ? { ...what, side } : what),
    ),

  findOrganisations: async (words: string, lang: Language, signal: AbortSignal) =>
    (await request<{ found: FoundOrganisation[] }>(address('search', { q: words, kind: 'organisation', limit: 20, lang }), { signal })).found,

  judge: (one: string, other: string, judgement: Judgement, lang: Language) =>
    request<unknown>(address('candidates/decide', { lang }), post({ [judgement]: [[one, other]] })),
};

/** Where the report itself is to be had, as a document. */
export const reportFile = (query: ReportQuery, lang: Language, format: 'html' | 'md') =>
  address('report', { ...query, lang, format });
