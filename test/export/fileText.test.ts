import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { fileText } from '../../export/fileText.ts';
import { exportWorkbook } from '../../export/workbook.ts';
import { sheetsFor } from '../../scripts/export.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { people, TODAY } from '../support/planning.ts';

describe('fileText()', () => {
  it.each([
    ['_x0041_BC', '_x005F_x0041_BC'],
    ['_x000D_', '_x005F_x000D_'],
    ['_X000d_', '_x005F_X000d_'],
    ['_x0041__x0042_', '_x005F_x0041__x005F_x0042_'],
    ['A_x0041_', 'A_x005F_x0041_'],
    // Excel reads none of these as anything else.
    ['_x004_', '_x004_'],
    ['x0041_', 'x0041_'],
    ['Anna_B', 'Anna_B'],
    ['', ''],
  ])('fileText(%j) is %j', (text, written) => {
    expect(fileText(text)).toBe(written);
  });

  it('a text that looks like a character stands in a file as Excel reads it back', async () => {
    const [line] = people(1, ['North']);
    const changes = { people: [{ ...line, person: '_x0041_BC' }] };
    const { file } = await exportWorkbook(sheetsFor(tracker, 'en', TODAY, changes), 'en', 'addin');
    // Like Excel, this reader reads such signs as characters.
    const texts = (await readXlsx(file)).sheets.flatMap(({ rows }) => rows.flat());
    expect(texts).toContain('_x0041_BC');
    expect(texts).not.toContain('ABC');
  });
});
