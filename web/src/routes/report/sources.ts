import type { RegisterRecord, Summary } from '$lib/api/types';
import type { Evidence } from '$lib/records/evidence.svelte';

/** The records of a summary by their ids, in that order. */
export const recordsOf = (summary: Summary, ids: readonly string[]): RegisterRecord[] =>
  ids.map((id) => summary.records[id]).filter((record) => record !== undefined);

/** The evidence of a number that rests on these records. */
export const evidenceOf = (summary: Summary, subject: string, records: RegisterRecord[]): Evidence => ({
  subject,
  groups: [{ records }],
  organisations: summary.organisations,
});
