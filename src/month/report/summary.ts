import { isoOf } from '../../kernel/calendar.ts';
import { periodText } from '../../kernel/period.ts';
import { type Language, say, type Text } from '../../kernel/text.ts';
import { shownAs } from '../../plan/preview.ts';
import type { Exception, ExceptionKind, Report } from './report.ts';

export const EXCEPTION_TITLES: Readonly<Record<ExceptionKind, Text>> = {
  red: say('Below target (red)', '未达标（红灯）'),
  behind: say('Behind pace', '落后于时间进度'),
  outlier: say('Unusual against own history', '偏离本人往期水平'),
  overdue: say('Overdue payments', '逾期未回款'),
  noData: say('No data yet', '尚无数据'),
};
const MOST_LINES = 8;

/** The month in a few lines to paste into a chat or a mail: no markup, nothing that needs a table. */
export function summary(report: Report, language: Language, unit: string): string {
  const said = (en: string, zh: string): string => say(en, zh)[language];
  const money = (value: number | null): string => (value === null ? said('none', '无') : shownAs(value, 'money'));
  const percent = (value: number | null): string => (value === null ? '–' : shownAs(value, 'percent'));
  const { total, lights, leaders, exceptions, statements } = report;
  const month = periodText(report.period)[language];
  const lines = [
    report.over
      ? said(`Sales summary, ${month} (${unit})`, `${month}销售简报（${unit}）`)
      : said(
          `Sales summary, ${month}, as of ${isoOf(report.asOf)} (${unit})`,
          `${month}销售简报，截至${isoOf(report.asOf)}（${unit}）`,
        ),
    total.target === null
      ? said(`Total ${money(total.actual)}.`, `合计完成 ${money(total.actual)}。`)
      : said(
          `Total ${money(total.actual)} of ${money(total.target)}, ${percent(total.achievement)}; gap ${money(total.gap)}.`,
          `合计完成 ${money(total.actual)}，目标 ${money(total.target)}，达成率 ${percent(total.achievement)}，差额 ${money(total.gap)}。`,
        ),
  ];
  // Without targets nobody has a light.
  if (total.target !== null)
    lines.push(
      said(
        `People: ${lights.green} green, ${lights.amber} amber, ${lights.red} red, ${lights.none} without data.`,
        `绿灯 ${lights.green} 人，黄灯 ${lights.amber} 人，红灯 ${lights.red} 人，无数据 ${lights.none} 人。`,
      ),
    );
  if (leaders.length > 0) {
    const list = leaders.map(({ rank, person, actual }) => `${rank}. ${person} ${money(actual)}`);
    lines.push(said(`Top performers: ${list.join('; ')}.`, `业绩领先：${list.join('；')}。`));
  }
  for (const kind of Object.keys(EXCEPTION_TITLES) as ExceptionKind[]) {
    const list = exceptions.filter(exception => exception.kind === kind);
    if (list.length === 0) continue;
    const shown = list.slice(0, MOST_LINES).map(exception => exceptionText(exception, percent, money));
    if (list.length > MOST_LINES)
      shown.push(said(`${list.length - MOST_LINES} more`, `另有 ${list.length - MOST_LINES} 项`));
    lines.push(
      said(`${EXCEPTION_TITLES[kind].en}: ${shown.join('; ')}.`, `${EXCEPTION_TITLES[kind].zh}：${shown.join('；')}。`),
    );
  }
  const unpaid = statements.filter(({ problem }) => problem !== undefined);
  if (unpaid.length > 0) {
    const names = unpaid.map(({ person }) => person);
    lines.push(said(`Commission can’t be calculated for ${names.join(', ')}.`, `无法计算提成：${names.join('、')}。`));
  }
  return lines.join('\n');
}

type Shown = (value: number | null) => string;

function exceptionText({ kind, name, value, gap }: Exception, percent: Shown, money: Shown): string {
  if (kind === 'noData') return name;
  if (kind === 'overdue' || kind === 'outlier') return `${name} ${money(value)}`;
  return `${name} ${percent(value)} (${money(gap)})`;
}
