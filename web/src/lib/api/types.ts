/** The server's JSON as docs/openapi.json describes it. Empty fields are left out, hence the many `?`. */
export type * from './types/common';
export type * from './types/overview';
export type * from './types/documents';
export type * from './types/proposals';
export type * from './types/records';
export type * from './types/sharing';
export type * from './types/report';
