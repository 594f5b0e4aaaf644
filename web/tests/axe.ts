import { expect, type Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';

/** The page as it stands keeps the rules of WCAG 2.2 AA that a program can check. */
export async function expectAccessible(page: Page) {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    () =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      }) as Promise<AxeResults>,
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
  expect(passes.length, page.url()).toBeGreaterThan(5);
  expect(found, page.url()).toEqual([]);
}
