/** What a proposal may be about. */
export const themes = [
  'training',
  'language',
  'visits',
  'information',
  'experience',
  'equipment',
  'border',
  'labour_migration',
  'legal',
  'social_funds',
  'organising',
  'programme',
  'multilateral',
  'youth_women',
  'culture',
  'other',
];
