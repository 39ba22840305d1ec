import type { Twin } from '../../kernel/native.ts';

/** Part by whole, whatever the two are called. */
export const shareTwin: Twin = {
  print(text) {
    const [part, whole] = Object.values(text);
    return `${part}/${whole}`;
  },
};
