import { say, type Text } from '../../../../kernel/text.ts';
import type { CadencePeriod, CadenceTask, DueRule } from '../../../../month/calendar/cadence.ts';
import { usePanel } from '../../../panel.ts';
import { Icon } from '../../../parts/icons.tsx';
import { cadenceWords } from './cadenceWords.ts';

interface CadenceTableProps {
  readonly table: readonly CadenceTask[];
  readonly onTable: (table: readonly CadenceTask[]) => void;
}

/** The tasks, how often, and when each is due; every one can be changed or taken out. */
export function CadenceTable({ table, onTable }: CadenceTableProps) {
  const { t } = usePanel();
  const replace = (place: number, task: CadenceTask) =>
    onTable(table.map((old, index) => (index === place ? task : old)));
  const add = () =>
    onTable([...table, { id: freeId(table), label: cadenceWords.newTask, every: 'month', due: { on: 'lastDay' } }]);
  return (
    <>
      <ul class="tasks">
        {table.map((task, place) => (
          <Task
            key={task.id}
            task={task}
            onTask={changed => replace(place, changed)}
            onRemove={() => onTable(table.filter(other => other !== task))}
          />
        ))}
      </ul>
      <button id="cadence-add" type="button" onClick={add}>
        <Icon name="add" />
        {t(cadenceWords.addTask)}
      </button>
    </>
  );
}

function freeId(table: readonly CadenceTask[]): string {
  let number = table.length + 1;
  while (table.some(({ id }) => id === `task${number}`)) number++;
  return `task${number}`;
}

interface TaskProps {
  readonly task: CadenceTask;
  readonly onTask: (task: CadenceTask) => void;
  readonly onRemove: () => void;
}

const PERIODS = ['week', 'month', 'quarter'] as const;

function Task({ task, onTask, onRemove }: TaskProps) {
  const { t } = usePanel();
  const { id, label, every, due } = task;
  const choosePeriod = (chosen: CadencePeriod) => {
    const rules = rulesFor(chosen);
    onTask({ ...task, every: chosen, due: rules.includes(ruleOf(due)) ? due : ruleFrom(rules[0]) });
  };
  return (
    <li>
      <details>
        <summary>
          <strong>{t(label)}</strong>
          <small>
            {t(cadenceWords.periods[every])} · {t(cadenceWords.ruleText[ruleOf(due)](dayText(due)))}
          </small>
        </summary>
        <div class="field">
          <label for={`${id}-name`}>{t(cadenceWords.taskName)}</label>
          <input
            id={`${id}-name`}
            value={t(label)}
            // What somebody writes is not translated: both languages show it.
            onChange={({ currentTarget: { value } }) => {
              const name = value.trim();
              if (name !== '') onTask({ ...task, label: say(name, name) });
            }}
          />
        </div>
        <div class="field">
          <label for={`${id}-every`}>{t(cadenceWords.howOften)}</label>
          <select
            id={`${id}-every`}
            value={every}
            onChange={({ currentTarget: { value } }) => choosePeriod(PERIODS.find(period => period === value) ?? every)}
          >
            {PERIODS.map(period => (
              <option key={period} value={period}>
                {t(cadenceWords.periods[period])}
              </option>
            ))}
          </select>
        </div>
        <Rule id={id} every={every} due={due} onDue={next => onTask({ ...task, due: next })} />
        <div class="actions apart">
          <button type="button" class="quiet" aria-label={t(cadenceWords.removeTask(label))} onClick={onRemove}>
            <Icon name="close" />
            {t(cadenceWords.remove)}
          </button>
        </div>
      </details>
    </li>
  );
}

type RuleKey = keyof typeof cadenceWords.rules;

function rulesFor(every: CadencePeriod): readonly [RuleKey, ...RuleKey[]] {
  return every === 'week' ? ['weekday', 'weekdayAfter'] : ['lastDay', 'dayAfter', 'workingDayAfter'];
}

function ruleOf(due: DueRule): RuleKey {
  return due.on === 'weekday' && due.after ? 'weekdayAfter' : due.on;
}

function ruleFrom(key: RuleKey, number = 1): DueRule {
  switch (key) {
    case 'weekday':
    case 'weekdayAfter':
      return { on: 'weekday', weekday: Math.min(number, 7), after: key === 'weekdayAfter' };
    case 'lastDay':
      return { on: 'lastDay' };
    default:
      return { on: key, day: Math.min(number, 31) };
  }
}

function numberOf(due: DueRule): number {
  if (due.on === 'lastDay') return 1;
  return due.on === 'weekday' ? due.weekday : due.day;
}

function dayText(due: DueRule): Text {
  const number = numberOf(due);
  return (due.on === 'weekday' ? cadenceWords.weekdays[number - 1] : undefined) ?? cadenceWords.day(number);
}

interface RuleProps {
  readonly id: string;
  readonly every: CadencePeriod;
  readonly due: DueRule;
  readonly onDue: (due: DueRule) => void;
}

function Rule({ id, every, due, onDue }: RuleProps) {
  const { t } = usePanel();
  const key = ruleOf(due);
  const number = numberOf(due);
  return (
    <>
      <div class="field">
        <label for={`${id}-rule`}>{t(cadenceWords.when)}</label>
        <select
          id={`${id}-rule`}
          value={key}
          onChange={({ currentTarget: { value } }) => {
            const chosen = rulesFor(every).find(rule => rule === value);
            if (chosen) onDue(ruleFrom(chosen, number));
          }}
        >
          {rulesFor(every).map(rule => (
            <option key={rule} value={rule}>
              {t(cadenceWords.rules[rule])}
            </option>
          ))}
        </select>
      </div>
      {due.on !== 'lastDay' && (
        <div class="field">
          <label for={`${id}-day`}>{t(cadenceWords.whichDay)}</label>
          <select
            id={`${id}-day`}
            value={String(number)}
            onChange={({ currentTarget: { value } }) => onDue(ruleFrom(key, Number(value)))}
          >
            {Array.from({ length: due.on === 'weekday' ? 7 : 31 }, (_, index) => (
              <option key={index} value={String(index + 1)}>
                {t(dayText(ruleFrom(key, index + 1)))}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
