/**
 * Excel on the desktop hands a blank cell over as 0. Where zeros came in, the workbook is asked which of those cells
 * are blank, once for everything that is calculated together.
 */
export type Blanks = readonly (readonly boolean[])[];

interface Asked {
  readonly answer: (blanks: Blanks) => void;
  readonly fail: (reason: unknown) => void;
}

let waiting = new Map<string, Asked[]>();

/** Which cells of an address such as "Sheet1!A1:B2" are blank, row by row. */
export function blanksOf(address: string): Promise<Blanks> {
  return new Promise((answer, fail) => {
    if (waiting.size === 0) setTimeout(ask, 0);
    const others = waiting.get(address) ?? [];
    waiting.set(address, [...others, { answer, fail }]);
  });
}

async function ask(): Promise<void> {
  const asked = waiting;
  waiting = new Map();
  const context = new Excel.RequestContext();
  const ranges = [...asked].map(([address, people]) => ({ people, range: rangeAt(context, address) }));
  for (const { range } of ranges) range.load('valueTypes');
  try {
    await context.sync();
    for (const { people, range } of ranges) {
      const blanks = range.valueTypes.map(row => row.map(type => type === Excel.RangeValueType.empty));
      for (const { answer } of people) answer(blanks);
    }
  } catch (reason) {
    for (const { people } of ranges) for (const { fail } of people) fail(reason);
  }
}

function rangeAt(context: Excel.RequestContext, address: string): Excel.Range {
  const bang = address.lastIndexOf('!');
  const sheet = address.slice(0, bang);
  const name = sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  return context.workbook.worksheets.getItem(name).getRange(address.slice(bang + 1));
}

/** Cells of another workbook cannot be asked about. */
export function canBeAsked(address: string | null | undefined): address is string {
  return typeof address === 'string' && address.includes('!') && !address.includes('[');
}
