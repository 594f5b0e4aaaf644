import { untrack } from 'svelte';

import { ApiError } from './client';

export type State<T> = { kind: 'loading' } | { kind: 'failed'; error: ApiError } | { kind: 'ready'; value: T };

export interface Resource<T> {
  readonly state: State<T>;
  /** Asks again; what is shown stays until the answer is there. */
  reload(): void;
}

/**
 * What `read` answers, asked anew whenever a rune it reads before its first await changes (the language,
 * a parameter of the address). An answer that was overtaken by a later question is dropped.
 */
export function resource<T>(read: (signal: AbortSignal) => Promise<T>): Resource<T> {
  let state = $state.raw<State<T>>({ kind: 'loading' });
  let asked = $state(0);

  $effect(() => {
    void asked;
    const abort = new AbortController();
    if (untrack(() => state.kind) === 'failed') state = { kind: 'loading' };
    read(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) state = { kind: 'ready', value };
      },
      (cause: unknown) => {
        if (abort.signal.aborted) return;
        if (!(cause instanceof ApiError)) console.error(cause);
        state = { kind: 'failed', error: cause instanceof ApiError ? cause : new ApiError(0, String(cause)) };
      },
    );
    return () => abort.abort();
  });

  return {
    get state() {
      return state;
    },
    reload() {
      asked += 1;
    },
  };
}
