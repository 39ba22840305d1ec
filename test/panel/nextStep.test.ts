import { describe, expect, it } from 'vitest';
import { nextStep } from '../../src/panel/nextStep.ts';
import type { Lights, SheetStatus } from '../../src/panel/sheetStatus.ts';

const ALL = ['target-split', 'tracker', 'analysis', 'incentive', 'history'];
const NONE: Lights = { red: 0, amber: 0, green: 0, none: 0, unread: 0, waiting: 0 };

function sheet(template: string, lights?: Partial<Lights>, end?: number): SheetStatus {
  const base = { sheetId: `${template} ${end}`, sheet: template, template, prefix: template, marks: {} };
  return { ...base, ...(lights && { lights: { ...NONE, ...lights } }), ...(end !== undefined && { end }) };
}

describe('nextStep(sheets, templates)', () => {
  it('begins with a target split, then tracks it', () => {
    expect(nextStep([], ALL)).toEqual({ is: 'insert', template: 'target-split', why: 'start' });
    expect(nextStep([sheet('target-split')], ALL)).toEqual({ is: 'insert', template: 'tracker', why: 'follow' });
    expect(nextStep([sheet('survey')], ALL)).toEqual({ is: 'insert', template: 'tracker', why: 'follow' });
  });

  it('asks for figures where there are none, and looks at red rows before anything new', () => {
    const empty = sheet('tracker', { none: 8 });
    expect(nextStep([empty], ALL)).toEqual({ is: 'look', sheet: empty, why: 'fill', rows: 8 });
    const red = sheet('tracker', { red: 2, green: 5, none: 1 });
    expect(nextStep([red], ALL)).toEqual({ is: 'look', sheet: red, why: 'red', rows: 2 });
  });

  it('says nothing of lights before every one was read: unreadable ones come after red ones, and before all else', () => {
    const all = ['analysis', 'incentive', 'history'].map(template => sheet(template));
    const broken = sheet('tracker', { green: 5, unread: 2 });
    expect(nextStep([broken, ...all], ALL)).toMatchObject({ is: 'mend', rows: 2, sheet: { template: 'tracker' } });
    expect(nextStep([broken], ALL)).toMatchObject({ is: 'mend' });
    expect(nextStep([sheet('tracker', { red: 1, unread: 2 })], ALL)).toMatchObject({ is: 'look', why: 'red' });
    expect(nextStep([sheet('tracker', { green: 5, waiting: 2 }), ...all], ALL)).toEqual({ is: 'wait' });
  });

  it('looks at the latest period first', () => {
    const [march, april] = [sheet('tracker', { red: 1 }, 46112), sheet('tracker', { red: 3 }, 46142)];
    expect(nextStep([march, april], ALL)).toEqual({ is: 'look', sheet: april, why: 'red', rows: 3 });
  });

  it('goes on to what reads the tracker, as far as it can be inserted', () => {
    const fine = sheet('tracker', { green: 5, amber: 1 });
    expect(nextStep([fine], ALL)).toMatchObject({ is: 'insert', template: 'analysis' });
    expect(nextStep([fine, sheet('analysis')], ALL)).toMatchObject({ is: 'insert', template: 'incentive' });
    expect(nextStep([fine], ['tracker'])).toEqual({ is: 'look', sheet: fine, why: 'amber', rows: 1 });
  });

  it('is fine where nothing is red and all is there, and offers nothing while templates are still loaded', () => {
    const all = [sheet('tracker', { green: 5 }), sheet('analysis'), sheet('incentive'), sheet('history')];
    expect(nextStep(all, ALL)).toEqual({ is: 'fine' });
    expect(nextStep([], [])).toEqual({ is: 'fine' });
  });
});
