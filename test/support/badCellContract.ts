import { expect, it } from 'vitest';
import type { Dialect } from '../../src/plan/dialect.ts';
import { isComputed, type SheetSpec } from '../../src/plan/sheetSpec.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { HOSTS, insertTemplates } from './allTemplates.ts';
import { type Edit, insertedIn } from './editContract.ts';
import { specOf } from './planning.ts';

type Typed = Extract<Edit, { readonly is: 'set' | 'type' }>;

/** The figures of the strip, and of each typed column the second one, so that others stand around it. */
function figuresOf({ parameters, tables }: SheetSpec): Typed[] {
  const strip = parameters.flatMap(({ key, value }): Typed[] =>
    typeof value === 'number' ? [{ is: 'set', key, cell: value }] : [],
  );
  const inTables = tables.flatMap(({ key: table, columns, rows }) =>
    columns.flatMap((column): Typed[] => {
      if (isComputed(column) || column.fixed) return [];
      const filled = rows.flatMap((row, at): Typed[] => {
        const cell = row[column.key];
        return typeof cell === 'number' ? [{ is: 'type', table, key: column.key, at, cell }] : [];
      });
      return filled.length > 1 ? filled.slice(1, 2) : filled;
    }),
  );
  return [...strip, ...inTables];
}

/** One bad cell is the error of its row, of what sums over it, and of nothing else. */
export function badCellContract(host: keyof typeof HOSTS, dialect: Dialect): void {
  for (const template of gallery) {
    const spec = specOf(template, 'en');
    const places = figuresOf(spec);
    if (places.length === 0) continue;
    it(template.id, async () => {
      const { edited, book } = await insertedIn(host, dialect, spec);
      const before = edited.shown();
      for (const place of places) {
        const bad = { ...place, cell: '12万' };
        edited.do(bad);
        await book.calculated();
        edited.compare('en', bad);
        const after = edited.shown();
        const changed = after.figures.some((figure, index) => figure !== before.figures[index]);
        if (changed) expect(after.marks, `${JSON.stringify(bad)} is passed over`).toBeGreaterThan(before.marks);
        edited.do(place);
      }
      await book.calculated();
      edited.compare('en', 'as it was');
      book.dispose();
    });
  }

  it('a dashboard and a review over a tracker with a bad row say so, whatever they count', async () => {
    const played = await HOSTS[host]?.();
    if (!played) throw new Error(`There is no ${host}.`);
    await insertTemplates(played, ['dashboard', 'review']);
    const { book } = played;
    const shown = (name: string) => book.workbook.getSheetByName(name)?.getDataRange().getValues().flat() ?? [];
    const tracker = book.workbook.getSheetByName('Tracker');
    const [row = -1] =
      tracker
        ?.getDataRange()
        .getValues()
        .flatMap((line, at) => (line[2] === 'Ben Carter' ? [at] : [])) ?? [];
    expect(shown('Dashboard')).toContain('3 green · 3 amber · 1 red');
    expect(shown('Review')).toContain('1 / 3 / 3');
    tracker?.getRange(row, 3).setValue('12万');
    await book.calculated();
    expect(shown('Dashboard')).toContain('3 green · 3 amber · 0 red · ✗ 1');
    expect(shown('Review')).toContain('0 / 3 / 3 · ✗ 1');
    const met = book.workbook
      .getSheetByName('Dashboard')
      ?.getDataRange()
      .getValues()
      .find(([first]) => String(first).startsWith('Targets met'));
    expect(met?.slice(1, 3)).toEqual(['✗ not a number: 1', '✗ not a number: 1']);
    book.dispose();
  });

  it('a month of which nobody has an actual is blank wherever it is read, and no error', async () => {
    const played = await HOSTS[host]?.();
    if (!played) throw new Error(`There is no ${host}.`);
    await insertTemplates(played, ['analysis', 'dashboard', 'review']);
    const { book } = played;
    const tracker = book.workbook.getSheetByName('Tracker');
    const lines = tracker?.getDataRange().getValues() ?? [];
    for (const [row, line] of lines.entries())
      if (typeof line[7] === 'string' && line[2])
        tracker?.getRange(row, 4).setValue(line[7] === 'Status' ? String(line[4]) : '');
    await book.calculated();
    for (const name of ['Tracker', 'Analysis', 'Dashboard', 'Review']) {
      const sheet = book.workbook.getSheetByName(name);
      const cells = sheet?.getDataRange().getValues().flat() ?? [];
      expect(
        cells.filter(cell => /^[#✗]/.test(String(cell ?? ''))),
        name,
      ).toEqual([]);
    }
    book.dispose();
  });
}
