import { say, type Text } from '../kernel/text.ts';
import { DEAL_FIELDS, type DealField } from '../month/import/dealField.ts';
import type { Answers, Question } from '../month/import/inspect.ts';
import { kindKey } from '../month/import/rowKinds.ts';
import { stageKey } from '../month/import/stages.ts';
import { words } from './questionWords.ts';

/** One of the answers to a question, and what it makes of all answers. */
export interface AnswerChoice {
  /** What it is called in a form. */
  readonly value: string;
  readonly label: Text;
  readonly answers: (before: Answers) => Answers;
  /** The column that a field loses. */
  readonly drops?: DealField;
}

/** How a question is put, what it is about in the file, and how it may be answered. */
export interface Asked {
  readonly text: Text;
  readonly values: readonly string[];
  readonly choices: readonly AnswerChoice[];
}

export function asked(question: Question): Asked {
  switch (question.ask) {
    case 'column':
      return columnAsked(question);
    case 'product': {
      const { quantity, price, sum } = question;
      return {
        text: words.product(quantity, price, sum),
        values: [quantity, price],
        choices: [
          { value: 'yes', label: words.yes, answers: before => ({ ...before, product: true }) },
          { value: 'no', label: words.noneOfIt, answers: before => ({ ...before, product: false }) },
        ],
      };
    }
    case 'currencies':
      return currenciesAsked(question.found);
    case 'stage': {
      const key = stageKey(question.stage);
      return {
        text: question.stage === '' ? words.blankStage(question.rows) : words.stage(question.stage, question.rows),
        values: [question.stage],
        choices: choicesOf(words.outcomes, (before, outcome) => ({
          ...before,
          stages: { ...before.stages, [key]: outcome },
        })),
      };
    }
    case 'total':
      return {
        text: words.totalDiffers(question.row, question.label, question.amount, question.sum),
        values: [String(question.amount), String(question.sum)],
        choices: [{ value: 'rows', label: words.rowsCount, answers: before => ({ ...before, totals: true }) }],
      };
    case 'sums':
      return {
        text: words.sums(question.rows, question.amount, question.examples.join(' · ')),
        values: question.examples,
        choices: choicesOf(words.sumChoices, (before, sums) => ({ ...before, sums })),
      };
    case 'below':
      return {
        text: words.below(question.rows, question.amount, question.examples.join(' · ')),
        values: question.examples,
        choices: choicesOf(words.kinds, (before, below) => ({ ...before, below })),
      };
    case 'kind': {
      const { heading, value, rows, amount } = question;
      return {
        text: words.kind(heading, value, rows, amount),
        values: [heading, value],
        choices: choicesOf(words.kinds, (before, kind) => ({
          ...before,
          kinds: { ...before.kinds, [kindKey(question)]: kind },
        })),
      };
    }
    case 'twice':
      return {
        text: words.twice[question.by](question.rows, question.amount, question.examples.join(' · ')),
        values: question.examples,
        choices: choicesOf(question.by === 'row' ? words.twiceRows : words.twiceNumbers, (before, twice) => ({
          ...before,
          twice,
        })),
      };
    default:
      return wayOfWriting(question);
  }
}

type Writing = Extract<Question, { readonly ask: 'dateOrder' | 'halfConverted' | 'decimalMark' | 'spaces' | 'credit' }>;

/** How the cells of a column are to be read. */
function wayOfWriting(question: Writing): Asked {
  const { ask, field, examples } = question;
  const { label } = DEAL_FIELDS[field];
  const shown = examples.join(' · ');
  const sentence = ask === 'dateOrder' && isShort(question.form) ? words.shortDateOrder : words[ask];
  const text = say(sentence(label.en, shown).en, sentence(label.zh, shown).zh);
  return { text, values: examples, choices: writingChoices(question) };
}

function writingChoices(question: Writing): AnswerChoice[] {
  const { field } = question;
  switch (question.ask) {
    case 'dateOrder':
      return choicesOf(isShort(question.form) ? words.shortOrders : words.orders, (before, order) => ({
        ...before,
        dateOrders: { ...before.dateOrders, [`${field} ${question.form}`]: order },
      }));
    case 'halfConverted':
      return choicesOf(words.swaps, (before, swap) => ({
        ...before,
        swapped: { ...before.swapped, [field]: swap === 'swap' },
      }));
    case 'decimalMark':
      return choicesOf(words.marks, (before, mark) => ({
        ...before,
        decimalMarks: { ...before.decimalMarks, [field]: mark },
      }));
    case 'spaces':
      return choicesOf(words.spacings, (before, spacing) => ({
        ...before,
        spaced: { ...before.spaced, [field]: spacing === 'one' },
      }));
    case 'credit':
      return choicesOf(words.credits, (before, credit) => ({
        ...before,
        credits: { ...before.credits, [field]: credit },
      }));
  }
}

/** A year of two digits may stand first as well. */
function isShort(form: string): boolean {
  return form.includes('2');
}

function columnAsked({ field, heading, examples }: Extract<Question, { readonly ask: 'column' }>): Asked {
  const { label } = DEAL_FIELDS[field];
  const shown = examples.join(' · ');
  return {
    text: say(words.isColumn(heading, label.en, shown).en, words.isColumn(heading, label.zh, shown).zh),
    values: [heading],
    choices: [
      {
        value: 'yes',
        label: words.yes,
        answers: before => ({ ...before, confirmed: { ...before.confirmed, [field]: heading } }),
      },
      { value: 'no', label: words.no, answers: before => before, drops: field },
    ],
  };
}

function currenciesAsked(found: readonly string[]): Asked {
  return {
    text: words.currencies(found),
    values: found,
    choices: [
      ...found.map(code => ({
        value: code,
        label: words.onlyCurrency(code),
        answers: (before: Answers): Answers => ({ ...before, currency: code }),
      })),
      { value: 'one', label: words.oneCurrency, answers: before => ({ ...before, oneCurrency: true }) },
    ],
  };
}

function choicesOf<Key extends string>(
  labels: Readonly<Record<Key, Text>>,
  answers: (before: Answers, key: Key) => Answers,
): AnswerChoice[] {
  return (Object.keys(labels) as Key[]).map(key => ({
    value: key,
    label: labels[key],
    answers: before => answers(before, key),
  }));
}

/** What a question is told by, so that it keeps its place while others are answered. */
export function questionKey(question: Question): string {
  switch (question.ask) {
    case 'stage':
      return `stage ${question.stage}`;
    case 'total':
      return `total ${question.row}`;
    case 'twice':
      return `twice ${question.by}`;
    case 'product':
    case 'sums':
    case 'below':
      return question.ask;
    case 'kind':
      return `kind ${kindKey(question)}`;
    case 'dateOrder':
      return `dateOrder ${question.field} ${question.form}`;
    default:
      return `${question.ask} ${question.field}`;
  }
}
