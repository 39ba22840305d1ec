import { isoOf } from '../../kernel/calendar.ts';
import type { Json, Value } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import { type Language, say } from '../../kernel/text.ts';
import type { OpportunityCells } from '../../sheets/pipeline.ts';
import { isOpenDeal, previewPipeline } from '../figures/previewPipeline.ts';
import type { Deal } from '../import/deal.ts';
import type { PlannedSheet } from './changeSets.ts';
import { formLine } from './formLine.ts';

export interface NewPipeline {
  readonly deals: readonly Deal[];
  /** Currency and unit, as the targets are in. */
  readonly unit?: string | undefined;
  readonly language: Language;
}

/** The stage that is no stage of an open deal. */
const WON = say('Won', '赢单');

/** A sheet of opportunities with the open deals of a file, and their stages in the order of their first appearance. */
export function newPipeline({ deals, unit, language }: NewPipeline): PlannedSheet {
  const stages = new Map(
    deals.filter(isOpenDeal).flatMap(({ stage }) => (stage === '' ? [] : [[labelKey(stage), stage] as const])),
  );
  const blank = { prefix: '', stages: [...stages.values()], lines: [], language };
  const { added } = previewPipeline({ sheet: blank, deals, isSample: () => false });
  return {
    template: 'pipeline',
    language,
    suffix: '',
    strip: {},
    values: {
      samples: false,
      ...(unit && { unit }),
      stages: [...blank.stages.map(stage => ({ stage })), { stage: WON[language], chance: 1 }],
      opportunities: added.map(lineOf),
    },
  };
}

function lineOf({
  Number: number,
  Customer,
  Product,
  Person,
  Opened,
  Stage,
  Amount,
  Expected,
}: OpportunityCells): Json {
  const day = (serial: Value): string | undefined => (typeof serial === 'number' ? isoOf(serial) : undefined);
  return formLine({
    number,
    customer: Customer,
    product: Product,
    person: Person,
    opened: day(Opened),
    stage: Stage,
    amount: Amount,
    expected: day(Expected),
  });
}
