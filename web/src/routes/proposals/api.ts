import { address, request, send } from '$lib/api/client';
import type { Desk, ProposalStep, ProposalWay } from '$lib/api/types';
import { language } from '$lib/words/language.svelte';

const at = (path: string) => address(path, { lang: language.code });

export interface Routing {
  step: ProposalStep;
  desk?: string;
  reason?: string;
}

export const proposalApi = {
  desk: (signal: AbortSignal) => request<Desk>(at('desk'), { signal }),
  way: (id: string, signal: AbortSignal) => request<ProposalWay>(at(`proposals/${encodeURIComponent(id)}/steps`), { signal }),
  make: (fields: Record<string, unknown>) => request<{ id: string }>(at('proposals'), send('POST', fields)),
  route: (id: string, routing: Routing) => request<unknown>(at(`proposals/${encodeURIComponent(id)}/route`), send('POST', routing)),
};
