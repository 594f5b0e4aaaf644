import type { DateText, Organisation } from './common';

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
