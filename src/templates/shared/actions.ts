import { say, type Text } from '../../kernel/text.ts';
import { show } from '../../plan/show.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';

/** What has been agreed, before anybody has begun with it. */
export const OPEN = say('open', '待办');
const UNDER_WAY = say('under way', '进行中');
const DONE = say('done', '已完成');

export const stateColumn = show.text('state', say('State', '状态'), {
  choices: [OPEN, UNDER_WAY, DONE],
  lights: [
    { word: OPEN, ...LIGHT_COLORS.none },
    { word: UNDER_WAY, ...LIGHT_COLORS.amber },
    { word: DONE, ...LIGHT_COLORS.green },
  ],
});

export const dueColumn = show.date('due', say('Due date', '截止日期'));

export const textColumn = <const Key extends string>(key: Key, label: Text, width: number) =>
  show.text(key, label, { wrap: true, width });
