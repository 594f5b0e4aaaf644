import { api } from '../api/client';
import type { Side } from '../api/types';
import { language } from '../words/language.svelte';

/** For which side the reader speaks: an account for its own; the keeper of a register without accounts says for which. */
class Speaker {
  /** Of an account; empty: the keeper. */
  own = $state<Side | ''>('');
  chosen = $state<Side>(language.code === 'lo' ? 'LA' : 'VN');
  known = $state(false);

  get keeper() {
    return this.own === '';
  }
  get side(): Side {
    return this.own || this.chosen;
  }
  /** What a request says: an account's side is known. */
  get said(): Side | '' {
    return this.own ? '' : this.chosen;
  }

  async ask() {
    this.own = await api.ownSide().catch(() => '' as const);
    this.known = true;
  }
}

export const speaker = new Speaker();
