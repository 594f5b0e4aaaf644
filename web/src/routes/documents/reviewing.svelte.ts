import { api, ApiError } from '$lib/api/client';
import { number } from '$lib/words/format';
import { language } from '$lib/words/language.svelte';
import { t } from '$lib/words/words.svelte';

/** Deciding on findings: one request at a time; what came of the last one, in words. */
export class Reviewing {
  busy = $state(false);
  message = $state('');
  failed = $state(false);

  /** `mayWrite`: may the reader decide at all? */
  constructor(
    private readonly done: () => void,
    private readonly mayWrite: () => boolean,
  ) {}

  get allowed() {
    return this.mayWrite();
  }

  accept(ids: string[]) {
    return this.decide(ids, []);
  }

  reject(ids: string[]) {
    return this.decide([], ids);
  }

  private async decide(accept: string[], reject: string[]) {
    this.busy = true;
    this.message = '';
    try {
      const made = await api.decide(accept, reject, language.code);
      this.failed = false;
      this.message = accept.length
        ? t('web.review.accepted', {
            count: number(made.accepted),
            made: number(made.records_made),
            extended: number(made.records_extended),
          })
        : t('web.review.rejected', { count: number(made.rejected) });
      if (made.left_waiting) this.message += ` ${t('web.review.left', { count: number(made.left_waiting) })}`;
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
