import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { argumentsOf } from '../../src/kernel/function.ts';
import { expectSame } from '../support/expectSame.ts';
import { bareRealm, builtCode } from '../support/sheets.ts';

const spreadsheet = (locale: string, timeZone = 'Asia/Shanghai') => ({
  SpreadsheetApp: {
    getActiveSpreadsheet: () => ({ getSpreadsheetLocale: () => locale, getSpreadsheetTimeZone: () => timeZone }),
  },
});
/** Only the two settings that a custom function may read. */
const realmIn = (code: string, locale: string, timeZone?: string) =>
  bareRealm(code, spreadsheet(locale, timeZone) as unknown as Parameters<typeof bareRealm>[1]);

/** An argument as Sheets hands it over, and a result as it takes it. */
function sent(argument: Argument): unknown {
  const cell = (value: Cell): unknown => (value instanceof CellError ? value.code : (value ?? ''));
  if (argument === undefined) return undefined;
  return isMatrix(argument) ? argument.map(row => row.map(cell)) : cell(argument);
}

function received(result: unknown): Cell | Matrix {
  const cell = (value: unknown): Cell => (value === '' ? null : (value as Cell));
  return Array.isArray(result) ? result.map((row: unknown[]) => row.map(cell)) : cell(result);
}

describe('Code.js', () => {
  let code = '';
  beforeAll(async () => {
    code = await builtCode();
  });
  const call = (name: string, ...args: unknown[]): unknown => realmIn(code, 'en_US').call(name, args);

  it('Code.js has one top-level function for every function of the catalogue, and none of Node', () => {
    const { globals } = bareRealm(code);
    const names = Object.keys(globals);
    expect(names.filter(name => name.startsWith('KPI_')).sort()).toEqual(catalogue.map(fn => `KPI_${fn.name}`).sort());
    expect(names.filter(name => !name.startsWith('KPI_')).sort()).toEqual([
      'Kpi',
      'Server',
      'applyOps',
      'bookCopy',
      'bookKept',
      'bookPatch',
      'bookRead',
      'bookRemove',
      'bookRows',
      'bookSelected',
      'bookSpills',
      'cellsIn',
      'hiddenIn',
      'insertFormula',
      'inspect',
      'monthChange',
      'monthColumns',
      'monthKept',
      'monthRecall',
      'monthRemember',
      'onInstall',
      'onOpen',
      'read',
      'recall',
      'relabel',
      'remember',
      'selectedArea',
      'selection',
      'show',
      'showSidebar',
      'texts',
      'undo',
    ]);
    expect(code).not.toMatch(/\brequire\(|\bprocess\.|\bmodule\.exports|node:/);
  });

  it('Code.js keeps the help that Sheets shows, in both languages', () => {
    for (const fn of catalogue) {
      const at = code.indexOf(`\nfunction KPI_${fn.name}(`);
      const help = code.slice(code.lastIndexOf('/**', at), at);
      expect(help).toContain('@customfunction');
      expect(help).toContain(fn.text.label.zh);
      expect(help).toContain(fn.text.summary.en);
      expect(help.match(/@param/g) ?? []).toHaveLength(fn.parameters.length);
    }
  });

  it('Code.js stays within its size, with no syntax that Apps Script cannot parse', () => {
    const script = code.replace(/\/\*\*[\s\S]*?\*\//g, '');
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(210 * 1024);
    expect(Buffer.byteLength(script.slice(0, script.indexOf('var Server')))).toBeLessThanOrEqual(150 * 1024);
    expect(script).not.toMatch(/#[a-z]\w*[=(;]|\?\?=|\|\|=|&&=/);
    expect(code.startsWith('/** @OnlyCurrentDoc */')).toBe(true);
  });

  it('KPI_… gives every documented example', () => {
    const realm = realmIn(code, 'en_US');
    for (const fn of catalogue) {
      for (const { given, result } of fn.examples) {
        const args = argumentsOf(fn, given).map(sent);
        const compute = (): unknown => realm.call(`KPI_${fn.name}`, args);
        const [error] = (isMatrix(result) ? result.flat() : [result]).filter(cell => cell instanceof CellError);
        if (error) expect(compute).toThrow(error.code);
        else expectSame(received(compute()), result);
      }
    }
  });

  it('KPI_SELFTEST() finds every example right in the script itself', () => {
    const rows = call('KPI_SELFTEST') as unknown[][];
    expect(rows.length).toBe(1 + catalogue.flatMap(fn => fn.examples).length);
    for (const row of rows.slice(1)) expect(row).toEqual([...row.slice(0, 4), true]);
  });

  it('KPI_ACHIEVEMENT(range, range) takes blank cells as blank and gives them back as empty texts', () => {
    expect(call('KPI_ACHIEVEMENT', [[90], ['']], [[100], [100]])).toEqual([[0.9], ['']]);
    expect(call('KPI_ACHIEVEMENT', 90, 100, undefined)).toBe(0.9);
    expect(call('KPI_ACHIEVEMENT', '', 100)).toBe('');
  });

  it('KPI_SPLIT(…, left out, …) takes an argument between two commas as left out, however it arrives', () => {
    const weights = [[1], [1], [2]];
    const groups = [['N'], ['N'], ['S']];
    const totals = [[10], [10], [8]];
    const expected = call('KPI_SPLIT', totals, weights, undefined, undefined, undefined, groups);
    expect(expected).toEqual([[5], [5], [8]]);
    expect(call('KPI_SPLIT', totals, weights, '', '', '', groups)).toEqual(expected);
  });

  it('KPI_ACHIEVEMENT(text) throws the reason in the language of the spreadsheet', () => {
    const message = (locale: string): string => {
      try {
        realmIn(code, locale).call('KPI_ACHIEVEMENT', ['x', 100]);
      } catch (problem) {
        return String((problem as Error).message);
      }
      return 'nothing was thrown';
    };
    expect(message('en_US')).toBe('#VALUE! actual: expected a number, found the text "x"');
    expect(message('zh_CN')).toMatch(/^#VALUE! 实际.*：应为数字，实为文本"x"$/);
  });

  it('KPI_ACHIEVEMENT(text) throws the reason in both languages where the locale cannot be read', () => {
    expect(() => bareRealm(code).call('KPI_ACHIEVEMENT', ['x', 100])).toThrow(/expected a number.* \/ .*应为数字/);
  });

  it('KPI_ACHIEVEMENT(range with one bad cell) keeps the other rows, and says what is wrong in that one', () => {
    const said = 'expected a number, found the text "12万"';
    const rows = call('KPI_ACHIEVEMENT', [[''], [90], ['12万']], [[''], [100], [100]]) as unknown[][];
    expect(rows).toEqual([[''], [0.9], [expect.stringMatching(/^#VALUE! actual, row 3: /)]]);
    expect(String(rows[2]?.[0])).toContain(said);
    // What reads the sentence reads an error, and passes it on in its own row only.
    expect(call('KPI_RAG', rows)).toEqual([
      ['no data'],
      ['amber'],
      [expect.stringMatching(/^#VALUE! achievement, row 3: /)],
    ]);
    expect(() => call('KPI_NPS', [[10], [rows[2]?.[0]]])).toThrow('#VALUE!');
  });

  it('KPI_ACHIEVEMENT(range) throws where every cell is wrong', () => {
    expect(() => call('KPI_ACHIEVEMENT', [['x'], ['y']], [[100], [100]])).toThrow('found the text "x"');
  });

  it('KPI_ACHIEVEMENT(error cell) passes the error on', () => {
    expect(() => call('KPI_ACHIEVEMENT', '#N/A', 100)).toThrow('#N/A');
    expect(() => call('KPI_ACHIEVEMENT', '#DIV/0!', 100)).toThrow('#DIV/0!');
  });
});
