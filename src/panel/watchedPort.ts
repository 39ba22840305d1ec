import type { PanelPort } from '../port/port.ts';

/** The same host, which tells when something other than an insertion is about to change the workbook. */
export function watchedPort(port: PanelPort, onChange: () => void): PanelPort {
  const told =
    <Args extends readonly unknown[], Answer>(change: (...args: Args) => Answer) =>
    (...args: Args): Answer => {
      onChange();
      return change(...args);
    };
  const { month, book } = port;
  return {
    ...port,
    relabel: told(port.relabel),
    insertFormula: told(port.insertFormula),
    month: { ...month, change: told(month.change) },
    book: { ...book, patch: told(book.patch), copy: told(book.copy), remove: told(book.remove) },
  };
}
