import type { Organisations, Side } from './common';
import type { RegisterRecord } from './records';

export type ProposalStep = 'submit' | 'forward' | 'send_back' | 'accept' | 'decline';

export interface StepTaken {
  step: ProposalStep;
  by: string;
  side?: Side;
  at: string;
  from?: string;
  to?: string;
  reason?: string;
}

/** The way of a proposal so far, and the steps the reader may take now. */
export interface ProposalWay {
  steps: StepTaken[];
  may: ProposalStep[];
  /** Of one with a date, while it is undecided; negative once it is overdue. */
  days_left?: number;
  organisations: Organisations;
}

export interface DeskItem {
  record: RegisterRecord;
  /** The next step is the reader's to take. */
  yours: boolean;
  /** Negative once it is overdue. */
  days_left?: number;
}

export interface Desk {
  items: DeskItem[];
  organisations: Organisations;
}
