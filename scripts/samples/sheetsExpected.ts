import type { Cells, Sample } from './playSheet.ts';

const TASKS: Cells = [
  ['Owner Name', 'Status'],
  ['Ann', 'Complete'],
  ['Ann', 'Overdue'],
  ['Ann', 'Complete'],
];

/** By file and function: what it finds, and what it says that it makes of that. */
export const EXPECTED: Readonly<Record<string, Omit<Sample, 'code' | 'call'>>> = {
  'sheets/removingDuplicates/removingDuplicates.gs removeDuplicates': {
    before: [
      ['Ann', 1],
      ['Bob', 2],
      ['Ann', 1],
      ['Ann', 3],
    ],
    after: [
      ['Ann', 1],
      ['Bob', 2],
      ['Ann', 3],
    ],
  },
  'sheets/customFunctions/customFunctions.gs prepareSheet_': {
    after: [
      ['Start Address', 'End Address', 'Driving Distance (meters)', 'Driving Distance (miles)'],
      ['350 5th Ave, New York, NY 10118', '405 Lexington Ave, New York, NY 10174', '', ''],
    ],
  },
  'sheets/customFunctions/customFunctions.gs metersToMiles': {
    before: [[1000]],
    formula: ['B1', '=metersToMiles(A1)'],
    after: [[1000, 0.621371]],
  },
  // Of 250: 100 at 10 %, 100 at 20 %, 50 at 30 %.
  'solutions/custom-functions/tier-pricing/Code.js tierPrice': {
    before: [
      [0, 100, 0.1],
      [100, 200, 0.2],
      [200, 1000, 0.3],
    ],
    formula: ['D1', '=tierPrice(250,A1:C3)'],
    after: [
      [0, 100, 0.1, 45],
      [100, 200, 0.2, ''],
      [200, 1000, 0.3, ''],
    ],
  },
  'solutions/custom-functions/summarize-sheets-data/Code.js getSheetsData': { before: TASKS },
  'solutions/automations/timesheets/Code.js checkApprovedStatusToNotify': {
    before: [[...Array.from({ length: 14 }, (_, index) => `Column ${index}`)], new Array(14).fill('IN PROGRESS')],
  },
  'templates/custom-functions/Code.gs SAY_HELLO': {
    before: [['Ann']],
    formula: ['B1', '=SAY_HELLO(A1)'],
    after: [['Ann', 'Hello Ann']],
  },
  'templates/custom-functions/Code.gs INCREMENT': {
    before: [[1], [2.5]],
    formula: ['B1', '=INCREMENT(A1:A2)'],
    after: [
      [1, 2],
      [2.5, 3.5],
    ],
  },
  'templates/custom-functions/Code.gs CORNER_SUM': {
    before: [
      [1, 5],
      [7, 100],
      [20, 50],
    ],
    formula: ['C1', '=CORNER_SUM(A1:B3)'],
    after: [
      [1, 5, 76],
      [7, 100, ''],
      [20, 50, ''],
    ],
  },
};
