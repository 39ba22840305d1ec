import { describe, expect, it } from 'vitest';
import { achievement } from '../src/functions/achievement.ts';
import { growth } from '../src/functions/growth.ts';
import { leaderboard } from '../src/functions/leaderboard.ts';
import { mix } from '../src/functions/mix.ts';
import { nps } from '../src/functions/nps.ts';
import { npsBreakdown } from '../src/functions/npsBreakdown.ts';
import { rag } from '../src/functions/rag.ts';
import { salesCycle } from '../src/functions/salesCycle.ts';
import { seasonalIndex } from '../src/functions/seasonalIndex.ts';
import { split } from '../src/functions/split.ts';
import { winRate } from '../src/functions/winRate.ts';
import { column, rowsOf } from './support/column.ts';
import { type CsvRow, columnOf, csvRows } from './support/csv.ts';
import { day } from './support/days.ts';
import { expectSame } from './support/expectSame.ts';
import { sharedFolder, withoutShared } from './support/shared.ts';

const withData = describe.skipIf(sharedFolder === undefined);
const count = (rows: readonly CsvRow[], heading: string, value: string): number =>
  rows.filter(row => row[heading] === value).length;
const numbers = (rows: readonly (readonly unknown[])[], index: number): number[] => rows.map(row => Number(row[index]));

withData(`a conference survey${withoutShared}`, () => {
  const scores = () =>
    column(
      ...columnOf(csvRows('data/preppin_nps_sudzilla_survey.csv'), 'On a scale of 0-10, how would you rate Sudzilla?'),
    );

  it('has 39 answers and the published NPS of −35.9', () => {
    const breakdown = rowsOf(npsBreakdown.call([scores(), 'en'])).slice(1);
    expect(numbers(breakdown, 1).reduce((sum, people) => sum + people, 0)).toBe(39);
    expect(Number(nps.call([scores()])).toFixed(3)).toBe('-35.897');
  });
});

withData(`ten stores by quarter${withoutShared}`, () => {
  const published = () => csvRows('data/preppin_store_targets_PUBLISHED.csv').filter(row => row.Store !== 'Total');

  /** Sales of three months against the quarter's target, from the two source files. */
  const quarters = () => {
    const sales = new Map(csvRows('data/preppin_store_monthly_sales.csv').map(row => [row.Store, row]));
    return csvRows('data/preppin_store_quarter_targets.csv').flatMap(target =>
      [1, 2, 3, 4].map(quarter => {
        const months = [2, 1, 0].map(back => Number(sales.get(target.Location)?.[`Month ${quarter * 3 - back} 2019`]));
        return {
          key: `${target.Location} ${quarter}`,
          actual: months.reduce((sum, month) => sum + month, 0),
          target: Number(target[`Q${quarter}`]),
        };
      }),
    );
  };

  it('has the 40 achievements as they were published, cut to whole percents', () => {
    const found = quarters();
    const result = rowsOf(
      achievement.call([column(...found.map(({ actual }) => actual)), column(...found.map(({ target }) => target))]),
    );
    const percents = new Map(found.map(({ key }, index) => [key, Math.trunc(100 * Number(result[index]?.[0]))]));
    expect(percents.size).toBe(40);
    for (const row of published()) {
      expect(percents.get(`${row.Store} ${row.Quarter}`)).toBe(Number(row['Variance to Target %']));
    }
  });

  it('has 15 store-quarters on target, and 90.431 % in total', () => {
    const found = quarters();
    const shares = rowsOf(
      achievement.call([column(...found.map(({ actual }) => actual)), column(...found.map(({ target }) => target))]),
    );
    const lights = rowsOf(rag.call([shares]));
    expect(lights.filter(([light]) => light === 'green')).toHaveLength(15);
    expect(count(published(), 'Target', 'Above')).toBe(15);
    const total = (figure: 'actual' | 'target') => found.reduce((sum, row) => sum + row[figure], 0);
    expect((100 * Number(achievement.call([total('actual'), total('target')]))).toFixed(3)).toBe('90.431');
  });
});

