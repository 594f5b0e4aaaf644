import type { Organisations, Party } from '../api/types';

/** An organisation as lists show it: the place it is of, otherwise its name; where it is not known, as it was written. */
export function shortName(party: Party | undefined, organisations: Organisations): string {
  if (!party) return '';
  const organisation = party.id ? organisations[party.id] : undefined;
  return organisation?.place || organisation?.name || party.stated || party.id || '';
}

/** An organisation by its full name. */
export function fullName(party: Party | undefined, organisations: Organisations): string {
  if (!party) return '';
  const organisation = party.id ? organisations[party.id] : undefined;
  return organisation?.name || party.stated || party.id || '';
}

export const shortNames = (parties: readonly Party[] | undefined, organisations: Organisations) =>
  (parties ?? []).map((party) => shortName(party, organisations)).join(' – ');
