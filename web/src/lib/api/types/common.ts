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

export type Side = 'VN' | 'LA';

/** RFC 9457 problem details. */
export interface Problem {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
}
