import { describe, expect, it } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import type { Op } from '../../src/plan/op.ts';
import type { Template } from '../../src/plan/template.ts';
import { STYLES } from '../../src/plan/theme.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { NOTHING_TAKEN, opsOf, specOf } from '../support/planning.ts';

const ops = (template: Template): Op[] => opsOf(specOf(template, 'en'), 'en', excelDialect, NOTHING_TAKEN);

const frozen = (template: Template): unknown => ops(template).find(({ op }) => op === 'freeze');

describe('the look of a sheet', () => {
  it('freezes columns where all titles fit into them, and none where their line would cut one', () => {
    expect(frozen(tracker)).toMatchObject({ rows: 8, columns: 3 });
    expect(frozen(incentive)).toMatchObject({ rows: 0, columns: 0 });
  });

  it('shows the rows that a table of the host grows into like those that it has', () => {
    const made = ops(incentive);
    const tiers = made.find(op => op.op === 'table');
    if (tiers?.op !== 'table') throw new Error('The plan is a table.');
    const { row, rows } = tiers.area;
    const inputs = made.flatMap(op => (op.op === 'style' && op.style === STYLES.input ? op.areas : []));
    const below = inputs.filter(area => area.row === row + rows && area.column === 0);
    expect(below.map(area => area.rows)).toEqual([3]);
  });
});
