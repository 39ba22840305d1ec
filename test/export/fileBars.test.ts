import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { withPlainBars } from '../../export/fileBars.ts';
import { exportWorkbook } from '../../export/workbook.ts';
import { sheetsFor } from '../../scripts/export.ts';
import { scorecard } from '../../src/templates/scorecard.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { TODAY } from '../support/planning.ts';

const exported = async (template: typeof scorecard | typeof tracker) =>
  (await exportWorkbook(sheetsFor(template, 'en', TODAY), 'en', 'native')).file;

describe('bars in a file', () => {
  it('run from 0 to what fills the cell, without their figures', async () => {
    const file = await exported(scorecard);
    const { sheets } = await readXlsx(file);
    const rules = sheets.flatMap(({ conditionalRules = [] }) =>
      conditionalRules.filter(({ type }) => type === 'dataBar'),
    );
    expect(rules.map(({ dataBar }) => dataBar)).toEqual([
      {
        cfvo: [
          { type: 'num', value: '0' },
          { type: 'num', value: '1.5' },
        ],
        color: 'FF4F9E99',
      },
    ]);
    const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<dataBar minLength="0" maxLength="100" showValue="0">');
  });

  it('have a twin that is filled evenly, known by an id, in the last part of its sheet', async () => {
    const sheet = strFromU8(unzipSync(await exported(scorecard))['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    const ids = [...sheet.matchAll(/<x14:id>([^<]*)<\/x14:id>/g)].map(([, id]) => id);
    const twins = [...sheet.matchAll(/<x14:cfRule type="dataBar" id="([^"]*)">/g)].map(([, id]) => id);
    expect(ids).toHaveLength(1);
    expect(twins).toEqual(ids);
    expect(sheet).toContain('gradient="0"');
    const [range] =
      /(?<=<conditionalFormatting sqref=")[^"]*(?=">(?:(?!<\/conditionalFormatting>).)*<dataBar)/.exec(sheet) ?? [];
    expect(sheet).toContain(`<xm:sqref>${range}</xm:sqref>`);
    expect(sheet).toMatch(/<\/extLst><\/worksheet>$/);
    expect(sheet.indexOf('<tablePart')).toBeLessThan(sheet.lastIndexOf('<extLst>'));
  });

  it('withPlainBars() leaves a file without bars as it is', async () => {
    const file = await exported(tracker);
    expect(withPlainBars(file)).toBe(file);
  });
});
