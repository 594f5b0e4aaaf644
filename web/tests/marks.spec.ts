import { expect, test } from '@playwright/test';

import { paragraphs, stringOffsets } from '../src/lib/text/marks';

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** The text under a mark, put together from its pieces. */
const under = (id: string, text: string, marks: { id: string; begin: number; end: number }[]) =>
  paragraphs(text, marks)
    .flat()
    .filter((segment) => segment.marks.includes(id))
    .map((segment) => segment.text)
    .join('');

/** A mark on the first place `quote` stands in `text`. */
function mark(id: string, text: string, quote: string) {
  const begin = bytes(text.slice(0, text.indexOf(quote)));
  return { id, begin, end: begin + bytes(quote) };
}

test.describe('Marks in a text', () => {
  const text = 'Đoàn ຄະນະຜູ້ແທນ gồm 8 người 🤝 thăm Nghệ An.\r\n\r\nHai bên ký biên bản.';

  test('byte offsets count Vietnamese, Lao and what lies beyond the basic plane', () => {
    for (const quote of ['ຄະນະຜູ້ແທນ', '8 người', 'thăm Nghệ An', 'ký biên bản']) {
      expect(under('a', text, [mark('a', text, quote)])).toBe(quote);
    }
  });

  test('an offset past the end means the end', () => {
    expect(stringOffsets('á', [0, 2, 99])).toEqual(new Map([[0, 0], [2, 1], [99, 1]]));
  });

  test('marks that overlap or lie within another each keep their whole passage', () => {
    const marks = [mark('outer', text, 'gồm 8 người 🤝 thăm'), mark('inner', text, '8'), mark('across', text, 'thăm Nghệ An')];
    expect(under('outer', text, marks)).toBe('gồm 8 người 🤝 thăm');
    expect(under('inner', text, marks)).toBe('8');
    expect(under('across', text, marks)).toBe('thăm Nghệ An');
  });

  test('the innermost mark stands first, and each begins once', () => {
    const marks = [mark('outer', text, 'gồm 8 người'), mark('inner', text, '8')];
    const segments = paragraphs(text, marks).flat();
    expect(segments.find((segment) => segment.text === '8')?.marks).toEqual(['inner', 'outer']);
    expect(segments.flatMap((segment) => segment.starts).sort()).toEqual(['inner', 'outer']);
  });

  test('a mark over two paragraphs shows in both, and nothing of the text is lost', () => {
    const all = paragraphs(text, [{ id: 'a', begin: 0, end: bytes(text) }]);
    expect(all.length).toBe(2);
    expect(all.map((line) => line.map((segment) => segment.text).join(''))).toEqual(text.split('\r\n\r\n'));
    expect(all.flat().every((segment) => segment.marks.includes('a'))).toBe(true);
  });
});
