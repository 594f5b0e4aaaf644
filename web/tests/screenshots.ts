import { fileURLToPath } from 'node:url';

import type { DocumentRow } from '../src/lib/api/types';
import { test } from './kevai';

const images = fileURLToPath(new URL('../../docs/images', import.meta.url));

for (const lang of ['vi', 'lo']) {
  test(`pictures of the pages (${lang})`, async ({ page, kevai }) => {
    const { documents } = await kevai.get<{ documents: DocumentRow[] }>('documents');
    const document = documents.find((row) => row.language === lang) ?? documents[0];
    const pages = { overview: '/', document: `/documents/${document?.id}`, report: '/report' };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${path}?lang=${lang}`);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => window.document.fonts.ready);
      await page.screenshot({ path: `${images}/${name}-${lang}.png` });
    }
  });
}
