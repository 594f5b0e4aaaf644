import { api, ApiError, type SideAct } from '../api/client';
import type { RegisterRecord } from '../api/types';
import { language } from '../words/language.svelte';
import { t } from '../words/words.svelte';
import { speaker } from './speaker.svelte';

/** Saying for one's side what is to be said: one request at a time; what came of the last one, in words. */
export class Saying {
  busy = $state(false);
  message = $state('');
  failed = $state(false);

  constructor(private readonly done: () => void) {}

  /** True where it was taken. */
  async say(act: SideAct, record: RegisterRecord, what: Record<string, unknown> = {}) {
    return this.ask(async () => {
      await api.say(act, record.record_kind, record.id, what, speaker.said, language.code);
      return t('web.sides.done');
    });
  }

  async sayOfMany(act: 'confirm' | 'release', records: string[], told: (done: number, refused: { detail: string }[]) => string) {
    return this.ask(async () => {
      const { confirmed, released, refused } = await api.sayOfMany(act, records, speaker.said, language.code);
      return told((confirmed ?? released ?? []).length, refused);
    });
  }

  private async ask(request: () => Promise<string>) {
    this.busy = true;
    this.message = '';
    try {
      this.message = await request();
      this.failed = false;
      this.done();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      this.failed = true;
      const reason = cause.status === 0 ? t('web.failed.unreachable') : cause.detail;
      this.message = `${t('web.review.failed')} ${reason}`.trim();
    } finally {
      this.busy = false;
    }
    return !this.failed;
  }
}
