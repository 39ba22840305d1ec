import { describe, expect, it } from 'vitest';
import { buttonsOf, play } from '../../../scripts/samples/playSnippet.ts';
import { readSnippet, type Snippet } from '../../../scripts/samples/snippet.ts';

const snippet = async (script: string, api = '1.4'): Promise<Snippet> => {
  const lines = script.trim().split('\n');
  const yaml = [
    'id: sample',
    'api_set:',
    `    ExcelApi: '${api}'`,
    'script:',
    '    content: |-',
    ...lines.map(line => `        ${line}`),
    '    language: typescript',
    'template:',
    '    content: |-',
    '        <button id="setup"></button>',
  ].join('\n');
  const found = await readSnippet(yaml);
  if (!found) throw new Error('no script');
  return found;
};

const SUMS = `
$("#setup").on("click", () => tryCatch(setup));
document.getElementById("sum").addEventListener("click", () => tryCatch(sum));
$("#later").click(() => tryCatch(later));
$("#sort").click(() => tryCatch(sort));
$("#wrong").click(() => tryCatch(wrong));

async function setup() {
  await Excel.run(async (context: Excel.RequestContext) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2").values = [[2], [3]];
    await context.sync();
  });
}
async function sum() {
  await Excel.run(async context => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A3");
    cell.formulas = [["=SUM(A1:A2)"]];
    cell.load("values, address");
    await context.sync();
    console.log(cell.address, cell.values);
  });
}
async function later() {
  await Excel.run(async context => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getUsedRange().getLastCell();
    cell.load("address");
    await context.sync();
    if (cell.address !== "Sheet1!A3") throw new Error(cell.address);
  });
}
async function sort() {
  await Excel.run(async context => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2").sort.apply([{ key: 0 }]);
    await context.sync();
  });
}
async function wrong() {
  await Excel.run(async context => {
    context.workbook.worksheets.getItem("Nowhere").activate();
    await context.sync();
  });
}
async function tryCatch(callback) {
  try { await callback(); } catch (error) { console.error(error); }
}`;

describe('play(snippet)', () => {
  it('finds the buttons, in whichever form they are wired', async () => {
    expect(buttonsOf(await snippet(SUMS))).toEqual(['setup', 'sum', 'later', 'sort', 'wrong']);
    expect(await readSnippet('id: sample\ntemplate:\n    content: |-\n        <p></p>')).toBeUndefined();
  });

  it('passes where the buttons run to the end and say what they should', async () => {
    const sums = await snippet(SUMS);
    const says = ['Sheet1!A3 [[5]]'];
    expect(await play({ ...sums, press: ['setup', 'sum'], says })).toEqual({ is: 'passed', why: '', said: says });
    expect(await play({ ...sums, press: ['setup', 'sum', 'later'] })).toMatchObject({ is: 'passed' });
  });

  it('is refused where it asks for what is not played, though the sample catches that', async () => {
    expect(await play({ ...(await snippet(SUMS)), press: ['setup', 'sort'] })).toMatchObject({
      is: 'refused',
      why: 'there is no Range.Sort',
    });
    const newer = await snippet('$("#go").click(() => { undefined.go(); });', '1.18');
    expect(await play({ ...newer, press: ['go'] })).toMatchObject({
      is: 'refused',
      why: 'needs more than ExcelApi 1.16',
    });
    const elsewhere = await snippet('$("#go").click(() => { Elsewhere.go(); });');
    expect(await play({ ...elsewhere, press: ['go'] })).toMatchObject({ is: 'refused', why: 'there is no Elsewhere' });
  });

  it('is different where it says something else, fails, or is refused by the workbook', async () => {
    const sums = await snippet(SUMS);
    expect(await play({ ...sums, press: ['sum'], says: ['Sheet1!A3 [[5]]'] })).toMatchObject({
      is: 'different',
      why: 'said ["Sheet1!A3 [[0]]"]',
    });
    expect(await play({ ...sums, press: ['setup', 'later'] })).toMatchObject({
      is: 'different',
      why: 'Error: Sheet1!A2',
    });
    const wrong = await play({ ...sums, press: ['wrong'] });
    expect(wrong.is).toBe('different');
    expect(wrong.why).toContain('ItemNotFound');
  });

  it('is different where nobody waits for what fails', async () => {
    const hasty = await snippet('$("#go").click(() => { Promise.reject(new Error("late")); });');
    expect(await play({ ...hasty, press: ['go'] })).toMatchObject({ is: 'different', why: 'Error: late' });
  });
});
