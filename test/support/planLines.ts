type Line = Readonly<Record<string, string | number>>;

/** One line for every list of a template, by its index. */
export const PLAN_LINES: Readonly<Record<string, (index: number) => Readonly<Record<string, Line>>>> = {
  analysis: index => ({ metrics: { metric: `Metric ${index}`, shown: index % 2 ? 'percent' : '金额', target: index } }),
  incentive: index => ({
    people: {
      person: `Person ${index}`,
      region: `Region ${index % 40}`,
      sales: 900 + (index % 500),
      target: 1000,
      prior: index,
    },
  }),
};
