import type { Cell } from '../../kernel/cell.ts';
import { periodOf, periodText } from '../../kernel/period.ts';
import { say, type Text } from '../../kernel/text.ts';
import { exactSum } from '../figures/exactSum.ts';
import { amountText } from '../figures/shownFigures.ts';
import { shownCell } from './cleaning.ts';
import type { Deal, Tally } from './deal.ts';
import type { Columns } from './matchColumns.ts';
import type { Note } from './note.ts';
import type { TotalFinder } from './totalFinder.ts';

interface Read {
  readonly columns: Columns;
  readonly month?: number | undefined;
}

/** What reading took for granted, with what it comes to. */
export function readingNotes(
  { columns, month }: Read,
  deals: readonly Deal[],
  below: readonly (readonly Cell[])[],
): Note[] {
  const won = deals.filter(({ outcome }) => outcome === 'won');
  const notes: (Note | false)[] = [
    columns.stage === undefined && won.length > 0 && { about: 'stage', text: allWon(won) },
    columns.amount === undefined &&
      columns.quantity !== undefined &&
      columns.price !== undefined && { about: 'product', text: PRODUCT },
    columns.closed === undefined &&
      columns.month === undefined &&
      month !== undefined &&
      month > 0 && { about: 'month', text: undated(won, month) },
    withoutPerson(columns, won),
    footer(below),
  ];
  return notes.filter(note => note !== false);
}

const PRODUCT = say('The amounts are quantity × price.', '金额按数量 × 单价计算。');

function allWon(won: readonly Deal[]): Text {
  return say(
    `No column says what was won: all ${rowsOf(won.length)} count, ${sumOf(won)} in sum.`,
    `没有列说明是否成交：${won.length} 行全部计入，合计 ${sumOf(won)}。`,
  );
}

function undated(won: readonly Deal[], month: number): Text {
  const { en, zh } = periodText(periodOf(month));
  return say(
    `No column says when: all ${rowsOf(won.length)}, ${sumOf(won)} in sum, count for ${en}.`,
    `没有日期列：${won.length} 行全部计入${zh}，合计 ${sumOf(won)}。`,
  );
}

function withoutPerson({ person }: Columns, won: readonly Deal[]): Note | false {
  const nobody = won.filter(deal => deal.person === '');
  if (nobody.length === 0) return false;
  const sum = sumOf(nobody);
  const text =
    person === undefined
      ? say(
          `No column says who sold: the figures by person lack all ${rowsOf(nobody.length)}, ${sum} in sum.`,
          `没有列说明销售员：按人员统计时缺少全部 ${nobody.length} 行，合计 ${sum}。`,
        )
      : say(
          `${rowsOf(nobody.length)} without a salesperson, ${sum} in sum`,
          `${nobody.length} 行没有销售员，合计 ${sum}`,
        );
  return { about: 'person', text };
}

/** Deals whose only name is that of a total: a customer called Total. */
export function namedTotal(rows: TotalFinder['named']): Note[] {
  return rows.slice(0, MOST).map(({ label, amount }) => ({
    about: 'totals',
    text: say(
      `“${label}”, ${amountText(amount)}, is read as a deal, not as a total`,
      `“${label}”（${amountText(amount)}）按成交读取，而非合计`,
    ),
  }));
}

/** Amounts without a currency, in a file that names one. */
export function unnamedCurrency({ count, amount }: Tally, counts: string | undefined): Note[] {
  if (count === 0) return [];
  const sum = amountText(amount);
  const text =
    counts === undefined
      ? say(
          `${rowsOf(count)} without a currency, ${sum} in sum: counted as the others`,
          `${count} 行未注明货币，合计 ${sum}，与其他行一并计入`,
        )
      : say(
          `${rowsOf(count)} without a currency, ${sum} in sum: left out, as only ${counts} counts`,
          `${count} 行未注明货币，合计 ${sum}，因仅计入 ${counts} 而略过`,
        );
  return [{ about: 'currency', text }];
}

function footer(below: readonly (readonly Cell[])[]): Note | false {
  const texts = below.flatMap(line => {
    const text = line.map(cell => shownCell(cell).trim()).find(shown => shown !== '');
    return text === undefined ? [] : [text.slice(0, LONGEST)];
  });
  if (texts.length === 0) return false;
  return {
    about: 'footer',
    text: say(
      `${rowsOf(texts.length)} below the table left out: ${texts.slice(0, MOST).join(' · ')}`,
      `已略过表格下方 ${texts.length} 行：${texts.slice(0, MOST).join(' · ')}`,
    ),
  };
}

const LONGEST = 60;
const MOST = 3;

function rowsOf(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

function sumOf(deals: readonly Deal[]): string {
  return amountText(exactSum(deals.map(({ counted }) => counted)));
}
