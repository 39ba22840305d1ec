import { say, type Text } from '../../../kernel/text.ts';

const cells = (count: number): string => `${count} ${count === 1 ? 'cell' : 'cells'}`;

/** What the health check and the data doctor say. */
export const words = {
  healthLead: say(
    'Finds KPI formulas that don’t work here and repairs those it can.',
    '查找失效的 KPI 公式，并修复可修复的部分。',
  ),
  checking: say('Checking the workbook…', '正在检查工作簿…'),
  healthy: say('Nothing is wrong with the KPI formulas and sheets.', 'KPI 公式和工作表一切正常。'),
  findings: (count: number): Text => say(`${count} ${count === 1 ? 'finding' : 'findings'}`, `发现 ${count} 项`),
  repairs: (count: number): Text => say(`Repair ${cells(count)}`, `修复 ${count} 个单元格`),
  repaired: (count: number): Text =>
    say(`${cells(count)} ${count === 1 ? 'was' : 'were'} repaired.`, `已修复 ${count} 个单元格。`),
  checkAgain: say('Check again', '再次检查'),
  repairable: say('can be repaired', '可修复'),
  yours: say('fix manually', '需手动处理'),
  doctorLead: say(
    'Select a range or a cell of a table in the sheet, headings included, then check it.',
    '请在表格中选中含标题的区域或表格中任一单元格，然后检查。',
  ),
  check: say('Check the selection', '检查所选区域'),
  looking: say('Looking at the data…', '正在检查数据…'),
  checked: (area: string): Text => say(`Checked: ${area}`, `已检查：${area}`),
  fine: say('Nothing doubtful was found.', '未发现问题。'),
  fix: (count: number): Text => say(`Fix ${cells(count)}`, `修正 ${count} 个单元格`),
  fixNone: say('Choose what to fix', '请选择要修正的项目'),
  fixed: (count: number): Text =>
    say(`${cells(count)} ${count === 1 ? 'was' : 'were'} fixed.`, `已修正 ${count} 个单元格。`),
  rowsAlone: say('Fix this one on its own: it moves rows.', '此项会移动行，请单独修正。'),
  undo: say('Undo the last repair', '撤销上次修复'),
  undone: say('Everything is as it was before.', '已恢复原状。'),
  changed: (addresses: string): Text =>
    say(
      `Nothing was written: cells have been changed since (${addresses}).`,
      `此后有单元格被修改（${addresses}），未写入任何内容。`,
    ),
  becomes: (before: string, after: string): string => (after === '' ? before : `${before} → ${after}`),
};
