import { describe } from 'vitest';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { layOut } from '../../src/plan/layout.ts';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { type Edit, EditedSheet, editContract, randomEdits } from '../support/editContract.ts';
import { NOTHING_TAKEN, opsOf, specOf } from '../support/planning.ts';
import { Random } from '../support/random.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

async function start(template: typeof tracker | typeof targetSplit) {
  const { port, played } = await sheetsInNode({ accountLocale: 'en', locale: 'en_US' });
  const spec = specOf(template, 'en');
  const { sheet: name } = await port.apply(opsOf(spec, 'en', sheetsDialect, await port.inspect()));
  const sheet = played.book.workbook.getSheetByName(name);
  if (!sheet) throw new Error('the sheet is missing');
  const layout = layOut(spec, { language: 'en', dialect: sheetsDialect, taken: NOTHING_TAKEN });
  return { book: played.book, edited: new EditedSheet(sheet, spec, layout) };
}

const PEOPLE = { Rows: { rows: 8, by: 'person' } };
const SPLIT = { Regions: { rows: 4, by: 'region' }, People: { rows: 8, by: 'person' } };

describe('rows in Google Sheets', () => {
  /** The first row goes, then the new first one; a row comes in under the heading; all are sorted, cut and hidden. */
  const first = (table: string, by: string): readonly Edit[] => [
    { is: 'delete', table, at: 0 },
    { is: 'delete', table, at: 0 },
    { is: 'insert', table, at: 0 },
    { is: 'sort', table, by },
    { is: 'move', table, from: 0, at: 2 },
    { is: 'hide', table, at: 0 },
  ];

  editContract('of the tracker: the first', () => start(tracker), first('Rows', 'person'));
  editContract('of the target split: the first person', () => start(targetSplit), first('People', 'person'));
  editContract('of the target split: the first region', () => start(targetSplit), first('Regions', 'region'));
  for (const seed of ['a', 'b']) {
    editContract(`of the tracker: any (${seed})`, () => start(tracker), randomEdits(PEOPLE, 10, new Random(seed)));
    const edits = randomEdits(SPLIT, 10, new Random(seed));
    editContract(`of the target split: any (${seed})`, () => start(targetSplit), edits);
  }
});
