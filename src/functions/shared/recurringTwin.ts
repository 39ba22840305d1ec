import { type Texts, WRONG, when } from '../../kernel/native.ts';
import type { Recurring } from './recurring.ts';

export function retainedTwin({ start, churned, contraction }: Texts<keyof Recurring>, expansion = ''): string {
  const left = `(${start}-${churned}-${contraction})`;
  const kept = when(`${left}>0`, left, '0');
  return when(
    `(${start}>0)*(ROUND(${left},8)<0)`,
    WRONG,
    expansion === '' ? `${kept}/${start}` : `(${kept}+${expansion})/${start}`,
  );
}
