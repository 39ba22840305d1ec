import { describe, expect, it } from 'vitest';
import type { Book, KeptBook } from '../../../workbench/book/book.ts';
import { openHeadlessBook } from '../../../workbench/book/headless.ts';
import { HOSTS, insertTemplates } from '../../support/allTemplates.ts';
import { officeInNode } from '../../support/officeInNode.ts';
import { sheetsInNode } from '../../support/sheetsPort.ts';

const REOPENED: Readonly<Record<string, (book: Book) => Promise<unknown>>> = {
  Excel: book => officeInNode({ book }),
  'Google Sheets': book => sheetsInNode({ locale: 'de_DE' }, book),
};

describe.each(Object.entries(HOSTS))('a workbook of %s that is kept', (name, play) => {
  it('is the same workbook when it is opened again', async () => {
    const played = await play();
    await insertTemplates(played, ['tracker', 'history', 'incentive', 'scorecard', 'funnel']);
    const kept = asStored(played.book.keep());
    played.book.dispose();

    const book = openHeadlessBook(structuredClone(kept.content), 'en', structuredClone(kept.facts));
    await REOPENED[name]?.(book);
    book.recalculate();
    await book.calculated();
    const again = asStored(book.keep());
    expect(again.facts).toEqual(kept.facts);
    expect(again.content).toEqual(kept.content);
    expect(kept.facts.size).toBeGreaterThan(4);
    book.dispose();
  });
});

/** As a browser's database gives it back. */
function asStored(kept: KeptBook): KeptBook {
  return structuredClone(kept);
}
