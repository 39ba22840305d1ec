import { CellError } from '../kernel/cell.ts';
import { say, type Text } from '../kernel/text.ts';
import { bySheet, type Check, formulasCount, type OurFormula, type Patient } from './check.ts';
import { inTheWay } from './formulas.ts';

/** Formulas that show #REF!: cells that they read are gone, or cells that they fill are taken. */
export const references: Check = patient => {
  const { formulas } = patient;
  const broken = formulas.filter(
    ({ value }) => value instanceof CellError && ['#REF!', '#SPILL!'].includes(value.code),
  );
  const isLost = ({ formula }: OurFormula): boolean => formula.includes('#REF!');
  return [
    ...bySheet(broken.filter(isLost), found => ({
      what: say(
        `${formulasCount(found.length).en}: #REF!, cells that they read have been deleted`,
        `${formulasCount(found.length).zh}：#REF!，所引用的单元格已被删除`,
      ),
      repairs: [],
      advice: say(
        'Undo the deletion, or put the right cells in place of #REF! in the formula.',
        '请撤销删除，或在公式中将 #REF! 改为正确的单元格。',
      ),
    })),
    ...bySheet(
      broken.filter(cell => !isLost(cell)),
      found => ({
        what: say(
          `${formulasCount(found.length).en}: no room for the result to spill, or another add-in has a function of the same name`,
          `${formulasCount(found.length).zh}：没有空间显示结果，或另一插件有同名函数`,
        ),
        repairs: [],
        advice: roomFor(found, patient),
      }),
    ),
  ];
};

/** Which cells are in the way; those of the sheet itself are never to be cleared. */
function roomFor(found: readonly OurFormula[], patient: Patient): Text {
  const ways = found.map(formula => inTheWay(formula.sheet, formula, patient));
  const cells = ways.flatMap(way => way ?? []);
  if (cells.length > 0) {
    const named = `${cells.slice(0, MOST_NAMED).join(', ')}${cells.length > MOST_NAMED ? ' …' : ''}`;
    return say(
      `Something was typed where the result belongs: ${named}. Move it elsewhere.`,
      `结果所在区域已有内容：${named}。请移到别处。`,
    );
  }
  if (ways.some(way => way !== undefined)) {
    return say(
      'The result needs more rows than the sheet has for it. Insert blank rows above the next table.',
      '结果所需行数超出预留。请在下一个表格上方插入空行。',
    );
  }
  return say(
    'Move what stands below and to the right of the formula, or insert blank rows there. If nothing does, turn the other add-in off.',
    '请将公式下方和右侧的内容移开，或在那里插入空行；如均为空，请停用另一插件。',
  );
}

const MOST_NAMED = 5;
