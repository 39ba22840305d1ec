export type RagLight = 'red' | 'amber' | 'green' | 'none';

/** How each light is written. */
export const RAG_STYLES = {
  text: { red: 'red', amber: 'amber', green: 'green', none: 'no data' },
  zh: { red: '红', amber: '黄', green: '绿', none: '无数据' },
  emoji: { red: '🔴', amber: '🟡', green: '🟢', none: '⚪' },
  code: { red: -1, amber: 0, green: 1, none: null },
} as const satisfies Record<string, Record<RagLight, string | number | null>>;
