import { ratioOf, type SqlTwin } from '../../kernel/sql.ts';

/** Part by whole, whatever the two are called. */
export const shareSql: SqlTwin = {
  print(text, words) {
    const [part = '', whole = ''] = Object.values(text);
    return ratioOf(part, whole, words);
  },
};
