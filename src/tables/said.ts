import { rowList } from '../files/csv.ts';
import { ENCODINGS } from '../files/encodings.ts';
import { say, type Text } from '../kernel/text.ts';
import type { TableQuestion } from './layout.ts';

const rowsOf = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** "5–7", or the first and the last where there are gaps. */
export function rowSpan(rows: readonly number[]): string {
  const [first = 0, last = first] = [rows[0], rows[rows.length - 1]];
  return first === last ? String(first) : `${first}–${last}`;
}

/** What is said about how a table was laid out. */
export const said = {
  merged: (columns: readonly string[]): Text =>
    say(
      `Merged cells hold for each of their rows: ${columns.join(', ')}`,
      `合并单元格的值已用于其中每一行：${columns.join('、')}`,
    ),
  filledDown: (columns: readonly string[]): Text =>
    say(
      `Blank cells take what stands above them: ${columns.join(', ')}`,
      `空白单元格已沿用上方的值：${columns.join('、')}`,
    ),
  hiddenRead: (count: number, filtered: boolean, rows: readonly number[]): Text =>
    say(
      `${count} hidden ${count === 1 ? 'row is' : 'rows are'} read${filtered ? ' (hidden by a filter)' : ''}: row ${rowList(rows)}. They can be left out.`,
      `已读取 ${count} 个隐藏行${filtered ? '（被筛选隐藏）' : ''}：第 ${rowList(rows)} 行。可选择不读取。`,
    ),
  hiddenLeft: (count: number, filtered: boolean, rows: readonly number[]): Text =>
    say(
      `${count} hidden ${count === 1 ? 'row is' : 'rows are'} left out${filtered ? ' (hidden by a filter)' : ''}: row ${rowList(rows)}.`,
      `未读取 ${count} 个隐藏行${filtered ? '（被筛选隐藏）' : ''}：第 ${rowList(rows)} 行。`,
    ),
  repeatedHeadings: (count: number): Text =>
    say(`${rowsOf(count)} with the headings again left out`, `已略过 ${count} 行重复的标题`),
  otherTable: (rows: string, heads: string): Text =>
    say(
      `Below a blank line stands another table, row ${rows} (${heads}): it is not read`,
      `空行下方另有一个表格，第 ${rows} 行（${heads}），未读取`,
    ),
  beside: (column: string, heads: string): Text =>
    say(
      `Beside the table stands another one from column ${column} on, with the same headings (${heads}): it is not read`,
      `表格右侧自 ${column} 列起另有标题相同的表格（${heads}），未读取`,
    ),
  above: (rows: string): Text =>
    say(
      `There are figures above the headings, row ${rows}: they are not read`,
      `标题行上方有数字，第 ${rows} 行，未读取`,
    ),
  months: (count: number, first: string, last: string): Text =>
    say(
      `Months stand as columns (${first} to ${last}): each of the ${count} becomes rows of its own`,
      `月份为列（${first} 至 ${last}），共 ${count} 列，已逐列转为行`,
    ),
  monthsUnsold: (names: readonly string[]): Text =>
    say(
      `Columns of months that hold no sales are not read: ${names.join(', ')}`,
      `以下月份列不是销售额，未读取：${names.join('、')}`,
    ),
  aimed: (text: string): Text =>
    say(`“${text}” speaks of targets, but the figures are read as sales`, `“${text}”提到目标，但数据按销售额读取`),
  longer: (names: readonly string[]): Text =>
    say(
      `Quarters or years stand as columns (${names.join(', ')}): they say no month and are not read`,
      `季度或年度为列（${names.join('、')}），无法确定月份，未读取`,
    ),
  rowNames: (first: string): Text =>
    say(
      `Each row has one field more than there are headings, numbers from ${first} on: they are row names and not read`,
      `每行比标题多一个字段，为自 ${first} 起的行号，未读取`,
    ),
  crossDiffers: (rows: readonly number[]): Text =>
    say(
      `The file’s own total is not the sum of its figures: row ${rowList(rows)}`,
      `文件中的合计与明细之和不符：第 ${rowList(rows)} 行`,
    ),
  yearAndMonth: (year: string, month: string): Text =>
    say(
      `“${year}” and “${month}” together are read as the month of each deal, by the calendar year`,
      `“${year}”与“${month}”合并读取为成交月份（按自然年）`,
    ),
  closedNotWon: (count: number, won: string, closed: string): Text =>
    say(
      `${rowsOf(count)} closed but not won (“${won}”, “${closed}”): read as lost`,
      `${count} 行已关闭但未赢单（“${won}”、“${closed}”），按输单读取`,
    ),
  unit: (line: string, scale: number, columns: readonly string[]): Text =>
    say(
      `“${line}” stands beside the table: amounts are multiplied by ${scale} (${columns.join(', ')})`,
      `表格旁注明“${line}”，金额已乘以 ${scale}（${columns.join('、')}）`,
    ),
  unitColumn: (heading: string): Text =>
    say(
      `The column “${heading}” gives the unit of each amount: amounts are converted`,
      `“${heading}”列注明每行金额的单位，已换算`,
    ),
  unitInHeading: (columns: readonly string[], scale: number): Text =>
    say(
      `The heading gives a unit: amounts are multiplied by ${scale} (${columns.join(', ')})`,
      `标题注明单位，金额已乘以 ${scale}（${columns.join('、')}）`,
    ),
  tooManyFields: (fields: number, headings: number): Text =>
    say(
      `the row has ${fields} fields, there are ${headings} headings`,
      `本行有 ${fields} 个字段，而标题只有 ${headings} 个`,
    ),
  fewerFields: (rows: readonly number[], headings: number): Text =>
    say(
      `Fewer fields than the ${headings} headings; what is missing at the end counts as blank: row ${rowList(rows)}`,
      `字段少于标题数（${headings}），末尾缺少的按空白处理：第 ${rowList(rows)} 行`,
    ),
  otherSheets: (names: readonly string[], read: readonly string[]): Text =>
    say(
      `${names.length} sheets have the same headings (${names.join(', ')}); read: ${read.join(', ')}`,
      `${names.length} 个工作表标题相同（${names.join('、')}）；读取：${read.join('、')}`,
    ),
  unreadSheets: (names: readonly string[]): Text =>
    say(
      `Other sheets hold amounts, too, and are not read: ${names.join(', ')}`,
      `其他工作表也有金额，未读取：${names.join('、')}`,
    ),
  hiddenSheet: (name: string): Text => say(`The sheet “${name}” is hidden`, `工作表“${name}”是隐藏的`),
};

/** How a question about the layout is put. */
export function tableAsked({ ask, values }: TableQuestion): Text {
  const names = ask === 'encoding' ? values.map(encodingName) : values;
  const [list, hanList] = [names.join(', '), names.join('、')];
  switch (ask) {
    case 'encoding':
      return say(`Which encoding shows the names right? ${list}`, `哪种编码显示的名称正确？${hanList}`);
    case 'headings':
      return say(
        'The first row looks like data: has the file no line of headings? Check what each column means.',
        '首行看起来是数据：文件是否没有标题行？请核对各列的含义。',
      );
    case 'sheets':
      return say(
        `Several sheets have the same headings (${list}): which are to be read?`,
        `多个工作表标题相同（${hanList}）：读取哪些？`,
      );
    case 'fillDown':
      return say(`${list}: does a blank cell mean the one above it?`, `${hanList}：空白单元格是否与上方相同？`);
    case 'year':
      return say(`Which year are the months of? ${list}`, `这些月份属于哪一年？${hanList}`);
  }
}

/** As the choice beside the first rows calls it. */
function encodingName(value: string): string {
  return Object.entries(ENCODINGS).find(([encoding]) => encoding === value)?.[1] ?? value;
}
