import type { Way } from '../mending.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';
import { Notice } from './notice.tsx';

/** Something was cut off while it was written: both ways out. */
export function BrokenOff({ onMend }: { readonly onMend: (way: Way) => void }) {
  const { t } = usePanel();
  return (
    <Notice kind="warning" text={t(strings.brokeOff)}>
      <button type="button" onClick={() => onMend('finish')}>
        {t(strings.finishIt)}
      </button>
      <button type="button" onClick={() => onMend('takeBack')}>
        {t(strings.takeItBack)}
      </button>
    </Notice>
  );
}
