import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recall, remember } from '../../appsscript/month/memory.ts';
import type { Op } from '../../src/plan/op.ts';
import type { PanelPort } from '../../src/port/port.ts';
import { monthSet } from '../support/monthCases.ts';
import type { Played } from '../support/sheets.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

/** Texts that some locale reads as something else, and some that begin with an apostrophe of their own. */
const TEXTS = [
  ...['=1+1', '＝1+1', '＋A1', '－A1', '＠x', '+A1', '-A1', "'x", "''", '#N/A'],
  ...['WAHR', 'FALSCH', 'VRAI', 'faux', 'TRUE', ' true '],
  ...['Mai 5', '5. Mai', 'mai 2026', 'Jan 5', '3-4', '31.12.2026', '2026-01', '5月3日', '1.234,5', '1,5', '007', '50%'],
  ...['CHF 5', 'kr 12', '5 €', '€5', '１２'],
  ...['Wahrheit', 'Mai', 'CHF', 'a＝b', '王芳', 'x😀y'],
];

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

const ops: Op[] = [
  { op: 'addSheet', sheet: 'Texts', rows: TEXTS.length + 5, columns: 4, tab: '#0F6C6C' },
  { op: 'values', area: area(0, 0, TEXTS.length, 1), values: TEXTS.map(text => [text]) },
  { op: 'name', name: 'Texts_Column', area: area(0, 0, TEXTS.length, 1) },
  { op: 'name', name: 'Texts_Other', area: area(0, 1, TEXTS.length, 1) },
  { op: 'mark', key: 'template', value: 'texts' },
  { op: 'mark', key: 'prefix', value: 'Texts' },
];

describe.each(['de_DE', 'fr_FR', 'de_CH', 'sv_SE', 'en_US', 'zh_CN'])('texts in a spreadsheet of %s', locale => {
  let port: PanelPort;
  let played: Played;
  let sheetId = '';
  const column = async (name: string) => (await port.read([name]))[name]?.flat();

  beforeAll(async () => {
    ({ port, played } = await sheetsInNode({ locale }));
    ({ sheetId } = await port.apply(ops));
  });
  afterAll(() => played.book.dispose());

  it('apply(), change(), patch() and relabel() leave texts texts, without an apostrophe', async () => {
    // An error's code comes back as the error.
    const wanted = TEXTS.map(text => (text === '#N/A' ? expect.objectContaining({ code: '#N/A' }) : text));
    expect(await column('Texts_Column')).toEqual(wanted);
    const cells = TEXTS.map((after, row) => ({ row, key: [], before: null, after }));
    const set = {
      ...monthSet('texts'),
      changes: [{ kind: 'cells', name: 'Texts_Other', keys: [], cells } as const],
    };
    expect(await port.month.change({ is: 'apply', set })).toMatchObject({ conflicts: [] });
    expect(await column('Texts_Other')).toEqual(wanted);
    await port.month.change({ is: 'takeBack' });
    const before = TEXTS.map(() => [null]);
    await port.book.patch({
      patches: [{ sheetId, row: 0, column: 1, before, after: TEXTS.map(text => [text]) }],
      keep: '{}',
    });
    expect(await column('Texts_Other')).toEqual(wanted);
    const sheet = played.book.workbook.getSheetByName('Texts');
    for (const row of TEXTS.keys()) sheet?.getRange(row, 1).setValue('old');
    const labelled = (texts: readonly string[]) => ({
      cells: texts.map((text, row) => ({ row, column: 1, text })),
      notes: [],
    });
    expect(await port.relabel(sheetId, labelled(TEXTS), labelled(TEXTS.map(() => 'old')))).toBe(0);
    expect(await column('Texts_Other')).toEqual(wanted);
  });
});

