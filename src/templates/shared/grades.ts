import { say } from '../../kernel/text.ts';
import { unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Row, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import { placeOf, unlessZero } from './expressions.ts';

const GRADES: readonly Row[] = [
  { from: 110, grade: 'A', meaning: say('outstanding', '卓越') },
  { from: 95, grade: 'B', meaning: say('good', '良好') },
  { from: 80, grade: 'C', meaning: say('meets the requirements', '合格') },
  { from: 60, grade: 'D', meaning: say('needs improvement', '待改进') },
  { from: 0, grade: 'E', meaning: say('unsatisfactory', '不合格') },
];

const MISSED = say('missed', '否决');
const PASSED = say('passed', '通过');
export const missedGates = f`COUNTIF(Kpis[gateLight],${MISSED})`;

/**
 * The grade that begins highest of all that are reached, in whatever order people have sorted them. A file recalculates
 * a formula as one cell, but for what SUMPRODUCT is given. A border that is no number makes it an error.
 */
const begins = f`Grades[from]`;
const reached = f`COUNTIF(${begins},"<="&ROUND(Score,6))`;
const isReached = f`(${begins}<>"")*(${begins}<=ROUND(Score,6))`;
const highest = f`ROUND(SUMPRODUCT(MAX(${isReached}*(${begins}+1000000)))-1000000,6)`;
const capped = f`MIN(${highest},INDEX(${begins},${placeOf(f`GateGrade`, f`Grades[grade]`)}))`;
const grade = f`INDEX(Grades[grade],MATCH(IF(${missedGates}>0,${capped},${highest}),${begins},0))`;

export const gradeCell = show.text('Grade', say('Grade', '等级'), {
  value: unlessBlank(f`Score`, unlessZero(reached, grade)),
  note: say('By the grades below; a missed gate caps it.', '按下方等级表；触发否决线时封顶。'),
});

export const gateGradeCell = show.text('GateGrade', say('Best grade, gate missed', '否决后最高等级'), {
  value: 'D',
  rule: { kind: 'list', values: GRADES.map(row => String(row.grade)) },
});

/** By difference: an achievement that is the sentence of an error is an error here, too. */
const gateState = f`IF([achievement]-[gate]<0,${MISSED},${PASSED})`;

export const gateLight = show.text('gateLight', say('Gate is', '一票否决'), {
  formula: unlessBlank(f`[gate]`, unlessBlank(f`[achievement]`, gateState)),
  lights: [
    { word: MISSED, ...LIGHT_COLORS.red },
    { word: PASSED, ...LIGHT_COLORS.green },
  ],
});

export const gradeTable: Table = {
  key: 'Grades',
  title: say('Grades', '等级'),
  columns: [
    show.points('from', say('Score from', '分数下限')),
    show.text('grade', say('Grade', '等级'), { centred: true }),
    show.text('meaning', say('Meaning', '含义')),
  ],
  rows: GRADES,
};
