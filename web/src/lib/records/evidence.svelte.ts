import type { Organisations, RegisterRecord } from '../api/types';

/** What stands behind a number: its records, in groups where it has more than one sort (said, counted). */
export interface Evidence {
  subject: string;
  groups: { title?: string; records: RegisterRecord[] }[];
  organisations: Organisations;
}

/** The evidence a page has open; one dialog shows it. */
class Shown {
  evidence = $state.raw<Evidence | null>(null);
}
export const shown = new Shown();
