import type { ChangeSet } from '../../src/month/change/changeSet.ts';
import type { SheetPlans } from '../../src/month/change/sheetChanges.ts';
import { prefixIn } from '../../src/month/change/sheetChanges.ts';
import { INSERTION, MADE } from '../../src/month/change/sheetMarks.ts';
import { type Planning, planSheet } from '../../src/month/change/sheetPlan.ts';
import { nextTracker, rollOverSet } from '../../src/month/close/changeSets.ts';
import type { Op } from '../../src/plan/op.ts';
import type { PanelPort } from '../../src/port/port.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import type { Book } from '../../workbench/book/book.ts';

const TODAY = '2026-03-31';

/** A tracker of March, and a small sheet of ours that reads it. */
export async function fillIn(port: PanelPort): Promise<void> {
  await port.apply(trackerOps(port, await port.inspect()));
  await port.apply(boardOps());
}

export function planningOf(port: PanelPort, taken: Planning['taken']): Planning {
  return { templates: gallery, dialect: port.dialect, taken, today: TODAY };
}

function trackerOps(port: PanelPort, taken: Planning['taken']): readonly Op[] {
  const people = ['Ann', '-Cy', '王芳'].map((person, index) => ({ region: 'N', person, target: 100 + index }));
  const values = { title: '=Ours', people, samples: false, money: 'wan', start: '2026-03-01', end: '2026-03-31' };
  const planned = planSheet(
    {
      template: 'tracker',
      language: 'en',
      values: { ...values, asOf: '2026-03-31' },
      suffix: '',
      strip: { AmberFrom: 0.7 },
    },
    planningOf(port, taken),
  );
  if ('en' in planned) throw new Error(planned.en);
  return planned;
}

const at = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

function boardOps(): Op[] {
  return [
    { op: 'addSheet', sheet: 'Board', rows: 12, columns: 4, tab: '#0F6C6C' },
    { op: 'values', area: at(0, 0, 2), values: [['Tracker_Actual'], ['Ours']] },
    { op: 'formulas', area: at(2, 0, 1, 2), formulas: [['=SUM(Tracker_Target)', '=Tracker_TotalTarget+0']] },
    { op: 'formulas', area: at(3, 0, 1, 2), formulas: [['=COUNT(Tracker_Actual)', '="Tracker_Actual"&1']] },
    { op: 'formulas', area: at(5, 1), formulas: [['=SUM(Tracker_Target)+SUM(Tracker_Absent)']] },
    { op: 'name', name: 'Board_Sum', area: at(2, 0) },
    { op: 'mark', key: 'template', value: 'dashboard' },
    { op: 'mark', key: 'prefix', value: 'Board' },
  ];
}

/** April of that March, as the pane plans it. */
export async function rolledOver(
  port: PanelPort,
  id: string,
  people = 2,
  prefix = 'Tracker',
): Promise<{ set: ChangeSet; plans: SheetPlans }> {
  const row = { region: 'N', product: '', lastYear: null, status: 'stays' } as const;
  const names = ['Ann', '-Cy', ...Array.from({ length: people - 2 }, (_, index) => `Person ${index}`)];
  const rows = names.map((person, index) => ({ ...row, person, target: 110 + index, lastMonth: 90 }));
  const last = {
    prefix,
    period: '2026-03',
    form: { language: 'en', title: '=Ours', money: 'wan' },
    strip: { Unit: 'USD', AmberFrom: 0.7 },
    calendar: [],
  };
  const sheet = nextTracker({ period: '2026-04', rows, left: [], problems: [] }, last, 'en');
  const ops = planSheet(sheet, planningOf(port, await port.inspect()));
  if ('en' in ops) throw new Error(ops.en);
  const set = rollOverSet(id, last, { ...sheet, prefix: prefixIn(ops) ?? '' }, '2026-04');
  return { set, plans: { [id]: ops } };
}

/** Everything that can be seen of a workbook, but for what the hosts keep for themselves. */
export async function seen(port: PanelPort, book: Book): Promise<unknown> {
  const { ours } = await port.inspect();
  const facts = new Map(ours.map(({ sheetId, marks }) => [sheetId, marks]));
  const marksOf = [...facts.values()].map(({ [INSERTION]: _, [MADE]: __, ...marks }) => marks);
  const sheets = book.workbook.getSheets().filter(sheet => !sheet.isSheetHidden());
  // Where a new sheet goes is each host's own affair.
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name);
  return {
    sheets: sheets
      .map(sheet => {
        const cells: string[] = [];
        sheet
          .getSheet()
          .getCellMatrix()
          .forValue((row, column, cell) => {
            const held = cell?.f ?? cell?.v ?? '';
            if (held !== '') cells.push(`${row} ${column} ${held}`);
          });
        return { name: sheet.getSheetName(), cells: cells.sort() };
      })
      .sort(byName),
    marks: marksOf.sort((a, b) => (a.prefix ?? '').localeCompare(b.prefix ?? '')),
    names: book.workbook
      .getDefinedNames()
      .map(name => `${name.getName()} ${name.getFormulaOrRefString()}`)
      .sort(),
    tables: book.workbook.getTableList().map(({ name }) => name),
  };
}
