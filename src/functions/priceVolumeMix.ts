import { type Cell, CellError } from '../kernel/cell.ts';
import { cleanDecimal, type Decimal, decimal } from '../kernel/decimal.ts';
import { divisionByZero, expected, invalid, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type NumberRange, numberGrid } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';

export const priceVolumeMix = defineFunction({
  name: 'PRICE_VOLUME_MIX',
  family: 'growth',
  kind: 'table',
  text: {
    label: say('Price, volume, mix', '量价结构分析'),
    words: searchWords('PVM, price effect, volume effect, variance analysis', '价格影响，销量影响，价量分析，差异分析'),
    summary: say(
      'Why revenue changed, product by product: the effects of price, volume and mix, which add up to the change.',
      '逐产品拆分收入变动：价格、数量、结构三种影响，合计等于收入变动。',
    ),
    formula: 'price = (p1 − p0) × v1;  volume = p0 × v0 × (V1 ÷ V0 − 1);  mix = p0 × (v1 − v0 × V1 ÷ V0);  V = Σ v',
    source: 'Price–volume–mix (PVM) variance analysis, with the mix held at the earlier one for volume',
  },
  parameters: {
    volume0: numberGrid({
      label: say('Volume before', '前期数量'),
      about: say('Units of the previous period, one row per product.', '前期销量，每行一个产品。'),
      minimum: 0,
    }),
    price0: numberGrid({
      label: say('Price before', '前期价格'),
      about: say(
        'Price before; blank for a new product, which then counts as mix.',
        '前期单价；新产品留空，计入结构影响。',
      ),
    }),
    volume1: numberGrid({
      label: say('Volume now', '本期数量'),
      about: say('Units sold now.', '本期销量。'),
      minimum: 0,
    }),
    price1: numberGrid({
      label: say('Price now', '本期价格'),
      about: say('Price now; blank for a product that is no longer sold.', '本期单价；停售产品留空。'),
    }),
  },
  examples: [
    // Twice as many in all (200 to 400): volume doubles each product’s 1,000 and 2,000; the rest is mix and price.
    {
      given: {
        volume0: [[100], [100]],
        price0: [[10], [20]],
        volume1: [[300], [100]],
        price1: [[11], [20]],
      },
      result: [
        [300, 1000, 1000],
        [0, 2000, -2000],
      ],
    },
    {
      given: { volume0: [[50], [null]], price0: [[4], [null]], volume1: [[50], [50]], price1: [[5], [6]] },
      result: [
        [50, 200, -200],
        [0, 0, 300],
      ],
    },
  ],
  compute(inputs) {
    const { volume0, price0, volume1, price1 } = inputs;
    for (const [name, range] of Object.entries({ price0, volume1, price1 })) {
      if (range.shape !== volume0.shape) return expected.sameShape('volume0', volume0.shape, name, range.shape);
    }
    const growth = volumeGrowth(volume0, volume1);
    if (growth instanceof CellError) return growth;
    return Array.from({ length: volume0.length }, (_, index) => {
      const before = { volume: volume0.at(index), price: price0.at(index) };
      const now = { volume: volume1.at(index), price: price1.at(index) };
      if (hasNoPrice(before)) price0.reject(index, withoutPrice());
      if (hasNoPrice(now)) price1.reject(index, withoutPrice());
      return before.volume === null && now.volume === null ? [null, null, null] : effects(before, now, growth);
    });
  },
});

interface Sale {
  readonly volume: number | null;
  readonly price: number | null;
}

/** A price that is missing, because nothing was sold at one, is the other period’s: no price effect. */
function effects(before: Sale, now: Sale, growth: Decimal): Cell[] {
  const [v0, v1] = [decimal(before.volume ?? 0), decimal(now.volume ?? 0)];
  const p0 = decimal(before.price ?? now.price ?? 0);
  const p1 = decimal(now.price ?? before.price ?? 0);
  const price = p1.minus(p0).times(v1);
  // Cut to the digits that a cell keeps; mix takes the rest, so that the three add up to the change exactly.
  const volume = cleanDecimal(p0.times(v0).times(growth));
  const mix = p1.times(v1).minus(p0.times(v0)).minus(price).minus(volume);
  return [Number(price), Number(volume), Number(mix)];
}

function hasNoPrice({ volume, price }: Sale): boolean {
  return price === null && (volume ?? 0) > 0;
}

function withoutPrice(): CellError {
  return invalid('expected a price beside the volume, the cell is blank', '数量旁应有单价，单元格为空');
}

function volumeGrowth(volume0: NumberRange, volume1: NumberRange): Decimal | CellError {
  const [before, now] = [total(volume0), total(volume1)];
  if (before === undefined || now === undefined) return notAvailable('no volume is filled in', '没有已填写的数量');
  if (before.eq(0)) return divisionByZero('volume0 adds up to 0', 'volume0（前期数量）合计为 0');
  return now.minus(before).div(before);
}

function total(volumes: NumberRange): Decimal | undefined {
  let sum: Decimal | undefined;
  volumes.each(volume => {
    sum = (sum ?? decimal(0)).plus(decimal(volume));
  });
  return sum;
}
