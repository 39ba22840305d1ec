import type { FileTable } from '../../../../files/readFile.ts';
import { usePanel } from '../../../panel.ts';
import { bringInWords } from './bringInWords.ts';

interface SheetChoiceProps {
  readonly id: string;
  readonly table: FileTable;
  readonly sheet: number;
  readonly onSheet: (sheet: number) => void;
}

/** Which sheet of a workbook is meant, where it has several. */
export function SheetChoice({ id, table, sheet, onSheet }: SheetChoiceProps) {
  const { t } = usePanel();
  if (table.sheets.length < 2) return null;
  return (
    <div class="field">
      <label for={id}>{t(bringInWords.sheet)}</label>
      <select id={id} value={String(sheet)} onChange={({ currentTarget: { value } }) => onSheet(Number(value))}>
        {table.sheets.map(({ name, cells }, index) => (
          <option key={name} value={String(index)}>
            {t(bringInWords.sheetRows(name, cells.length))}
          </option>
        ))}
      </select>
    </div>
  );
}
