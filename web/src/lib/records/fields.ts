import type { Organisations, Party, Quantity, RecordKind, RegisterRecord } from '../api/types';
import { links } from '../navigation/links';
import { date, inUnit } from '../words/format';
import { hasLabel, label, type Family } from '../words/words.svelte';
import { targetUnit } from './describe';
import { fullName, shortNames } from './names';

export interface Field {
  name: string;
  /** One line a value (a list of parties has several). */
  lines: string[];
  link?: string;
}

const hidden = new Set(['id', 'record_kind', 'passages', 'disagreements', 'key', 'version', 'sharing', 'confirmed_by_both']);
const dates = new Set(['since', 'due_on', 'valued_on', 'certified_on', 'signed_on', 'valid_from', 'valid_to', 'stated_on', 'date', 'end_date', 'by_date']);
const linked = new Set(['partnership', 'agreement', 'person', 'commitment', 'activity', 'course', 'renews', 'carried_from', 'onward_from']);
const kindOf: Partial<Record<string, RecordKind>> = { renews: 'agreement', carried_from: 'commitment', onward_from: 'course' };
const families: Partial<Record<string, Family>> = { theme: 'theme', measure: 'measure', state: 'state', unit: 'unit' };
const kindFamilies: Partial<Record<RecordKind, Family>> = { activity: 'activity', agreement: 'agreement' };

const isParty = (value: object): value is Party => 'id' in value || 'stated' in value;
const isQuantity = (value: object): value is Quantity => 'figure' in value;

function words(name: string, value: string, kind: RecordKind): string {
  if (dates.has(name)) return date(value);
  if (name === 'item' && value === 'money') return label('item', 'money');
  const family = name === 'kind' ? kindFamilies[kind] : name === 'name' && kind === 'occasion' ? 'occasion' : families[name];
  return family && hasLabel(family, value) ? label(family, value) : value;
}

/** The fields a record has, in the order the server gives them, each put into words. */
export function fields(record: RegisterRecord, organisations: Organisations): Field[] {
  const result: Field[] = [];
  for (const [name, value] of Object.entries(record) as [string, unknown][]) {
    if (hidden.has(name) || value === '' || value === null || value === undefined) continue;
    if (Array.isArray(value)) {
      const one = (part: Party | string) => (typeof part === 'string' ? (organisations[part]?.name ?? part) : fullName(part, organisations));
      result.push({ name, lines: (value as (Party | string)[]).map(one) });
    } else if (typeof value === 'object' && isQuantity(value)) {
      const unit = record.record_kind === 'target' ? targetUnit(record) : record.unit;
      const shown = inUnit(value, unit);
      result.push({ name, lines: value.stated && value.stated !== shown ? [shown, `“${value.stated}”`] : [shown] });
    } else if (typeof value === 'object' && isParty(value)) {
      result.push({ name, lines: [fullName(value, organisations)] });
    } else if (linked.has(name)) {
      const parties = name === 'partnership' && shortNames(record.parties, organisations);
      result.push({ name, lines: [parties || label('record', kindOf[name] ?? name)], link: links.record(String(value)) });
    } else {
      const organisation = organisations[String(value)];
      result.push({ name, lines: [organisation?.name ?? words(name, String(value), record.record_kind)] });
    }
  }
  return result;
}

/** A value an article states of a field of the record, in words: on one line. */
export function stated(record: RegisterRecord, name: string, value: unknown, organisations: Organisations): string {
  const only = { id: record.id, record_kind: record.record_kind, unit: record.unit, [name]: value } as RegisterRecord;
  return fields(only, organisations).find((field) => field.name === name)?.lines[0] ?? String(value);
}
