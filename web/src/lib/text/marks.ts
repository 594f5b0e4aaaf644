/** A passage of a text: bytes [begin, end) of its UTF-8. */
export interface Mark {
  id: string;
  begin: number;
  end: number;
}

/** A piece of text between two boundaries of marks. */
export interface Segment {
  text: string;
  /** The marks that cover it, the shortest (innermost) first. */
  marks: string[];
  /** Those that begin here. */
  starts: string[];
}

/** Where each byte offset stands in the string; an offset within a character means its beginning. */
export function stringOffsets(text: string, bytes: Iterable<number>): Map<number, number> {
  const wanted = [...new Set(bytes)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let next = 0;
  let byte = 0;
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const width = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    while (next < wanted.length && (wanted[next] ?? 0) < byte + width) found.set(wanted[next++] ?? 0, at);
    if (next === wanted.length) break;
    byte += width;
    at += character.length;
  }
  while (next < wanted.length) found.set(wanted[next++] ?? 0, text.length);
  return found;
}

/** The text's paragraphs (its lines that are not blank), each cut where a mark begins or ends. */
export function paragraphs(text: string, marks: readonly Mark[]): Segment[][] {
  const offsets = stringOffsets(text, marks.flatMap((mark) => [mark.begin, mark.end]));
  const spans = marks
    .map((mark) => ({ id: mark.id, begin: offsets.get(mark.begin) ?? 0, end: offsets.get(mark.end) ?? 0 }))
    .filter((span) => span.begin < span.end)
    .sort((a, b) => a.begin - b.begin);
  let next = 0;
  let open: typeof spans = [];
  const begun = new Set<string>();
  const result: Segment[][] = [];
  for (const line of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    const from = line.index;
    const to = from + line[0].length;
    for (let span = spans[next]; span && span.begin < to; span = spans[++next]) open.push(span);
    open = open.filter((span) => span.end > from);
    const inside = [...open].sort((a, b) => a.end - a.begin - (b.end - b.begin));
    const cuts = new Set([from, to]);
    for (const span of inside) {
      cuts.add(Math.max(span.begin, from));
      cuts.add(Math.min(span.end, to));
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    result.push(
      sorted.slice(0, -1).map((begin, index) => {
        const end = sorted[index + 1] ?? to;
        const covering = inside.filter((span) => span.begin <= begin && span.end >= end).map((span) => span.id);
        const starts = covering.filter((id) => !begun.has(id));
        for (const id of starts) begun.add(id);
        return { text: text.slice(begin, end), marks: covering, starts };
      }),
    );
  }
  return result;
}
