import { say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { choiceField, dateField, linesField, numberField, textField } from '../plan/field.ts';
import { inStrip, show } from '../plan/show.ts';
import { entered, monthAfter, samplesField } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { BY_RATE, BY_SALES, resultColumns, resultTable } from './shared/peopleResults.ts';
import { samplePeople, samplePeriods } from './shared/peopleSamples.ts';
import { peopleTable } from './shared/peopleTable.ts';
import { firstOfMonth } from './shared/periods.ts';
import { startField, unitField } from './shared/strip.ts';

export const people = defineTemplate({
  id: 'people',
  label: say('People compared', '人员对比'),
  words: searchWords(
    'salespeople comparison, benchmarking, top performers, coaching list, rep scorecard, improvement',
    '销售人员对比，标杆，帮扶，个人业绩对比，人效，成单率，末位',
  ),
  summary: say(
    'A row for each person against the team and the own period before: deals, sales, win rate with its range, and whom to learn from or to help.',
    '每人一行，与团队及本人上期对比：成交、销售额、成交率及其区间，并标出标杆与帮扶对象。',
  ),
  name: say('People', '人员对比'),
  prefix: 'People',
  subtitle: say(
    'Add a row for each person and period in the yellow table at the bottom, and set the periods above.',
    '在底部黄色表格中每人每期填一行，并设置上方期间。',
  ),
  frozenColumns: 1,
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('People compared', '人员对比') }),
    start: startField(firstOfMonth, say('As “Period” in the results.', '与业绩记录中的“期间”一致。')),
    before: inStrip(
      dateField({ label: say('Period before', '上期'), initial: today => monthAfter(today, -1) }),
      show.date,
      'Before',
      { note: say('The first day of the period to compare with.', '对比期间的首日。') },
    ),
    by: inStrip(
      choiceField({
        label: say('Judged by', '对比依据'),
        initial: 'rate',
        choices: [
          { value: 'rate', label: BY_RATE },
          { value: 'sales', label: BY_SALES },
        ],
      }),
      show.text,
      'JudgedBy',
      { note: say('What decides on model and help.', '标杆与帮扶的判定依据。') },
    ),
    cases: inStrip(
      numberField({ label: say('Minimum closed deals', '最少已关闭商机'), initial: 10, minimum: 1, whole: true }),
      show.integer,
      'MinCases',
      { minimum: 1, whole: true, note: say('Fewer say too little of a person.', '数量过少不足以评判。') },
    ),
    times: inStrip(
      numberField({
        label: say('Help after, times in a row', '帮扶：连续期数'),
        initial: 2,
        minimum: 1,
        maximum: 24,
        whole: true,
      }),
      show.integer,
      'Times',
      { minimum: 1, whole: true },
    ),
    unit: unitField,
    money: moneyField,
    people: linesField({
      label: say('People', '人员'),
      hint: say('One name per line.', '每行一个姓名。'),
      columns: [show.text('person', say('Salesperson', '销售员'))],
      known: ({ people: team = [] }) => (team.length > 0 ? team.map(({ person }) => ({ person })) : undefined),
    }),
    results: linesField({
      label: say('Results', '业绩记录'),
      hint: say(
        'One person and period per line: first day of the period, name, won, lost, sales, cycle, new customers, due, collected, activity index.',
        '每行一条：期间首日、姓名、赢单、输单、销售额、成交周期、新客户数、应回款、已回款、活动量指数。',
      ),
      columns: resultColumns,
    }),
    samples: samplesField,
  },
  sheet({ start, money, people: team, results, samples }, language) {
    const sampled = samples && results.length === 0;
    return {
      amounts: money,
      strip: ['start', 'before', 'by', 'cases', top, border, 'times', 'unit'],
      tables: [
        peopleTable(entered(team, sampled, () => samplePeople(language))),
        resultTable(entered(results, sampled, () => samplePeriods(start, language))),
      ],
    };
  },
});

const top = show.percent('Top', say('Model: top', '标杆：前'), {
  value: 0.25,
  minimum: 0,
  maximum: 1,
  note: say('Share of the people who can be judged.', '占可评判人数的比例。'),
});
const border = show.percent('Border', say('Help below', '帮扶：低于'), {
  value: 0.8,
  minimum: 0,
  note: say('Share of the team’s figure in the same period.', '占同期团队水平的比例。'),
});
