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

class Chosen {
  code = $state<Language>(first());

  /** Chooses a language, remembers it and writes it into the address, so that the page can be sent on as it is. */
  choose(code: Language) {
    this.code = code;
    try {
      localStorage.setItem(memory, code);
    } catch {
      // Not remembered, then: the address still holds it.
    }
  }
}

/** The language of the whole app. */
export const language = new Chosen();
