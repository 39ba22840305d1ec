import { describe, expect, it } from 'vitest';
import { planParameters } from '../../src/functions/shared/payout.ts';
import { nextTracker } from '../../src/month/close/changeSets.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { layOut } from '../../src/plan/layout.ts';
import {
  HISTORY_COLUMNS,
  historyCells,
  readHistory,
  STATUS_WORDS,
  SUPERSEDED,
  UNIT_TYPES,
} from '../../src/sheets/history.ts';
import { TRACKER_COLUMNS } from '../../src/sheets/tracker.ts';
import { history } from '../../src/templates/history.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { figuresOf, NOTHING_TAKEN, specOf } from '../support/planning.ts';

/** The names that a template's sheet gives its columns. */
function columnNames(template: typeof tracker, language: 'en' | 'zh'): string[] {
  const layout = layOut(specOf(template, language), { language, dialect: excelDialect, taken: NOTHING_TAKEN });
  return layout.tables.flatMap(table => table.spec.columns.flatMap(column => column.named ?? []));
}

describe('the templates that the month writes into', () => {
  it.each(['en', 'zh'] as const)('have every named column that is written or read (%s)', language => {
    expect(columnNames(tracker, language)).toEqual(expect.arrayContaining([...TRACKER_COLUMNS]));
    expect(columnNames(history, language)).toEqual(expect.arrayContaining([...HISTORY_COLUMNS]));
    expect(specOf(tracker, language).parameters.map(({ key }) => key)).toContain('AsOf');
  });

  it('accept the words that the month writes', () => {
    const rules = specOf(history, 'zh').tables.flatMap(({ columns }) =>
      columns.map(({ named, rule }) => [named, rule]),
    );
    const values = (name: string) => Object.fromEntries(rules)[name]?.values;
    expect(values('UnitType')).toEqual(Object.values(UNIT_TYPES).map(({ zh }) => zh));
    for (const { zh } of Object.values(STATUS_WORDS)) expect(values('Status')).toContain(zh);
  });

  it('have rows marked superseded, in every word that was ever used for it', () => {
    const row = { period: '2025-01', unitType: 'person', unit: 'Anna', metric: 'sales', target: 1, actual: 1 } as const;
    const line = historyCells({ ...row, source: '', closedAt: 0, status: 'current' }, 'en');
    const read = (status: string) =>
      readHistory([line.with(HISTORY_COLUMNS.indexOf('Status'), status)]).rows[0]?.status;
    expect(SUPERSEDED).toEqual(expect.arrayContaining(['superseded', '已被取代', '已更正']));
    for (const word of SUPERSEDED) expect([word, read(word)]).toEqual([word, 'superseded']);
    expect(read(STATUS_WORDS.current.zh)).toBe('current');
  });

  it('keep a commission method that is said as in earlier versions', () => {
    for (const word of ['whole', '全额', '全额累进']) expect(planParameters.mode.read(word)).toBe('whole');
    for (const language of ['en', 'zh'] as const) {
      const { rule } = specOf(incentive, language).parameters.find(({ key }) => key === 'Mode') ?? {};
      const words = rule?.kind === 'list' ? rule.values : [];
      expect(words.map(word => planParameters.mode.read(word))).toEqual(['whole', 'marginal']);
    }
  });

  it('make next month’s tracker of what rolling over hands them', () => {
    const row = { region: 'East', product: '', lastMonth: 90, lastYear: null } as const;
    const rolled = {
      period: '2025-02',
      rows: [
        { ...row, person: 'Anna', target: 120, status: 'stays' as const },
        { ...row, person: 'Ben', target: null, status: 'kept' as const },
      ],
      left: [],
      problems: [],
    };
    const last = { prefix: 'Tracker', period: '2025-01', form: {}, strip: {}, calendar: [] };
    const spec = specOf(tracker, 'en', nextTracker(rolled, last, 'en').values);
    const figures = figuresOf(spec, 'en');
    expect(figures.column('Rows', 'person').slice(0, 2)).toEqual(['Anna', 'Ben']);
    expect(figures.column('Rows', 'target').slice(0, 2)).toEqual([120, null]);
    expect(figures.column('Rows', 'lastMonth').slice(0, 2)).toEqual([90, 90]);
    expect(spec.tables[0]?.columns.some(({ key }) => key === 'lastYear')).toBe(false);
    expect(figures.column('Rows', 'actual').slice(0, 2)).toEqual([null, null]);
  });
});
