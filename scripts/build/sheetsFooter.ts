import type { KpiFunction, NamedParameter } from '../../src/kernel/function.ts';
import type { Text } from '../../src/kernel/text.ts';

/**
 * Google Sheets sees top-level functions only, and takes a formula's help from the JSDoc above them; a bundler
 * leaves neither, so both are written as text under the bundle.
 */
export function customFunctions(bundle: string, catalogue: readonly KpiFunction[]): string {
  return catalogue.map(fn => customFunction(bundle, fn)).join('\n');
}

export function plainFunctions(bundle: string, names: readonly string[]): string {
  return names.map(name => `function ${name}(){return ${bundle}.run("${name}",arguments)}`).join('\n');
}

function customFunction(bundle: string, { name, text, parameters }: KpiFunction): string {
  const lines = [
    `${labelled(name, text.label)}: ${text.summary.en} ${text.summary.zh}`,
    ...parameters.map(parameter => `@param {${typeOf(parameter)}} ${identifier(parameter.name)} ${about(parameter)}`),
    '@customfunction',
  ];
  const doc = lines.map(line => `* ${oneLine(line)}`).join('\n');
  const names = parameters.map(parameter => identifier(parameter.name)).join(',');
  return `/**\n${doc}\n*/\nfunction KPI_${name}(${names}){return ${bundle}.of(${JSON.stringify(name)},arguments)}`;
}

/** Labels only: the sidebar has the sentences, and every call of a custom function loads this script. */
function about({ name, label, optional }: NamedParameter): string {
  // As every spreadsheet shows an argument that may be left out.
  return optional ? `[${labelled(name, label)}]` : labelled(name, label);
}

/** The English label is left out where it is the name. */
function labelled(name: string, { en, zh }: Text): string {
  return en.toLowerCase() === name.toLowerCase().replaceAll('_', ' ') ? zh : `${zh} / ${en}`;
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
