import { builtInCurrency, formatCurrency } from './currencyFormat.ts';
import type { Span } from './span.ts';
import type { Tag } from './tag.ts';
import type { TagHandler } from './tags.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** Where a part's relationships lead, and of what kind they are. */
export class Relationships implements TagHandler {
  readonly targets = new Map<string, { readonly target: string; readonly type: string }>();
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  open(name: string, tag: Tag): void {
    if (name !== 'Relationship') return;
    const target = tag.attribute('Target') ?? '';
    const type = (tag.attribute('Type') ?? '').replace(/^.*\//, '');
    this.targets.set(tag.attribute('Id') ?? '', { target: resolved(this.folder, target), type });
  }

  ofType(type: string): string | undefined {
    return [...this.targets.values()].find(entry => entry.type === type)?.target;
  }
}

function resolved(folder: string, target: string): string {
  const parts: string[] = target.startsWith('/') ? [] : folder.split('/').filter(part => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The sheets of a workbook, in order, and by which calendar it counts days. */
export class WorkbookPart implements TagHandler {
  readonly sheets: { readonly name: string; readonly id: string; readonly hidden: boolean }[] = [];
  is1904 = false;

  open(name: string, tag: Tag): void {
    if (name === 'workbookPr') this.is1904 = /^(1|true)$/.test(tag.attribute('date1904') ?? '');
    if (name !== 'sheet') return;
    const hidden = /hidden$/i.test(tag.attribute('state') ?? '');
    this.sheets.push({
      name: tag.attribute('name') ?? '',
      id: tag.attribute('r:id') ?? tag.attribute('id') ?? '',
      hidden,
    });
  }
}

/** The texts that cells refer to by their number. */
export class SharedStrings implements TagHandler {
  readonly texts: string[] = [];
  private text_ = '';
  private inText = false;
  private inPhonetic = false;

  open(name: string): void {
    if (name === 'si') this.text_ = '';
    else if (name === 't') this.inText = true;
    else if (name === 'rPh') this.inPhonetic = true;
  }

  text(span: Span): void {
    if (this.inText && !this.inPhonetic) this.text_ += span.text;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'si') this.texts.push(escapesRead(this.text_));
  }
}

/** Characters that XML cannot hold are written as _x000D_. */
export function escapesRead(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Which styles show a number as a date, or beside a currency. */
export class Styles implements TagHandler {
  readonly isDate: boolean[] = [];
  readonly currencies: (string | undefined)[] = [];
  private readonly formats = new Map<number, string>();
  private inCellStyles = false;

  open(name: string, tag: Tag): void {
    if (name === 'numFmt') this.formats.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
    else if (name === 'cellXfs') this.inCellStyles = true;
    else if (name === 'xf' && this.inCellStyles) {
      const id = Number(tag.attribute('numFmtId') ?? 0);
      const code = this.formats.get(id);
      this.isDate.push(this.isDateFormat(id));
      this.currencies.push(code === undefined ? builtInCurrency(id) : formatCurrency(code));
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCellStyles = false;
  }

  private isDateFormat(id: number): boolean {
    const code = this.formats.get(id);
    if (code !== undefined) return isDateCode(code);
    // https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.numberingformat
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  }
}

/** Texts in quotes, escaped signs, colours and currencies in brackets say nothing. */
function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replace(/general/gi, ''));
}
