import { expect, it } from 'vitest';
import { formulaSpots, type Grid } from '../../src/grid/grid.ts';
import { callsOurs } from '../../src/native/toNative.ts';
import { look, restore, shareInPlace } from '../../src/panel/views/share/work.ts';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { HOSTS, type Played } from '../support/allTemplates.ts';
import { opsOf, specOf } from '../support/planning.ts';

const NAME = 'Target split';

const read = async ({ book, port }: Played): Promise<Grid> => {
  await book.calculated();
  return port.book.read();
};

/** Numbers as far as a cell keeps them. */
const figures = (grid: Grid) =>
  grid.sheets
    .find(({ sheet }) => sheet === NAME)
    ?.values.map(line => line.map(cell => (typeof cell === 'number' ? Number(cell.toPrecision(12)) : (cell ?? ''))));

async function insert({ port, book }: Played): Promise<void> {
  const spec = specOf(targetSplit, 'en', { periods: 'quarters' });
  await port.apply(opsOf(spec, 'en', port.dialect, await port.inspect()));
  await book.calculated();
}

/** Types into the sheet as somebody without the add-in would. */
function type({ book }: Played, values: readonly (readonly unknown[])[]): void {
  const sheet = book.workbook.getSheetByName(NAME);
  const total = values.findIndex(line => line.includes('Company target'));
  const heading = values.findIndex(line => line.includes('Locked'));
  const people = values.findIndex((line, row) => row > heading && line.includes('Locked'));
  const at = (row: number, label: string): number => values[row]?.indexOf(label) ?? -1;
  // Beside their label or under it, parameters are where the sample's 5,000 stands.
  const [row = -1] = [total, total + 1].filter(line => values[line]?.includes(5000));
  sheet?.getRange(row, values[row]?.indexOf(5000) ?? -1).setValue(6001.5);
  sheet?.getRange(heading + 1, at(heading, 'Locked')).setValue(1234);
  sheet?.getRange(people + 1, at(people, 'Weight')).setValue(7);
  sheet?.getRange(people + 2, at(people, 'Locked')).setValue(99.25);
}

it.each(Object.entries(HOSTS))('a split that is shared goes on splitting in %s', async (_, start) => {
  const played = await start();
  await insert(played);
  const before = figures(await read(played)) ?? [];
  expect(await shareInPlace(played.port, await look(played.port))).toMatchObject({ report: { values: [], left: [] } });
  expect(figures(await read(played))).toEqual(before);
  type(played, before);
  const shared = await read(played);
  expect(shared.sheets.flatMap(formulaSpots).filter(({ formula }) => callsOurs(formula))).toEqual([]);
  const typed = figures(shared);
  expect(typed).not.toEqual(before);
  // The functions themselves say the same.
  await restore(played.port);
  expect(figures(await read(played))).toEqual(typed);
  expect(typed?.flat().filter(cell => cell === 6001.5).length).toBeGreaterThan(2);
  played.book.dispose();
});
