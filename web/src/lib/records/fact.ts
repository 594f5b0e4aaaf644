import type { Fact, FactType, Party, Quantity, RecordKind, RegisterRecord } from '../api/types';

const kinds: Record<FactType, RecordKind> = {
  activity: 'activity',
  agreement: 'agreement',
  quantity: 'observation',
  person: 'post',
  occasion: 'occasion',
  support: 'support',
  award: 'award',
  target: 'target',
  commitment: 'commitment',
};

const party = (stated: string | undefined): Party | undefined => (stated ? { id: stated, stated } : undefined);
const parties = (stated: string[] | undefined): Party[] | undefined => stated?.map((name) => ({ id: name, stated: name }));

/** A fact in the shape of the record it would make, so that both are put into words in one way. */
export function asRecord(fact: Fact): Partial<RegisterRecord> & { record_kind: RecordKind } {
  const counted = (figure: number | undefined): Quantity | undefined =>
    figure === undefined ? undefined : { figure, qualifier: fact.qualifier ?? 'exact' };
  const record_kind = kinds[fact.type];
  switch (fact.type) {
    case 'activity':
      return {
        record_kind,
        kind: fact.kind,
        date: fact.date,
        end_date: fact.end_date,
        place: fact.place,
        parties: parties(fact.orgs),
        head: fact.head,
        participants: counted(fact.participants),
      };
    case 'agreement':
      return {
        record_kind,
        kind: fact.kind,
        parties: parties(fact.parties),
        signed_on: fact.signed,
        valid_from: fact.from,
        valid_to: fact.to,
        points: counted(fact.points),
      };
    case 'quantity':
      return {
        record_kind,
        measure: fact.measure,
        value: counted(fact.value),
        part: fact.of,
        parties: parties(fact.orgs),
        valid_from: fact.from,
        valid_to: fact.to,
      };
    case 'person':
      return { record_kind, name: fact.name, role: fact.role, organisation: party(fact.org) };
    case 'occasion':
      return { record_kind, name: fact.name, date: fact.date, count: counted(fact.anniversary) };
    case 'support':
      return {
        record_kind,
        item: fact.item,
        giver: party(fact.from),
        receiver: party(fact.to),
        value: counted(fact.value),
        unit: fact.unit,
        purpose: fact.purpose,
      };
    case 'award':
      return { record_kind, name: fact.kind, giver: party(fact.from), receiver: party(fact.to), count: counted(fact.count) };
    case 'target':
      return {
        record_kind,
        measure: fact.measure,
        value: counted(fact.value),
        unit: fact.unit,
        organisation: party(fact.org),
        by_date: fact.by,
      };
    case 'commitment':
      return { record_kind, theme: fact.theme, parties: parties(fact.orgs), content: fact.quote };
  }
}
