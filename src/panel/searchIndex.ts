import { FAMILIES } from '../kernel/families.ts';
import type { KpiFunction } from '../kernel/function.ts';
import type { Text } from '../kernel/text.ts';
import type { Template } from '../plan/template.ts';
import { type Entry, searchOf } from './text/search.ts';

const both = (text: Text): string[] => [text.en, text.zh];
const listed = (text: Text): string[] => both(text).flatMap(words => words.split(/[,，]/));

function functionEntry(fn: KpiFunction): Entry<KpiFunction> {
  const choices = fn.parameters.flatMap(({ choices = [] }) => choices.flatMap(choice => both(choice.label)));
  return {
    item: fn,
    names: [fn.name, ...both(fn.text.label)],
    words: listed(fn.text.words),
    texts: [
      ...both(fn.text.summary),
      ...both(FAMILIES[fn.family]),
      ...fn.parameters.flatMap(({ label }) => both(label)),
      ...choices,
    ],
  };
}

function templateEntry(template: Template): Entry<Template> {
  const fields = Object.values(template.fields).flatMap(({ label }) => both(label));
  return {
    item: template,
    names: [template.id, ...both(template.label)],
    words: listed(template.words),
    texts: [...both(template.summary), ...fields],
  };
}

/** Finds in both languages, whichever the pane speaks. */
export const findFunctions = (functions: readonly KpiFunction[]) => searchOf(functions.map(functionEntry));
export const findTemplates = (templates: readonly Template[]) => searchOf(templates.map(templateEntry));
