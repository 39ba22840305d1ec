import { DEAL_FIELDS, type DealField } from '../../../month/dealField.ts';
import type { Columns, HeadingMatch } from '../../../month/matchColumns.ts';
import { usePanel } from '../../panel.ts';
import { words } from './words.ts';

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
  const samples = column === undefined ? [] : (headings[column]?.samples ?? []);
  return (
    <div class="column-choice">
      <label for={id}>
        {t(DEAL_FIELDS[field].label)}
        {doubtful && <small> {t(words.doubtful)}</small>}
      </label>
      <select
        id={id}
        value={column === undefined ? '' : String(column)}
        onChange={({ currentTarget: { value } }) => onColumn(value === '' ? undefined : Number(value))}
      >
        <option value="">{t(words.noColumn)}</option>
        {headings.map(({ column: place, heading }) => (
          <option key={place} value={String(place)}>
            {heading === '' ? `#${place + 1}` : heading}
          </option>
        ))}
      </select>
      {samples.length > 0 && <small>{t(words.sample(samples.slice(0, 3).join(' · ')))}</small>}
    </div>
  );
}

export function withColumn(columns: Columns, field: DealField, column: number | undefined): Columns {
  const { [field]: _, ...others } = columns;
  return column === undefined ? others : { ...others, [field]: column };
}
