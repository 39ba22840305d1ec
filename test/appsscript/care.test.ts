import { careContract } from '../support/careContract.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

careContract({
  name: 'Google Sheets',
  language: 'zh',
  async start() {
    const { port, played } = await sheetsInNode({ accountLocale: 'zh', locale: 'de_DE' });
    return { port, book: played.book };
  },
});
