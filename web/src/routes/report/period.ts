/** The last ten years: two terms of a union congress. */
export function defaultYears(): { from: number; to: number } {
  const to = new Date().getFullYear();
  return { from: to - 10, to };
}

/** Diplomatic relations of Viet Nam and Laos began in 1962. */
export const firstYear = 1962;
