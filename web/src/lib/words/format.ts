import type { DateText, Quantity } from '../api/types';
import { language } from './language.svelte';
import { label, t } from './words.svelte';

/** 1.234,5 in Vietnamese and Lao, 1,234.5 in English. Written out here because browsers seldom carry Lao's own rules. */
export function number(value: number): string {
  const [group, point] = language.code === 'en' ? [',', '.'] : ['.', ','];
  const [whole = '', fraction] = String(Math.abs(Math.round(value * 100) / 100)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return (value < 0 ? '−' : '') + grouped + (fraction ? point + fraction : '');
}

const orders = [
  'tens',
  'hundreds',
  'thousands',
  'tens_of_thousands',
  'hundreds_of_thousands',
  'millions',
  'tens_of_millions',
  'hundreds_of_millions',
  'billions',
  'tens_of_billions',
  'hundreds_of_billions',
  'trillions',
];

/** The order of magnitude of a number said only by it ("hàng trăm"). */
const orderOf = (value: Quantity) =>
  value.qualifier === 'order' ? orders[Math.floor(Math.log10(value.figure)) - 1] : undefined;

/** "trên 15", "nearly 44,000,000", "hàng trăm". */
export function quantity(value: Quantity): string {
  const order = orderOf(value);
  const figure = order ? label('order', order) : number(value.figure);
  return label('qualifier', value.qualifier ?? 'exact').replace('{number}', figure);
}

/** A quantity in its unit: money in its currency, a percentage; pieces have none. */
export function inUnit(value: Quantity, unit: string | undefined): string {
  const amount = quantity(value);
  if (!unit) return amount;
  if (unit === 'percent') return t('report.percent', { number: amount });
  return t(orderOf(value) ? 'report.amount_of_order' : 'report.amount', { number: amount, unit: label('unit', unit) });
}

const two = (part: string) => part.padStart(2, '0');
const englishMonth = (month: string) =>
  new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' });

/** A date as precise as it is known: 09/08/2017, tháng 6/2022, 2019, ngày 25/5. */
export function date(text: DateText): string {
  const [, year, month, day] = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  if (!year) return text;
  if (!month) return year;
  const english = language.code === 'en';
  if (year === '-') {
    if (english) return day ? `${Number(day)} ${englishMonth(month)}` : englishMonth(month);
    return day ? t('web.date.day', { day: Number(day), month: Number(month) }) : t('web.date.month', { month: Number(month) });
  }
  if (!day) return english ? `${englishMonth(month)} ${year}` : t('web.date.month', { month: `${Number(month)}/${year}` });
  return english ? `${Number(day)} ${englishMonth(month)} ${year}` : `${two(day)}/${two(month)}/${year}`;
}

/** A date within a sentence: ngày 09/08/2017, tháng 6/2022, năm 2019. */
export function onDate(text: DateText): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return t('report.on.day', { date: date(text) });
  return /^\d{4}$/.test(text) ? t('report.on.year', { date: text }) : date(text);
}

/** A period with one or both ends; empty where it has none. */
export function period(from: DateText | undefined, to: DateText | undefined): string {
  if (from && to) {
    if (from === to) return date(from);
    // Days of one month: 12–14/03/2024, ngày 18–20/10.
    const [month, day] = [from.slice(0, -3), from.slice(-2)];
    if (/-\d{2}-\d{2}$/.test(from) && to.slice(0, -3) === month) {
      if (language.code === 'en') return `${Number(day)}–${date(to)}`;
      if (!from.startsWith('--')) return `${day}–${date(to)}`;
      const days = `${Number(day)}–${Number(to.slice(-2))}`;
      return t('web.date.day', { day: days, month: Number(month.slice(2)) });
    }
    return `${date(from)} – ${date(to)}`;
  }
  if (from) return t('web.date.from', { date: date(from) });
  if (to) return t('web.date.to', { date: date(to) });
  return '';
}

/** A moment of the journal, by the reader's own clock: 21/11/2026 16:10. */
export function moment(timestamp: string): string {
  const at = new Date(timestamp);
  if (Number.isNaN(at.getTime())) return timestamp;
  const day = `${at.getFullYear()}-${two(String(at.getMonth() + 1))}-${two(String(at.getDate()))}`;
  return `${date(day)} ${two(String(at.getHours()))}:${two(String(at.getMinutes()))}`;
}
