import { say, type Text } from '../../../../kernel/text.ts';

/** What the page of duties says. */
export const cadenceWords = {
  cadenceLead: say(
    'Deadlines for recurring tasks. Tick what’s done; edit the table to fit your routine.',
    '例行工作的期限。完成后请勾选；可按实际情况修改下表。',
  ),
  dutiesTitle: (missed: number): Text =>
    missed > 0 ? say(`Due (${missed} overdue)`, `待办（${missed} 项逾期）`) : say('Due next', '近期待办'),
  missed: (count: number): Text => say(`Overdue (${count})`, `逾期（${count}）`),
  dueNext: say('Due next', '近期待办'),
  doneLately: say('Done lately', '最近完成'),
  dueIn: (days: number, day: string): Text => {
    if (days === 0) return say('due today', '今天到期');
    const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
    return days > 0
      ? say(`due in ${count} (${day})`, `${days} 天后到期（${day}）`)
      : say(`${count} overdue (${day})`, `已逾期 ${-days} 天（${day}）`);
  },
  andEarlier: (count: number): Text => say(`and ${count} earlier`, `此前另有 ${count} 次`),
  tick: say('Done', '完成'),
  tickOf: (label: Text, period: string): Text => say(`Done: ${label.en}, ${period}`, `完成：${label.zh}，${period}`),
  ticked: (label: Text): Text => say(`Done: ${label.en}`, `已完成：${label.zh}`),
  untick: say('Reopen', '取消完成'),
  untickOf: (label: Text): Text => say(`Reopen: ${label.en}`, `取消完成：${label.zh}`),
  from: (day: string): Text => say(`from ${day}`, `自 ${day}`),
  cadenceTable: say('Task schedule', '例行工作表'),
  cadenceDefaults: say('Back to the usual table', '恢复默认'),
  newTask: say('New task', '新任务'),
  addTask: say('Add a task', '添加任务'),
  taskName: say('Task', '任务'),
  remove: say('Remove', '删除'),
  removeTask: (label: Text): Text => say(`Remove ${label.en}`, `删除${label.zh}`),
  periods: {
    week: say('every week', '每周'),
    month: say('every month', '每月'),
    quarter: say('every quarter', '每季度'),
  },
  rules: {
    weekday: say('the same week, on', '当周'),
    weekdayAfter: say('the next week, on', '次周'),
    lastDay: say('on the last day', '最后一天'),
    dayAfter: say('afterwards, on day', '期后第几天'),
    workingDayAfter: say('afterwards, on working day', '期后第几个工作日'),
  },
  ruleText: {
    weekday: (day: Text): Text => say(`on ${day.en}`, `当周${day.zh}`),
    weekdayAfter: (day: Text): Text => say(`on ${day.en} of the next week`, `次周${day.zh}`),
    lastDay: (_: Text): Text => say('on the last day', '最后一天'),
    dayAfter: (day: Text): Text => say(`on day ${day.en} after it`, `期后第 ${day.zh} 天`),
    workingDayAfter: (day: Text): Text => say(`on working day ${day.en} after it`, `期后第 ${day.zh} 个工作日`),
  },
  howOften: say('How often', '频率'),
  when: say('When', '期限'),
  whichDay: say('Day', '日'),
  day: (number: number): Text => say(String(number), `${number}`),
  weekdays: [
    say('Monday', '周一'),
    say('Tuesday', '周二'),
    say('Wednesday', '周三'),
    say('Thursday', '周四'),
    say('Friday', '周五'),
    say('Saturday', '周六'),
    say('Sunday', '周日'),
  ],
};
