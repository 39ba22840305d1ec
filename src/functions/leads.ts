import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';

export const leads = defineFunction({
  name: 'LEADS',
  family: 'funnel',
  kind: 'map',
  text: {
    label: say('Lead volume', '潜在客户流'),
    words: searchWords('lead count, prospects, pipeline volume, inquiries', '线索量，潜客数，线索数量，询盘，意向客户'),
    summary: say(
      'All leads being worked on: the new ones and those carried over.',
      '在跟进的全部线索：本期新增加上期结转。',
    ),
    formula: 'new_leads + carried_over',
    source: 'Lead volume of pipeline reporting',
  },
  parameters: {
    new_leads: number({
      label: say('New leads', '新增线索'),
      about: say('Leads won in the period. If blank, the result is blank.', '本期新增线索数；为空则结果为空。'),
      minimum: 0,
      measured: true,
    }),
    carried_over: number({
      label: say('Carried over', '结转线索'),
      about: say('Earlier leads that are still being worked on.', '此前获得、仍在跟进的线索数。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { new_leads: 80, carried_over: 35 }, result: 115 },
    { given: { new_leads: [[12], [null]], carried_over: [[3], [4]] }, result: [[15], [null]] },
  ],
  compute: ({ new_leads, carried_over }) => clean(new_leads + carried_over),
});

export const native: Native<typeof leads> = {
  print: ({ new_leads, carried_over }) => `${new_leads}+${carried_over}`,
};
