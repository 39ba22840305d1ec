import { say, type Text } from '../kernel/text.ts';
import { amountText } from '../month/figures/shownFigures.ts';

const rowsOf = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** What is asked and told about a file, and the answers to it. */
export const words = {
  noSheet: (name: string, names: readonly string[]): Text =>
    say(
      `There is no sheet “${name}” with anything in it; there are: ${names.join(', ')}`,
      `没有名为“${name}”且有内容的工作表；现有：${names.join('、')}`,
    ),
  repeated: (count: number, id: string): Text =>
    say(
      count === 1
        ? `1 row repeats a number that came before (${id}); it is counted`
        : `${count} rows repeat a number that came before (for one, ${id}); they are counted`,
      count === 1 ? `1 行编号重复（${id}），已计入` : `${count} 行编号重复（如 ${id}），均已计入`,
    ),
  otherMonths: (count: number): Text =>
    say(
      count === 1
        ? '1 row has a date in another month than its month column; the date counts'
        : `${count} rows have a date in another month than their month column; the date counts`,
      `${count} 行的日期与月份列不符，以日期为准`,
    ),
  dateOrder: (field: string, examples: string): Text =>
    say(`${field}: is the day or the month first? ${examples}`, `${field}：日在前还是月在前？${examples}`),
  orders: { dayFirst: say('Day first', '日在前'), monthFirst: say('Month first', '月在前') },
  shortDateOrder: (field: string, examples: string): Text =>
    say(`${field}: which comes first, day, month or year? ${examples}`, `${field}：日、月、年哪个在前？${examples}`),
  shortOrders: {
    dayFirst: say('Day first', '日在前'),
    monthFirst: say('Month first', '月在前'),
    yearFirst: say('Year first', '年在前'),
  },
  decimalMark: (field: string, examples: string): Text =>
    say(`${field}: which is the decimal mark? ${examples}`, `${field}：小数点是哪个符号？${examples}`),
  marks: { point: say('A point', '点（.）'), comma: say('A comma', '逗号（,）') },
  stage: (stage: string, rows: number): Text =>
    say(`What does stage “${stage}” mean? (${rowsOf(rows)})`, `阶段“${stage}”属于哪一类？（${rows} 行）`),
  outcomes: { won: say('Won', '赢单'), lost: say('Lost', '输单'), open: say('Still open', '进行中') },
  blankStage: (rows: number): Text =>
    say(`The stage is blank in ${rowsOf(rows)}: what does that mean?`, `${rows} 行的阶段为空，属于哪一类？`),
  kind: (heading: string, value: string, rows: number, amount: number): Text => {
    const sum = amountText(amount);
    return value === ''
      ? say(
          `“${heading}” is filled in ${rowsOf(rows)} (${sum} in sum): ${rows === 1 ? 'does it' : 'do they'} count?`,
          `${rows} 行填有“${heading}”（合计 ${sum}），是否计入？`,
        )
      : say(
          `“${heading}” says “${value}” in ${rowsOf(rows)} (${sum} in sum): ${rows === 1 ? 'does it' : 'do they'} count as sales?`,
          `${rows} 行的“${heading}”为“${value}”（合计 ${sum}），是否计入销售额？`,
        );
  },
  kinds: {
    leave: say('No, leave them out', '不计入，略过'),
    count: say('Yes, they count as they stand', '按原值计入'),
  },
  currencies: (found: readonly string[]): Text =>
    say(
      `The amounts are in several currencies (${found.join(', ')}). Which counts? The others are left out.`,
      `金额有多种货币（${found.join('、')}），计入哪一种？其余略过。`,
    ),
  onlyCurrency: (code: string): Text => say(`Only ${code}`, `仅 ${code}`),
  oneCurrency: say('They are the same one: add them up', '其实是同一币种，直接相加'),
  isColumn: (heading: string, field: string, examples: string): Text =>
    say(`${field}: is it the column “${heading}”? ${examples}`, `${field}：是否为“${heading}”列？${examples}`),
  yes: say('Yes', '是'),
  no: say('No, leave it out', '不是，不使用该列'),
  // The sum as a file would have it, to be compared with one.
  product: (quantity: string, price: string, sum: number): Text =>
    say(
      `No column holds amounts. Take ${quantity} × ${price} = ${sum}?`,
      `没有金额列，是否按 ${quantity} × ${price} = ${sum} 计算？`,
    ),
  noneOfIt: say('No, I choose a column', '不，我来选择列'),
  halfConverted: (field: string, examples: string): Text =>
    say(
      `${field}: no real date is after the 12th, and every text is: some spreadsheet has taken day and month for each other. ${examples}`,
      `${field}：真日期都不晚于12日，文本日期都在12日之后，日与月可能被颠倒。${examples}`,
    ),
  swaps: {
    swap: say('Yes, put the real dates right', '是，将真日期的日与月换回'),
    keep: say('No, they are right as they are', '不，日期无误'),
  },
  spaces: (field: string, examples: string): Text =>
    say(`${field}: is this one figure or two? ${examples}`, `${field}：是一个数还是两个数？${examples}`),
  spacings: {
    one: say('One, with blanks between the thousands', '一个数，空格为千位分隔'),
    two: say('Two: such rows cannot be used', '两个数，此类行不可用'),
  },
  credit: (field: string, examples: string): Text =>
    say(`${field}: does CR add, or take away? ${examples}`, `${field}：CR 表示增加还是减少？${examples}`),
  credits: {
    plus: say('CR adds, DR takes away', 'CR 增加，DR 减少'),
    minus: say('CR takes away, DR adds', 'CR 减少，DR 增加'),
  },
  totalDiffers: (row: number, label: string, amount: number, sum: number): Text =>
    say(
      `The total in row ${row}${label === '' ? '' : ` (${label})`} says ${amountText(amount)}; its rows add up to ${amountText(sum)}.`,
      `第 ${row} 行合计${label === '' ? '' : `（${label}）`}为 ${amountText(amount)}，而各行相加为 ${amountText(sum)}。`,
    ),
  rowsCount: say('The rows count', '以各行为准'),
  below: (rows: number, amount: number, examples: string): Text =>
    say(
      `${rowsOf(rows)} ${rows === 1 ? 'stands' : 'stand'} below the total of all (${examples}; ${amountText(amount)} in sum): ${rows === 1 ? 'does it' : 'do they'} count as sales?`,
      `合计行下方另有 ${rows} 行（${examples}；合计 ${amountText(amount)}），是否计入销售额？`,
    ),
  sums: (rows: number, amount: number, examples: string): Text =>
    rows === 1
      ? say(
          `The other rows add up to one of them (${examples}, ${amountText(amount)}): is it a total?`,
          `其余各行之和等于其中一行（${examples}，${amountText(amount)}），该行是否为合计？`,
        )
      : say(
          `The other rows add up to ${rows} of them (${examples}, ${amountText(amount)} in sum): are they totals?`,
          `其余各行之和等于其中 ${rows} 行（${examples}，合计 ${amountText(amount)}），这些行是否为合计？`,
        ),
  sumChoices: { totals: say('Totals: do not count', '是合计，不计入'), deals: say('Deals: count', '是成交，计入') },
  twice: {
    number: (rows: number, amount: number, examples: string): Text =>
      say(
        `${rowsOf(rows)}, ${amountText(amount)} in sum, ${rows === 1 ? 'repeats' : 'repeat'} the number of a deal that came before: ${examples}`,
        `${rows} 行（合计 ${amountText(amount)}）与前面的编号重复：${examples}`,
      ),
    row: (rows: number, amount: number, examples: string): Text =>
      say(
        `${rowsOf(rows)}, ${amountText(amount)} in sum, ${rows === 1 ? 'is' : 'are'} the same as another in every column: ${examples}`,
        `${rows} 行（合计 ${amountText(amount)}）与另一行完全相同：${examples}`,
      ),
  },
  twiceNumbers: {
    first: say('Count each once, by its first row', '每个只计一次，以第一行为准'),
    last: say('Count each once, by its last row', '每个只计一次，以最后一行为准'),
    all: say('They are different deals: count all', '是不同的成交，全部计入'),
  },
  twiceRows: {
    first: say('Count each once', '每个只计一次'),
    all: say('They are different deals: count all', '是不同的成交，全部计入'),
  },
};
