import { type Cell, CellError, type Matrix } from '../kernel/cell.ts';
import { invalid, passedOn } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { NoTwin } from '../kernel/native.ts';
import { cells } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';

/** The templates' sheets in Excel show their lists with it; shared copies write each cell of them for itself. */
export const native = new NoTwin('the result fills several cells', '结果占多个单元格');

export const withHeadings = defineFunction({
  name: 'WITH_HEADINGS',
  family: 'team',
  kind: 'table',
  text: {
    label: say('List with headings', '带标题的列表'),
    words: searchWords('stack, VSTACK, header row, put headings on a list', '堆叠，合并标题，标题行，表头，纵向拼接'),
    summary: say(
      'A list below its headings, by one formula in the row of the headings: rows of the list can be deleted and sorted around.',
      '以标题行中的一个公式给出标题及其下方的列表：删除或移动列表所在的行都不会影响结果。',
    ),
    formula: 'the headings, then the rows of the list;  a list that is an error stands below its headings',
    source: 'VSTACK of Excel 2024 and Google Sheets, for every version',
  },
  parameters: {
    headings: cells({
      label: say('Headings', '标题'),
      about: say('One row: {"Rank","Name"} or cells.', '一行：{"名次","姓名"} 或单元格。'),
    }),
    list: cells({
      label: say('List', '列表'),
      about: say(
        'What stands below: a range, or a function that gives a list.',
        '其下的内容：区域，或给出列表的函数。',
      ),
    }),
  },
  examples: [
    {
      given: {
        headings: [['Name', 'Sales']],
        list: [
          ['Ann', 30],
          ['Ben', null],
        ],
      },
      result: [
        ['Name', 'Sales'],
        ['Ann', 30],
        ['Ben', null],
      ],
    },
    {
      given: { headings: [['名次', '姓名']], list: [[1, '甲', 50]] },
      result: [
        ['名次', '姓名', null],
        [1, '甲', 50],
      ],
    },
  ],
  compute({ headings, list }) {
    const [first = [], ...others] = headings;
    if (others.length > 0)
      return invalid(
        `headings has ${headings.length} rows; expected one`,
        `headings（标题）有 ${headings.length} 行；应为一行`,
      );
    const broken = first.find(cell => cell instanceof CellError);
    if (broken instanceof CellError) return passedOn(broken);
    const width = Math.max(first.length, list[0]?.length ?? 0);
    return [first, ...list.map(explained)].map(line =>
      Array.from({ length: width }, (_, at): Cell => line[at] ?? null),
    );
  },
});

/** A function hands on the code of an error alone. */
function explained(line: Matrix[number], _row: number, list: Matrix): readonly Cell[] {
  const [error] = line;
  if (list.length > 1 || line.length > 1 || !(error instanceof CellError)) return line;
  return [
    new CellError(
      error.code,
      say(
        `the list is ${error.code}; its formula alone, in an empty cell, says what is wrong`,
        `列表为错误值 ${error.code}；将其公式单独输入空单元格即可看到原因`,
      ),
    ),
  ];
}