describe('long texts', () => {
  let port: PanelPort;
  let played: Played;
  beforeAll(async () => {
    ({ port, played } = await sheetsInNode());
  });
  afterAll(() => played.book.dispose());

  it('what is kept comes back whole, wherever its pieces end', async () => {
    // Each a character of two halves, so that one of the two texts is cut between them.
    for (const start of ['', 'x']) {
      const keep = JSON.stringify({ texts: [start + '😀'.repeat(50_000)] });
      await port.book.patch({ patches: [], keep });
      expect(await port.book.kept()).toBe(keep);
      const memory = start + '😀'.repeat(6000);
      await port.month.remember(memory);
      expect(await port.month.recall()).toBe(memory);
    }
    await port.month.remember('short');
    expect(await port.month.recall()).toBe('short');
  });

  it('a short text after a long one leaves nothing of it in the properties', () => {
    const kept = new Map<string, string>();
    const properties = {
      getProperties: () => Object.fromEntries(kept),
      setProperties: (values: Record<string, string>) => {
        for (const [key, value] of Object.entries(values)) kept.set(key, value);
      },
    } as unknown as Parameters<typeof remember>[1];
    remember('字'.repeat(9000), properties);
    expect(kept.size).toBe(4);
    remember('x', properties);
    expect(recall(properties)).toBe('x');
    expect([...kept.values()].join('')).toBe('x');
  });

  it('apply() of a text that no cell holds leaves nothing behind', async () => {
    const before = await port.inspect();
    const long: Op[] = [
      { op: 'addSheet', sheet: 'Long', rows: 2, columns: 1, tab: '#0F6C6C' },
      { op: 'values', area: area(0, 0, 1, 1), values: [['x'.repeat(50_001)]] },
    ];
    await expect(port.apply(long)).rejects.toMatchObject({ reason: 'failed' });
    expect(await port.inspect()).toEqual(before);
  });
});

describe('a large workbook', () => {
  let port: PanelPort;
  let played: Played;
  const ROWS = 30_000;
  const sizes: number[] = [];

  beforeAll(async () => {
    ({ port, played } = await sheetsInNode());
    const sheet = played.book.workbook.insertSheet('Large', { sheet: { rowCount: ROWS, columnCount: 4 } } as never);
    const values = Array.from({ length: ROWS }, (_, row) => [row, `Person ${row}`, row % 2 === 0, row / 4]);
    sheet.getRange(0, 0, ROWS, 4).setValues(values);
    const long = Array.from({ length: 40 }, () => ['字'.repeat(40_000)]);
    played.book.workbook.getSheetByName('Sheet1')?.getRange(0, 0, 40, 1).setValues(long);
    for (const [index, name] of ['A', 'B', 'C', 'D'].entries()) {
      const letter = String.fromCharCode(65 + index);
      played.book.workbook.insertDefinedName(`Large_${name}`, `'Large'!$${letter}$1:$${letter}$${ROWS}`);
    }
    const { google } = globalThis as unknown as { google: { script: { run: object } } };
    const runner = google.script.run;
    const measured = (target: object): object =>
      new Proxy(target, {
        get(inner, name) {
          const member: unknown = Reflect.get(inner, name);
          if (typeof member !== 'function') return member;
          return (...args: readonly unknown[]): unknown => {
            if (name !== 'withSuccessHandler') {
              const result: unknown = Reflect.apply(member, inner, args);
              return result && typeof result === 'object' ? measured(result) : result;
            }
            const [handler] = args as [(answer: unknown) => void];
            const counted = (answer: unknown): void => {
              sizes.push(JSON.stringify(answer).length);
              handler(answer);
            };
            return measured(Object(Reflect.apply(member, inner, [counted])));
          };
        },
      });
    Object.assign(google.script, { run: measured(runner) });
  });
  afterAll(() => played.book.dispose());

  it('book.read() and month.columns() bring every cell, in answers of a few megabytes', async () => {
    const { sheets } = await port.book.read();
    const [first, large] = sheets;
    expect(large?.values).toHaveLength(ROWS);
    expect([large?.values[0], large?.values[ROWS - 1]]).toEqual([
      [0, 'Person 0', true, 0],
      [ROWS - 1, `Person ${ROWS - 1}`, false, (ROWS - 1) / 4],
    ]);
    expect(large?.values[12_345]).toEqual([12_345, 'Person 12345', false, 3086.25]);
    expect(large?.formulas).toHaveLength(ROWS);
    expect(first?.values.map(([text]) => String(text).length)).toEqual(new Array(40).fill(40_000));
    const columns = await port.month.columns(['Large_A', 'Large_B', 'Nowhere', 'Large_C', 'Large_D']);
    expect(Object.keys(columns)).toEqual(['Large_A', 'Large_B', 'Large_C', 'Large_D']);
    expect(columns.Large_D?.cells[ROWS - 1]).toBe((ROWS - 1) / 4);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(4_000_000);
  });
});
