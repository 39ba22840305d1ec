import { say, type Text } from '../../../../kernel/text.ts';
import type { RowStatus } from '../../../../month/figures/previewTracker.ts';
import { rowsOf } from '../words.ts';

const DAYS = {
  lastDeal: say('the last deal of the file', '文件中最后一笔成交'),
  monthEnd: say('the last day of the month', '当月最后一天'),
};

/** What the preview says of what changes. */
export const applyWords = {
  near: (found: string, rows: number): Text =>
    say(`“${found}” (in ${rowsOf(rows)}): is it one of these?`, `“${found}”（${rows} 行）：是否指以下之一？`),
  other: say('No, this is another one', '不，这是另一个'),
  namesTaken: (count: number): Text => say(`Names you have answered about (${count})`, `已确认的名称（${count}）`),
  takenAs: (from: string, to: string): Text => say(`“${from}” is “${to}”`, `“${from}”即“${to}”`),
  isAnother: (from: string): Text => say(`“${from}” is another one`, `“${from}”是另一个`),
  askAgain: say('Ask again', '重新确认'),
  askAgainOf: (from: string): Text => say(`Ask again about “${from}”`, `重新确认“${from}”`),
  preview: say('What changes', '变化预览'),
  caption: (month: string): Text => say(`The tracker’s rows, ${month}`, `目标跟踪表各行，${month}`),
  heads: {
    who: say('Name', '名称'),
    after: say('New', '新值'),
    before: say('was, change', '原值、增减'),
    light: say('Status', '红绿灯'),
  },
  statuses: {
    changed: say('changed', '有变化'),
    same: say('same', '不变'),
    absent: say('not in the file, unchanged', '文件中没有，保持不变'),
    formula: say('your formula, unchanged', '您的公式，保持不变'),
    duplicate: say('duplicate rows, unchanged', '重复行，保持不变'),
    incomplete: say('no name, unchanged', '未填名称，保持不变'),
  } satisfies Record<RowStatus, Text>,
  otherMonth: say('The tracker is of another month: it is left unchanged.', '目标跟踪表属于其他月份，保持不变。'),
  noDeals: (month: string): Text =>
    say(
      `The file has no deal of ${month}: the tracker is left unchanged.`,
      `文件中没有${month}的成交，目标跟踪表保持不变。`,
    ),
  idle: (names: readonly string[]): Text =>
    say(
      `On the team list, without a deal in the file (${names.length}): ${names.join(', ')}`,
      `名单中有但文件中无成交（${names.length} 人）：${names.join('、')}`,
    ),
  missing: (names: string, amount: string): Text =>
    say(
      `Not in this file: ${names} (${amount} in the tracker). Keep, or set to 0?`,
      `文件中没有：${names}（目标跟踪表中为 ${amount}）。保留还是设为 0？`,
    ),
  missingKept: say('Keep: the file is part of the month', '保留：文件只是当月的一部分'),
  missingZero: say('Set to 0', '设为 0'),
  asOf: say('Data as of', '数据截至'),
  asOfMoved: (was: string, becomes: string, by: keyof typeof DAYS): Text =>
    say(`${was} → ${becomes} (${DAYS[by].en})`, `${was} → ${becomes}（${DAYS[by].zh}）`),
  asOfKept: (was: string): Text => say(`${was} (unchanged)`, `${was}（不变）`),
  asOfOther: (day: string, by: keyof typeof DAYS): Text =>
    say(`Not changed to ${day} (${DAYS[by].en}).`, `未改为 ${day}（${DAYS[by].zh}）。`),
  addRows: (count: number): Text => say(`Add ${rowsOf(count)} to the tracker`, `在目标跟踪表中添加 ${count} 行`),
  wouldFall: (names: string): Text =>
    say(
      `Closing this sets the data of these to 0: ${names}. They are in the history and not in this file.`,
      `关账会将以下对象的数据归零：${names}。历史台账中有，而本文件中没有。`,
    ),
  withoutRow: (names: readonly string[], more: number): Text => {
    const rest = more > 0 ? ` … +${more}` : '';
    return say(
      `In the file but not in the tracker: ${names.join(', ')}${rest}`,
      `文件中有但目标跟踪表中没有：${names.join('、')}${rest}`,
    );
  },
  total: (taken: string, total: string): Text =>
    say(`${taken} of ${total} go into the tracker.`, `共 ${total}，其中 ${taken} 写入目标跟踪表。`),
  nothingToWrite: say('There is nothing to write.', '没有需要写入的内容。'),
  apply: say('Apply', '写入'),
};
