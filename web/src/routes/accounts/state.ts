import type { KeptAccount } from '$lib/account/types';
import { t } from '$lib/words/words.svelte';

/** Can somebody come in by it? In words. */
export function stateOf(account: KeptAccount): string {
  if (account.disabled) return t('web.accounts.state.disabled');
  return t(account.has_password ? 'web.accounts.state.active' : 'web.accounts.state.invited');
}
