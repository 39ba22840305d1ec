import type { RagLight } from '../../../functions/shared/ragStyles.ts';
import { LIGHT_COLORS } from '../../../plan/theme.ts';
import { usePanel } from '../../panel.ts';
import { words } from './words.ts';

/** A light as on the sheet: its colour, and its word for those who do not see colours. */
export function LightMark({ light }: { readonly light: RagLight }) {
  const { t } = usePanel();
  const { fill, color } = LIGHT_COLORS[light];
  return (
    <span class="light" style={{ backgroundColor: fill, color }}>
      {t(words.lights[light])}
    </span>
  );
}
