import { say, type Text } from '../../kernel/text.ts';
import { DEAL_FIELDS, type DealField } from './dealField.ts';
import type { Looked, Matched } from './inspect.ts';
import { SURE_FROM } from './likeness.ts';
import type { Columns } from './matchColumns.ts';
import type { Note } from './note.ts';

/** Columns that could be the amount, the day or the stage as well as the one that was taken. */
export function rivalNotes({ fields, headings }: Matched, columns: Columns): Note[] {
  const used = new Set(Object.values(columns));
  return fields.flatMap(({ field, column, doubtful, remembered, candidates }): Note[] => {
    if (!RIVALS.has(field) || column === undefined || columns[field] !== column || doubtful || remembered) return [];
    const others = candidates.filter(other => other.confidence >= SURE_FROM && !used.has(other.column));
    if (others.length === 0) return [];
    const [own, ...names] = [column, ...others.map(other => other.column)].map(place => headings[place]?.heading ?? '');
    const { label } = DEAL_FIELDS[field];
    return [
      {
        about: 'rivals',
        text: say(
          `${label.en} is “${own}”; it could also be ${names.map(name => `“${name}”`).join(', ')}`,
          `${label.zh}取自“${own}”；也可能是${names.map(name => `“${name}”`).join('、')}`,
        ),
      },
    ];
  });
}

const RIVALS: ReadonlySet<DealField> = new Set(['amount', 'closed', 'stage']);

/** What was aimed at is no sale, however the heading goes on. */
export function targetNote({ headings }: Matched, { target }: Columns): Note[] {
  const heading = target === undefined ? undefined : headings[target]?.heading;
  if (heading === undefined) return [];
  return [
    {
      about: 'target',
      text: say(`“${heading}” holds targets: they do not count as sales`, `“${heading}”为目标，不计入销售额`),
    },
  ];
}

/** Where a text that often says nothing was taken for a name, or for nothing as no other name stands there. */
export function namedNotes(looks: readonly Looked[]): Note[] {
  return looks.flatMap(({ field, look }) => [
    ...[...look.wordsForNothing(field)].map(([word, rows]) => wordNote(field, word, rows, AS_NAME)),
    ...[...look.wordsReadAsBlank(field)].map(([word, rows]) => wordNote(field, word, rows, AS_BLANK)),
  ]);
}

const AS_NAME = say('a name', '名称');
const AS_BLANK = say('blank', '空白');

function wordNote(field: DealField, word: string, rows: number, as: Text): Note {
  const { label } = DEAL_FIELDS[field];
  return {
    about: 'named',
    text: say(
      `${label.en}: “${word}” is read as ${as.en} (${rows} ${rows === 1 ? 'row' : 'rows'})`,
      `${label.zh}：“${word}”按${as.zh}读取（${rows} 行）`,
    ),
  };
}
