import domain from '$words/domain.json';
import numbers from '$words/numbers.json';
import web from '$words/web.json';

import { language } from './language.svelte';

type Entry = Record<'vi' | 'lo' | 'en', string>;
export type Key = keyof typeof web;
type First<K> = K extends `${infer F}.${string}` ? F : never;
/** The families of domain values: measure, activity, theme … */
export type Family = First<keyof typeof domain> | First<keyof typeof numbers>;
/** Texts that differ for a count of one. */
type Counted = { [K in Key]: `${K}.one` extends Key ? K : never }[Key];

const entries: Record<string, Entry | undefined> = { ...domain, ...numbers };

function fill(text: string, args: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
}

/** The text of a key in the chosen language, `{name}` filled in from `args`. */
export function t(key: Key, args: Record<string, string | number> = {}): string {
  return fill(web[key][language.code], args);
}

/** As `t`, for a count: a language with a singular (English) takes the text of `key.one` where the count is one. */
export function tn(key: Counted, count: number, shown: string): string {
  const one: Key = `${key}.one`;
  const singular = new Intl.PluralRules(language.code).select(count) === 'one';
  return t(singular ? one : key, { count: shown });
}

/** The name of a domain value (`measure.trainees`, `theme.legal` …); where it has none, the value itself, readable. */
export function label(family: Family, value: string): string {
  return entries[`${family}.${value}`]?.[language.code] ?? value.replaceAll('_', ' ');
}

/** Has a domain value a name of its own? */
export const hasLabel = (family: Family, value: string) => entries[`${family}.${value}`] !== undefined;
