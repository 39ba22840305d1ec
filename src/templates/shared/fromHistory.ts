import { say } from '../../kernel/text.ts';
import { builtin, columnNamed, type Expression, value } from '../../plan/expression.ts';
import { toggleField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import { SUPERSEDED, UNIT_TYPES } from '../../sheets/history.ts';
import { exactly } from './expressions.ts';
import { ANY_NUMBER } from './fromTracker.ts';
import { criterion } from './log.ts';

export function fromHistoryField(initial: boolean) {
  return toggleField({
    label: say('Read earlier sales from the history', '往期销售数据取自历史台账'),
    hint: say('Needs a monthly history in this workbook.', '需要本工作簿中已有历史台账。'),
    initial,
  });
}

export const HISTORY = { target: columnNamed('History_Target'), actual: columnNamed('History_Actual') } as const;

const STATUS = columnNamed('History_Status');
const PERIOD = columnNamed('History_Period');

/** Which rows of the history are read: months from one to another, that one left out. */
export interface Wanted {
  readonly unitType: keyof typeof UNIT_TYPES;
  /** Left out where there is one unit of the type only, as there is one company. */
  readonly unit?: Expression;
  readonly metric: Expression;
  readonly from: Expression;
  readonly to: Expression;
  readonly months: Expression;
}

/** The sum over so many months of the history; blank where one of them is missing. */
export function fromHistory(cells: Expression, wanted: Wanted): Expression {
  const rows = rowsOf(wanted);
  const filled = builtin('COUNTIFS', ...rows, cells, ANY_NUMBER);
  return f`IF(${filled}=${wanted.months},${builtin('SUMIFS', cells, ...rows)},"")`;
}

function rowsOf({ unitType, unit, metric, from, to }: Wanted): Expression[] {
  return [
    ...[columnNamed('History_UnitType'), f`${UNIT_TYPES[unitType]}`],
    ...(unit ? [columnNamed('History_UnitName'), exactly(unit)] : []),
    ...[columnNamed('History_Metric'), exactly(metric)],
    ...[PERIOD, criterion('>=', from), PERIOD, criterion('<', to)],
    // A month that was restated stands there twice; it may have been closed in the other language.
    ...SUPERSEDED.flatMap(word => [STATUS, value(`<>${word}`)]),
  ];
}
