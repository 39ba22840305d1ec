import { type Language, say } from '../../kernel/text.ts';
import type { ColumnSpec } from '../../plan/sheetSpec.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';

const STATES = { en: ['open', 'under way', 'done'], zh: ['待办', '进行中', '已完成'] } as const;

/** What has been agreed, before anybody has begun with it. */
export function openState(language: Language): string {
  return STATES[language][0];
}

export function stateColumn(language: Language): ColumnSpec {
  const [open, underWay, done] = STATES[language];
  return {
    key: 'state',
    label: say('State', '状态'),
    format: 'text',
    rule: { kind: 'list', values: STATES[language] },
    lights: [
      { condition: { when: 'textIs', value: open }, ...LIGHT_COLORS.none },
      { condition: { when: 'textIs', value: underWay }, ...LIGHT_COLORS.amber },
      { condition: { when: 'textIs', value: done }, ...LIGHT_COLORS.green },
    ],
  };
}

export const dueColumn: ColumnSpec = {
  key: 'due',
  label: say('Due date', '截止日期'),
  format: 'date',
  rule: { kind: 'date' },
};

export function textColumn(key: string, label: ColumnSpec['label'], width: number): ColumnSpec {
  return { key, label, format: 'text', wrap: true, width };
}
