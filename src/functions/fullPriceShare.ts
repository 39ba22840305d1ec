import { clean } from '../kernel/decimal.ts';
import { divisionByZero, expected, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { countWhere, type Native, unlessEmpty, WRONG, when } from '../kernel/native.ts';
import { numbers } from '../kernel/ranges.ts';
import { nullIf, ratioOf, rowsWhere, type Sql } from '../kernel/sql.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';

export const fullPriceShare = defineFunction({
  name: 'FULL_PRICE_SHARE',
  family: 'money',
  kind: 'list',
  text: {
    label: say('Full-price share', '全价占比'),
    words: searchWords('full price sales, undiscounted share', '正价率，正价销售占比，原价占比'),
    summary: say(
      'Share of the sales value that was sold at list price or above.',
      '按标价（未打折）售出的金额占销售额的比例。',
    ),
    formula: 'Σ net where net ≥ list ÷ Σ net',
    source: 'Full-price sell-through by value of retail reporting',
  },
  parameters: {
    list: numbers({
      label: say('List', '标价金额'),
      about: say('Each sale at list price.', '各笔销售按标价的金额。'),
      minimum: 0,
    }),
    net: numbers({
      label: say('Net', '成交金额'),
      about: say('What was paid for it; blanks are skipped.', '各笔实际成交金额；为空则不计。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { list: [[100], [100], [50]], net: [[100], [75], [25]] }, result: 0.5 },
    { given: { list: [['List'], [10], [10]], net: [['Net'], [10], [null]] }, result: 1 },
  ],
  compute({ list, net }) {
    const full = new Sum();
    const total = new Sum();
    let sales = 0;
    net.each((paid, index) => {
      const price = list.at(index);
      if (price === null) list.reject(index, expected.number(null));
      else if (clean(paid) >= clean(price)) full.add(paid);
      total.add(paid);
      sales++;
    });
    if (sales === 0) return notAvailable('no sale is filled in', '没有已填写的销售');
    if (total.value === 0) return divisionByZero('net adds up to 0', 'net（成交金额）合计为 0');
    return full.value / total.value;
  },
});

export const native: Native<typeof fullPriceShare> = {
  print({ list, net }) {
    const share = `SUMPRODUCT(ISNUMBER(${net})*(${net}>=${list}),${net})/SUM(${net})`;
    return when(`${countWhere(net, `(1-ISNUMBER(${list}))`)}>0`, WRONG, unlessEmpty(net, share));
  },
};

export const sql: Sql<typeof fullPriceShare> = {
  print({ list, net }, words) {
    const share = ratioOf(`SUM(CASE WHEN ${net} >= ${list} THEN ${net} ELSE 0 END)`, `SUM(${net})`, words);
    return nullIf(`${rowsWhere(`${net} IS NOT NULL AND ${list} IS NULL`)} > 0`, share);
  },
};
