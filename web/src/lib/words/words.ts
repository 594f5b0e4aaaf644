import domain from '$words/domain.json';
import web from '$words/web.json';

import { language } from './language.svelte';

type Entry = Record<'vi' | 'lo' | 'en', string>;
export type Key = keyof typeof web;
type Family<F extends string> = Extract<keyof typeof domain, `${F}.${string}`> extends never ? never : F;

const entries: Record<string, Entry | undefined> = { ...domain, ...web };

function fill(text: string, args: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
}

/** The text of a key in the chosen language, `{name}` filled in from `args`. */
export function t(key: Key, args: Record<string, string | number> = {}): string {
  return fill(web[key][language.code], args);
}

/** As `t`, for a count: a language with a singular (English) takes the text of `key.one` where the count is one. */
export function tn<K extends Key>(key: K & (`${K}.one` extends Key ? K : never), count: number, shown: string): string {
  const one = `${key}.one` as Key;
  const singular = new Intl.PluralRules(language.code).select(count) === 'one';
  return t(singular ? one : key, { count: shown });
}

/** The name of a domain value (`measure.trainees`, `theme.legal` …); where it has none, the value itself, readable. */
export function label<F extends string>(family: Family<F>, value: string): string {
  return entries[`${family}.${value}`]?.[language.code] ?? value.replaceAll('_', ' ');
}

/** Has a domain value a name of its own? */
export const hasLabel = (family: string, value: string) => entries[`${family}.${value}`] !== undefined;
