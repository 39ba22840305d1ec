import { labelKey } from '../kernel/label.ts';
import { type Language, languages, say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { type Expression, unlessBlank } from '../plan/expression.ts';
import { linesField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Row, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { Problems } from '../plan/template.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import { COMPLETE, ROLES } from '../sheets/credits.ts';
import { sampleCreditLines } from './shared/creditSamples.ts';
import { checks, exactly } from './shared/expressions.ts';
import { entered, samplesField } from './shared/log.ts';

const { owner, split, overlay } = ROLES;

const inputs = [
  show.text('number', say('Deal', '单号'), { named: 'Number' }),
  show.text('person', say('Salesperson', '销售员'), { named: 'Person' }),
  show.text('role', say('Role', '角色'), {
    named: 'Role',
    choices: [owner, split, overlay],
    note: say(
      'owner: has what the splits leave. split: has a share of the deal. overlay: is credited on top of it, as presales.',
      '主责：占分摊之外的部分。分摊：占本单一部分。附加：在本单之外另计，如售前。',
    ),
  }),
  show.percent('share', say('Share', '比例'), {
    minimum: 0,
    maximum: 1,
    optional: true,
    note: say(
      'Of a split and an overlay. Blank for an owner, who has the rest; a share that is typed there has to be it.',
      '填写分摊和附加的比例；主责留空，占其余部分；如填写，须与其余部分相等。',
    ),
  }),
] as const;

export const credits = defineTemplate({
  id: 'credits',
  label: say('Deal credits', '业绩分摊'),
  summary: say(
    'Who shares which deal, and by how much: owner, splits that add up to 100%, overlays on top.',
    '每单由谁分摊、各占多少：主责与分摊合计 100%，附加另计。',
  ),
  words: searchWords(
    'split credit, shared deal, overlay, revenue split, co-sell',
    '分单，业绩拆分，售前，协同销售，业绩归属',
  ),
  name: say('Credits', '业绩分摊'),
  prefix: 'Credits',
  subtitle: say(
    'One row a person and deal. Deals that one person has alone need no row; commission by deal reads the rest here.',
    '每人每单一行；一人独有的成交无需登记，逐单提成由此读取其余成交的分摊。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Deal credits', '业绩分摊') }),
    credits: linesField({
      label: say('Credits', '分摊'),
      hint: say(
        'One person and deal per line: deal, salesperson, role (owner, split, overlay), share. Or fill them in on the sheet.',
        '每行一条：单号、销售员、角色（主责、分摊、附加）、比例；也可在表中填写。',
      ),
      columns: inputs,
    }),
    samples: samplesField,
  },
  sheet({ credits: given, samples }, language) {
    const rows = entered<(typeof given)[number]>(given, samples, () => sampleCreditLines(language));
    const roles = rows.map(({ role }) => roleWord(role, language));
    const wrong = roles.indexOf(undefined);
    if (wrong >= 0)
      return new Problems({
        credits: say(
          `Line ${wrong + 1}: write owner, split or overlay.`,
          `第 ${wrong + 1} 行：请填写主责、分摊或附加。`,
        ),
      });
    return { strip: [], tables: [creditTable(rows.map((line, index) => ({ ...line, role: roles[index] })))] };
  },
});

/** A role in the sheet's language, whichever it was written in. */
function roleWord(role: string, language: Language): string | undefined {
  const words = Object.values(ROLES);
  return words.find(word => languages.some(each => labelKey(word[each]) === labelKey(role)))?.[language];
}

const NO_NUMBER = say('✗ no deal number', '✗ 缺单号');
const NO_PERSON = say('✗ no salesperson', '✗ 缺销售员');
const NO_ROLE = say('✗ no role', '✗ 缺角色');
const NO_SHARE = say('✗ no share', '✗ 缺比例');
const NOT_A_SHARE = say('✗ not a share', '✗ 比例无效');
const TWICE = say('✗ person twice', '✗ 人员重复');
const NO_OWNER = say('✗ no owner', '✗ 缺主责');
const OWNERS = say('✗ several owners', '✗ 多个主责');
const NOT_WHOLE = say('✗ not 100%', '✗ 不是 100%');
const FAULTS = [NO_NUMBER, NO_PERSON, NO_ROLE, NO_SHARE, NOT_A_SHARE, TWICE, NO_OWNER, OWNERS, NOT_WHOLE];

const own = exactly(f`[number]`);
const ofDeal = (cells: Expression) => f`SUMIF(Credits[number],${own},${cells})`;
const owners = f`COUNTIFS(Credits[number],${own},Credits[role],${owner})`;

/** A text is above every number, and no share of anything. */
const isShare = f`([share]>=0)*([share]<=1)>0`;
const typed = f`IF([share]="",0,IF(${isShare},[share],0))`;
/** What the splits leave: all shares of the deal but those on top of it. */
const rest = f`ROUND(1-(${ofDeal(f`Credits[share]`)}-${ofDeal(f`Credits[onTop]`)}),9)`;
const ofOwner = f`IF([share]="",IF(${rest}<0,0,${rest}),${typed})`;

const whole = f`IF(ROUND([total]-1,9)<>0,${NOT_WHOLE},${COMPLETE})`;
const byOwners = f`IF(${owners}=0,${NO_OWNER},IF(${owners}>1,${OWNERS},${whole}))`;
const byPerson = f`IF(COUNTIFS(Credits[number],${own},Credits[person],${exactly(f`[person]`)})>1,${TWICE},${byOwners})`;
const byShare = f`IF([share]="",IF([role]=${owner},${byPerson},${NO_SHARE}),IF(${isShare},${byPerson},${NOT_A_SHARE}))`;
const byRole = f`IF(([role]=${owner})+([role]=${split})+([role]=${overlay})=0,${NO_ROLE},${byShare})`;
const state = f`IF([number]="",IF([person]="","",${NO_NUMBER}),IF([person]="",${NO_PERSON},${byRole}))`;

const broken = f`SUMPRODUCT((Credits[state]<>"")*(Credits[state]<>${COMPLETE}))`;
const creditTable = (rows: readonly Row[]): Table => ({
  key: 'Credits',
  // Each of its cells looks at all rows.
  spare: 60,
  above: [checks({}, { state: f`IF(${broken}>0,${say('✗ rows: ', '✗ 行：')}&${broken},0)` })],
  columns: [
    ...inputs,
    show.percent('onTop', say('On top', '另计比例'), {
      formula: unlessBlank(f`[number]`, f`IF([role]=${overlay},${typed},"")`),
      note: say('The share of an overlay.', '附加的比例。'),
    }),
    show.percent('credit', say('Credit', '计入比例'), {
      named: 'Credit',
      formula: unlessBlank(f`[number]`, f`IF([role]=${owner},${ofOwner},${typed})`),
      note: say('Of an owner what the splits leave.', '主责为分摊之外的部分。'),
    }),
    show.percent('total', say('Owner and splits', '主责与分摊合计'), {
      formula: unlessBlank(f`[number]`, f`ROUND(${ofDeal(f`Credits[credit]`)}-${ofDeal(f`Credits[onTop]`)},9)`),
      note: say('Of the deal, without overlays: 100%.', '本单不含附加的合计，应为 100%。'),
    }),
    show.text('state', say('Check', '核对'), {
      named: 'State',
      width: 130,
      formula: state,
      lights: [...FAULTS.map(word => ({ word, ...LIGHT_COLORS.red })), { word: COMPLETE, ...LIGHT_COLORS.green }],
    }),
  ],
  rows,
});
