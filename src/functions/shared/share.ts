import type { Family } from '../../kernel/families.ts';
import { defineFunction, type Example, type FunctionText, type KpiFunction } from '../../kernel/function.ts';
import { number, type ParameterText } from '../../kernel/parameters.ts';
import { ratio } from '../../kernel/ratio.ts';

interface Share<Part extends string, Whole extends string> {
  readonly name: string;
  readonly family: Family;
  readonly text: Omit<FunctionText, 'formula'>;
  /** What is counted. If blank, the result is blank. */
  readonly part: ParameterText & { readonly name: Part; readonly minimum?: number };
  /** What it is counted of. */
  readonly whole: ParameterText & { readonly name: Whole; readonly minimum?: number };
  readonly examples: readonly Example<Part | Whole>[];
}

/** A measure that is a part by its whole, and nothing else. */
export function defineShare<Part extends string, Whole extends string>(share: Share<Part, Whole>): KpiFunction {
  const { part, whole } = share;
  return defineFunction({
    name: share.name,
    family: share.family,
    kind: 'map',
    text: { ...share.text, formula: `${part.name} ÷ ${whole.name}` },
    parameters: { [part.name]: number({ ...part, measured: true }), [whole.name]: number(whole) },
    examples: share.examples,
    compute: inputs => ratio(inputs[part.name] ?? 0, inputs[whole.name] ?? 0, whole.name),
  });
}
