import { ArrayValueObject, ValueObjectFactory } from '@univerjs/engine-formula';

/** Univer ends a cell of {"Sales, net";1} at the comma in its text. */
const format: unknown = Reflect.get(ArrayValueObject.prototype, '_formatValue');
if (typeof format !== 'function') throw new Error('Univer no longer reads array constants as it did');

/** A doubled quotation mark comes as a single one: a text ends at the mark that a separator follows. */
const PART = /"[\s\S]*?"(?=\s*(?:[,;]|$))|[^",;]+|[",;]/g;

Reflect.set(ArrayValueObject.prototype, '_formatValue', function (this: ArrayValueObject, raw: unknown): unknown {
  if (typeof raw !== 'string' || !/"[^"]*[,;]/.test(raw)) return Reflect.apply(format, this, [raw]);
  const rows: string[][] = [['']];
  for (const [part] of raw.slice(1, -1).matchAll(PART)) {
    const row = rows.at(-1) ?? [];
    if (part === ';') rows.push(['']);
    else if (part === ',') row.push('');
    else row.push(`${row.pop() ?? ''}${part}`);
  }
  this.setRowCount(rows.length);
  this.setColumnCount(Math.max(...rows.map(row => row.length)));
  return rows.map(row => row.map(cell => ValueObjectFactory.create(cell.trim())));
});
