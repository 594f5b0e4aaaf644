import type { Language } from '../api/types';

export const languages: readonly Language[] = ['vi', 'lo', 'en'];
const memory = 'kevai.language';

const known = (code: string | null | undefined): Language | undefined =>
  languages.find((language) => language === code?.slice(0, 2).toLowerCase());

function remembered(): string | null {
  try {
    return localStorage.getItem(memory);
  } catch {
    return null; // storage may be switched off
  }
}

/** The address says it first, then what was chosen before, then the browser; Vietnamese otherwise. */
function first(): Language {
  return (
    known(new URLSearchParams(window.location.search).get('lang')) ??
    known(remembered()) ??
    navigator.languages.map(known).find((language) => language !== undefined) ??
    'vi'
  );
}

/** Keeps the language for the next visit. */
export function remember(code: Language) {
  try {
    localStorage.setItem(memory, code);
  } catch {
    // Not remembered, then: the address still holds it.
  }
}

class Spoken {
  /** Set by `speak` alone, once its words are there. */
  code = $state<Language>(first());
}

/** The language of the whole app. */
export const language = new Spoken();
