import type { Me } from '$lib/account/types';
import type { FoundOrganisation } from '$lib/api/client';

/** The organisations somebody administers, by name: what they mean most often. */
export const nearOf = (me: Me | undefined): FoundOrganisation[] =>
  (me?.account?.grants ?? [])
    .filter((grant) => grant.role === 'administrator')
    .map(({ organisation }) => ({ id: organisation, title: me?.organisations?.[organisation]?.name ?? organisation }));
