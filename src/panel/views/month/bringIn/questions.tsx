import type { DealField } from '../../../../month/import/dealField.ts';
import type { Answers, Question } from '../../../../month/import/inspect.ts';
import { asked, questionKey } from '../../../../tables/asked.ts';
import { usePanel } from '../../../panel.ts';
import { bringInWords } from './bringInWords.ts';

interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly answers: Answers;
  /** With the field that loses its column by the answer. */
  readonly onAnswers: (answers: Answers, drops?: DealField) => void;
}

/** What the file does not say by itself; nothing of it is guessed. */
export function Questions({ questions, ...rest }: QuestionsProps) {
  return (
    <>
      {questions.map((question, index) => (
        <AskedFor key={questionKey(question)} id={`month-question-${index}`} question={question} {...rest} />
      ))}
    </>
  );
}

interface AskedProps extends Omit<QuestionsProps, 'questions'> {
  readonly id: string;
  readonly question: Question;
}

function AskedFor({ id, question, answers, onAnswers }: AskedProps) {
  const { t } = usePanel();
  const { text, choices } = asked(question);
  return (
    <div class="field">
      <label for={id}>{t(text)}</label>
      <select
        id={id}
        value=""
        onChange={({ currentTarget: { value } }) => {
          const choice = choices.find(candidate => candidate.value === value);
          if (choice) onAnswers(choice.answers(answers), choice.drops);
        }}
      >
        <option value="">{t(bringInWords.choose)}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {t(label)}
          </option>
        ))}
      </select>
    </div>
  );
}
