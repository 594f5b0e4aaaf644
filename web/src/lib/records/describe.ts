import type { Organisations, RecordKind, RegisterRecord } from '../api/types';
import { date, inUnit, onDate, period, quantity } from '../words/format';
import { hasLabel, label, t } from '../words/words.svelte';
import { shortName, shortNames } from './names';

/** A record in words: what it is, then what is known of it. */
export interface Description {
  head: string;
  details: string[];
}

type Described = Partial<RegisterRecord> & { record_kind: RecordKind };

const occasionName = (name: string) => (hasLabel('occasion', name) ? label('occasion', name) : name);
const awardName = (record: Described) => record.name || label('record', 'award');

function giving(record: Described, organisations: Organisations): string {
  const giver = shortName(record.giver, organisations);
  const receiver = shortName(record.receiver, organisations);
  if (giver && receiver) return t('web.words.giving', { giver, receiver });
  if (giver) return t('web.words.giver', { name: giver });
  return receiver ? t('web.words.receiver', { name: receiver }) : '';
}

/** Targets are in percent unless they say otherwise. */
export const targetUnit = (record: Described) => record.unit || 'percent';

/** What was given: the sum of money, or the goods and how many or how much they are worth. */
export function supportItem(record: Described): string {
  if (record.item === 'money' || !record.item) {
    return record.value ? inUnit(record.value, record.unit) : label('item', 'money');
  }
  if (!record.value) return record.item;
  if (record.unit) return t('report.worth', { item: record.item, amount: inUnit(record.value, record.unit) });
  return t('report.pieces', { number: quantity(record.value), item: record.item });
}

const describers: Record<RecordKind, (record: Described, organisations: Organisations) => [string, ...string[]]> = {
  partnership: (r, o) => [
    shortNames(r.parties, o) || label('record', 'partnership'),
    r.since ? t('web.since', { date: date(r.since) }) : '',
  ],
  agreement: (r, o) => [
    label('agreement', r.kind || 'unstated'),
    shortNames(r.parties, o),
    r.signed_on ? t('report.signed', { date: onDate(r.signed_on) }) : '',
    period(r.valid_from, r.valid_to),
    r.points ? t('report.points', { number: quantity(r.points) }) : '',
  ],
  commitment: (r, o) => [label('theme', r.theme ?? 'other'), r.content ?? '', shortNames(r.parties, o)],
  activity: (r, o) => [
    label('activity', r.kind ?? 'visit'),
    period(r.date, r.end_date ?? r.date),
    shortNames(r.parties, o),
    r.place ? t('report.at', { place: r.place }) : '',
    r.head ? t('report.head', { name: r.head }) : '',
    r.participants ? t('report.persons', { number: quantity(r.participants) }) : '',
  ],
  person: (r, o) => [
    [r.name ?? '', ...[r.other_names ?? []].flat()].join(' = '),
    ...(r.posts ?? []).map((post) => [post.role, shortName(post.organisation, o)].filter(Boolean).join(', ')),
  ],
  post: (r, o) => [r.name || r.role || label('record', 'post'), r.name ? (r.role ?? '') : '', shortName(r.organisation, o)],
  observation: (r, o) => [
    `${label('measure', r.measure ?? '')}: ${r.value ? quantity(r.value) : ''}`,
    r.part ?? '',
    shortNames(r.parties, o),
    period(r.valid_from, r.valid_to),
  ],
  target: (r, o) => [
    `${label('measure', r.measure ?? '')}: ${r.value ? inUnit(r.value, targetUnit(r)) : ''}`,
    shortName(r.organisation, o),
    r.by_date ? t('report.by', { date: date(r.by_date) }) : '',
  ],
  occasion: (r) => [
    occasionName(r.name ?? ''),
    r.date ? date(r.date) : '',
    r.count ? t('web.words.years', { count: quantity(r.count) }) : '',
  ],
  support: (r, o) => [supportItem(r), giving(r, o), r.date ? date(r.date) : '', r.purpose ?? ''],
  course: (r, o) => [
    [r.programme || label('record', 'course'), r.cohort ?? ''].filter(Boolean).join(' '),
    period(r.date, r.end_date ?? r.date),
    r.place ? t('report.at', { place: r.place }) : '',
    [shortName(r.organiser, o), shortNames(r.parties, o)].filter(Boolean).join(', '),
    r.trainees ? t('report.persons', { number: quantity(r.trainees) }) : '',
  ],
  proposal: (r, o) => [
    label('record', 'proposal'),
    [shortName(r.proposer, o), shortName(r.addressee, o)].filter(Boolean).join(' → '),
    r.content ?? '',
    r.state ? label('state', r.state) : '',
  ],
  award: (r, o) => [
    r.count ? t('report.award_count', { award: awardName(r), number: quantity(r.count) }) : awardName(r),
    giving(r, o),
    r.date ? date(r.date) : '',
  ],
};

export function describe(record: Described, organisations: Organisations): Description {
  const [head, ...details] = describers[record.record_kind](record, organisations);
  return { head, details: details.filter((detail) => detail !== '') };
}
