import { useEffect, useState } from 'preact/hooks';
import type { Text } from '../../src/kernel/text.ts';
import type { Book } from '../book/book.ts';
import { plainReasons, strings } from './strings.ts';

interface Shown {
  readonly address: string;
  readonly code: string;
  readonly reason: string;
}

/** In milliseconds. */
const LATER = [50, 500, 2000];

/** Why the selected cell shows an error, in the function's own words. */
export function StatusLine({ book, t }: { readonly book: Book; readonly t: (text: Text) => string }) {
  const [shown, setShown] = useState<Shown | undefined>();
  useEffect(() => {
    const look = () => setShown(errorAtSelection(book, t));
    const { api } = book;
    const watches = [
      api.addEvent(api.Event.SelectionChanged, look),
      api.addEvent(api.Event.ActiveSheetChanged, look),
      // On a busy machine a result stands in its cell some time after the calculation has ended.
      api.getFormula().calculationEnd(() => LATER.forEach(after => void setTimeout(look, after))),
    ];
    return () => watches.forEach(watch => void watch.dispose());
  }, [book, t]);
  return (
    <p class="status" role="status">
      {shown ? (
        <>
          <b>{shown.address}</b> <span class="code">{shown.code}</span> {shown.reason}
        </>
      ) : (
        <span class="hint">{t(strings.hint)}</span>
      )}
    </p>
  );
}

function errorAtSelection(book: Book, t: (text: Text) => string): Shown | undefined {
  const cell = book.workbook.getActiveCell();
  const error = cell && book.errorAt(cell.getSheetId(), cell.getRow(), cell.getColumn());
  if (!cell || !error) return undefined;
  const plain = plainReasons[error.code];
  return { address: cell.getA1Notation(), code: error.code, reason: t(error.message) || (plain ? t(plain) : '') };
}
