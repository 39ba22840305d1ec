import { describe, expect, it } from 'vitest';
import { play } from '../../../scripts/samples/playSheet.ts';

describe('play(sample)', () => {
  it('passes where the sample leaves what it says, in a script or as a custom function', async () => {
    const code =
      'function work() { SpreadsheetApp.getActiveSheet().getRange("B1").setValue(7).setFontWeight("bold"); }';
    expect(await play({ code, call: 'work', before: [[1]], after: [[1, 7]] })).toEqual({ is: 'passed', why: '' });
    const double = 'function DOUBLE(input) { return input.map(row => row.map(cell => cell * 2)); }';
    const sample = {
      before: [[1], [2]],
      formula: ['B1', '=DOUBLE(A1:A2)'],
      after: [
        [1, 2],
        [2, 4],
      ],
    } as const;
    expect(await play({ code: double, call: 'DOUBLE', ...sample })).toEqual({ is: 'passed', why: '' });
  });

  it('is refused where it asks for what is not played, though the sample catches that', async () => {
    const call = 'work';
    const sheet = 'function work() { try { SpreadsheetApp.getActiveSheet().sort(1); } catch (problem) {} }';
    expect(await play({ code: sheet, call })).toEqual({ is: 'refused', why: 'there is no Sheet.sort' });
    expect(await play({ code: 'function work() { DriveApp.getFiles(); }', call })).toEqual({
      is: 'refused',
      why: 'there is no DriveApp.getFiles',
    });
    expect(await play({ code: 'function work() { Elsewhere.go(); }', call })).toEqual({
      is: 'refused',
      why: 'there is no Elsewhere',
    });
  });

  it('is different where it fails, leaves something else, or what it wrote is refused', async () => {
    const write = (text: string) =>
      `function work() { SpreadsheetApp.getActiveSheet().getRange("A1").setValue("${text}"); }`;
    expect(await play({ code: write('x'), call: 'work', after: [['y']] })).toEqual({
      is: 'different',
      why: 'Error: left [["x"]]',
    });
    expect(await play({ code: write('=SUM('), call: 'work' })).toMatchObject({ is: 'different' });
    expect(await play({ code: 'function work() { null.x; }', call: 'work' })).toMatchObject({ is: 'different' });
  });
});
