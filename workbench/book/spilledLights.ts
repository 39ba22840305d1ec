import { type ICellData, ICommandService } from '@univerjs/core';
import { SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import {
  ConditionalFormattingRuleModel,
  ConditionalFormattingViewModel,
} from '@univerjs/sheets-conditional-formatting';
import type { Book } from './book.ts';
import { spilledCell } from './spilledCell.ts';

type CellReader = (row: number, column: number) => ICellData;

/**
 * Lets conditional formats see the cells that a formula spills into. Univer keeps those apart from the cells that
 * were written and asks only the latter when it evaluates a rule (0.25.1, conditional-formatting-view-model.ts).
 */
export function lightSpilledCells(book: Book): void {
  const { univer, workbook } = book;
  const injector = univer.__getInjector();
  const rules = injector.get(ConditionalFormattingRuleModel);
  const viewModel = injector.get(ConditionalFormattingViewModel);
  const create: unknown = Reflect.get(viewModel, CREATE);
  if (typeof create !== 'function') throw new Error(`Univer's conditional formats no longer have ${CREATE}`);
  Reflect.set(viewModel, CREATE, (unitId: string, sheetId: string, rule: unknown) => {
    const unit: unknown = Reflect.apply(create, viewModel, [unitId, sheetId, rule]);
    const context = contextOf(unit);
    if (context) {
      const written = context.getCellValue;
      context.getCellValue = (row, column) => {
        const cell = written(row, column);
        const spilled = spilledCell(book, sheetId, row, column);
        return (cell.v ?? null) === null && spilled ? { ...cell, ...spilled } : cell;
      };
    }
    return unit;
  });
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id !== SetArrayFormulaDataMutation.id) return;
    for (const sheet of workbook.getSheets()) {
      const [unitId, sheetId] = [workbook.getId(), sheet.getSheetId()];
      for (const { cfId } of rules.getSubunitRules(unitId, sheetId) ?? []) {
        viewModel.markRuleDirty(unitId, sheetId, cfId);
      }
    }
  });
}

const CREATE = '_createRuleCalculateUnitInstance';

function contextOf(unit: unknown): { getCellValue: CellReader } | undefined {
  return (Object(unit) as { _context?: { getCellValue: CellReader } })._context;
}
