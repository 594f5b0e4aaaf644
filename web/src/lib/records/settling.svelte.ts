import { api, ApiError } from '$lib/api/client';
import type { Judgement } from '$lib/api/types';
import { language } from '$lib/words/language.svelte';
import { t, type Key } from '$lib/words/words.svelte';

/** Deciding where articles differ: one request at a time; what came of the last one, in words. */
export class Settling {
  busy = $state(false);
  message = $state('');
  failed = $state(false);

  /** `mayWrite`: may the reader decide at all? */
  constructor(
    private readonly done: () => void,
    private readonly mayWrite: () => boolean = () => true,
  ) {}

  get allowed() {
    return this.mayWrite();
  }

  choose(record: string, citation: string) {
    return this.ask(api.choose(record, citation, language.code), 'web.record.chosen');
  }

  reopen(record: string, field: string) {
    return this.ask(api.reopen(record, field, language.code), 'web.record.reopened');
  }

  judge(one: string, other: string, judgement: Judgement) {
    const said = judgement === 'same' ? 'web.record.joined' : 'web.record.apart';
    return this.ask(api.judge(one, other, judgement, language.code), said);
  }

  private async ask(request: Promise<unknown>, said: Key) {
    this.busy = true;
    this.message = '';
    try {
      await request;
      this.failed = false;
      this.message = t(said);
      this.done();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      this.failed = true;
      const reason = cause.status === 0 ? t('web.failed.unreachable') : cause.detail;
      this.message = `${t('web.review.failed')} ${reason}`.trim();
    } finally {
      this.busy = false;
    }
  }
}
