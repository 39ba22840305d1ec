import type { FWorksheet } from '@univerjs/sheets/facade';
import type { FDataValidation, FDataValidationBuilder } from '@univerjs/sheets-data-validation/facade';
import type { Area } from '../../src/plan/op.ts';
import { univerRange } from './address.ts';
import { formulaIn } from './formula.ts';
import type { SheetState } from './sheetState.ts';
import { strict } from './strict.ts';

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Univer's rule behind each of the service's. */
const rules = new WeakMap<object, () => FDataValidation>();

/** The earliest date that Sheets can show; its date rule is "any valid date". */
const FIRST_DAY = new Date(1899, 11, 31);

/** https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder */
const LONGEST_LIST = 500;

export function newDataValidation(state: SheetState): Builder {
  const { book, ledger } = state;
  let choose = (univer: FDataValidationBuilder): FDataValidationBuilder => univer;
  let help: string | undefined;
  let allowInvalid = true;
  const by = (chosen: typeof choose): Builder => {
    choose = chosen;
    return builder;
  };
  const builder: Builder = strict<Builder>('DataValidationBuilder', ledger, {
    requireDate: () => by(univer => univer.requireDateOnOrAfter(FIRST_DAY)),
    requireValueInList: (values: readonly string[]) => {
      if (values.length > LONGEST_LIST) {
        throw new Error(
          `The data validation rule has more items than the limit of ${LONGEST_LIST}. Use the ‘List from a range’ criteria instead.`,
        );
      }
      return by(univer => univer.requireValueInList([...values], false, true));
    },
    requireNumberBetween: (from: number, to: number) => {
      if (!(from <= to)) throw new Error('The start number must not be greater than the end number.');
      return by(univer => univer.requireNumberBetween(from, to));
    },
    requireNumberGreaterThanOrEqualTo: (least: number) => by(univer => univer.requireNumberGreaterThanOrEqualTo(least)),
    requireNumberLessThanOrEqualTo: (most: number) => by(univer => univer.requireNumberLessThanOrEqualTo(most)),
    requireFormulaSatisfied: (formula: string) => {
      const satisfied = formulaIn(formula, state);
      return by(univer => univer.requireFormulaSatisfied(satisfied));
    },
    setHelpText: (text: string) => {
      help = text;
      return builder;
    },
    setAllowInvalid: (allowed: boolean) => {
      allowInvalid = allowed;
      return builder;
    },
    build: () => {
      const rule = strict<DataValidation>('DataValidation', ledger, {});
      rules.set(rule, () =>
        choose(book.api.newDataValidation())
          .setAllowBlank(true)
          .setOptions(help === undefined ? {} : { error: help, showErrorMessage: true })
          .setAllowInvalid(allowInvalid)
          .build(),
      );
      return rule;
    },
  });
  return builder;
}

export function applyValidation(sheet: FWorksheet, areas: readonly Area[], rule: DataValidation | null): void {
  const make = rule === null ? () => null : rules.get(rule);
  if (!make) throw new TypeError('setDataValidation: a DataValidation was expected');
  for (const area of areas) sheet.getRange(univerRange(area)).setDataValidation(make());
}
