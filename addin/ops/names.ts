/** A name of the workbook and the cells that it stands for, once the batch that asked is synced. */
export interface AskedName {
  readonly name: string;
  readonly item: Excel.NamedItem;
  readonly range: Excel.Range;
}

export function askNames(workbook: Excel.Workbook, names: readonly string[]): AskedName[] {
  return names.map(name => {
    const item = workbook.names.getItemOrNullObject(name);
    const range = item.getRangeOrNullObject();
    item.load('formula');
    range.load('address');
    return { name, item, range };
  });
}

/** Those for cells of a sheet, by whatever formula: a column of a table is named by the table, not by its sheet. */
export function namesOn(asked: readonly AskedName[], sheet: string): AskedName[] {
  return asked.filter(({ range }) => !range.isNullObject && sheetIn(range.address) === sheet);
}

export function brokenNames(asked: readonly AskedName[]): AskedName[] {
  return asked.filter(({ item, range }) => !item.isNullObject && range.isNullObject && isBroken(item));
}

/** Excel keeps a name whose cells were deleted, so that nothing else can have it. */
export function isBroken({ formula }: Excel.NamedItem): boolean {
  return String(formula).includes('#REF!');
}

export function sheetIn(address: string): string {
  const name = address.slice(0, address.lastIndexOf('!'));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
