import { isoOf } from '../../../../kernel/calendar.ts';
import type { Cell } from '../../../../kernel/cell.ts';
import { shownCell } from '../../../../month/import/cleaning.ts';
import { DEAL_FIELDS, type DealField } from '../../../../month/import/dealField.ts';
import type { Columns, HeadingMatch } from '../../../../month/import/matchColumns.ts';
import { usePanel } from '../../../panel.ts';
import { useFigures } from '../numbers.ts';
import { bringInWords } from './bringInWords.ts';

interface ColumnChoiceProps {
  readonly id: string;
  readonly field: DealField;
  readonly column: number | undefined;
  readonly headings: readonly HeadingMatch[];
  /** Proposed for want of a better one. */
  readonly doubtful?: boolean;
  readonly onColumn: (column: number | undefined) => void;
}

/** Which column of a file a field is, with samples of it. */
export function ColumnChoice({ id, field, column, headings, doubtful = false, onColumn }: ColumnChoiceProps) {
  const { t } = usePanel();
  const { money } = useFigures();
  const samples = column === undefined ? [] : (headings[column]?.samples ?? []);
  return (
    <div class="column-choice">
      <label for={id}>
        {t(DEAL_FIELDS[field].label)}
        {doubtful && <small> {t(bringInWords.doubtful)}</small>}
      </label>
      <select
        id={id}
        value={column === undefined ? '' : String(column)}
        onChange={({ currentTarget: { value } }) => onColumn(value === '' ? undefined : Number(value))}
      >
        <option value="">{t(bringInWords.noColumn)}</option>
        {headings.map(({ column: place, heading }) => (
          <option key={place} value={String(place)}>
            {heading === '' ? `#${place + 1}` : heading}
          </option>
        ))}
      </select>
      {samples.length > 0 && (
        <small>{t(bringInWords.sample(samples.map(cell => sampleText(cell, field, money)).join(' · ')))}</small>
      )}
    </div>
  );
}

const MONEY: ReadonlySet<DealField> = new Set(['amount', 'collected', 'price', 'cost', 'profit']);

/** As people read it: a workbook's day is a serial number, its amounts may have any places. */
export function sampleText(cell: Cell, field: DealField, money: (value: number) => string): string {
  if (typeof cell !== 'number') return shownCell(cell);
  const { kind } = DEAL_FIELDS[field];
  const isDay = kind === 'date' || kind === 'month';
  if (isDay && cell > 0 && cell < LAST_DAY) return isoOf(Math.floor(cell));
  return MONEY.has(field) ? money(cell) : shownCell(cell);
}

/** 9999-12-31. */
const LAST_DAY = 2_958_466;

export function withColumn(columns: Columns, field: DealField, column: number | undefined): Columns {
  const { [field]: _, ...others } = columns;
  return column === undefined ? others : { ...others, [field]: column };
}
