/** The page that the tests open: the real pane and engine, over a port that records what it is asked. */
import { catalogue, packageVersion } from '../../src/functions/catalogue.gen.ts';
import type { Preview } from '../../src/panel/library.ts';
import { type PanelPort, PortError, type PortReason } from '../../src/panel/port.ts';
import { renderPanel } from '../../src/panel/render.tsx';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { choiceField, dateField, linesField, numberField, textField, toggleField } from '../../src/plan/field.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import { defineTemplate } from '../../src/plan/template.ts';

/** What a test sets and reads. */
export interface Recorded {
  readonly calls: { readonly name: string; readonly detail: unknown }[];
  /** The next call of this name is refused for this reason. */
  refuse: { readonly name: string; readonly reason: PortReason } | undefined;
  /** Calls of this name wait until the test lets them go. */
  hold: string | undefined;
  release: () => void;
}

const query = new URLSearchParams(location.search);
const recorded: Recorded = { calls: [], refuse: undefined, hold: undefined, release: () => {} };

async function asked<Answer>(name: string, detail: unknown, answer: Answer): Promise<Answer> {
  recorded.calls.push({ name, detail });
  if (recorded.hold === name) {
    recorded.hold = undefined;
    await new Promise<void>(resolve => {
      recorded.release = resolve;
    });
  }
  const { refuse } = recorded;
  if (refuse?.name !== name) return answer;
  recorded.refuse = undefined;
  throw new PortError(refuse.reason, 'Code-17');
}

const port: PanelPort = {
  dialect: query.get('dialect') === 'sheets' ? sheetsDialect : excelDialect,
  language: query.get('lang') ?? 'en-US',
  takenNames: () => asked('takenNames', null, { sheets: ['Sheet1'], names: [], tables: [] }),
  apply: (ops: readonly Op[]) => asked<Receipt>('apply', ops, { sheet: 'Target split', sheetId: 'id-1', names: [] }),
  undo: receipt => asked('undo', receipt, undefined),
  selection: () => asked('selection', null, { address: 'D5:D24', rows: 20, columns: 1 }),
  insertFormula: formula => asked('insertFormula', formula, 'F2'),
};

const sample = defineTemplate({
  id: 'target-split',
  label: { en: 'Target split', zh: '目标拆解' },
  summary: {
    en: 'From the company total to regions, persons and months, adding up at every level.',
    zh: '从公司总目标到区域、人员和月份，逐级拆解且每级合计一致。',
  },
  fields: {
    title: textField({
      label: { en: 'Title', zh: '标题' },
      initial: { en: 'Target split 2026', zh: '2026 年目标拆解' },
    }),
    total: numberField({
      label: { en: 'Company target', zh: '公司总目标' },
      hint: { en: 'In your currency unit.', zh: '以您的货币单位计。' },
      initial: 5000,
      minimum: 0,
    }),
    from: dateField({ label: { en: 'First month', zh: '起始月份' }, initial: today => `${today.slice(0, 4)}-01-01` }),
    spread: choiceField({
      label: { en: 'Spread over months', zh: '月度分配方式' },
      initial: 'even',
      choices: [
        { value: 'even', label: { en: 'Evenly', zh: '平均' } },
        { value: 'season', label: { en: 'By season', zh: '按季节' } },
      ],
    }),
    sampleRows: toggleField({ label: { en: 'With sample rows', zh: '包含示例数据' }, initial: true }),
    people: linesField({
      label: { en: 'Regions and weights', zh: '区域与权重' },
      columns: [
        { key: 'name', label: { en: 'Region', zh: '区域' }, type: 'text' },
        { key: 'weight', label: { en: 'Weight', zh: '权重' }, type: 'number' },
      ],
      minimum: 1,
      initial: language => [
        { name: language === 'zh' ? '华北' : 'North', weight: 1500 },
        { name: language === 'zh' ? '华东' : 'East', weight: 1300 },
        { name: language === 'zh' ? '华南' : 'South', weight: 1200 },
        { name: language === 'zh' ? '西部' : 'West', weight: 1000 },
      ],
    }),
  },
  sheet: values => values,
});

renderPanel(document.body, port, {
  version: packageVersion,
  functions: catalogue,
  templates: [sample],
  assemble: spec => [{ op: 'mark', key: 'spec', value: JSON.stringify(spec) }],
  preview: (spec): Preview => {
    const values = spec as { title: string; people: { name: string; weight: number }[] };
    return {
      title: values.title,
      headings: ['Region', 'Weight', 'Target'],
      rows: values.people.map(({ name, weight }) => [name, String(weight), weight.toLocaleString('en')]),
    };
  },
});
Object.assign(window, { recorded });
