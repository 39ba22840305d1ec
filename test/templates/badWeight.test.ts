import { describe, expect, it } from 'vitest';
import { look, restore, shareInPlace } from '../../src/panel/views/share/work.ts';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { HOSTS, type Played } from '../support/allTemplates.ts';
import { opsOf, specOf } from '../support/planning.ts';

async function rowsIn({ port, book }: Played): Promise<readonly (readonly unknown[])[]> {
  await book.calculated();
  const grid = await port.book.read();
  return grid.sheets[grid.sheets.length - 1]?.values ?? [];
}

const isWrong = (cell: unknown): boolean => typeof cell === 'object' || /^✗|：|: /.test(String(cell));

describe.each(Object.entries(HOSTS))('a weight that is none, in %s', (_, start) => {
  it.each([
    ['below 0', -1],
    ['a text', '12万'],
    ['an error', { f: '=NA()' }],
  ])('%s is the error of its region, and of no other one', async (_, bad) => {
    const played = await start();
    const { port, book } = played;
    const spec = specOf(targetSplit, 'en', { periods: 'quarters' });
    const { sheet: name } = await port.apply(opsOf(spec, 'en', port.dialect, await port.inspect()));
    const sheet = book.workbook.getSheetByName(name);
    const before = await rowsIn(played);
    const heading = before.findIndex(line => line.includes('Weight × ramp'));
    const headings = before[heading] ?? [];
    const column = (label: string): number => headings.indexOf(label);
    const [region = -1, person = -1, weight = -1, target = -1] = ['Region', 'Person', 'Weight', 'Target'].map(column);
    expect([region, person, weight, target]).not.toContain(-1);
    const own = before[heading + 1]?.[region];
    sheet?.getRange(heading + 1, weight).setValue(bad);
    const compare = async (): Promise<void> => {
      const after = await rowsIn(played);
      let others = 0;
      for (const [row, line] of after.entries()) {
        if (row <= heading || !line[person]) continue;
        if (line[region] === own) expect(isWrong(line[target]), `${row}: ${String(line[target])}`).toBe(true);
        else {
          others++;
          expect(line.slice(0, target + 1), `row ${row}`).toEqual(before[row]?.slice(0, target + 1));
          // Whose turn it is for what is left over depends on the rows above.
          const periods = line.slice(target + 1, target + 5).map(Number);
          expect(periods.reduce((sum, share) => sum + share, 0)).toBe(line[target]);
          expect(Math.max(...periods) - Math.min(...periods)).toBeLessThanOrEqual(1);
        }
      }
      expect(others).toBeGreaterThan(2);
      // The check says so, and the region's own line is no ✓.
      expect(isWrong(after[heading - 1]?.[target]), String(after[heading - 1]?.[target])).toBe(true);
    };
    await compare();
    if (bad === -1) {
      // Without the add-in, too.
      await shareInPlace(port, await look(port));
      await compare();
      await restore(port);
    }
    sheet?.getRange(heading + 1, weight).setValue(before[heading + 1]?.[weight] as number);
    expect(await rowsIn(played)).toEqual(before);
    book.dispose();
  });
});
