import { describe, expect, it } from 'vitest';
import { workdays } from '../../src/functions/workdays.ts';
import { column, rowsOf } from '../support/column.ts';
import { CHINA_2025, day } from '../support/days.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const OCTOBER = [day('2025-10-01'), day('2025-10-31')] as const;

describe('WORKDAYS(start, end, [calendar], [week])', () => {
  it('counts Monday to Friday, both ends included', () => {
    expect(workdays.call([day('2025-09-01'), day('2025-09-14')])).toBe(10);
    expect(workdays.call([day('2025-09-05'), day('2025-09-05')])).toBe(1);
    expect(workdays.call([day('2025-09-06'), day('2025-09-07')])).toBe(0);
  });

  it('counts the weeks that people work: 双休, 单休, every day', () => {
    expect(workdays.call([...OCTOBER, null, '双休'])).toBe(23);
    expect(workdays.call([...OCTOBER, null, '单休'])).toBe(27);
    expect(workdays.call([...OCTOBER, null, 'all'])).toBe(31);
  });

  it('counts the 248 working days of 2025 in China, make-up days included', () => {
    // 261 weekdays, 18 of them off, five weekend days worked; 13 statutory holidays: 365 − 104 − 13 = 248.
    expect(workdays.call([day('2025-01-01'), day('2025-12-31'), CHINA_2025])).toBe(248);
    const months = Array.from({ length: 12 }, (_, month) => [month + 1, month + 2] as const);
    const ends = months.map(([month]) => day(`2025-${month}-1`));
    const counts = ends.map((start, index) =>
      workdays.call([start, (ends[index + 1] ?? day('2026-1-1')) - 1, CHINA_2025]),
    );
    expect(counts).toEqual([19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]);
  });

  it('counts the weeks around a holiday: the make-up Sunday is worked, the Wednesday to Wednesday is not', () => {
    expect(workdays.call([day('2025-09-28'), day('2025-10-11'), CHINA_2025])).toBe(2 + 1 + 3);
    expect(workdays.call([day('2025-09-28'), day('2025-09-28'), CHINA_2025])).toBe(1);
    expect(workdays.call([day('2025-10-01'), day('2025-10-08'), CHINA_2025])).toBe(0);
  });

  it('knows 29 February and the end of a year', () => {
    expect(workdays.call([day('2024-02-28'), day('2024-03-01')])).toBe(3);
    expect(workdays.call([day('2023-02-28'), day('2023-03-01')])).toBe(2);
    expect(workdays.call([day('2024-12-30'), day('2025-01-03')])).toBe(5);
  });

  it('counts a date once that is listed twice, and one that changes nothing not at all', () => {
    const calendar = [
      [day('2025-10-01'), '休'],
      [day('2025-10-01'), null],
      [day('2025-10-04'), 'off'],
      [day('2025-10-06'), 'work'],
    ];
    expect(workdays.call([...OCTOBER, calendar])).toBe(22);
  });

  it('reads what a day is in any of its words, in both languages', () => {
    const [wednesday, saturday] = [day('2025-09-03'), day('2025-09-06')];
    const words = (on: number, word: string) => workdays.call([day('2025-09-01'), day('2025-09-07'), [[on, word]]]);
    for (const word of 'off holiday rest 休 休息 放假 假 节假日 OFF'.split(' ')) {
      expect(words(wednesday, word), word).toBe(4);
    }
    for (const word of 'work workday working 班 上班 补班 调休上班 工作 工作日 Work'.split(' ')) {
      expect(words(saturday, word), word).toBe(6);
    }
    expectError(words(wednesday, '调休'), '#VALUE!', 'row 1');
  });

  it('reads a calendar of one column, with a heading, blanks and times of day', () => {
    expect(workdays.call([...OCTOBER, column('Holiday', day('2025-10-01') + 0.5, null, 0, '')])).toBe(22);
    expect(workdays.call([...OCTOBER, day('2025-10-01')])).toBe(22);
    expect(
      workdays.call([
        ...OCTOBER,
        [
          ['日期', '类型'],
          [day('2025-10-11'), '补班'],
        ],
      ]),
    ).toBe(24);
  });

  it('goes down the rows and leaves blank what is not filled in', () => {
    expectSame(workdays.call([column(45901, null), column(45914, 45914)]), column(10, null));
  });

  it('says when the end comes before the start', () => {
    expectError(workdays.call([45914, 45901]), '#VALUE!', 'end (2025-09-01) is before start (2025-09-14)');
  });

  it('asks for a date where there is none; it never takes today', () => {
    expectError(workdays.call([45901, null]), '#VALUE!', 'end', 'expected a date, the cell is blank');
    expectError(workdays.call([45901, 0]), '#VALUE!', 'end', 'expected a date, the cell is blank');
    expectError(workdays.call([45901, '2025-09-14']), '#VALUE!', 'end', 'found the text "2025-09-14"');
    expectError(rowsOf(workdays.call([column(45901, 45901), column(45914, -3)]))[1]?.[0], '#VALUE!', 'end, row 2');
    expectError(workdays.call([45901, 2958466]), '#VALUE!', 'end', '2958466');
  });

  it('names the row of the calendar that does not fit', () => {
    expectError(
      workdays.call([...OCTOBER, [[45931, 'maybe']]]),
      '#VALUE!',
      'calendar: row 1',
      '"off" (休), "work" (班)',
    );
    expectError(
      workdays.call([
        ...OCTOBER,
        [
          [45931, '休'],
          [45931, '班'],
        ],
      ]),
      '#VALUE!',
      'calendar: row 2',
      'both off and work',
    );
    expectError(
      workdays.call([...OCTOBER, column('2025-10-01')]),
      '#VALUE!',
      'calendar: row 1',
      'expected a date cell',
    );
    expectError(workdays.call([...OCTOBER, column(45931, 'x')]), '#VALUE!', 'calendar: row 2', '"x"');
    expectError(workdays.call([...OCTOBER, column(45931, errorCell('#N/A'))]), '#N/A', 'calendar: row 2');
    expectError(workdays.call([...OCTOBER, null, 'sun-thu']), '#VALUE!', 'week', '"mon-fri", "mon-sat", "all"');
  });
});
