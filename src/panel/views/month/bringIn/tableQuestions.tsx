import type { Text } from '../../../../kernel/text.ts';
import type { TableAnswers, TableQuestion } from '../../../../tables/layout.ts';
import type { PreparedTable } from '../../../../tables/prepare.ts';
import { tableAsked } from '../../../../tables/said.ts';
import { usePanel } from '../../../panel.ts';
import { bringInWords } from './bringInWords.ts';

interface TableQuestionsProps {
  readonly id: string;
  readonly prepared: PreparedTable;
  readonly answers: TableAnswers;
  readonly onAnswers: (answers: TableAnswers) => void;
}

/** What a sheet does not say about how it is laid out; what was answered stays, and can be answered otherwise. */
export function TableQuestions({ id, prepared, answers, onAnswers }: TableQuestionsProps) {
  const { t } = usePanel();
  const { alike, notes } = prepared;
  const kinds = new Map(prepared.questions.map(question => [question.ask, question]));
  for (const ask of Object.keys(answers)) {
    if (isAsk(ask) && !kinds.has(ask)) kinds.set(ask, { ask, values: ask === 'sheets' ? alike : [] });
  }
  const hasHidden = notes.some(({ about }) => about === 'hidden');
  return (
    <>
      {hasHidden && (
        <label class="toggle">
          <input
            type="checkbox"
            checked={answers.hidden === 'leave'}
            onChange={({ currentTarget: { checked } }) => onAnswers({ ...answers, hidden: checked ? 'leave' : 'read' })}
          />
          {t(bringInWords.leaveHidden)}
        </label>
      )}
      {[...kinds.values()].map(question => (
        <Asked
          key={question.ask}
          id={`${id}-ask-${question.ask}`}
          question={question}
          answers={answers}
          onAnswers={onAnswers}
        />
      ))}
    </>
  );
}

const ASKS: readonly TableQuestion['ask'][] = ['encoding', 'headings', 'sheets', 'fillDown', 'year'];

function isAsk(ask: string): ask is TableQuestion['ask'] {
  return ASKS.some(known => known === ask);
}

interface AskedProps extends Pick<TableQuestionsProps, 'id' | 'answers' | 'onAnswers'> {
  readonly question: TableQuestion;
}

function Asked({ id, question, answers, onAnswers }: AskedProps) {
  const { t } = usePanel();
  if (question.ask === 'year') {
    return (
      <div class="field">
        <label for={id}>{t(tableAsked(question))}</label>
        <input
          id={id}
          inputMode="numeric"
          value={answers.year === undefined ? '' : String(answers.year)}
          onChange={({ currentTarget: { value } }) => {
            const year = Number(value);
            if (year >= 1900 && year <= 2200) onAnswers({ ...answers, year });
          }}
        />
      </div>
    );
  }
  const choices = choicesFor(question);
  const chosen = choices.findIndex(({ answer }) =>
    Object.entries(answer).every(
      ([key, value]) =>
        JSON.stringify(Object.entries(answers).find(([name]) => name === key)?.[1]) === JSON.stringify(value),
    ),
  );
  return (
    <div class="field">
      <label for={id}>{t(tableAsked(question))}</label>
      <select
        id={id}
        value={String(chosen)}
        onChange={({ currentTarget: { value } }) => {
          const choice = choices[Number(value)];
          if (choice) onAnswers({ ...answers, ...choice.answer });
        }}
      >
        {chosen < 0 && <option value="-1">{t(bringInWords.choose)}</option>}
        {choices.map(({ text }, index) => (
          <option key={text.en} value={String(index)}>
            {t(text)}
          </option>
        ))}
      </select>
    </div>
  );
}

function choicesFor({ ask, values }: TableQuestion): { readonly text: Text; readonly answer: TableAnswers }[] {
  switch (ask) {
    case 'encoding':
      return [{ text: bringInWords.looksRight, answer: { encoding: values[0] ?? '' } }];
    case 'headings':
      return [
        { text: bringInWords.noHeadings, answer: { headings: false } },
        { text: bringInWords.firstRowHeads, answer: { headings: true } },
      ];
    case 'sheets':
      return [
        { text: bringInWords.allSheets(values.length), answer: { sheets: values } },
        ...values.map(name => ({ text: bringInWords.onlySheet(name), answer: { sheets: [name] } })),
      ];
    case 'fillDown':
      return [
        { text: bringInWords.fillDown, answer: { fillDown: true } },
        { text: bringInWords.leaveBlank, answer: { fillDown: false } },
      ];
    case 'year':
      return [];
  }
}
