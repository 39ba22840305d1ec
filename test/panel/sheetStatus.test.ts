import { describe, expect, it } from 'vitest';
import { type Cell, CellError } from '../../src/kernel/cell.ts';
import { calculating, factNames, statusesOf } from '../../src/panel/sheetStatus.ts';

const TRACKER = { sheetId: '1', sheet: 'March', template: 'tracker', prefix: 'Tracker', marks: {} };
const SURVEY = { sheetId: '2', sheet: 'Survey', template: 'survey', prefix: 'Survey', marks: {} };
const error = (code: '#REF!' | '#BUSY!') => new CellError(code, { en: code, zh: code });
const inventory = { sheets: [], tables: [], names: ['Tracker_Light', 'Tracker_Person'], ours: [TRACKER, SURVEY] };
const down = (cells: readonly Cell[]) => cells.map(cell => [cell]);

function lights(cells: readonly Cell[] | undefined, people: readonly Cell[]) {
  const read = { ...(cells && { Tracker_Light: down(cells) }), Tracker_Person: down(people) };
  return statusesOf(inventory, read).map(sheet => sheet.lights);
}

describe('statusesOf(inventory, cells)', () => {
  it('counts the lights in both languages', () => {
    expect(lights(['red', '黄', 'green', '无数据'], ['A', 'B', 'C', 'D'])).toEqual([
      { red: 1, amber: 1, green: 1, none: 1, unread: 0, waiting: 0 },
      undefined,
    ]);
  });

  it('knows the people, each once, with the region of their first row and the target of all', () => {
    const names = ['Tracker_Light', 'Tracker_Person', 'Tracker_Region', 'Tracker_Target'];
    const [tracker] = statusesOf(
      { ...inventory, names },
      {
        Tracker_Person: down(['Ann', '', 'ann ', 'Ben', 7]),
        Tracker_Target: down([0.1, 5, 0.2, null, 7]),
        Tracker_Region: down(['East', 'West', 'West', null, null]),
      },
    );
    expect(tracker?.people).toEqual([
      { person: 'Ann', region: 'East', target: 0.3 },
      { person: 'Ben', region: '' },
    ]);
  });

  it('passes over rows of nobody', () => {
    expect(lights(['green', '', null], ['A', null, ''])[0]).toMatchObject({ green: 1, unread: 0 });
  });

  it('counts what cannot be read: errors, other words, figures, and nothing beside a person', () => {
    expect(lights(['green', error('#REF!'), 'fine', 7, ''], ['A', 'B', 'C', 'D', 'E'])[0]).toMatchObject({
      green: 1,
      unread: 4,
    });
    expect(lights(['green'], ['A', 'B', 'C'])[0]).toMatchObject({ green: 1, unread: 2 });
  });

  it('counts everybody as unread where the column of lights is gone', () => {
    expect(lights(undefined, ['A', 'B'])[0]).toMatchObject({ green: 0, unread: 2 });
  });

  it('takes what cannot be read just after an insertion for what is still calculated', () => {
    const read = { Tracker_Light: down(['', 'green']), Tracker_Person: down(['A', 'B']) };
    const [tracker, survey] = statusesOf(inventory, read).map(calculating);
    expect(tracker?.lights).toMatchObject({ green: 1, unread: 0, waiting: 1 });
    expect(survey?.lights).toBeUndefined();
  });

  it('takes what is still calculated for neither read nor broken', () => {
    expect(lights([error('#BUSY!'), 'Loading...'], ['A', 'B'])[0]).toMatchObject({ unread: 0, waiting: 2 });
  });
});

describe('factNames(inventory)', () => {
  it('asks for the names that there are', () => {
    expect(factNames(inventory)).toEqual(['Tracker_Light', 'Tracker_Person']);
  });
});
