import type { Preview } from '../library.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';

const ROWS = 8;

/** The table that a template will make, with its figures. */
export function PreviewTable({ preview }: { readonly preview: Preview }) {
  const { t } = usePanel();
  const more = preview.rows.length - ROWS;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={t(strings.preview)}>
        <table class="grid">
          <caption>{preview.title}</caption>
          <thead>
            <tr>
              {preview.headings.map(heading => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, ROWS).map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={preview.headings[column]} class={isFigure(cell) ? 'number' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p class="help">{t(strings.moreRows(more))}</p>}
    </>
  );
}

function isFigure(cell: string): boolean {
  return /^[-−(¥$€£]*\d[\d,.]*\s*[%)万亿]*$/.test(cell);
}
