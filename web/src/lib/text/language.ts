import type { Language } from '../api/types';

/** The language a passage is written in, by its letters: passages do not say it, screen readers and line heights need it. */
export function languageOf(text: string): Language {
  if (/\p{Script=Lao}/u.test(text)) return 'lo';
  return /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/.test(text.normalize('NFC')) ? 'vi' : 'en';
}
