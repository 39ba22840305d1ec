import type { Univer } from '@univerjs/core';
import { ISheetClipboardService } from '@univerjs/preset-sheets-core';

/** What Univer calls a paste of values alone. */
const VALUES = 'special-paste-value';

/**
 * Text has no formats: the cells that it is pasted into keep theirs, as in every spreadsheet. Univer would take them
 * off where the text has several cells.
 */
export function keepFormatsUnderText(univer: Univer): void {
  const clipboard = univer.__getInjector().get(ISheetClipboardService);
  const paste = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = (html, text, files) => {
    if (html || files || !text || !/[\n\t]/.test(text)) return paste(html, text, files);
    return clipboard.paste(new ClipboardItem({ 'text/html': tableOf(text) }), VALUES);
  };
}

function tableOf(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const rows = lines.map(
    line =>
      `<tr>${line
        .split('\t')
        .map(cell => `<td>${escaped(cell)}</td>`)
        .join('')}</tr>`,
  );
  return `<html><body><table>${rows.join('')}</table></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
