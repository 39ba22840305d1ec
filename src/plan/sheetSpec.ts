export type SheetSpec = object;
