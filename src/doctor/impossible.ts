import { isoOf } from '../kernel/calendar.ts';
import { type Cell, CellError } from '../kernel/cell.ts';
import { say, type Text } from '../kernel/text.ts';
import type { DealField } from '../month/import/dealField.ts';
import { type Data, type DataCell, examplesOf, type Finding, filled, nameOf } from './finding.ts';

/** What a figure of this meaning can never be. */
const NEVER: Readonly<Partial<Record<DealField, { readonly test: (value: number) => boolean; readonly why: Text }>>> = {
  probability: { test: value => value < 0 || value > 100, why: say('not from 0 to 100%', '不在 0% 至 100% 之间') },
  discount: { test: value => value > 100, why: say('above 100%', '超过 100%') },
  quantity: { test: value => !Number.isFinite(value), why: say('not a number', '不是数字') },
  price: { test: value => value < 0, why: say('below 0', '小于 0') },
  cost: { test: value => value < 0, why: say('below 0', '小于 0') },
};

const DAYS: readonly DealField[] = ['closed', 'created', 'due', 'month'];

/** From 1950 to 2099. */
const FIRST_DAY = 18264;
const LAST_DAY = 73050;

/** Errors, figures that their meaning rules out, days in another century, deals that close before they begin. */
export function impossible(data: Data): Finding[] {
  return [
    ...data.columns.flatMap(column => {
      const name = nameOf(column);
      const cells = filled(column);
      const errors = cells.filter(({ value }) => value instanceof CellError);
      const never = column.field && NEVER[column.field];
      const wrong = cells.filter(({ value }) => typeof value === 'number' && never?.test(value));
      const isDay = column.field !== undefined && DAYS.includes(column.field);
      const far = cells.filter(
        ({ value }) => isDay && typeof value === 'number' && (value < FIRST_DAY || value > LAST_DAY),
      );
      return [
        ...found(errors, say(`${name.en}: errors`, `${name.zh}：错误值`)),
        ...(never ? found(wrong, say(`${name.en}: ${never.why.en}`, `${name.zh}：${never.why.zh}`)) : []),
        ...found(far, say(`${name.en}: not a date between 1950 and 2099`, `${name.zh}：不是 1950 至 2099 年的日期`)),
      ];
    }),
    ...endsFirst(data),
  ];
}

function endsFirst({ columns }: Data): Finding[] {
  const closed = columns.find(({ field }) => field === 'closed');
  const created = columns.find(({ field }) => field === 'created');
  if (!closed || !created) return [];
  const before = closed.cells.filter(({ value }, row) => {
    const begun = created.cells[row]?.value;
    return typeof value === 'number' && typeof begun === 'number' && Math.floor(value) < Math.floor(begun);
  });
  return found(
    before,
    say(`${nameOf(closed).en} is before ${nameOf(created).en}`, `${nameOf(closed).zh}早于${nameOf(created).zh}`),
    value => (typeof value === 'number' ? isoOf(Math.floor(value)) : ''),
  );
}

function found(cells: readonly DataCell[], what: Text, shown: (value: Cell) => string = textOf): Finding[] {
  if (cells.length === 0) return [];
  const examples = examplesOf(cells.map(({ value, row }) => ({ before: `${shown(value)} (${row + 1})`, after: '' })));
  return [{ kind: 'impossible', what, spots: cells, fixes: [], examples }];
}

function textOf(value: Cell): string {
  return value instanceof CellError ? value.code : String(value);
}
