import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import type { Op } from '../../src/plan/op.ts';
import type { Template } from '../../src/plan/template.ts';
import { headingFormat, NUMBER_FORMATS, STYLES } from '../../src/plan/theme.ts';
import { dashboard } from '../../src/templates/dashboard.ts';
import { funnel } from '../../src/templates/funnel.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { scorecard } from '../../src/templates/scorecard.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { NOTHING_TAKEN, opsOf, specOf } from '../support/planning.ts';

const ops = (template: Template): Op[] => opsOf(specOf(template, 'en'), 'en', excelDialect, NOTHING_TAKEN);

const frozen = (template: Template): unknown => ops(template).find(({ op }) => op === 'freeze');

describe('the look of a sheet', () => {
  it('freezes columns where all titles fit into them, and none where their line would cut one', () => {
    expect(frozen(tracker)).toMatchObject({ rows: 8, columns: 3 });
    expect(frozen(incentive)).toMatchObject({ rows: 0, columns: 1 });
  });

  it('draws figures as bars by a rule, or by a formula where rules draw none', () => {
    const bars = ops(scorecard).filter(({ op }) => op === 'bars');
    expect(bars).toMatchObject([{ longest: 1.5, color: '#4F9E99' }]);
    const inSheets = opsOf(specOf(scorecard, 'en'), 'en', sheetsDialect, NOTHING_TAKEN);
    expect(inSheets.filter(({ op }) => op === 'bars')).toEqual([]);
    const formulas = inSheets.flatMap(op => (op.op === 'formulas' ? op.formulas.flat() : []));
    const drawn = formulas.filter(formula => formula.includes('SPARKLINE'));
    const [first = ''] = drawn;
    const [, cell] = /^=IF\(COUNT\((.*)\)=0,"",/.exec(first) ?? [];
    expect(first).toContain(`SPARKLINE(MAX(0,${cell}/100),{"charttype","bar";"max",1.5;"color1","#4F9E99"})`);
    expect(drawn).toHaveLength(4);
  });

  it('shows key figures large under small labels, from one edge', () => {
    const made = ops(funnel);
    const area = { row: 8, column: 0, rows: 1, columns: 6 };
    expect(made).toContainEqual({ op: 'style', areas: [area], style: STYLES.headline });
    expect(made).toContainEqual({ op: 'style', areas: [{ ...area, row: 7 }], style: STYLES.headlineLabel });
    expect(STYLES.headline.size).toBeGreaterThanOrEqual(18);
    const [left] = made.flatMap(op => (op.op === 'style' && op.style.horizontal === 'left' ? [op.areas] : []));
    expect(left).toContainEqual({ row: 7, column: 0, rows: 2, columns: 6 });
  });

  it('keeps headings over numbers as far from what stands to their right as the numbers', () => {
    const made = ops(dashboard).filter(op => op.op === 'numberFormat' && op.format.endsWith(';@_)'));
    const places = made.flatMap(op => (op.op === 'numberFormat' ? op.areas : []));
    // Actual, target and achievement of the comparison, not its first column, its bars or its lights.
    expect(
      places
        .filter(({ row }) => row === 11)
        .map(({ column }) => column)
        .sort(),
    ).toEqual([1, 2, 3, 6, 7, 8, 9]);
  });

  it('shows figures in the format of a heading as in its column: rows put in under it take it over', () => {
    for (const format of ['money', 'percent', 'cents', 'wan'] as const) {
      const [positive, negative, zero] = headingFormat(format).split(';');
      expect([positive, negative, zero]).toEqual([NUMBER_FORMATS[format], `-${NUMBER_FORMATS[format]}`, positive]);
    }
  });

  it('shows the rows that a table of the host grows into like those that it has', () => {
    const made = ops(incentive);
    const tiers = made.find(op => op.op === 'table' && op.name.endsWith('Tiers'));
    if (tiers?.op !== 'table') throw new Error('The plan is a table.');
    const { row, rows } = tiers.area;
    const inputs = made.flatMap(op => (op.op === 'style' && op.style === STYLES.input ? op.areas : []));
    const below = inputs.filter(area => area.row === row + rows && area.column === 0);
    expect(below.map(area => area.rows)).toEqual([3]);
  });
});
