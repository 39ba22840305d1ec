import type { Preview, PreviewCell, PreviewTable } from '../../plan/preview.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';

interface SheetPreviewProps {
  readonly preview: Preview;
  /** How many rows of each table are shown. */
  readonly rows: number;
}

/** The sheet that a template will make, with its figures computed. */
export function SheetPreview({ preview, rows }: SheetPreviewProps) {
  const { t } = usePanel();
  return (
    <div class="sheet">
      <p class="sheet-title">{preview.title}</p>
      {preview.parameters.length > 0 && (
        <dl>
          {preview.parameters.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {preview.tables.map((table, index) => (
        <div key={index}>
          {table.title && <p class="table-title">{table.title}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard */}
          <section class="scroll" tabIndex={0} aria-label={table.title ?? t(strings.preview)}>
            <Table table={table} rows={rows} />
          </section>
        </div>
      ))}
    </div>
  );
}

/** A small picture of a sheet, for eyes only. */
export function SheetPicture({ preview }: { readonly preview: Preview }) {
  return (
    <div class="picture" aria-hidden="true">
      <div class="sheet">
        <p class="sheet-title">{preview.title}</p>
        {preview.tables.slice(0, 1).map(table => (
          <Table key={table.headings.join()} table={table} rows={5} />
        ))}
      </div>
    </div>
  );
}

function Table({ table, rows }: { readonly table: PreviewTable; readonly rows: number }) {
  const { t } = usePanel();
  const hidden = table.moreRows + Math.max(0, table.rows.length - rows);
  const aligned = (column: number) => (table.rows[0] ?? table.above[0]?.cells)?.[column]?.align ?? 'left';
  return (
    <table class="grid">
      <thead>
        <tr>
          {table.headings.map((heading, column) => (
            <th key={heading} scope="col" class={aligned(column)}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.above.map(({ role, cells }, index) => (
          <Cells key={index} role={role} cells={cells} />
        ))}
        {table.rows.slice(0, rows).map((cells, index) => (
          <Cells key={index} role="row" cells={cells} />
        ))}
      </tbody>
      {hidden > 0 && (
        <tfoot>
          <tr>
            <td colSpan={table.headings.length}>{t(strings.moreRows(hidden))}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cells({ role, cells }: { readonly role: string; readonly cells: readonly PreviewCell[] }) {
  return (
    <tr class={role}>
      {cells.map(({ text, align, computed, fill, color, bar }, column) => (
        <td
          key={column}
          class={computed ? `${align} computed` : align}
          style={fill ? { backgroundColor: fill, color: color ?? '#000000' } : undefined}
        >
          {bar === undefined ? text : <div class="drawn" role="img" aria-label={text} style={{ width: `${bar}%` }} />}
        </td>
      ))}
    </tr>
  );
}
