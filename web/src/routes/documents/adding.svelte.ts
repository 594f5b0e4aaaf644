import { api, ApiError } from '$lib/api/client';
import type { AddedDocument, NewDocument } from '$lib/api/types';
import { language } from '$lib/words/language.svelte';
import { t } from '$lib/words/words.svelte';

/** What became of one document: what was found in it, or why it was refused. */
export interface Outcome {
  name: string;
  added?: AddedDocument;
  problem?: string;
}

function why(cause: unknown): string {
  if (!(cause instanceof ApiError)) return String(cause);
  if (cause.detail) return cause.detail;
  return cause.status === 0 ? t('web.failed.unreachable') : t('web.failed.unexpected', { status: cause.status });
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}

/** Sends documents one after another and keeps what became of them, the latest first. */
export class Adding {
  outcomes = $state.raw<Outcome[]>([]);
  /** The name of the document being read; '' when none is. */
  reading = $state('');

  constructor(private readonly onadded: () => void) {}

  async files(files: Iterable<File>, date: string) {
    for (const file of files) await this.send(file.name, async () => ({ file_name: file.name, base64: await base64(file), ...day(date) }));
  }

  async text(text: string, date: string): Promise<boolean> {
    // What is pasted has no name; where it has no title either, this stands for it.
    const name = t('web.add.pasted');
    return this.send(name, async () => ({ file_name: name, text, ...day(date) }));
  }

  private async send(name: string, make: () => Promise<NewDocument>): Promise<boolean> {
    this.reading = name;
    const outcome: Outcome = { name };
    try {
      outcome.added = await api.add(await make(), language.code);
    } catch (cause) {
      outcome.problem = why(cause);
    }
    this.reading = '';
    this.outcomes = [outcome, ...this.outcomes];
    if (outcome.added) this.onadded();
    return outcome.added !== undefined;
  }
}

const day = (date: string) => (date ? { date } : {});
