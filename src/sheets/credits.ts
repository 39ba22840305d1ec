import { say, type Text } from '../kernel/text.ts';

/** How somebody takes part in a deal; other sheets know the words in every language. */
export const ROLES = {
  owner: say('owner', '主责'),
  split: say('split', '分摊'),
  /** On top of the deal, as presales has it: credited twice. */
  overlay: say('overlay', '附加'),
} as const satisfies Record<string, Text>;
export type CreditRole = keyof typeof ROLES;

/** What is said beside each row of a deal whose shares are whole; everything else says what is wrong. */
export const COMPLETE = say('complete', '完整');

/** The named columns of the credits sheet that others read. */
export const CREDITS = {
  number: 'Credits_Number',
  person: 'Credits_Person',
  role: 'Credits_Role',
  credit: 'Credits_Credit',
  state: 'Credits_State',
} as const;
