import type { Expression } from './expression.ts';
import type { Layout } from './layout.ts';

/** Whether cells that are named on their own may be blank; a cell of the strip says so itself. */
export function mayBeBlank(expression: Expression, { spec }: Layout): boolean {
  if (expression.is === 'parameter')
    return spec.parameters.some(({ key, optional }) => optional && key === expression.key);
  return ['column', 'columns', 'columnOf', 'columnNamed'].includes(expression.is);
}

/** Whether a condition looks at these cells. */
export function reads(condition: Expression, cells: Expression): boolean {
  switch (condition.is) {
    case 'operator':
      return reads(condition.left, cells) || reads(condition.right, cells);
    case 'builtin':
      return condition.args.some(arg => reads(arg, cells));
    case 'column':
      return cells.is === 'column' && cells.key === condition.key;
    case 'columnOf':
      return (
        cells.is === 'columnOf' &&
        cells.table === condition.table &&
        cells.from === condition.from &&
        cells.to === condition.to
      );
    case 'columnNamed':
      return cells.is === 'columnNamed' && cells.name === condition.name;
    default:
      return false;
  }
}
