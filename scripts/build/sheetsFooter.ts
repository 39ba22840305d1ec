import type { KpiFunction, NamedParameter } from '../../src/kernel/function.ts';

/**
 * Google Sheets sees top-level functions only, and takes a formula's help from the JSDoc above them; a bundler
 * leaves neither, so both are written as text under the bundle.
 */
export function footer(
  bundle: string,
  catalogue: readonly KpiFunction[],
  plain: readonly string[],
  calls: readonly string[],
): string {
  return [
    ...catalogue.map(fn => customFunction(bundle, fn)),
    ...plain.map(name => `function ${name}(){return ${bundle}.${name}.apply(null,arguments)}`),
    ...calls.map(name => `function ${name}(){return ${bundle}.calls.${name}.apply(null,arguments)}`),
  ].join('\n');
}

function customFunction(bundle: string, { name, text, parameters }: KpiFunction): string {
  const lines = [
    `${text.label.zh} / ${text.label.en}: ${text.summary.en} ${text.summary.zh}`,
    ...parameters.map(parameter => `@param {${typeOf(parameter)}} ${identifier(parameter.name)} ${about(parameter)}`),
    '@customfunction',
  ];
  const doc = lines.map(line => `* ${oneLine(line)}`).join('\n');
  const names = parameters.map(parameter => identifier(parameter.name)).join(',');
  return `/**\n${doc}\n*/\nfunction KPI_${name}(${names}){return ${bundle}.call(${JSON.stringify(name)},arguments)}`;
}

/** Labels only: the sidebar has the sentences, and every call of a custom function loads this script. */
function about({ name, label, optional }: NamedParameter): string {
  const english = label.en.toLowerCase() === name.replaceAll('_', ' ') ? [] : [label.en];
  return [label.zh, ...english, ...(optional ? ['optional 可选'] : [])].join(' / ');
}

function typeOf({ shape, type }: NamedParameter): string {
  if (shape !== 'scalar') return 'range';
  return type === 'choice' ? 'text' : type === 'any' ? 'value' : type;
}

const oneLine = (text: string): string => text.replaceAll('*/', '* /').replace(/\s*\n\s*/g, ' ');

/** A parameter may be called what JavaScript has reserved ("new"). */
function identifier(name: string): string {
  try {
    new Function(name, '');
    return name;
  } catch {
    return `${name}_`;
  }
}
