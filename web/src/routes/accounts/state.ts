import type { KeptAccount } from '$lib/account/types';
import { t } from '$lib/words/words.svelte';

/** Can somebody come in by it? In words. */
export function stateOf(account: KeptAccount): string {
  if (account.disabled) return t('web.accounts.state.disabled');
  const comesIn = account.has_password || account.identities.length > 0;
  return t(comesIn ? 'web.accounts.state.active' : 'web.accounts.state.invited');
}
