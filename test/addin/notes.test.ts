import { afterAll, beforeAll, expect, it } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';
import { only, opsOf, specOf } from '../support/planning.ts';

let office: OfficeInNode;
beforeAll(async () => {
  office = await officeInNode({ excelApi: '1.18', functions: false });
});
afterAll(() => office.book.dispose());

it('an Excel of 1.18 whose library has no notes gets comments, and their texts are read', async () => {
  expect('notes' in Excel.Worksheet.prototype).toBe(false);
  const ops = opsOf(specOf(tracker, 'en'), 'en', excelDialect);
  const { sheetId } = await office.port.apply(ops);
  const { notes } = await office.port.texts(sheetId);
  expect(notes.map(({ text }) => text).sort()).toEqual(
    only(ops, 'note')
      .map(({ text }) => text)
      .sort(),
  );
});
