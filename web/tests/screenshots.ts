import { fileURLToPath } from 'node:url';

import type { DocumentRow } from '../src/lib/api/types';
import { test } from './kevai';

const images = fileURLToPath(new URL('../../docs/images', import.meta.url));

for (const lang of ['vi', 'lo']) {
  test(`pictures of the pages (${lang})`, async ({ page, kevai }) => {
    const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
    // The article with most facts, in the language of the picture where there is one.
    const facts = (row: DocumentRow) => row.findings.waiting + row.findings.accepted + row.findings.rejected;
    const best = (rows: DocumentRow[]) => rows.filter(facts).sort((a, b) => facts(b) - facts(a))[0];
    const document = best(documents.filter((row) => row.language === lang)) ?? best(documents);
    const pages = { overview: '/', document: `/documents/${document?.id}`, report: '/report' };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${path}?lang=${lang}`);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => window.document.fonts.ready);
      await page.screenshot({ path: `${images}/${name}-${lang}.png` });
    }
  });
}
