import { type Cell, CellError, type Matrix } from '../../kernel/cell.ts';
import type { Language } from '../../kernel/text.ts';
import { usePanel } from '../panel.ts';

interface ResultProps {
  readonly value: Cell | Matrix;
  readonly label: string;
  /** How the numbers of a column are shown, where they are more than results. */
  readonly shownNumber?: (value: number, column: number) => string;
}

/** A result as a sheet would show it: a single cell, or the table that spills. */
export function Result({ value, label, shownNumber }: ResultProps) {
  const { language } = usePanel();
  if (!isTable(value)) return <output class="figure">{shownCell(value, language)}</output>;
  // A heading stands over its figures.
  const isRight = (row: number, column: number) =>
    typeof value[row === 0 && value.length > 1 ? 1 : row]?.[column] === 'number';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      <table class="grid">
        <tbody>
          {value.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={isRight(index, column) ? 'number' : undefined}>
                  {typeof cell === 'number' && shownNumber ? shownNumber(cell, column) : shownCell(cell, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isTable(value: Cell | Matrix): value is Matrix {
  return Array.isArray(value);
}

/** A number with the digits that fit a cell of the usual width. */
function shownCell(cell: Cell, language: Language): string {
  if (cell === null) return '';
  if (cell instanceof CellError) return `${cell.code} ${cell.message[language]}`;
  if (typeof cell === 'number') return String(Number(cell.toPrecision(10)));
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : cell;
}
