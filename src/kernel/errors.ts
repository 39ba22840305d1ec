import { type Cell, CellError, type ErrorCode } from './cell.ts';
import { say, type Text } from './text.ts';

/** What every message of the engine is made from; one place, so that wording stays alike. */

const fail =
  (code: ErrorCode) =>
  (en: string, zh: string): CellError =>
    new CellError(code, say(en, zh));

export const invalid = fail('#VALUE!');
export const divisionByZero = fail('#DIV/0!');
export const notAvailable = fail('#N/A');

/** Shows a cell inside a message, shortened and quoted. */
export function shown(cell: Cell): string {
  if (cell === null) return '""';
  if (cell instanceof CellError) return cell.code;
  if (typeof cell === 'string') return `"${cell.length > 30 ? `${cell.slice(0, 30)}…` : cell}"`;
  return String(cell);
}

/** Puts the place in front of an error's message: "target, row 3: …". */
export function at(error: CellError, place: Text): CellError {
  return new CellError(error.code, say(`${place.en}: ${error.message.en}`, `${place.zh}：${error.message.zh}`));
}

export const place = {
  parameter: (name: string, label: Text): Text => say(name, `${label.zh}（${name}）`),
  row: (row: number): Text => say(`row ${row + 1}`, `第 ${row + 1} 行`),
  cell(row: number, column: number, columns: number): Text {
    return columns === 1
      ? place.row(row)
      : say(`row ${row + 1}, column ${column + 1}`, `第 ${row + 1} 行第 ${column + 1} 列`);
  },
  join: (a: Text, b: Text): Text => say(`${a.en}, ${b.en}`, `${a.zh}${b.zh}`),
};

export const expected = {
  number: (cell: Cell): CellError =>
    invalid(
      `expected a number, found ${kindOf(cell).en} ${shown(cell)}`,
      `应为数字，实为${kindOf(cell).zh}${shown(cell)}`,
    ),
  date: (cell: Cell): CellError =>
    cell === null
      ? invalid('expected a date, the cell is blank', '应为日期，单元格为空')
      : invalid(
          `expected a date cell, found ${kindOf(cell).en} ${shown(cell)}`,
          `应为日期单元格，实为${kindOf(cell).zh}${shown(cell)}`,
        ),
  wholeNumber: (value: number): CellError =>
    invalid(`expected a whole number, found ${value}`, `应为整数，实为 ${value}`),
  between: (value: number, minimum: number, maximum: number): CellError => {
    if (maximum === Number.MAX_VALUE)
      return invalid(`expected ${minimum} or more, found ${value}`, `应不小于 ${minimum}，实为 ${value}`);
    if (minimum === -Number.MAX_VALUE)
      return invalid(`expected ${maximum} or less, found ${value}`, `应不大于 ${maximum}，实为 ${value}`);
    return invalid(
      `expected a number from ${minimum} to ${maximum}, found ${value}`,
      `应在 ${minimum} 与 ${maximum} 之间，实为 ${value}`,
    );
  },
  oneOf: (cell: Cell, choices: readonly string[]): CellError =>
    invalid(
      `expected one of ${choices.join(', ')}, found ${shown(cell)}`,
      `应为 ${choices.join('、')} 之一，实为${shown(cell)}`,
    ),
  single: (rows: number, columns: number): CellError =>
    invalid(
      `expected a single cell, found a range of ${rows}×${columns}`,
      `应为单个单元格，实为 ${rows}×${columns} 的区域`,
    ),
  blankTarget: (): CellError =>
    invalid(
      'target: the cell is blank, and the tiers are shares of a target',
      'target（目标）：单元格为空，而档位起点是目标的比例',
    ),
  range: (): CellError => invalid('the range is empty', '区域不能为空'),
  argument: (): CellError => invalid('this argument is missing', '缺少此参数'),
  header: (name: string, other: string): CellError =>
    invalid(
      `${other} starts with a header, ${name} with a number: take both ranges with or without the header`,
      `${other} 首格为标题，${name} 首格为数字：两个区域应同时含或不含标题`,
    ),
  sameShape: (a: string, shapeA: string, b: string, shapeB: string): CellError =>
    invalid(
      `ranges differ in shape: ${a} is ${shapeA}, ${b} is ${shapeB}`,
      `区域大小不一致：${a} 为 ${shapeA}，${b} 为 ${shapeB}`,
    ),
};

/** What to do where a text over the values was meant as a heading. */
export function orBelowHeading(message: Text): Text {
  return say(
    `${message.en}; if it is a heading, start the range below it`,
    `${message.zh}；若为标题，请从其下一行选起`,
  );
}

/** An error cell that came in as input keeps its code and says where it is. */
export function passedOn(error: CellError): CellError {
  return new CellError(error.code, say(`the cell holds ${error.code}`, `单元格为错误值 ${error.code}`));
}

function kindOf(cell: Cell): Text {
  if (typeof cell === 'string') return say('the text', '文本');
  if (typeof cell === 'boolean') return say('the logical value', '逻辑值');
  if (cell === null) return say('a blank', '空值');
  return say('the value', '值');
}
