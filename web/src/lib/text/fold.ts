/** In small letters without diacritics, as people type in haste: "Hà Tĩnh" → "ha tinh". */
export const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
