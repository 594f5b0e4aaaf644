import type { DateText, Organisations, Quantity } from './common';
import type { RegisterRecord } from './records';

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
  /** How many of its records not both sides confirm. */
  unconfirmed: number;
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
