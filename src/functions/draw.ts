import type { Cell } from '../kernel/cell.ts';
import { type Decimal, decimal, roundHalfAwayFromZero } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import { headingLanguage, headings } from '../kernel/headings.ts';
import { choice, choiceOr, number } from '../kernel/parameters.ts';
import { numbers } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';

export const draw = defineFunction({
  name: 'DRAW',
  family: 'incentives',
  kind: 'table',
  text: {
    label: say('Draw against commission', '提成预支'),
    words: searchWords('recoverable draw, guarantee, advance, true-up', '预支佣金，保底提成，借支，预发'),
    summary: say(
      'Commissions with a draw against them, period by period: earned, drawn (or, negative, recovered), paid, outstanding.',
      '逐期列出应得提成、预支额（负数为扣回）、实发额和尚欠余额。',
    ),
    formula: 'paid = earned + draw;  balance = balance before + draw, where the draw is recoverable',
    source: 'The four draw types of commission practice (Xactly Incent)',
  },
  parameters: {
    commissions: numbers({
      label: say('Commissions', '提成'),
      about: say(
        'Earned in each period, first to last; a blank period stays blank.',
        '各期应得提成，从前到后；为空的期间结果为空。',
      ),
    }),
    draw: number({
      label: say('Draw', '预支额'),
      about: say('Agreed for a period.', '每期约定的预支额。'),
      minimum: 0,
    }),
    type: choiceOr(
      'recoverable-guarantee',
      [
        choice(
          'recoverable-guarantee',
          say('recoverable (tops up)', '保底可扣回'),
          'topped up, recoverable',
          '可扣回保底',
          '保底预支',
        ),
        choice('guarantee', say('topped up, kept', '保底不扣回'), 'non-recoverable-guarantee', '不扣回保底', '保底'),
        choice('recoverable', say('on top, recoverable', '加发可扣回'), '可扣回'),
        choice('non-recoverable', say('on top, kept', '加发不扣回'), 'nonrecoverable', '不扣回'),
      ],
      {
        label: say('Type', '类型'),
        about: say(
          'Whether the draw tops up or comes on top, and whether it is owed back.',
          '预支是补足到约定额还是另行加发，以及是否需扣回。',
        ),
      },
    ),
    language: headingLanguage(),
  },
  examples: [
    {
      given: { commissions: [[500], [3000]], draw: 1500, language: 'en' },
      result: [
        ['Earned', 'Draw', 'Paid', 'Balance owed'],
        [500, 1000, 1500, 1000],
        [3000, -1000, 2000, 0],
      ],
    },
    {
      given: { commissions: [[200], [null]], draw: 100, type: 'recoverable', language: 'zh' },
      result: [
        ['应得', '预支', '实发', '尚欠'],
        [200, 100, 300, 100],
        [null, null, null, null],
      ],
    },
  ],
  compute({ commissions, draw: agreed, type, language }) {
    const limit = roundHalfAwayFromZero(decimal(agreed), 2);
    let balance = decimal(0);
    const rows = Array.from({ length: commissions.length }, (_, index): Cell[] => {
      const commission = commissions.at(index);
      if (commission === null) return [null, null, null, null];
      const earned = roundHalfAwayFromZero(decimal(commission), 2);
      const drawn = type.endsWith('guarantee') ? topUp(earned, limit, balance) : limit;
      if (type.startsWith('recoverable')) balance = balance.plus(drawn);
      return [earned, drawn, earned.plus(drawn), balance].map(Number);
    });
    return [headings(HEADINGS, language), ...rows];
  },
});

/** What is missing to the agreed amount, or, negative, what a surplus gives back of the balance. */
function topUp(earned: Decimal, agreed: Decimal, balance: Decimal): Decimal {
  const missing = agreed.minus(earned);
  const owed = balance.neg();
  return missing.lt(owed) ? owed : missing;
}

const HEADINGS = [say('Earned', '应得'), say('Draw', '预支'), say('Paid', '实发'), say('Balance owed', '尚欠')];
