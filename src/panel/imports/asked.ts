import type { Text } from '../../kernel/text.ts';
import { DEAL_FIELDS } from '../../month/dealField.ts';
import type { Question } from '../../month/inspect.ts';
import { words } from '../views/month/words.ts';

/** How a question is put, and what it is about in the file. */
export function asked(question: Question): { readonly text: Text; readonly values: readonly string[] } {
  switch (question.ask) {
    case 'dateOrder':
    case 'decimalMark': {
      const { field, examples } = question;
      const { label } = DEAL_FIELDS[field];
      const shown = examples.join(' · ');
      return {
        text: {
          en: words[question.ask](label.en, shown).en,
          zh: words[question.ask](label.zh, shown).zh,
        },
        values: examples,
      };
    }
    case 'stage':
      return { text: words.stage(question.stage, question.rows), values: [question.stage] };
    case 'currencies':
      return { text: words.currencies(question.found), values: question.found };
  }
}