withData(`a hundred Chinese orders${withoutShared}`, () => {
  const rows = () => csvRows('data/cn_sales_small.csv');
  const board = (by: string) =>
    rowsOf(leaderboard.call([column(...columnOf(rows(), by)), column(...columnOf(rows(), '收入(折后)'))]));

  it('have their leaderboard by 销售员, to the cent', () => {
    expect(board('销售员').map(([rank, name, value]) => [rank, name, value])).toEqual([
      [1, '周婷', 163686.02],
      [2, '王芳', 142421.29],
      [3, '李强', 140946.26],
      [4, '陈晨', 127870.85],
      [5, '刘洋', 122143.23],
      [6, '黄磊', 104337.77],
      [7, '赵敏', 59519.63],
      [8, '张伟', 38979.89],
    ]);
    expect(numbers(board('销售员'), 3).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('have their shares by 大区', () => {
    const regions = board('大区');
    expect(regions.map(([, name]) => name)).toEqual(['西北', '华中', '华南', '华东', '西南', '华北']);
    expectSame(regions[0]?.[3] ?? null, 177658.92 / 899904.94);
  });

  it('split 1,000,000 among the salespeople by what they sold, exactly', () => {
    const sold = board('销售员').map(([, , value]) => value ?? null);
    const shares = numbers(rowsOf(split.call([1_000_000, column(...sold)])), 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1_000_000);
    for (const [index, share] of shares.entries()) {
      expect(Math.abs(share - (Number(sold[index]) / 899904.94) * 1_000_000)).toBeLessThan(1);
    }
  });
});

withData(`a year of Chinese sales, in GBK${withoutShared}`, () => {
  const totals = (heading: string): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const row of csvRows('data/cn_sales_orders.csv', 'gb18030')) {
      sums.set(row[heading] ?? '', (sums.get(row[heading] ?? '') ?? 0) + Number(row.销售额));
    }
    return sums;
  };

  it('has its growth month on month', () => {
    const months = totals('月份');
    const figures = [...months.values()];
    const changes = rowsOf(growth.call([column(...figures.slice(1)), column(...figures.slice(0, -1))]));
    const byMonth = Object.fromEntries([...months.keys()].slice(1).map((month, index) => [month, changes[index]?.[0]]));
    expectSame(byMonth['May-24'] ?? null, (2651327 - 2722637) / 2722637);
    expectSame(byMonth['Nov-24'] ?? null, (2296622 - 1977825) / 1977825);
    expectSame(byMonth['Jan-25'] ?? null, (3312243 - 2831581) / 2831581);
  });

  it('has its shares by region', () => {
    const regions = totals('地区');
    const shares = rowsOf(mix.call([column(...regions.values())]));
    expect([...regions.keys()]).toEqual(['北方', '南方', '华东', '西部']);
    expectSame(shares, column(...[8861697, 7369829, 7321973, 7356005].map(value => value / 30909504)));
  });

  it('splits 1,000,000 over its months exactly', () => {
    const shares = numbers(rowsOf(split.call([1_000_000, column(...totals('月份').values())])), 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1_000_000);
  });
});

withData(`a CRM’s opportunities${withoutShared}`, () => {
  const deals = () => csvRows('data/maven_crm_sales_pipeline.csv');
  const rateOf = (rows: readonly CsvRow[]): number => {
    const won = count(rows, 'deal_stage', 'Won');
    return Number(winRate.call([won, won + count(rows, 'deal_stage', 'Lost')]));
  };

  it('were won at 63.150052 %', () => {
    expect((100 * rateOf(deals())).toFixed(6)).toBe('63.150052');
  });

  it('took 51.782 days to win on average, 57 in the middle', () => {
    const won = deals().filter(row => row.deal_stage === 'Won');
    const dates = (heading: string) => column(...won.map(row => day(row[heading] ?? '')));
    const cycle = (statistic: string) =>
      Number(salesCycle.call([dates('engage_date'), dates('close_date'), statistic]));
    expect(cycle('mean').toFixed(3)).toBe('51.782');
    expect(cycle('median')).toBe(57);
  });

  it('were won at these rates by region and by agent', () => {
    const teams = new Map(csvRows('data/maven_crm_sales_teams.csv').map(row => [row.sales_agent, row.regional_office]));
    const inRegion = (region: string) => deals().filter(row => teams.get(row.sales_agent) === region);
    expectSame(rateOf(inRegion('Central')), 1629 / 2604);
    expectSame(rateOf(inRegion('West')), 1438 / 2249);
    expectSame(rateOf(inRegion('East')), 1171 / 1858);
    const agents = [...new Set(deals().map(row => row.sales_agent ?? ''))];
    const board = rowsOf(
      leaderboard.call([
        column(...agents),
        column(...agents.map(agent => rateOf(deals().filter(row => row.sales_agent === agent)))),
      ]),
    );
    expect(board).toHaveLength(30);
    expect(board[0]?.slice(0, 2)).toEqual([1, 'Hayden Neloms']);
    expectSame(board[0]?.[2] ?? null, 107 / 152);
    expect(board[29]?.slice(0, 2)).toEqual([30, 'Lajuana Vencill']);
    expectSame(board[29]?.[2] ?? null, 127 / 231);
  });
});

withData(`twelve years of air passengers${withoutShared}`, () => {
  it('have the seasonal indexes that decompose() of R gives, to six digits', () => {
    const values = columnOf(csvRows('data/air_passengers.csv'), 'value');
    expect(values).toHaveLength(144);
    const indexes = rowsOf(seasonalIndex.call([column(...values)])).map(([index]) => Number(index).toFixed(6));
    expect(indexes.join(' ')).toBe(
      '0.910230 0.883625 1.007366 0.975906 0.981378 1.112776 1.226556 1.219911 1.060492 0.921757 0.801178 0.898824',
    );
  });
});

describe('a company target of 5,000', () => {
  it('ties out at every level: regions, people, quarters, months', () => {
    const regions = numbers(rowsOf(split.call([5000, column(1500, 1300, 1200, 1000)])), 0);
    expect(regions).toEqual([1500, 1300, 1200, 1000]);
    for (const region of regions) {
      const people = numbers(rowsOf(split.call([region, column(1, 1, 0.5)])), 0);
      expect(people.reduce((sum, share) => sum + share, 0)).toBe(region);
      for (const person of people) {
        const quarters = numbers(rowsOf(split.call([person, column(0.4, 0.3, 0.2, 0.1)])), 0);
        expect(quarters.reduce((sum, share) => sum + share, 0)).toBe(person);
        for (const quarter of quarters) {
          const months = numbers(rowsOf(split.call([quarter, column(1, 1, 1)])), 0);
          expect(months.reduce((sum, share) => sum + share, 0)).toBe(quarter);
        }
      }
    }
  });
});
