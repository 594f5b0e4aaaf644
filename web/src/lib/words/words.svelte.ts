import type confirm from '$words/confirm.json';
import type domain from '$words/domain.json';
import type explain from '$words/explain.json';
import type numbers from '$words/numbers.json';
import type oidc from '$words/oidc.json';
import type pages from '$words/pages.json';
import type report from '$words/report.json';
import type web from '$words/web.json';
import type account from '$words/web_account.json';

import type { Language } from '../api/types';
import { language, remember } from './language.svelte';

/** A text of the app. */
export type Key =
  | keyof typeof account
  | keyof typeof web
  | Extract<keyof typeof confirm | keyof typeof oidc | keyof typeof pages, `${'web' | 'report'}.${string}`>
  | keyof typeof report
  | keyof typeof explain;
type First<K> = K extends `${infer F}.${string}` ? F : never;
/** The families of domain values: measure, activity, theme … */
export type Family = First<keyof typeof domain | keyof typeof confirm | keyof typeof numbers | keyof typeof explain | keyof typeof oidc | keyof typeof pages>;
/** Texts that differ for a count of one. */
type Counted = { [K in Key]: `${K}.one` extends Key ? K : never }[Key];
type Texts = Record<string, string | undefined>;

let texts = $state.raw<Texts>({});

// One file a language (vite/words.ts): a page loads only the words it shows.
const files: Record<Language, () => Promise<{ default: Texts }>> = {
  vi: () => import('virtual:words/vi'),
  lo: () => import('virtual:words/lo'),
  en: () => import('virtual:words/en'),
};

/** Speaks that language from now on: fetches its words, then shows the app in it. */
export async function speak(code: Language) {
  texts = (await files[code]()).default;
  language.code = code;
}

/** Speaks a language somebody chose, here and on the next visit. */
export async function choose(code: Language) {
  await speak(code);
  remember(code);
}

/** The text of a key in the chosen language, `{name}` filled in from `args`. */
export function t(key: Key, args: Record<string, string | number> = {}): string {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** As `t`, for a count: a language with a singular (English) takes the text of `key.one` where the count is one. */
export function tn(key: Counted, count: number, shown: string): string {
  const one: Key = `${key}.one`;
  const singular = new Intl.PluralRules(language.code).select(count) === 'one';
  return t(singular ? one : key, { count: shown });
}

/** The name of a domain value (`measure.trainees`, `theme.legal` …); where it has none, the value itself, readable. */
export function label(family: Family, value: string): string {
  return texts[`${family}.${value}`] ?? value.replaceAll('_', ' ');
}

/** Has a domain value a name of its own? */
export const hasLabel = (family: Family, value: string) => texts[`${family}.${value}`] !== undefined;
