import type { Text } from '../../../kernel/text.ts';
import type { Answers, Question } from '../../../month/inspect.ts';
import { stageKey } from '../../../month/stages.ts';
import { asked } from '../../imports/asked.ts';
import { usePanel } from '../../panel.ts';
import { words } from './words.ts';

interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
}

/** What the file does not say by itself; nothing of it is guessed. */
export function Questions({ questions, answers, onAnswers }: QuestionsProps) {
  return (
    <>
      {questions.map((question, index) => (
        <Asked
          key={`${question.ask} ${question.ask === 'stage' ? question.stage : question.field}`}
          id={`month-question-${index}`}
          question={question}
          answers={answers}
          onAnswers={onAnswers}
        />
      ))}
    </>
  );
}

interface AskedProps extends Omit<QuestionsProps, 'questions'> {
  readonly id: string;
  readonly question: Question;
}

function Asked({ id, question, answers, onAnswers }: AskedProps) {
  const { t } = usePanel();
  const label = asked(question).text;
  switch (question.ask) {
    case 'dateOrder': {
      const choose = (order: keyof typeof words.orders) =>
        onAnswers({ ...answers, dateOrders: { ...answers.dateOrders, [question.field]: order } });
      return <Choice id={id} label={label} options={words.orders} onChoose={choose} />;
    }
    case 'decimalMark': {
      const choose = (mark: keyof typeof words.marks) =>
        onAnswers({ ...answers, decimalMarks: { ...answers.decimalMarks, [question.field]: mark } });
      return <Choice id={id} label={label} options={words.marks} onChoose={choose} />;
    }
    case 'stage': {
      const choose = (outcome: keyof typeof words.outcomes) =>
        onAnswers({ ...answers, stages: { ...answers.stages, [stageKey(question.stage)]: outcome } });
      return <Choice id={id} label={label} options={words.outcomes} onChoose={choose} />;
    }
    case 'currencies':
      return (
        <label class="toggle">
          <input type="checkbox" onChange={() => onAnswers({ ...answers, oneCurrency: true })} />
          {t(label)}
        </label>
      );
  }
}

interface ChoiceProps<Key extends string> {
  readonly id: string;
  readonly label: Text;
  readonly options: Readonly<Record<Key, Text>>;
  readonly onChoose: (key: Key) => void;
}

function Choice<Key extends string>({ id, label, options, onChoose }: ChoiceProps<Key>) {
  const { t } = usePanel();
  const keys = Object.keys(options) as Key[];
  return (
    <div class="field">
      <label for={id}>{t(label)}</label>
      <select
        id={id}
        value=""
        onChange={({ currentTarget: { value } }) => {
          const key = keys.find(candidate => candidate === value);
          if (key) onChoose(key);
        }}
      >
        <option value="">{t(words.choose)}</option>
        {keys.map(key => (
          <option key={key} value={key}>
            {t(options[key])}
          </option>
        ))}
      </select>
    </div>
  );
}
