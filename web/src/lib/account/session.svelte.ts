import { whenUnknown } from '../api/client';
import { links } from '../navigation/links';
import { go, here } from '../navigation/router.svelte';
import { accountApi } from './api';
import type { Me } from './types';

class Signed {
  /** Who asks; nothing while it is not known, or nobody is. */
  me = $state.raw<Me | undefined>();

  /** Do they enter anything at all? Viewers only look. */
  get writes(): boolean {
    return this.me !== undefined && (!this.me.account || this.me.account.grants.some(({ role }) => role !== 'viewer'));
  }

  async read() {
    this.me = await accountApi.me().catch(() => undefined);
  }
}
export const signed = new Signed();

/** Where to go once signed in: a page of this app, never another site's. */
export function wanted(): string {
  const to = here.query.get('to') ?? '/';
  return to.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/';
}

/** From wherever the server wants to know who asks to the page that says so, and back. */
whenUnknown(() => {
  signed.me = undefined;
  if (here.path === links.signIn || here.path === links.invitation) return;
  const to = window.location.pathname + window.location.search;
  go(to === '/' ? links.signIn : `${links.signIn}?to=${encodeURIComponent(to)}`, { replace: true });
});
