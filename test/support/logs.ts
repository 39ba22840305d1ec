import { isoOf, serialOfIso } from '../../src/kernel/calendar.ts';
import type { Language } from '../../src/kernel/text.ts';
import { PLAN_LINES } from './planLines.ts';

type Line = Readonly<Record<string, string | number>>;

/** A year of days, each as likely as the others. */
function day(from: string, index: number): string {
  return isoOf(serialOfIso(from) + ((index * 37) % 360));
}

const REGIONS = { en: ['North', 'East', 'South', 'West'], zh: ['华北', '华东', '华南', '西南'] } as const;

const LINES: Readonly<Record<string, (index: number, language: Language) => Readonly<Record<string, Line>>>> = {
  ...PLAN_LINES,
  survey: (index, language) => ({
    responses: {
      date: day('2025-04-01', index),
      customer: `Customer ${index}`,
      region: REGIONS[language][index % 4] ?? '',
      nps: (index * 3) % 11,
      csat: (index % 5) + 1,
    },
  }),
  collection: index => ({
    contracts: {
      contract: `C-${index}`,
      customer: `Customer ${index}`,
      person: `Person ${index % 40}`,
      signed: day('2025-01-01', index),
      due: day('2025-06-01', index),
      amount: 1000 + index,
      paid: (index % 4) * 250,
    },
  }),
  activity: index => ({
    entries: {
      // The thirteen weeks that end with the one before the tests' day.
      date: isoOf(serialOfIso('2025-12-08') + ((index * 37) % 91)),
      person: `Person ${index % 20}`,
      calls: index % 13,
      emails: index % 11,
      visits: index % 3,
      followUps: index % 5,
      demos: index % 2,
    },
  }),
  retention: index => ({
    orders: { date: day('2025-04-01', index), customer: `Customer ${(index * 7) % 300}`, amount: 100 + (index % 50) },
  }),
  customers: index => ({
    customers: { customer: `Customer ${index}`, industry: `Industry ${index % 9}`, complaints: index % 3 },
    orders: {
      date: day('2025-03-20', index),
      customer: `Customer ${Math.floor(index / 4)}`,
      amount: 100 + (index % 50),
    },
  }),
  funnel: index => ({ stages: { stage: `Stage ${index + 1}`, count: 5000 - index } }),
  history: index => ({
    rows: {
      period: day('2025-01-01', index),
      unitType: 'company',
      unit: `Unit ${index % 50}`,
      metric: 'Sales',
      target: 1000 + index,
      actual: 900 + index,
    },
  }),
};

/** Values of a form with so many lines in every list of a template, and no samples. */
export function logRows(template: string, count: number, language: Language): Record<string, unknown> | undefined {
  const line = LINES[template];
  if (!line) return undefined;
  const fields: Record<string, unknown[]> = Object.fromEntries(Object.keys(line(0, language)).map(key => [key, []]));
  for (let index = 0; index < count; index++) {
    for (const [key, row] of Object.entries(line(index, language))) fields[key]?.push(row);
  }
  return { ...fields, samples: false };
}
