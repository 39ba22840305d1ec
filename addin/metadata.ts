import { catalogue } from '../src/functions/catalogue.gen.ts';
import type { KpiFunction, NamedParameter } from '../src/kernel/function.ts';
import { LANGUAGES, type Language, say } from '../src/kernel/text.ts';
import { needsCaller } from './functions/leftOut.ts';

/** The namespace of our functions in Excel: KPI.NAME. */
export const NAMESPACE = 'KPI';

/** What the function wizard shows of a text. */
const LONGEST_DESCRIPTION = 255;

export interface FunctionsMetadata {
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly object[];
}

/** Where a function is explained; stores ask for it. */
type HelpUrl = (name: string, language: Language) => string;

/**
 * functions.json. Names are the same in every language, for Excel keeps the typed name in the formula; ranges are
 * taken everywhere, so that a range in place of a single value gives a result for each of its cells.
 */
export function functionsMetadata(language: Language, helpUrl?: HelpUrl): FunctionsMetadata {
  return { allowErrorForDataTypeAny: true, functions: catalogue.map(fn => metadataOf(fn, language, helpUrl)) };
}

function metadataOf(fn: KpiFunction, language: Language, helpUrl: HelpUrl | undefined): object {
  return {
    id: fn.name,
    name: fn.name,
    description: shortened(`${fn.text.summary[language]} ${fn.text.formula}`.trim(), fn.text.summary[language]),
    ...(helpUrl && { helpUrl: helpUrl(fn.name, language) }),
    parameters: fn.parameters.map((parameter, index) => ({
      name: parameter.name,
      description: describe(parameter, language),
      type: 'any',
      dimensionality: 'matrix',
      // Excel takes optional parameters at the end only; one before them is left empty between commas.
      // https://github.com/OfficeDev/office-js/issues/1749
      ...(fn.parameters.slice(index).every(({ optional }) => optional) && { optional: true }),
    })),
    result: { type: 'any', dimensionality: 'matrix' },
    ...(fn.parameters.length > 0 && {
      options: { requiresParameterAddresses: true, ...(fn.parameters.some(needsCaller) && { requiresAddress: true }) },
    }),
  };
}

/** The label, what it means, and the words that may be written. */
function describe(parameter: NamedParameter, language: Language): string {
  const { colon, comma } = LANGUAGES[language];
  const about = `${parameter.label[language]}${colon}${parameter.about[language]}`;
  const words = (parameter.choices ?? []).map(choice => `"${choice.value}" (${choice.label[language]})`);
  const list = words.join(comma);
  const choices = words.length === 0 ? '' : say(` One of ${list}.`, `可选：${list}。`)[language];
  return shortened(`${about}${choices}`, about);
}

function shortened(text: string, instead: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text;
  return instead.length <= LONGEST_DESCRIPTION ? instead : `${instead.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}
