import { InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import type { IDataBarRenderParams } from '@univerjs/sheets-conditional-formatting';
import type { Book } from './book.ts';

/** A bar that a formula draws in its own cell. */
export interface Sparkline {
  readonly figure: number;
  /** The figure that fills the cell. */
  readonly longest: number;
  readonly color: string;
}

/** Univer's cells hold texts and numbers: a drawing is a text that nobody types. */
const DRAWING = '\u2060SPARKLINE ';

export function sparklineText(sparkline: Sparkline): string {
  return DRAWING + JSON.stringify(sparkline);
}

export function sparklineIn(value: unknown): Sparkline | undefined {
  if (typeof value !== 'string' || !value.startsWith(DRAWING)) return undefined;
  // This module's own text.
  return JSON.parse(value.slice(DRAWING.length)) as Sparkline;
}

/** Shows drawings as Univer shows the bars of its conditional formats. */
export function drawSparklines({ univer }: Book): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
      handler: (cell, _place, next) => {
        const sparkline = sparklineIn(cell?.v);
        return next(sparkline ? { ...cell, v: '', ...{ dataBar: barOf(sparkline) } } : cell);
      },
    });
}

function barOf({ figure, longest, color }: Sparkline): IDataBarRenderParams {
  const value = 100 * Math.min(1, Math.max(0, figure / longest));
  return { color, value, startPoint: 0, isGradient: false, isShowValue: false };
}
