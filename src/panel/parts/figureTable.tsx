import type { ComponentChildren } from 'preact';
import type { Text } from '../../kernel/text.ts';
import { usePanel } from '../panel.ts';

interface FigureTableProps {
  readonly caption: string;
  /** The caption is read out in any case. */
  readonly hidesCaption?: boolean;
  readonly heads: readonly Text[];
  readonly children: ComponentChildren;
}

/** A table that scrolls by itself: what a row is about in its first column, figures in the others. */
export function FigureTable({ caption, hidesCaption = false, heads, children }: FigureTableProps) {
  const { t } = usePanel();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard
    <section class="scroll tall" tabIndex={0} aria-label={caption}>
      <table class="grid">
        {!hidesCaption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head.en} scope="col" class={index > 0 ? 'number' : undefined}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}
