import { language } from '../words/language.svelte';

/** Where the reader is: the path and query of the address, as runes. */
class Here {
  path = $state(window.location.pathname);
  query = $state.raw(new URLSearchParams(window.location.search));

  read() {
    this.path = window.location.pathname;
    this.query = new URLSearchParams(window.location.search);
  }
}
export const here = new Here();

/** Goes to an address of this app. The language stays in the address where it stood there. */
export function go(to: string | URL, { replace = false } = {}) {
  const url = new URL(to, window.location.href);
  if (here.query.has('lang') && !url.searchParams.has('lang')) url.searchParams.set('lang', language.code);
  if (replace) window.history.replaceState(null, '', url);
  else window.history.pushState(null, '', url);
  const moved = here.path !== url.pathname;
  here.read();
  if (moved && !replace) window.scrollTo(0, 0);
}

/** The present address with some parameters of its query changed; an empty value removes one. */
export function withQuery(changes: Record<string, string>): URL {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url;
}

/** Follows a click on a link of this app without loading the page anew; leaves every other click alone. */
export function followLink(event: MouseEvent) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || url.pathname.startsWith('/api/')) return;
  if (url.hash && url.pathname === window.location.pathname && url.search === window.location.search) return;
  event.preventDefault();
  go(url);
}
